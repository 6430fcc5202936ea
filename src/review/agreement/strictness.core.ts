// How strict a reviewer is: how much oftener they say failed than others do of the very same, with an interval, and drawn towards
// nought as far as reviewers differ by chance alone.
import type { Interval } from '../../stats/rate.core.ts';
import { normalQuantile } from '../../stats/special.core.ts';
import { clusterOf, type Double } from './doubles.core.ts';

export interface Strictness extends Interval {
  readonly reviewer: string;
  /** Things that they and somebody else marked. */
  readonly marks: number;
  readonly contacts: number;
  /** Share that they said failed, and that the others said of the same. */
  readonly own: number;
  readonly others: number;
  /** `own` less `others`: above nought they are stricter. */
  readonly by: number;
}

/** Drawn towards nought, which is where the reviewers stand together. */
export interface DrawnStrictness extends Strictness {
  readonly drawn: Interval & { readonly by: number };
}

/**
 * One reviewer against the others: the mean difference over all things marked by both, contacts counted whole (each contact's sum is
 * one observation, or each rep's where many served), with one difference each way pretended, as for paired proportions.
 * Source of the pretended two: A. Agresti and Y. Min 2005, Statistics in Medicine 24:729.
 * @returns null where nobody else marked anything that they did
 */
export function strictnessOf(reviewer: string, doubles: readonly Double[], level = 0.95): Strictness | null {
  const own = doubles.filter((one) => one.said.some((each) => each.reviewer === reviewer));
  const cluster = clusterOf(own);
  const sums = new Map<string, { marks: number; difference: number }>();
  let [marks, failed, byOthers] = [0, 0, 0];
  const contacts = new Set<string>();
  for (const one of own) {
    // Who is unsure says neither: a pair of which one is unsure tells nothing of strictness.
    const others = one.said.filter((each) => each.reviewer !== reviewer && each.verdict !== 'unsure');
    const mine = one.said.find((each) => each.reviewer === reviewer)!;
    if (mine.verdict === 'unsure' || others.length === 0) continue;
    const said = Number(mine.verdict === 'failed');
    const theirs = others.filter(({ verdict }) => verdict === 'failed').length / others.length;
    marks += 1;
    failed += said;
    byOthers += theirs;
    contacts.add(one.contact);
    const sum = sums.get(cluster(one)) ?? { marks: 0, difference: 0 };
    sum.marks += 1;
    sum.difference += said - theirs;
    sums.set(cluster(one), sum);
  }
  if (marks === 0) return null;
  const by = (failed - byOthers) / marks;
  const pretended = [1, -1].map((difference) => ({ marks: 1, difference }));
  const all = [...sums.values(), ...pretended];
  const squares = all.reduce((sum, one) => sum + (one.difference - by * one.marks) ** 2, 0);
  const error = Math.sqrt((squares * all.length) / (all.length - 1)) / (marks + pretended.length);
  const half = normalQuantile((1 + level) / 2) * error;
  return {
    reviewer,
    marks,
    contacts: contacts.size,
    own: failed / marks,
    others: byOthers / marks,
    by,
    low: Math.max(-1, by - half),
    high: Math.min(1, by + half),
  };
}

/**
 * Each drawn towards nought by how far reviewers differ beyond chance: tau² by the method of moments (R. DerSimonian and N. Laird
 * 1986, Controlled Clinical Trials 7:177), around nought, since each is measured against the others.
 */
export function drawnTogether(found: readonly Strictness[], level = 0.95): DrawnStrictness[] {
  const z = normalQuantile((1 + level) / 2);
  const errors = found.map(({ low, high }) => Math.max(1e-6, (high - low) / (2 * z)));
  const weights = errors.map((error) => 1 / error ** 2);
  const sum = weights.reduce((all, one) => all + one, 0);
  const heterogeneity = found.reduce((all, one, at) => all + weights[at]! * one.by ** 2, 0);
  const spread = Math.max(0, (heterogeneity - found.length) / Math.max(1e-9, sum));
  return found.map((one, at) => {
    const trust = spread / (spread + errors[at]! ** 2);
    const half = z * Math.sqrt(trust) * errors[at]!;
    const by = one.by * trust;
    return { ...one, drawn: { by, low: by - half, high: by + half } };
  });
}
