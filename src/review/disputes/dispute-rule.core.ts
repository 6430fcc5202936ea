// How long answers to disputes may take.
import type { Day } from '../../kernel/moment.ts';

export interface DisputeRule {
  /** Working days for an answer, in each round. */
  readonly days: number;
  /** Days that are no working days, besides weekends. */
  readonly daysOff: readonly Day[];
}

export const usualDisputeRule: DisputeRule = { days: 5, daysOff: [] };
