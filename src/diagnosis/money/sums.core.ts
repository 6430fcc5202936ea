// Sums as people say them: two figures, in the organisation's own currency.
import type { Figure } from './figure.core.ts';

/** `$41,000`; two significant figures, since no more are known. */
export function sumOf(value: number, currency: string): string {
  const rounded = twoFigures(value);
  try {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(rounded);
  } catch {
    // A currency that nobody knows is still a word.
    return `${rounded.toLocaleString('en-US')} ${currency}`;
  }
}

/** `$28,000 to $55,000` */
export function sumRange({ from, to }: Figure, currency: string): string {
  return `${sumOf(from, currency)} to ${sumOf(to, currency)}`;
}

/** A count as people say it: one decimal below ten. */
export function aboutCount(value: number): string {
  const rounded = Math.abs(value) < 9.95 ? Math.round(value * 10) / 10 : twoFigures(value);
  return (rounded === 0 ? 0 : rounded).toLocaleString('en-US');
}

function twoFigures(value: number): number {
  if (Math.abs(value) < 1) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(value / unit) * unit;
}
