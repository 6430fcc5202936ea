// What missing each standard goes with in business lost: a regression of losing an enquiry on what was missed in it, beside who
// served it, where, when, what kind it was and every excuse; then, draw by draw, the enquiries that would have been won had a
// standard been kept and all else been as it was.
import { adjustedBenjaminiHochberg } from '../../stats/multiple.core.ts';
import { fitPooledLogistic } from '../../stats/pooled-logistic.ts';
import type { PooledFamily } from '../../stats/pooled-data.ts';
import { normalCdf } from '../../stats/special.core.ts';
import type { Enquiries, EnquiryStandard } from './enquiries.core.ts';
import { levelsOf, varying } from './pooled-columns.core.ts';

/** A standard is asked about where it was missed, and kept, in at least so many enquiries. */
const fewestToAsk = 10;
/**
 * Log odds by which standards' effects may well differ. Wide on purpose: most cost nothing and a few much, and pooled as closely as their own spread
 * asks for, those few came out too cheap (on planted ones, by an eighth).
 */
const likelySpread = 0.7;
const draws = 400;
const seed = 20_260_101;

interface StandardLosses {
  readonly standard: string;
  readonly missed: number;
  readonly of: number;
  /** Enquiries lost over the period, a draw each. */
  readonly lost: Float64Array;
  /** Corrected for having asked of all (Benjamini and Hochberg): how likely chance alone does as much. */
  readonly p: number;
}

interface ControlLosses {
  readonly id: string;
  readonly says: string;
  /** Enquiries that it goes with losing, a draw each; a control can lose nothing. */
  readonly lost: Float64Array;
  /** Two-sided, not corrected. */
  readonly p: number;
}

export interface Losses {
  readonly standards: readonly StandardLosses[];
  /** Standards that were missed or kept too seldom. */
  readonly notAsked: readonly string[];
  /** Standards hardly ever kept where business was lost: they may come of winning, so nothing is lost for want of them. */
  readonly afterwards: readonly string[];
  /** With every standard asked about kept at once, a draw each. */
  readonly together: Float64Array;
  readonly controls: readonly ControlLosses[];
  /** The same by labels of single misses, e.g. the clause behind each. */
  readonly labelled: ReadonlyMap<string, Float64Array>;
  readonly converged: boolean;
}

