// What one enquiry that is won is worth: the mean of what is on record, as unsure as so many make it, else what the owner states.
import { normalQuantile } from '../../stats/special.core.ts';
import type { KnownEnd } from './ends.core.ts';
import { level } from './figure.core.ts';
import type { Worth } from './money-report.core.ts';

const fewestWorths = 10;

/** Draws of the worth go around evenly, in an order that has nothing to do with the losses': a lattice by the golden section. */
const golden = 0.618_033_988_75;

/**
 * What is said of lost enquiries themselves stands first, then what the won ones brought.
 * @returns null where nobody says what an enquiry is worth
 */
export function priceOf(
  known: readonly KnownEnd[],
  stated: number | undefined,
): { worth: Worth; draw: (at: number) => number } | null {
  const ofEnd = (end: string): number[] =>
    known.flatMap(({ outcome, worth }) => (outcome === end && worth !== undefined && worth > 0 ? [worth] : []));
  const values = [ofEnd('lost'), ofEnd('won')].find((one) => one.length >= fewestWorths);
  if (values) {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const square = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
    const error = Math.sqrt(square / values.length);
    const ofOne = values.reduce((most, one) => Math.max(most, one), 0) / (mean * values.length);
    const reach = normalQuantile((1 + level) / 2) * error;
    const worth: Worth = {
      value: mean,
      from: Math.max(0, mean - reach),
      to: mean + reach,
      source: 'outcomes',
      of: values.length,
      ...(ofOne > 0.5 ? { ofOne } : {}),
    };
    return { worth, draw: (at) => Math.max(0, mean + error * normalQuantile(((at + 0.5) * golden) % 1)) };
  }
  if (stated === undefined) return null;
  return { worth: { value: stated, from: stated, to: stated, source: 'stated', of: 0 }, draw: () => stated };
}
