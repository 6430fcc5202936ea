// Do agreement's intervals hold what they promise? Reviewers with known skill mark contacts with a planted truth; alpha, AC1 and strictness
// are held to what they would come to with endless contacts.
import { standardAgreement, usualRule } from '../../src/review/agreement/agreement.core.ts';
import type { Double } from '../../src/review/agreement/doubles.core.ts';
import { strictnessOf } from '../../src/review/agreement/strictness.core.ts';
import { bootstrapInterval } from '../../src/stats/bootstrap.ts';
import { gammaDraw } from '../../src/stats/gamma-draw.ts';
import { krippendorffAlpha } from '../../src/stats/krippendorff.core.ts';
import { chanceOf } from '../../src/stats/normal-draws.ts';
import { type BenchResult, type Measure, share } from '../bench.ts';
import { Chance } from '../chance.ts';

/** Of those failed a reviewer says so of `sees`, of the others of `1 - lets`. */
interface Skill {
  readonly name: string;
  readonly sees: number;
  readonly lets: number;
}

const skills: readonly Skill[] = [
  { name: 'sharp (.97/.99)', sees: 0.97, lets: 0.99 },
  { name: 'usual (.88/.95)', sees: 0.88, lets: 0.95 },
  { name: 'poor (.70/.85)', sees: 0.7, lets: 0.85 },
];
const prevalences = [0.05, 0.1, 0.3, 0.5];
const numbers = [30, 60, 150, 400];
/** How contacts come: each for itself; many of each rep, who fail more or less and are harder or easier to mark; drawn unevenly. */
const ways = ['each for itself', 'by 30 reps', 'drawn unevenly'] as const;
type Way = (typeof ways)[number];

interface Cell {
  readonly way: Way;
  readonly skill: Skill;
  readonly prevalence: number;
  readonly n: number;
}

interface Truth {
  readonly alpha: number;
  readonly ac1: number;
}

interface Held {
  readonly cell: Cell;
  readonly cases: number;
  readonly alpha: number;
  readonly ac1: number;
  readonly plain: number;
  readonly plainTried: number;
  readonly flagged: number;
}

const reps = 30;
/** Of a full run: cases in each cell, and in each of the worst afresh. */
const cases = { first: 150, again: 1500, cellsAgain: 3 };

/** Coverage of alpha's and AC1's intervals, and of strictness's. */
export async function agreementMeasures({ quick }: { quick: boolean }): Promise<BenchResult> {
  const cells = ways.flatMap((way) =>
    skills.flatMap((skill) =>
      prevalences.flatMap((prevalence) => numbers.map((n): Cell => ({ way, skill, prevalence, n }))),
    ),
  );
  const used = quick ? cells.filter((_, at) => at % 4 === 1) : cells;
  const held = used.map((cell, at) => heldIn(cell, quick ? 12 : cases.first, at));
  const measures: Measure[] = [];
  for (const way of ways) {
    const own = held.filter((one) => one.cell.way === way);
    for (const figure of ['alpha', 'ac1'] as const) {
      measures.push(pooled(`${figure}, ${way}: the 95 % interval covers`, own, figure, quick));
      if (!quick) measures.push(worst(figure, own));
    }
  }
  measures.push(
    share(
      'standards on which people agree well enough that are flagged all the same',
      held.filter((one) => truthOf(one.cell).alpha >= usualRule.floor).reduce((sum, one) => sum + one.flagged, 0),
      held.filter((one) => truthOf(one.cell).alpha >= usualRule.floor).reduce((sum, one) => sum + one.cases, 0),
      '<= 0.025',
      quick,
    ),
    ...(poor(held).length === 0
      ? []
      : [
          share(
            'told: of standards surely poor (true alpha .4 or less), flagged with 150 double reviews or more',
            poor(held).reduce((sum, one) => sum + one.flagged, 0),
            poor(held).reduce((sum, one) => sum + one.cases, 0),
            '',
            quick,
          ),
        ]),
    plainMeasure(held, quick),
    ...strictnessMeasures(quick),
  );
  return {
    measures,
    left_out: quick ? ['The worst cell of agreement: twelve cases are too few to tell it; shares are pooled.'] : [],
  };
}

