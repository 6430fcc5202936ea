// Words of plans: counts, shares, days and what was taken for granted.
import { daysFor } from './own-rates.core.ts';
import type { PlanStep } from './plan-answer.core.ts';

export function step(what: string, contacts: number | null, perDay: number): PlanStep {
  return { what, contacts, days: daysFor(contacts, perDay) };
}

/** Longer waits than this, in days, are told as "more than ten years". */
const longestTold = 3650;

export function soon(contacts: number, perDay: number): string {
  const days = daysFor(contacts, perDay);
  if (days === null || contacts <= 0) return '';
  return `: ${days > longestTold ? 'more than ten years' : many(days, 'day')} at the present flow`;
}

export function flowSaid(told: number | undefined, perDay: number): string {
  if (perDay <= 0) return 'How many contacts come in a day is not known, so no days are told.';
  return `${amount(perDay)} a day${told === undefined ? ', as in the last 90 days' : ', as told'}.`;
}

export function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

export function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? Math.round(10 * value) / 10 : Math.round(value)} %`;
}

export function points(share: number): string {
  return `${Math.round(1000 * share) / 10} points`;
}

/** A flow with two figures: 0.043, 1.2, 35. */
export function amount(value: number): string {
  return String(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));
}
