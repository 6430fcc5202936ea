// Do corrected rates hold what their intervals promise? Planted truth from rare to half, machines from good to a coin, six
// ways to choose the reviews; the rate of these very marks, and of the process behind them, each held to its own truth.
import { predictionPoweredMean } from '../src/stats/prediction-powered.core.ts';
import { correctedRate, type RateTarget } from '../src/stats/corrected-rate.core.ts';
import { wilson } from '../src/stats/rate.core.ts';
import { type BenchResult, estimate, figure, type Measure, share } from './bench.ts';
import { Chance } from './chance.ts';
import { machines, Planted, type Machine } from './ppi/planted.ts';
import { type Plan, plans, sumOver } from './ppi/plans.ts';

export const name = 'ppi';

const size = 2000;
const rates = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5];
const reviewed = [30, 50, 100, 200, 400];
const targets: readonly RateTarget[] = ['population', 'process'];
/** Of a full run: how many cases each cell sees, and how many the worst of them see afresh. */
const cases = { first: 800, again: 5000, cellsAgain: 4 };

interface Cell {
  readonly plan: Plan;
  readonly machine: Machine;
  readonly rate: number;
  readonly n: number;
  readonly many: boolean;
}

interface Seen {
  readonly cell: Cell;
  readonly cases: number;
  readonly covered: Record<RateTarget, number>;
  /** Mean width over that of Wilson's interval from as many evenly drawn reviews without a machine. */
  readonly width: number;
  readonly effective: number;
}

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const cells = plans.flatMap((plan) =>
    machines.flatMap((machine) =>
      rates.flatMap((rate) =>
        reviewed.map((n): Cell => ({ plan, machine, rate, n, many: n * new Planted(rate, machine).rate >= 10 })),
      ),
    ),
  );
  const measures: Measure[] = [];
  for (const plan of plans) {
    const own = cells.filter((cell) => cell.plan === plan).map((cell, at) => seen(cell, quick ? 40 : cases.first, at));
    for (const target of targets)
      for (const many of [true, false]) {
        const these = own.filter((one) => one.cell.many === many);
        const of = target === 'population' ? 'these marks' : 'the process';
        const what = `${plan.name}: covers ${of}, n x rate ${many ? '>= 10' : 'below 10'}`;
        const goal = many ? '>= 0.93' : '>= 0.9';
        measures.push(quick ? pooled(what, these, target, goal) : worst(what, these, target, goal));
      }
    const few = own.filter((one) => !one.cell.many);
    measures.push(widest(`${plan.name}: width over Wilson's, n x rate below 10, worst`, few, quick));
    const gain = own.filter((one) => one.cell.many && one.cell.machine === machines[1]);
    const mean = gain.reduce((sum, one) => sum + one.effective, 0) / gain.length;
    measures.push(figure(`${plan.name}: what a review is worth, fair machine, n x rate >= 10`, mean, 'reviews', ''));
  }
  measures.push(...beside(quick));
  return {
    measures,
    left_out: quick
      ? ['The worst cell of each kind: forty cases a cell are too few to tell it; shares are pooled.']
      : [],
  };
}

/** Draws marks and reviews of a cell again and again; the same cell and start give the same. */
function seen(cell: Cell, count: number, start: number): Seen {
  const planted = new Planted(cell.rate, cell.machine);
  const covered = { population: 0, process: 0 };
  let width = 0;
  let even = 0;
  let effective = 0;
  for (let nth = 0; nth < count; nth++) {
    const chance = new Chance(4100 + start, nth);
    const counts = planted.draw(size, chance);
    const truth = { population: sumOver(counts, (kind) => kind.failed) / size, process: planted.rate };
    const strata = cell.plan.review(counts, cell.n, chance);
    for (const target of targets) {
      const found = correctedRate(strata, target, 0.95);
      if (found === null) continue;
      // A share of whole marks may miss a limit by rounding alone.
      if (found.low - 1e-12 <= truth[target] && truth[target] <= found.high + 1e-12) covered[target]++;
      if (target === 'process') {
        width += found.high - found.low;
        effective += found.effective / found.reviewed;
      }
    }
    const alone = wilson(
      sumOver(planted.draw(cell.n, chance), (kind) => kind.failed),
      cell.n,
      0.95,
    );
    even += alone.high - alone.low;
  }
  return { cell, cases: count, covered, width: width / even, effective: effective / count };
}

function pooled(what: string, these: readonly Seen[], target: RateTarget, goal: string): Measure {
  const all = these.reduce((sum, one) => sum + one.cases, 0);
  const held = these.reduce((sum, one) => sum + one.covered[target], 0);
  return share(what, held, all, goal, true);
}

/** The cells that came out worst are drawn afresh, so that the worst of many isn't bad by luck alone. */
function worst(what: string, these: readonly Seen[], target: RateTarget, goal: string): Measure {
  const again = these
    .toSorted((a, b) => a.covered[target] - b.covered[target])
    .slice(0, cases.cellsAgain)
    .map((one, at) => seen(one.cell, cases.again, 50_000 + at));
  const least = again.reduce((a, b) => (b.covered[target] < a.covered[target] ? b : a));
  const { machine, rate, n } = least.cell;
  return share(
    `${what}, worst (${machine.name}, rate ${rate}, n ${n})`,
    least.covered[target],
    least.cases,
    goal,
    false,
  );
}

function widest(what: string, these: readonly Seen[], quick: boolean): Measure {
  const most = these.reduce((a, b) => (b.width > a.width ? b : a));
  const one = quick ? most : seen(most.cell, cases.again, 60_000);
  const { machine, rate, n } = one.cell;
  // A mean of widths whose spread is about half of it.
  const error = (1.96 * 0.5 * one.width) / Math.sqrt(one.cases);
  return estimate(
    `${what} (${machine.name}, rate ${rate}, n ${n})`,
    { value: one.width, low: one.width - error, high: one.width + error },
    { unit: 'ratio', goal: '<= 1.1', quick },
  );
}

/** What the others would have said of the same: the machine alone, and PPI++ with the normal interval it is published with. */
function beside(quick: boolean): Measure[] {
  const planted = new Planted(0.05, machines[1]!);
  const count = quick ? 300 : 4000;
  let machineOnly = 0;
  let normal = 0;
  for (let nth = 0; nth < count; nth++) {
    const chance = new Chance(77, nth);
    const counts = planted.draw(size, chance);
    const flagged = sumOver(counts, (kind) => kind.flagged);
    const alone = wilson(flagged, size, 0.95);
    if (alone.low <= planted.rate && planted.rate <= alone.high) machineOnly++;
    const [all] = plans[0]!.review(counts, 50, chance);
    const rest = Math.round(flagged - all!.reviews.reduce((sum, one) => sum + one.machine, 0));
    const unlabelled = Array.from({ length: size - 50 }, (_, at) => Number(at < rest));
    const found = predictionPoweredMean(all!.reviews, unlabelled);
    if (found && found.low <= planted.rate && planted.rate <= found.high) normal++;
  }
  return [
    share('told: the machine alone covers (fair machine, rate .05)', machineOnly, count, '', quick),
    share('told: PPI++ with a normal interval covers (fair machine, rate .05, n 50)', normal, count, '', quick),
  ];
}
