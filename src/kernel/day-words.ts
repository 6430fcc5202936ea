// A day as sentences say it, on pages, in mail and in what is missing.

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `12 March 2026`, of a day, or of a moment by its day in UTC. */
export function dayWords(iso: string): string {
  return words.format(new Date(iso));
}

/** `12 March 2026 at 13:05 UTC`, of a moment. */
export function momentWords(iso: string): string {
  return `${dayWords(iso)} at ${iso.slice(11, 16)} UTC`;
}
