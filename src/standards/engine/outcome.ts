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
  readonly why?: string;
  /** Rests on the clock or on a form, not on words. */
  readonly measured: boolean;
  readonly searched?: { readonly fromTurn: number; readonly toTurn: number };
}

const nothing = { found: [], against: [], beside: [], measured: false } as const;

export const yes = (found: readonly Occurrence[] = [], more: Partial<Outcome> = {}): Outcome => ({
  ...nothing,
  truth: 'yes',
  found,
  ...more,
});
export const no = (more: Partial<Outcome> = {}): Outcome => ({ ...nothing, truth: 'no', ...more });
export const unsure = (why: string): Outcome => ({ ...nothing, truth: 'unsure', why });

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
export function bothSearched(a: Outcome['searched'], b: Outcome['searched']): Outcome['searched'] {
  if (!a || !b) return a ?? b;
  return { fromTurn: Math.min(a.fromTurn, b.fromTurn), toTurn: Math.max(a.toTurn, b.toTurn) };
}