/** @param labelOf what a miss is counted under beside its standard; undefined for none */
export function lossesOf(
  enquiries: Enquiries,
  labelOf: (contact: string, standard: string) => string | undefined = () => undefined,
): Losses {
  const often = enquiries.standards.filter((one) => Math.min(one.missedCount, one.keptCount) >= fewestToAsk);
  const afterwards = often.filter((one) => comesOfWinning(one, enquiries.lost));
  const asked = often.filter((one) => !afterwards.includes(one));
  const { site, person, month, kind } = enquiries;
  const excuses = columnsOf(enquiries, false);
  const controls = columnsOf(enquiries, true);
  const families: PooledFamily[] = [
    { name: 'standards', mean: 'own', deviation: likelySpread, columns: asked.map(centred) },
    // What comes of winning tells how far a contact got: it excuses the others, and is priced itself by nobody.
    { name: 'excuses', mean: 'zero', columns: [...excuses.map(({ values }) => values), ...afterwards.map(centred)] },
    // Not pooled: what can decide nothing is to have every chance to look as if it did.
    { name: 'controls', mean: 'zero', deviation: 2, columns: controls.map(({ values }) => values) },
    ...levelsOf({ site, person, month, kind }),
  ];
  const fit = fitPooledLogistic({ rows: enquiries.lost.length, outcome: enquiries.lost, families });
  const p = adjustedBenjaminiHochberg(
    fit.alone('standards').map(({ estimate, standardError }) => 1 - normalCdf(estimate / standardError)),
  );
  const lost = asked.map(() => new Float64Array(draws));
  const together = new Float64Array(draws);
  const byControl = controls.map(() => new Float64Array(draws));
  const labels = labelsOf(asked, enquiries, labelOf);
  const labelled = labels.names.map(() => new Float64Array(draws));
  for (const [draw, at] of fit.draws(draws, seed).entries()) {
    const linear = fit.linear(at);
    const now = linear.map(chanceOf);
    const effects = fit.effects('standards', at);
    const all = Float64Array.from(linear);
    for (const [s, { missed }] of asked.entries()) {
      const effect = effects[s]!;
      for (let row = 0; row < missed.length; row++) {
        if (missed[row] !== 1) continue;
        const here = now[row]! - chanceOf(linear[row]! - effect);
        lost[s]![draw]! += here;
        const label = labels.of[s]!.get(row);
        if (label !== undefined) labelled[label]![draw]! += here;
        all[row]! -= effect;
      }
    }
    for (let row = 0; row < all.length; row++) together[draw]! += now[row]! - chanceOf(all[row]!);
    const own = fit.effects('controls', at);
    for (const [c, { values }] of controls.entries())
      for (let row = 0; row < values.length; row++)
        if (values[row]! > 0) byControl[c]![draw]! += now[row]! - chanceOf(linear[row]! - own[c]!);
  }
  const alone = fit.alone('controls');
  return {
    standards: asked.map(({ standard, missedCount, keptCount }, s) => ({
      standard,
      missed: missedCount,
      of: missedCount + keptCount,
      lost: lost[s]!,
      p: p[s]!,
    })),
    notAsked: enquiries.standards.filter((one) => !often.includes(one)).map((one) => one.standard),
    afterwards: afterwards.map((one) => one.standard),
    together,
    controls: controls.map(({ id, says }, c) => ({
      id,
      says,
      lost: byControl[c]!,
      p: 2 * (1 - normalCdf(Math.abs(alone[c]!.estimate / alone[c]!.standardError))),
    })),
    labelled: new Map(labels.names.map((name, index) => [name, labelled[index]!])),
    converged: fit.converged,
  };
}

/** Of those in which it was kept, less than this part as many were lost as of all. */
const hardlyLost = 0.25;

/**
 * The steps of renting are kept with whoever rents. No miss costs that much: where it was kept nearly nobody is lost, so it stands after the
 * decision and not before it.
 */
function comesOfWinning({ missed, keptCount }: EnquiryStandard, lost: Uint8Array): boolean {
  let [lostKept, lostAll] = [0, 0];
  for (let row = 0; row < lost.length; row++) {
    lostAll += lost[row]!;
    if (missed[row] === 0) lostKept += lost[row]!;
  }
  return (lostKept + 0.5) / (keptCount + 1) < (hardlyLost * lostAll) / lost.length;
}

function chanceOf(linear: number): number {
  return 1 / (1 + Math.exp(-linear));
}

/**
 * Missed against kept, around their mean; 0 where neither. So an enquiry that a standard doesn't apply to says nothing of it, and that it
 * didn't apply is no column that could take another's part.
 */
function centred({ missed, missedCount, keptCount }: EnquiryStandard): Float64Array {
  const mean = missedCount / (missedCount + keptCount);
  return Float64Array.from(missed, (one) => (one < 0 ? 0 : one - mean));
}

function columnsOf({ excuses }: Enquiries, control: boolean) {
  return excuses.flatMap(({ id, says, values, control: is }) => {
    const column = (is === true) === control ? varying(values) : null;
    return column ? [{ id, says, values: column }] : [];
  });
}

function labelsOf(
  asked: readonly EnquiryStandard[],
  { contacts }: Enquiries,
  labelOf: (contact: string, standard: string) => string | undefined,
) {
  const index = new Map<string, number>();
  const of = asked.map(({ standard, missed }) => {
    const own = new Map<number, number>();
    for (let row = 0; row < missed.length; row++) {
      const label = missed[row] === 1 ? labelOf(contacts[row]!, standard) : undefined;
      if (label === undefined) continue;
      if (!index.has(label)) index.set(label, index.size);
      own.set(row, index.get(label)!);
    }
    return own;
  });
  return { names: [...index.keys()], of };
}
