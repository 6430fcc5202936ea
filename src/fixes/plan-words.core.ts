// Words of plans: counts, shares, days and what was taken for granted.
import { daysFor } from './own-rates.core.ts';
import type { PlanStep } from './plan-answer.core.ts';

export function step(what: string, contacts: number | null, perDay: number): PlanStep {
  return { what, contacts, days: daysFor(contacts, perDay) };
}

export function soon(contacts: number, perDay: number): string {
  const days = daysFor(contacts, perDay);
  return days === null || contacts <= 0 ? '' : `: ${many(days, 'day')} at the present flow`;
}

export function flowSaid(told: number | undefined, perDay: number): string {
  if (perDay <= 0) return 'How many contacts come in a day is not known, so no days are told.';
  return `${(Math.round(10 * perDay) / 10).toString()} a day${told === undefined ? ', as in the last 90 days' : ', as told'}.`;
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
