// How far people agree on a standard, how far a machine agrees with them, and what follows: a standard on which people don't agree
// is to be reworded or split.
import type { Marker, Verdict } from '../../standards/standard.core.ts';
import { agreementTable, cohensKappa } from '../../stats/agreement.core.ts';
import { type AgreementFound, agreementOf } from '../../stats/agreement-draws.ts';
import { answers, clusterOf, type Double, unitsOf } from './doubles.core.ts';

/** From when on a standard is called poor; an organisation may set its own. */
export interface AgreementRule {
  /** Alpha must reach this: below it people's marks of a standard can't be told from guesses well enough to act on them. */
  readonly floor: number;
  /** Double reviews that it takes. */
  readonly doubles: number;
}

/** Krippendorff's own least for tentative conclusions (Content Analysis, 2004, chapter 11); thirty as for rates. */
export const usualRule: AgreementRule = { floor: 0.667, doubles: 30 };

/**
 * `too-few` double reviews; `all-alike`: one answer was ever given, so nothing could differ; `reword-or-split`: surely under the
 * floor; `holds`: surely at or over it; `open`: either could be.
 */
export type Standing = 'too-few' | 'all-alike' | 'reword-or-split' | 'holds' | 'open';

/** Two answers that people gave to the same thing, and how often. */
export interface Differing {
  readonly one: Verdict;
  readonly other: Verdict;
  readonly times: number;
}

export interface StandardAgreement extends AgreementFound {
  readonly standard: string;
  readonly contacts: number;
  readonly reviewers: number;
  /** Worked out from what was drawn alone, each weighed by its chance; else from all, hand-picked too. */
  readonly drawn: boolean;
  readonly standing: Standing;
  /** More double reviews until something can be said; 0 where it can. */
  readonly needed: number;
  /** What people differ over, most first. */
  readonly differing: readonly Differing[];
  /** By how often it is failed among the answers that say met or failed; null where none does. */
  readonly prevalence: number | null;
}

/** @param doubles of one standard */
export function standardAgreement(
  standard: string,
  doubles: readonly Double[],
  rule: AgreementRule,
  draws = 2000,
): StandardAgreement {
  const withChance = doubles.filter((one) => one.probability !== null);
  const drawn = withChance.length >= rule.doubles;
  const used = drawn ? withChance : doubles;
  const enough = used.length >= rule.doubles;
  const found = agreementOf(unitsOf(used, drawn), { answers: answers.length, draws: enough ? draws : 0 });
  const told = (found.shares[0] ?? 0) + (found.shares[1] ?? 0);
  return {
    ...found,
    standard,
    contacts: new Set(used.map((one) => one.contact)).size,
    reviewers: new Set(used.flatMap((one) => one.said.map(({ reviewer }) => reviewer))).size,
    drawn,
    standing: standingOf(found, enough, rule),
    needed: Math.max(0, rule.doubles - used.length),
    differing: differingIn(used),
    prevalence: told > 0 ? found.shares[1]! / told : null,
  };
}

function standingOf({ alpha, alphaInterval }: AgreementFound, enough: boolean, { floor }: AgreementRule): Standing {
  if (!enough) return 'too-few';
  if (alpha === null || alphaInterval === null) return 'all-alike';
  if (alphaInterval.high < floor) return 'reword-or-split';
  return alphaInterval.low >= floor ? 'holds' : 'open';
}

function differingIn(doubles: readonly Double[]): Differing[] {
  const found = new Map<string, { one: Verdict; other: Verdict; times: number }>();
  for (const { said } of doubles)
    for (const [at, first] of said.entries())
      for (const second of said.slice(at + 1)) {
        if (first.verdict === second.verdict) continue;
        const [one, other] = [first.verdict, second.verdict].toSorted(
          (a, b) => answers.indexOf(a) - answers.indexOf(b),
        ) as [Verdict, Verdict];
        const known = found.get(`${one} ${other}`) ?? { one, other, times: 0 };
        known.times += 1;
        found.set(`${one} ${other}`, known);
      }
  return [...found.values()].toSorted((a, b) => b.times - a.times);
}

/** What people agreed on and what a machine said of the same. */
export interface Beside {
  readonly contact: string;
  readonly standard: string;
  readonly marker: Marker;
  readonly people: Verdict;
  readonly machine: Verdict;
  readonly probability: number | null;
  readonly rep: string | null;
}

export interface MachineAgreement {
  readonly marker: Marker;
  readonly contacts: number;
  readonly drawn: boolean;
  readonly same: number | null;
  readonly kappa: number | null;
  readonly alpha: number | null;
  readonly alphaInterval: AgreementFound['alphaInterval'];
  readonly ac1: number | null;
}

/** A marker against people on one standard. @param beside of that standard */
export function machineAgreements(beside: readonly Beside[], rule: AgreementRule, draws = 2000): MachineAgreement[] {
  return [...Map.groupBy(beside, (one) => one.marker)].map(([marker, all]) => {
    const withChance = all.filter((one) => one.probability !== null);
    const drawn = withChance.length >= rule.doubles;
    const own = drawn ? withChance : all;
    const doubles = own.map((one): Double => ({
      ...one,
      said: [
        { reviewer: 'people', verdict: one.people },
        { reviewer: 'machine', verdict: one.machine },
      ],
    }));
    const found = agreementOf(unitsOf(doubles, drawn), {
      answers: answers.length,
      draws: own.length >= rule.doubles ? draws : 0,
    });
    const table = agreementTable(
      own.map((one) => answers.indexOf(one.people)),
      own.map((one) => answers.indexOf(one.machine)),
      answers.length,
      own.map((one) => (drawn ? 1 / one.probability! : 1)),
    );
    return {
      marker,
      contacts: new Set(own.map(({ contact }) => contact)).size,
      drawn,
      same: found.same,
      kappa: cohensKappa(table),
      alpha: found.alpha,
      alphaInterval: found.alphaInterval,
      ac1: found.ac1,
    };
  });
}

/** How far one reviewer agrees with the others, standard by standard: only what differs within a standard counts. */
export function reviewerAgreement(
  reviewer: string,
  doubles: readonly Double[],
  rule: AgreementRule,
  draws = 1000,
): AgreementFound {
  const own = doubles.filter((one) => one.said.some((each) => each.reviewer === reviewer));
  const cluster = clusterOf(own);
  // Each other reviewer is a partner of their own: how far others agree among themselves is no matter of this one's.
  const units = own.flatMap((one) => {
    const mine = one.said.find((each) => each.reviewer === reviewer)!;
    const others = one.said.filter((each) => each.reviewer !== reviewer);
    return others.map((other) => ({
      answers: [answers.indexOf(mine.verdict), answers.indexOf(other.verdict)],
      weight: 1 / others.length,
      cluster: cluster(one),
      stratum: one.standard,
    }));
  });
  return agreementOf(units, { answers: answers.length, draws: own.length >= rule.doubles ? draws : 0 });
}
