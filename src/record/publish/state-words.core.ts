// How a document stands, in words: on its page, in lists, to its readers and on paper.
import { dayWords } from '../../kernel/day-words.ts';
import { addDays } from '../../kernel/moment.ts';
import type { RegisterState } from './register-states.core.ts';

export const stateWords: Readonly<Record<RegisterState, string>> = {
  'in-force': 'In force',
  suspended: 'Not re-justified: suspended pending decision',
  'to-come': 'To come',
  ended: 'Ended',
  draft: 'Being written',
};

/** Short, for lists. */
export const shortStates: Readonly<Record<RegisterState, string>> = { ...stateWords, suspended: 'Suspended' };

export interface StandsFrom {
  readonly from: string | null;
  readonly to: string | null;
  /** The last day on which it holds unless somebody says why it still stands. */
  readonly due: string | null;
  readonly state: RegisterState;
}

/** `since 3 May 2026`, `from 3 May 2027`, `2 May 2025 until 2 May 2026`. */
export function whenOf({ from, to, due, state }: StandsFrom): string {
  if (from === null) return '';
  if (state === 'to-come') return `from ${dayWords(from)}`;
  if (to !== null && to <= from) return `before it held for a day: replaced on ${dayWords(from)}`;
  if (state === 'ended' && to !== null) return `${dayWords(from)} until ${dayWords(to)}`;
  if (state === 'suspended' && due !== null) return `since ${dayWords(addDays(due, 1))}`;
  return `since ${dayWords(from)}`;
}
