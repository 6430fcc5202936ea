// What must have been heard for a check to come to anything but no: most checks are answered by that alone.
import { passes } from './outcome.ts';
import type { Check, Scope } from './plan.ts';

/** Sets of cues, of each of which at least one must be heard; none where nothing of the kind can be said. */
export type Needs = readonly (readonly number[])[];

/** What `needsOf` and `silenceOf` read of a check that is being made. */
export type CheckParts = Pick<Check, 'core' | 'of' | 'scope' | 'count' | 'ratio'>;

/**
 * What a check needs: where nobody of a set was heard, it comes to no in every contact in which both sides speak.
 * @param wordless cues for which nothing can be found for want of words: not finding them says nothing
 */
export function needsOf({ core, of, scope, count, ratio }: CheckParts, wordless: (cue: number) => boolean): Needs {
  // "Fewer than one" holds where nothing was said.
  if ((count && passes(0, count)) || (ratio && passes(0, ratio))) return [];
  switch (core.kind) {
    case 'says':
      return core.cues.some(wordless) || scope.within?.unit === 'seconds' ? [] : [core.cues];
    case 'all':
      return of.flatMap((one) => one.needs);
    case 'any':
    case 'at-least':
    case 'first-known':
    case 'situation':
      return of.every((one) => one.needs.length > 0) ? [[...new Set(of.flatMap((one) => smallest(one.needs)))]] : [];
    default:
      return [];
  }
}

/**
 * The scope whose "looked through and not found" is all that a check comes to where nothing it needs was heard; null where its
 * answer holds more than that.
 */
export function silenceOf({ core, of, scope, count, ratio }: CheckParts): Scope | null {
  if (count || ratio) return null;
  if (core.kind === 'says') return scope;
  if (core.kind !== 'any' && core.kind !== 'all') return null;
  const silence = of[0]?.silence ?? null;
  // What stands beside it would be named once for each of them.
  if (silence === null || silence.relations.length > 0) return null;
  return of.every((one) => one.silence === silence && one.needs.length > 0) ? silence : null;
}

function smallest(sets: Needs): readonly number[] {
  return sets.reduce((least, set) => (set.length < least.length ? set : least));
}