const poor = (held: readonly Held[]): Held[] =>
  held.filter((one) => one.cell.n >= 150 && truthOf(one.cell).alpha <= 0.4);

function heldIn(cell: Cell, count: number, start: number): Held {
  const truth = truthOf(cell);
  const held = { alpha: 0, ac1: 0, plain: 0, plainTried: 0, flagged: 0, cases: 0 };
  for (let nth = 0; nth < count; nth++) {
    const doubles = markedTwice(cell, new Chance(9100 + start, nth), nth);
    const found = standardAgreement('s', doubles, usualRule, 1000);
    // One answer alone was given: no figure is shown, so none can be wrong.
    if (found.alphaInterval === null || found.ac1Interval === null) continue;
    held.cases += 1;
    if (holds(found.alphaInterval, truth.alpha)) held.alpha += 1;
    if (holds(found.ac1Interval, truth.ac1)) held.ac1 += 1;
    if (found.standing === 'reword-or-split') held.flagged += 1;
    if (cell.way !== 'each for itself' || cell.n > 60 || nth % 5 !== 0) continue;
    held.plainTried += 1;
    if (holds(plainInterval(doubles), truth.alpha)) held.plain += 1;
  }
  return { cell, ...held };
}

function holds(interval: { readonly low: number; readonly high: number } | null, truth: number): boolean {
  return interval !== null && interval.low - 1e-9 <= truth && truth <= interval.high + 1e-9;
}

/** The bootstrap of contacts as it is published, bias-corrected and accelerated. */
function plainInterval(doubles: readonly Double[]) {
  const units = doubles.map((one) => one.said.map(({ verdict }) => Number(verdict === 'failed')));
  const figure = (copies: Float64Array): number | null => {
    const drawn: number[][] = [];
    units.forEach((unit, at) => {
      for (let copy = 0; copy < copies[at]!; copy++) drawn.push(unit);
    });
    return krippendorffAlpha(drawn, 'nominal');
  };
  return bootstrapInterval({ clusters: units.length, figure, draws: 200 });
}

function plainMeasure(held: readonly Held[], quick: boolean): Measure {
  const sum = (of: 'plain' | 'plainTried'): number => held.reduce((total, one) => total + one[of], 0);
  const what = 'told: the plain BCa bootstrap covers alpha with 30 and 60 double reviews';
  return share(what, sum('plain'), sum('plainTried'), '', quick);
}

function pooled(what: string, own: readonly Held[], figure: 'alpha' | 'ac1', quick: boolean): Measure {
  const all = own.reduce((sum, one) => sum + one.cases, 0);
  return share(
    `${what} (all cells; the band is .935 to .975)`,
    own.reduce((sum, one) => sum + one[figure], 0),
    all,
    '>= 0.935',
    quick,
  );
}

function worst(figure: 'alpha' | 'ac1', own: readonly Held[]): Measure {
  const again = own
    .toSorted((a, b) => a[figure] / a.cases - b[figure] / b.cases)
    .slice(0, cases.cellsAgain)
    .map((one, at) => heldIn(one.cell, cases.again, 70_000 + at));
  const least = again.reduce((a, b) => (b[figure] / b.cases < a[figure] / a.cases ? b : a));
  const { way, skill, prevalence, n } = least.cell;
  return share(
    `${figure}, ${way}: worst cell (${skill.name}, failed ${prevalence}, ${n} double reviews) covers`,
    least[figure],
    least.cases,
    '>= 0.9',
    false,
  );
}

/** Two reviewers' marks of `n` contacts. */
function markedTwice(cell: Cell, chance: Chance, nth: number): Double[] {
  const { way, skill, prevalence, n } = cell;
  const served = way === 'by 30 reps' ? repsOf(prevalence, chance, nth) : null;
  const doubles: Double[] = [];
  while (doubles.length < n) {
    const rep = served ? chance.below(reps) : null;
    const { rate, harder } = rep === null ? { rate: prevalence, harder: 1 } : served![rep]!;
    const failed = chance.unit() < rate;
    // Three quarters of the failed are flagged, and one in ten of the others; flagged contacts are drawn eight times as often.
    const flagged = chance.unit() < (failed ? 0.75 : 0.1);
    const probability = way === 'drawn unevenly' ? (flagged ? 0.8 : 0.1) : 0.5;
    if (way === 'drawn unevenly' && chance.unit() >= probability) continue;
    doubles.push({
      contact: `c${doubles.length}`,
      standard: 's',
      said: ['ann', 'bo'].map((reviewer) => ({ reviewer, verdict: saysFailed(skill, failed, harder, chance) })),
      probability,
      rep: rep === null ? null : `r${rep}`,
    });
  }
  return doubles;
}

