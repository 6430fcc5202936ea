// A day as sentences say it, on pages, in mail and in what is missing.

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `12 March 2026`, of a day, or of a moment by its day in UTC. */
export function dayWords(iso: string): string {
  return words.format(new Date(iso));
}
