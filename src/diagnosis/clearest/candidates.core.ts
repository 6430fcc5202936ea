// Failures that might be shown for a pattern or a standard, kept while a run passes by them all: which of them shows it best is
// seen from their words, and those are read of these few alone.
import type { Failure } from '../failure.core.ts';

/** A failure without its words. */
export interface Candidate {
  readonly mark: Pick<Failure['mark'], 'id' | 'contact' | 'evidence' | 'confidence' | 'searched'>;
  readonly startedAt?: Failure['startedAt'];
  /** Kinds of its contact, strongest first. */
  readonly kinds: Failure['kinds'];
}

/** How many are kept. */
export const candidatesKept = 12;

/** Adds one and keeps the most promising: sure, with words to show it by; of equals the newest. */
export function keepPromising(kept: Candidate[], { mark, startedAt, kinds }: Candidate): void {
  const last = kept.at(-1);
  const one = { mark, kinds, ...(startedAt === undefined ? {} : { startedAt }) };
  if (kept.length >= candidatesKept && last && byPromise(last, one) <= 0) return;
  const at = kept.findIndex((other) => byPromise(one, other) < 0);
  kept.splice(at < 0 ? kept.length : at, 0, one);
  if (kept.length > candidatesKept) kept.pop();
}

/** The most promising of several lists. */
export function mostPromising(lists: readonly (readonly Candidate[])[]): Candidate[] {
  return lists.flat().toSorted(byPromise).slice(0, candidatesKept);
}

/**
 * Those of contacts that are about what such failures are mostly about: a complaint heard in a cheerful enquiry was misheard more
 * often than not. All of them where none is.
 * @param kinds how often each strongest kind was that of a failure of the standard
 */
export function typical(candidates: readonly Candidate[], kinds: ReadonlyMap<string, number>): readonly Candidate[] {
  const most = Math.max(1, ...kinds.values());
  const own = candidates.filter((one) => one.kinds.some((kind) => (kinds.get(kind) ?? 0) * 3 >= most));
  return own.length > 0 ? own : candidates;
}

function byPromise(a: Candidate, b: Candidate): number {
  const more = promise(b) - promise(a);
  if (more !== 0) return more;
  const [x, y] = [a.startedAt ?? '', b.startedAt ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.mark.id < b.mark.id ? -1 : a.mark.id > b.mark.id ? 1 : 0;
}

/** Letters lit below which words are a bare cue. */
const bare = 12;

function promise({ mark: { confidence, evidence, searched } }: Candidate): number {
  const sure = confidence >= 0.9 ? 2 : confidence >= 0.75 ? 1 : 0;
  const lit = evidence.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  return sure + (searched ? 1 : 0) + (lit === 0 ? 0 : lit < bare ? 1 : 2);
}
