// What a condition comes to: yes, no, or unsure, with what was heard for it and, where it was not, where it was looked for.
import type { Comparison, Threshold } from '../pack.core.ts';
import type { Evidence } from '../standard.core.ts';
import type { Occurrence } from './talk.ts';

export interface Outcome {
  readonly truth: 'yes' | 'no' | 'unsure';
  readonly found: readonly Occurrence[];
  /** What made it false, where something did that was said or happened. */
  readonly against: readonly Occurrence[];
  /** What it stands beside: the price that was quoted before the need was asked. */
  readonly beside: readonly Evidence[];
  readonly why: string | undefined;
  /** Rests on the clock or on a form, not on words. */
  readonly measured: boolean;
  readonly searched: Searched | undefined;
  /** It holds by all that was found (a count of it), where else each thing found would do alone. */
  readonly together: boolean;
}

/** Turns looked through, both ends included. */
export interface Searched {
  readonly fromTurn: number;
  readonly toTurn: number;
}

/** An empty list for all, so that nothing is made where nothing was found. */
export const nothing: readonly never[] = [];

// Written out, not spread: many are made for each contact, and equal shapes are read fastest.
export const yes = (found: readonly Occurrence[] = nothing, more: Partial<Outcome> = {}): Outcome => ({
  truth: 'yes',
  found,
  against: nothing,
  beside: more.beside ?? nothing,
  why: undefined,
  measured: more.measured ?? false,
  searched: more.searched,
  together: more.together ?? false,
});
export const no = (more: Partial<Outcome> = {}): Outcome => ({
  truth: 'no',
  found: nothing,
  against: more.against ?? nothing,
  beside: more.beside ?? nothing,
  why: undefined,
  measured: more.measured ?? false,
  searched: more.searched,
  together: more.together ?? false,
});
export const unsure = (why: string): Outcome => ({
  truth: 'unsure',
  found: nothing,
  against: nothing,
  beside: nothing,
  why,
  measured: false,
  searched: undefined,
  together: false,
});

const compare: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
};

export function passes(value: number, threshold: Threshold): boolean {
  return compare[threshold.is](value, threshold.value);
}

/** The stretch of turns that covers both; either may be missing. */
export function bothSearched(a: Searched | undefined, b: Searched | undefined): Searched | undefined {
  if (a === b || !b) return a;
  if (!a || (b.fromTurn <= a.fromTurn && b.toTurn >= a.toTurn)) return b;
  if (a.fromTurn <= b.fromTurn && a.toTurn >= b.toTurn) return a;
  return { fromTurn: Math.min(a.fromTurn, b.fromTurn), toTurn: Math.max(a.toTurn, b.toTurn) };
}

/** One list of both, in their order; where one of them is empty, the other itself. */
export function joined<Thing>(a: readonly Thing[], b: readonly Thing[]): readonly Thing[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : a.concat(b);
}
