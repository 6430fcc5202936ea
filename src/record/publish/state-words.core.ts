// How a document stands, in words: on its page, in lists, to its readers and on paper.
import { dayWords } from '../../kernel/day-words.ts';
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

/** `since 3 May 2026`, `from 3 May 2027`, `2 May 2025 until 2 May 2026`. */
export function whenOf(from: string | null, to: string | null, state: RegisterState): string {
  if (from === null) return '';
  if (state === 'to-come') return `from ${dayWords(from)}`;
  if (to !== null && to <= from) return `before it held for a day: replaced on ${dayWords(from)}`;
  if (state === 'ended' && to !== null) return `${dayWords(from)} until ${dayWords(to)}`;
  return `since ${dayWords(from)}`;
}
