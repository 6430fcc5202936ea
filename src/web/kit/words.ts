// Numbers as a page says them: short, whole, with their range in words. `null` is what nobody could know, and is said so.
import { hundredths } from '../../kernel/counts.ts';
import { dayWords } from '../../kernel/day-words.ts';

export { counted, countOf } from '../../kernel/counts.ts';

/**
 * A share from 0 to 1 as `31 %`; whatever is below one in a hundred, 0 too, as `under 1 %`: it was estimated. An estimate may
 * come out beyond what there is; it is said as all of it.
 */
export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined || Number.isNaN(share)) return 'not known';
  return share < 0.01 ? 'under 1\u00a0%' : `${Math.min(100, hundredths(share))}\u00a0%`;
}

/** `likely between 24 and 38`, of shares. */
export function between(low: number, high: number): string {
  const [from, to] = [low, high].map((one) => Math.min(100, Math.max(0, hundredths(one))));
  return from === to ? `likely ${to === 0 ? 'no more' : 'just that'}` : `likely between ${from} and ${to}`;
}

/** `about 31 %`, `under 1 %`. */
export function about(share: number): string {
  return share < 0.01 ? percent(share) : `about ${percent(share)}`;
}

/** `about 31 %, likely between 24 and 38`. */
export function aboutShare(share: number, low: number, high: number): string {
  return `${about(share)}, ${between(low, high)}`;
}

/** `0.84`, `−0.10`: agreement beyond chance, which may fall below none. */
export function agreed(value: number | null): string {
  return value === null ? 'not known' : value.toFixed(2).replace('-', '−');
}

/** `0.84 (0.70 to 0.91)`; without a range where none could be told. */
export function agreedWithin(
  value: number | null,
  range: { readonly low: number; readonly high: number } | null,
): string {
  return range ? `${agreed(value)} (${agreed(range.low)} to ${agreed(range.high)})` : agreed(value);
}

/** `$41,000`: to three figures, so that no more is said than is known. */
export function money(value: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumSignificantDigits: 3 }).format(value);
}

/** `12 March 2026`, of a day or a moment as the API writes them. */
export function day(iso: string): string {
  return dayWords(iso);
}

/** `Mar 2026`, of `2026-03`. */
export function month(iso: string): string {
  return new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** The first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A task's id as words: `new-enquiry` becomes `new enquiry`. */
export function taskWord(task: string): string {
  return task.replaceAll(/[-_]/g, ' ');
}
