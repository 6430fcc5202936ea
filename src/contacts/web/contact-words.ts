// What outcomes, kinds and days of contacts are called on the screen.

const outcomes: Readonly<Record<string, string>> = {
  won: 'Won',
  lost: 'Lost',
  pending: 'Still open',
  served: 'Served',
  unserved: 'Not served',
};

/** `Won`, of an outcome; as it was stated where it is none of ours. */
export function outcomeOf(outcome: string): string {
  return outcomes[outcome] ?? outcome;
}

export const outcomeNames = Object.keys(outcomes);

/** `new-enquiry` becomes `new enquiry`. */
export function plainly(id: string): string {
  return id.replaceAll('-', ' ');
}

/** `3 Mar 2026`, of a day; without the year where it is this one. */
export function shortDay(day: string, thisYear = new Date().getUTCFullYear()): string {
  const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat('en', {
    day: 'numeric',
    month: 'short',
    ...(at.getUTCFullYear() === thisYear ? {} : { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(at);
}
