// What is asked of a plan, what may be told by hand, and what an answer is.
import type { OwnRates } from './own-rates.core.ts';
import { many, percent } from './plan-words.core.ts';

export const planAsks = ['standard', 'person', 'sites', 'fix', 'reviews'] as const;
export type PlanAsk = (typeof planAsks)[number];

/** What is told by hand; shares from 0 to 1. Whatever is left out comes from the organisation's own marks. */
export interface PlanTold {
  readonly site?: string | undefined;
  /** For `sites`: the two; for `fix`: where it applies. */
  readonly sites?: readonly string[] | undefined;
  readonly rate?: number | undefined;
  /** The rate as it should become, or of the second site. */
  readonly to?: number | undefined;
  readonly within?: number | undefined;
  readonly perDay?: number | undefined;
  readonly icc?: number | undefined;
  readonly aim?: number | undefined;
  readonly rho?: number | undefined;
  readonly changedSites?: number | undefined;
  readonly unchangedSites?: number | undefined;
  readonly beforeDays?: number | undefined;
}

/** One figure of an answer: contacts (or shops, or reviews) and, at the present flow, days. Null: never. */
export interface PlanStep {
  readonly what: string;
  readonly contacts: number | null;
  readonly days: number | null;
}

export interface PlanAnswer {
  readonly ask: PlanAsk;
  readonly steps: readonly PlanStep[];
  /** What can be said, the answer first. */
  readonly says: readonly string[];
  /** What was taken for granted, one sentence each. */
  readonly assumed: readonly string[];
  /** For `fix`: can it be proved there within a year? */
  readonly provable?: boolean;
}

/** Taken where neither the asker nor the organisation's own marks say. */
export const level = 0.95;
export const power = 0.8;
export const usual = { rate: 0.3, within: 0.05, aim: 0.8, icc: 0.05, rho: 0.7, beforeDays: 180 };

/** The failing rate of some counts; null where there are none. */
export function rateOf(counts: { readonly failed: number; readonly marked: number } | null | undefined): number | null {
  return counts && counts.marked > 0 ? counts.failed / counts.marked : null;
}

/** What a failing rate was taken from, as a sentence. */
export function rateSaid(told: number | undefined, own: number | null, rate: number, rates: OwnRates | null): string {
  if (told !== undefined) return `A failing rate of ${percent(rate)}, as told.`;
  return own === null
    ? `A failing rate of ${percent(rate)}, assumed: nothing was marked that says.`
    : `A failing rate of ${percent(rate)}, of ${many(rates?.marked ?? 0, 'contact')} here.`;
}
