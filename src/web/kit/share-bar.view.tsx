// A share as a bar with its likely range over it, and the same in words. Shares run from 0 to 1; the scale may end below 1 so
// that small ones can be told apart, and then all bars of a page have the same end.
import { aboutShare } from './words.ts';
import css from './share-bar.module.css';

export interface ShareBarProps {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** A CSS colour; the ink where left out. */
  readonly colour?: string;
  /** Where the scale ends. */
  readonly end?: number;
}

export function ShareBar({ share, low, high, colour = 'var(--soft)', end = 1 }: ShareBarProps) {
  const at = (value: number): number => (Math.min(Math.max(value, 0), end) / end) * 100;
  return (
    <svg
      className={css.bar}
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={aboutShare(share, low, high)}
    >
      <rect className={css.ground} width={100} height={14} />
      <rect width={at(share)} height={14} fill={colour} />
      <rect className={css.range} x={at(low)} y={5.6} width={Math.max(at(high) - at(low), 0.6)} height={2.8} />
    </svg>
  );
}
