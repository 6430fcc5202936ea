// A calibration: the same few contacts, marked blind by several people, revealed, talked over, and ended with one key and a word on
// each standard. What state it is in, what is still open, and how far each was from the key.
import type { Day, Moment } from '../../kernel/moment.ts';
import type { Verdict } from '../../standards/standard.core.ts';

export const decisions = ['keep', 'reword', 'split'] as const;
/** What becomes of a standard's wording. */
export type Decision = (typeof decisions)[number];

/** Why what each said was shown. */
export type RevealedBecause = 'all-in' | 'day-over' | 'told';

/** `marking` blind, `talking` once it is revealed, `closed` with a key; or `dropped`. */
export type CalibrationState = 'marking' | 'talking' | 'closed' | 'dropped';

export interface CalibrationTimes {
  readonly revealedAt: unknown;
  readonly closedAt: unknown;
  readonly droppedAt: unknown;
}

/** What was done to it last says how it stands. */
export function stateOf({ revealedAt, closedAt, droppedAt }: CalibrationTimes): CalibrationState {
  if (droppedAt) return 'dropped';
  if (closedAt) return 'closed';
  return revealedAt ? 'talking' : 'marking';
}

/** Whether it is to be revealed now: once everybody is in, or the day after the last. Null where it isn't yet. */
export function toReveal(
  due: Day,
  today: Day,
  tasks: readonly { readonly done: boolean }[],
): Exclude<RevealedBecause, 'told'> | null {
  if (tasks.length > 0 && tasks.every((one) => one.done)) return 'all-in';
  return today > due ? 'day-over' : null;
}

/** What one person said of one standard in one contact. */
export interface Said {
  readonly contact: string;
  readonly standard: string;
  readonly reviewer: string;
  readonly verdict: Verdict;
}

export interface Keyed {
  readonly contact: string;
  readonly standard: string;
  readonly verdict: Verdict;
}

/** What all said alike needs no talk: the key then is what they said, unless another was agreed on. */
export function sameVerdict(said: readonly Said[]): Verdict | null {
  const [first] = said;
  return first && said.length > 1 && said.every((one) => one.verdict === first.verdict) ? first.verdict : null;
}

/** Where a key is still to be agreed on: people said different things, or only one said anything, and nothing is written down. */
export function openCells(said: readonly Said[], keyed: readonly Keyed[]): { contact: string; standard: string }[] {
  const done = new Set(keyed.map((one) => `${one.contact}\n${one.standard}`));
  return [...Map.groupBy(said, (one) => `${one.contact}\n${one.standard}`)]
    .filter(([key, own]) => !done.has(key) && sameVerdict(own) === null)
    .map(([, [first]]) => ({ contact: first!.contact, standard: first!.standard }));
}

/** The key as it stands: what was written down, else what all said alike. */
export function keyOf(said: readonly Said[], keyed: readonly Keyed[]): Map<string, Verdict> {
  const found = new Map<string, Verdict>();
  for (const [key, own] of Map.groupBy(said, (one) => `${one.contact}\n${one.standard}`)) {
    const same = sameVerdict(own);
    if (same) found.set(key, same);
  }
  for (const one of keyed) found.set(`${one.contact}\n${one.standard}`, one.verdict);
  return found;
}

/** How often each person said what the key says. */
export function nearTheKey(
  said: readonly Said[],
  key: ReadonlyMap<string, Verdict>,
): { reviewer: string; same: number; of: number }[] {
  return [...Map.groupBy(said, (one) => one.reviewer)].map(([reviewer, own]) => {
    const asked = own.filter((one) => key.has(`${one.contact}\n${one.standard}`));
    const same = asked.filter((one) => key.get(`${one.contact}\n${one.standard}`) === one.verdict).length;
    return { reviewer, same, of: asked.length };
  });
}

/** A letter for whoever isn't named: A, B ... by the place they have in the session. */
export function letterOf(position: number): string {
  return position < 26 ? String.fromCodePoint(65 + position) : `A${position - 25}`;
}

/** What was written of a standard since a moment. */
export function changesSince<T extends { readonly savedAt: Moment }>(saved: readonly T[], since: Moment): T[] {
  return saved.filter((one) => one.savedAt > since);
}
