// How long answers to letters may take. Their clock runs in working days (src/kernel/working-days.ts).
import type { Day } from '../../kernel/moment.ts';

export interface LetterRule {
  /** Working days for an answer. */
  readonly days: number;
  /** Working days of counsel's look. */
  readonly counselDays: number;
  /** Whether the chief executive signs what is adopted. */
  readonly signOff: boolean;
  readonly daysOff: readonly Day[];
}

export const usualLetterRule: LetterRule = { days: 10, counselDays: 3, signOff: false, daysOff: [] };
