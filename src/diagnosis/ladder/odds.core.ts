// From answers to odds over the five causes: starting odds times a factor for each answer, normalised; and the two rules
// that keep the sum fair: a cause is cleared only where nothing points to it, and a person is never what is left over.
import { type Cause, causes, type Odds } from '../finding.core.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import type { Reading } from './reading.core.ts';

export type Factors = Partial<Record<Cause, number>>;

/**
 * What each answer multiplies the odds of each cause by, in the order of the questions.
 * A cause's questions are alternatives: one yes establishes it, so the other questions' noes don't count against it then;
 * and of several yeses each adds its own excess, as hazards add, rather than multiplying what others have established.
 */
export function factorsOf(readings: readonly Reading[], settings: LadderSettings): Factors[] {
  const pointed = new Set(readings.flatMap((reading) => reading.pointsTo));
  const established = new Map<Cause, number>();
  return readings.map((reading, index) => {
    const { cause, details, factors } = settings.rungs[index]!;
    if (reading.answer === 'yes') {
      const yes = details[reading.detail ?? ''] ?? factors.yes;
      // A yes that points nowhere speaks for the person (9 and 10), or is not held against them (11 and 12).
      if (reading.pointsTo.length === 0) return yes < 1 ? { [cause]: yes } : {};
      return Object.fromEntries(
        reading.pointsTo.map((one) => {
          const before = established.get(one) ?? 1;
          established.set(one, before + yes - 1);
          return [one, (before + yes - 1) / before];
        }),
      );
    }
    if (reading.answer === 'no' && factors.no !== 1 && !pointed.has(cause)) return { [cause]: factors.no };
    return {};
  });
}

/**
 * The odds after all answers. Where no recorded answer names personnel, its odds never rise above where they started:
 * what clears the other four does not accuse a person.
 */
export function oddsAfter(factors: readonly Factors[], settings: LadderSettings, personnelNamed: boolean): Odds {
  const weights = causes.map((cause) =>
    factors.reduce((product, one) => product * (one[cause] ?? 1), settings.start[cause]),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const plain = Object.fromEntries(causes.map((cause, index) => [cause, weights[index]! / total])) as Record<
    Cause,
    number
  >;
  const most = settings.start.personnel;
  if (personnelNamed || plain.personnel <= most) return plain;
  const scale = (1 - most) / (1 - plain.personnel);
  return Object.fromEntries(
    causes.map((cause) => [cause, cause === 'personnel' ? most : plain[cause] * scale]),
  ) as Odds;
}
