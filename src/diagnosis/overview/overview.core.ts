// What the first look at an organisation shows: rates by site and month, the one standard to speak of, and what to fix first,
// put together from counts and from what the last run came to. Pure; it takes no names of people.
import { type Cause, causes } from '../finding.core.ts';

/** As much of a standard as choosing what to speak of needs. */
export interface StandardInUse {
  readonly id: string;
  readonly weight: number;
  readonly few: boolean;
}

export interface Counted {
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
}

export interface Rated {
  readonly id: string;
  readonly met: number;
  readonly failed: number;
}

/** Fewer judged marks than this say little of a standard. */
const fewMarks = 20;

export interface Spoken<S> {
  readonly standard: S;
  readonly met: number;
  readonly failed: number;
  readonly worth: number;
}

/**
 * Standards to speak of, the first first: most failures times weight; one of the customary few counts half as much again, one
 * that few marks speak of a tenth. Empty where nothing failed.
 */
export function toSpeakOf<S extends StandardInUse>(standards: readonly S[], counted: readonly Counted[]): Spoken<S>[] {
  const counts = new Map(counted.map((one) => [one.standard, one]));
  return standards
    .flatMap((standard) => {
      const { met, failed } = counts.get(standard.id) ?? { met: 0, failed: 0 };
      const worth = failed * standard.weight * (standard.few ? 1.5 : 1) * (met + failed < fewMarks ? 0.1 : 1);
      return failed === 0 ? [] : [{ standard, met, failed, worth }];
    })
    .toSorted((a, b) => b.worth - a.worth || (a.standard.id < b.standard.id ? -1 : 1));
}

/** What is shown by something said goes before what is shown by something left out, where it is close. */
export const saidCounts = 1.6;

/** Sums by one fact of the contact, in order of its id; `unknown` is left out. */
export function summedBy<By extends string>(counted: readonly (Counted & Record<By, string>)[], by: By): Rated[] {
  const sums = new Map<string, { met: number; failed: number }>();
  for (const one of counted) {
    const id: string = one[by];
    if (id === 'unknown') continue;
    const sum = sums.get(id) ?? { met: 0, failed: 0 };
    sum.met += one.met;
    sum.failed += one.failed;
    sums.set(id, sum);
  }
  return [...sums].map(([id, sum]) => ({ id, ...sum })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export type ExpectedPerCause = Readonly<Record<Cause, number>>;

/** Failures expected per cause, added up over the standards of each site. */
export function expectedBySite(
  cells: readonly { readonly site: string; readonly expected: ExpectedPerCause }[],
): Map<string, Record<Cause, number>> {
  const sums = new Map<string, Record<Cause, number>>();
  for (const { site, expected } of cells) {
    const sum = sums.get(site) ?? { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };
    for (const cause of causes) sum[cause] += expected[cause];
    sums.set(site, sum);
  }
  return sums;
}

/** As much of a part of a run as telling what leads at a site needs. */
export interface LedPart {
  readonly site: string;
  readonly cause: Cause;
  readonly failures: number;
}

/** The cause that most failures of each site lead to; null where two lead to as many, no entry where none leads to any. */
export function ledBySite(parts: readonly LedPart[]): Map<string, Cause | null> {
  const sums = new Map<string, Record<Cause, number>>();
  for (const { site, cause, failures } of parts) {
    const sum = sums.get(site) ?? { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };
    sum[cause] += failures;
    sums.set(site, sum);
  }
  return new Map([...sums].map(([site, sum]) => [site, onlyMost(sum)]));
}

/** What is said to lead at a site: what was counted; of an overview from before that, what is expected most, where one is. */
export function leadingAt({
  led,
  expected,
}: {
  readonly led?: Cause | null | undefined;
  readonly expected: ExpectedPerCause | null;
}): Cause | null {
  if (led !== undefined) return led;
  return expected && onlyMost(expected);
}

/** The cause with more than any other; the first of equals leads nothing. */
function onlyMost(sum: ExpectedPerCause): Cause | null {
  const [first, second] = causes.toSorted((a, b) => sum[b] - sum[a]);
  return first && second && sum[first] > sum[second] ? first : null;
}
