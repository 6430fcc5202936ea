// The same question with marking in between: organisations are planned, their contacts spoken, written, read and marked, and the
// shares of those marks are held against the planted truth. Few and small, and without a goal: what marking adds is to be seen.
import { type Cause, causes } from '../../src/diagnosis/finding.core.ts';
import { sharesOfFailing } from '../../src/diagnosis/model/shares.core.ts';
import { planOrganisation } from '../../src/simulate/plan-organisation.ts';
import { shippedScenario } from '../../src/simulate/shipped-scenarios.ts';
import { trueShares } from '../../src/simulate/true-shares.ts';
import { figure, type Measure, share } from '../bench.ts';
import { markedRows } from './marked-rows.ts';
import type { Interval } from './one-organisation.ts';

const scenarios = [
  'mixed',
  'procedure',
  'training',
  'management',
  'policy',
  'personnel',
  'policy-with-price',
  'training-to-worst',
];
const firstSeed = 43_000;
const planted = 0.1;
const absent = 1e-6;
const claimed = 0.05;

interface Held {
  readonly found: readonly Interval[];
  readonly leads: boolean | undefined;
  readonly planned: number;
  readonly marked: number;
  readonly alike: number;
}

export async function endToEnd(): Promise<Measure[]> {
  const all: Held[] = [];
  for (const [nth, scenario] of scenarios.entries()) {
    const one = await held(scenario, firstSeed + nth);
    if (one) all.push(one);
  }
  const found = all.flatMap((one) => one.found);
  const large = found.filter((one) => one.truth >= planted);
  const none = found.filter((one) => Math.abs(one.truth) < absent);
  const led = all.flatMap(({ leads }) => (leads === undefined ? [] : [leads]));
  const sum = (read: (one: Held) => number): number => all.reduce((total, one) => total + read(one), 0);
  const of = 'through words and marks';
  const covered = (some: readonly Interval[]): number =>
    some.filter(({ low, truth, high }) => low <= truth && truth <= high).length;
  return [
    share(
      `${of}: planned acts that got a mark`,
      sum((one) => one.marked),
      sum((one) => one.planned),
      '',
      false,
    ),
    share(
      `${of}: marks that are as planned`,
      sum((one) => one.alike),
      sum((one) => one.marked),
      '',
      false,
    ),
    share(`${of}: shares of 10 % or more that the 90 % interval holds`, covered(large), large.length, '', false),
    figure(
      `${of}: how far these shares are off, mean`,
      large.reduce((total, one) => total + Math.abs(one.share - one.truth), 0) / Math.max(1, large.length),
      'share',
      '',
    ),
    share(`${of}: absent causes whose interval holds nothing`, covered(none), none.length, '', false),
    share(`${of}: absent causes claimed`, none.filter((one) => one.low > claimed).length, none.length, '', false),
    share(
      `${of}: the largest comes first, where it leads by over 10 points`,
      led.filter(Boolean).length,
      led.length,
      '',
      false,
    ),
  ];
}

async function held(scenario: string, seed: number): Promise<Held | undefined> {
  const file = shippedScenario(scenario);
  const planned = planOrganisation(
    { ...file, ranges: { ...file.ranges, sizes: { ...file.ranges.sizes, 'contacts-a-day': [1, 2] } } },
    seed,
  );
  const { rows, ...counts } = await markedRows(planned);
  const report = sharesOfFailing(rows, { draws: 300, seed, rowsForDraws: 3000 });
  if (report.kind !== 'shares') return undefined;
  const { shares } = trueShares(planned.rows);
  const found = report.causes.map(({ cause, share: told, low, high }) => ({
    truth: shares[cause],
    share: told,
    low,
    high,
  }));
  const [most, next] = causes.toSorted((a, b) => shares[b] - shares[a]) as [Cause, Cause];
  const leads = shares[most] - shares[next] > planted ? report.causes[0]!.cause === most : undefined;
  return { found, leads, ...counts };
}