function saysFailed(skill: Skill, failed: boolean, harder: number, chance: Chance): 'failed' | 'met' {
  const wrong = harder * (failed ? 1 - skill.sees : 1 - skill.lets);
  return chance.unit() < wrong !== failed ? 'failed' : 'met';
}

/** Reps fail by a beta distribution of size 12, and are up to half as hard again to mark, or as easy. */
function repsOf(prevalence: number, chance: Chance, nth: number): { rate: number; harder: number }[] {
  const draws = chanceOf(nth * 7919 + Math.round(prevalence * 1000));
  return Array.from({ length: reps }, () => {
    const [a, b] = [gammaDraw(prevalence * 12, draws), gammaDraw((1 - prevalence) * 12, draws)];
    return { rate: a / (a + b), harder: 0.5 + chance.unit() };
  });
}

const truths = new Map<string, Truth>();

/** What alpha and AC1 come to with endless contacts, two reviewers of this skill. */
function truthOf({ way, skill, prevalence }: Cell): Truth {
  const key = `${way === 'by 30 reps'} ${skill.name} ${prevalence}`;
  const known = truths.get(key);
  if (known) return known;
  // Over reps' difficulty the errors' squares average to (1 + 1/12) of the mean's square; rate and difficulty are independent.
  const square = way === 'by 30 reps' ? 1 + 1 / 12 : 1;
  const both = (wrong: number): { same: number; apart: number } => ({
    same: 1 - 2 * wrong + square * wrong * wrong,
    apart: 2 * (wrong - square * wrong * wrong),
  });
  const [misses, alarms] = [1 - skill.sees, 1 - skill.lets];
  const apart = prevalence * both(misses).apart + (1 - prevalence) * both(alarms).apart;
  const said = prevalence * (1 - misses) + (1 - prevalence) * alarms;
  const expected = 2 * said * (1 - said);
  const truth = { alpha: 1 - apart / expected, ac1: (1 - apart - expected) / (1 - expected) };
  truths.set(key, truth);
  return truth;
}

/** Three reviewers of ten contacts' standards each; the strict one fails a tenth of what was met besides. */
function strictnessMeasures(quick: boolean): Measure[] {
  const tries = quick ? 120 : 2000;
  const held = [0, 0];
  for (let nth = 0; nth < tries; nth++) {
    const chance = new Chance(515, nth);
    const doubles: Double[] = [];
    for (let contact = 0; contact < 40; contact++) {
      // A contact that went badly went badly by several standards.
      const bad = 0.1 + 0.4 * chance.unit();
      for (let standard = 0; standard < 5; standard++) {
        const failed = chance.unit() < bad;
        const strict = failed || chance.unit() < 0.1;
        const said = (asStrict: boolean, reviewer: string) => ({
          reviewer,
          verdict: saysFailed(skills[1]!, asStrict, 1, chance),
        });
        doubles.push({
          contact: `c${contact}`,
          standard: `s${standard}`,
          said: [said(strict, 'strict'), said(failed, 'bo'), said(failed, 'cy')],
          probability: null,
          rep: null,
        });
      }
    }
    // Of what was met a tenth more is taken for failed: .1 × .7 × (sees + lets - 1) of all, met being .7 on average.
    const truth = 0.1 * 0.7 * (skills[1]!.sees + skills[1]!.lets - 1);
    if (holds(strictnessOf('strict', doubles), truth)) held[0]! += 1;
    if (holds(strictnessOf('bo', doubles), -truth / 2)) held[1]! += 1;
  }
  return [
    share('strictness of a strict reviewer: the 95 % interval covers', held[0]!, tries, '>= 0.93', quick),
    share('strictness of one like another: the 95 % interval covers', held[1]!, tries, '>= 0.93', quick),
  ];
}
