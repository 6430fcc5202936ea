// An erasing: why, how much of how many, and until which day contacts go when they are kept for some months.
import type { Day, Moment } from '../../kernel/moment.ts';

export const whyErased = ['retention', 'contact', 'customer'] as const;
export type WhyErased = (typeof whyErased)[number];

export interface Erasure {
  readonly id: string;
  readonly why: WhyErased;
  /** Where contacts were kept for some months: those of before this day went. */
  readonly before?: Day;
  readonly beganAt: Moment;
  readonly beganBy: string;
  /** Absent where it was stopped on the way; the next run goes on. */
  readonly endedAt?: Moment;
  readonly contacts: number;
  /** Left where they were, being under legal hold. */
  readonly held: number;
}

/**
 * The first day that is still kept: so many months before today. Where that month is shorter, its last day.
 * @param today `YYYY-MM-DD`
 */
export function firstDayKept(today: Day, months: number): Day {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}
