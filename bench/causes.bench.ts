// Are the shares of the failing right? Organisations whose causes were planted are shared out, and each interval is held
// against the planted truth. Rows are true ones: what marking adds is not in it.
import { appendFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Cause, causes } from '../src/diagnosis/finding.core.ts';
import { startCrew } from '../src/platform/crew.ts';
import { type Bench, type BenchResult, figure, type Measure, share } from './bench.ts';
import { endToEnd } from './causes/end-to-end.ts';
import type { Interval, Outcome, Task } from './causes/one-organisation.ts';

export const { name, run }: Bench = { name: 'causes', run: measure };

/** Scenarios of the simulator in which each cause is sometimes there and sometimes not. */
const general = [
  'mixed',
  'procedure',
  'mixed',
  'training',
  'mixed',
  'management',
  'mixed',
  'personnel',
  'mixed',
  'training-to-worst',
];
const policyCaused = ['policy', 'policy-with-price', 'bad-site'];
/** A cause with less than this is neither planted nor absent: its share is too small to ask for. */
const planted = 0.1;
const absent = 1e-6;
const claimed = 0.05;

async function measure({ quick }: { readonly quick: boolean }): Promise<BenchResult> {
  const began = performance.now();
  const various = await shared(generalTasks(quick ? 6 : 200, quick));
  const policy = await shared(policyTasks(quick ? 6 : 300, quick));
  const all = [...various, ...policy];
  const measures: Measure[] = [
    ...coverage(various, quick),
    within(
      'policy, among organisations that it makes fail and where it is 10 % or more: the 90 % interval holds it',
      of(policy, 'policy').flatMap((one) => (one.truth >= planted ? [covers(one)] : [])),
      [0.85, 0.95],
      quick,
    ),
    ...absentCauses(various, quick),
    leadership(various, quick),
    ...personnel(policy, quick),
    ...controls(all, quick),
    ...(quick ? [] : await endToEnd()),
    figure('processor time an organisation, median', median(all.map((one) => one.seconds)), 's', ''),
    figure('marks an organisation, median', median(all.map((one) => one.rows)), 'count', ''),
    figure('the whole bench', (performance.now() - began) / 1000, 's', ''),
  ];
  return {
    measures,
    left_out: [
      'Reading the record is in none of it: exposures are the planted ones, also where marks are read from words.',
      ...(quick
        ? [
            'A quick run sees 12 small organisations: it shows that nothing is broken, not that intervals are right.',
            'Organisations whose contacts are spoken and marked: only the full run makes them.',
          ]
        : []),
    ],
  };
}

/** Half from the simulator, half from the bench's own source of rows; sizes from small to middling (2,000 to some 15,000 marks). */
function generalTasks(count: number, quick: boolean): Task[] {
  return Array.from({ length: count }, (_, nth) =>
    nth % 2 === 0
      ? {
          source: general[(nth / 2) % general.length]!,
          seed: 41_000 + nth,
          size: quick ? 0.7 : 1 + ((nth * 7) % 5) / 2,
          draws: quick ? 100 : 300,
        }
      : {
          source: 'rows',
          seed: 31_000 + nth,
          size: quick ? 0.25 : 0.3 + 0.15 * ((nth * 3) % 5),
          draws: quick ? 100 : 300,
        },
  );
}

function policyTasks(count: number, quick: boolean): Task[] {
  return Array.from({ length: count }, (_, nth) =>
    nth % 2 === 0
      ? {
          source: policyCaused[(nth / 2) % policyCaused.length]!,
          seed: 61_000 + nth,
          size: quick ? 0.7 : 1 + ((nth * 7) % 3) / 2,
          draws: quick ? 100 : 300,
        }
      : {
          source: 'rows-policy',
          seed: 51_000 + nth,
          size: quick ? 0.25 : 0.3 + 0.15 * ((nth * 3) % 4),
          draws: quick ? 100 : 300,
        },
  );
}

async function shared(tasks: readonly Task[]): Promise<Outcome[]> {
  const crew = startCrew<Task, Outcome | null>(
    new URL('./causes/organisations.worker.ts', import.meta.url),
    null,
    Math.min(2, availableParallelism()),
  );
  // Long runs can be watched, and looked into afterwards: a line an organisation.
  const log = process.env.CUSTOMARY_BENCH_LOG;
  try {
    const found = await Promise.all(
      tasks.map(async (task) => {
        const outcome = await crew.run(task);
        if (log && outcome) appendFileSync(log, `${JSON.stringify(outcome)}\n`);
        return outcome;
      }),
    );
    return found.filter((one) => one !== null);
  } finally {
    await crew.close();
  }
}

const covers = ({ high, low, truth }: Interval): boolean => low <= truth && truth <= high;

function of(outcomes: readonly Outcome[], cause: Cause): Interval[] {
  return outcomes.map((one) => one.byCause[cause]);
}

function coverage(outcomes: readonly Outcome[], quick: boolean): Measure[] {
  const each = causes
    .map((cause) => ({ cause, found: of(outcomes, cause).filter((one) => one.truth >= planted) }))
    // A quick run's few organisations need not have every cause.
    .filter(({ found }) => !quick || found.length > 0);
  const pooled = each.flatMap((one) => one.found);
  return [
    ...each.map(({ cause, found }) =>
      within(
        `${cause}, where its share is 10 % or more: the 90 % interval holds it`,
        found.map(covers),
        [0.85, 0.95],
        quick,
      ),
    ),
    within('all five together: the 90 % interval holds it', pooled.map(covers), [0.87, 0.93], quick),
    figure('width of these intervals, median', median(pooled.map((one) => one.high - one.low)), 'share', ''),
  ];
}

function absentCauses(outcomes: readonly Outcome[], quick: boolean): Measure[] {
  const found = causes.flatMap((cause) => of(outcomes, cause).filter((one) => Math.abs(one.truth) < absent));
  return [
    share(
      'causes that are absent: the interval holds nothing',
      found.filter(covers).length,
      found.length,
      '>= 0.85',
      quick,
    ),
    share(
      'causes that are absent: claimed',
      found.filter((one) => one.low > claimed).length,
      found.length,
      '<= 0.05',
      quick,
    ),
  ];
}

function leadership(outcomes: readonly Outcome[], quick: boolean): Measure {
  const led = outcomes.flatMap(({ byCause }) => {
    const byTruth = causes.toSorted((a, b) => byCause[b].truth - byCause[a].truth);
    if (byCause[byTruth[0]!].truth - byCause[byTruth[1]!].truth <= 0.1) return [];
    const first = causes.toSorted((a, b) => byCause[b].share - byCause[a].share)[0];
    return [first === byTruth[0]];
  });
  return share(
    'the largest cause comes first, where it leads by over 10 points',
    led.filter(Boolean).length,
    led.length,
    '>= 0.9',
    quick,
  );
}

function personnel(outcomes: readonly Outcome[], quick: boolean): Measure[] {
  const found = of(outcomes, 'personnel');
  const innocent = found.filter((one) => one.truth <= claimed);
  return [
    share(
      'organisations that a policy makes fail: personnel claimed, where people truly explain 5 % or less',
      innocent.filter((one) => one.low > claimed).length,
      innocent.length,
      '<= 0.02',
      quick,
    ),
    share(
      'the same, whatever people truly explain',
      found.filter((one) => one.low > claimed).length,
      found.length,
      '',
      quick,
    ),
  ];
}

function controls(outcomes: readonly Outcome[], quick: boolean): Measure[] {
  return (['moon', 'voodoo'] as const).map((control) =>
    within(
      `${control}: the 90 % interval holds nothing`,
      outcomes.flatMap((one) => (one.controls[control] ? [covers(one.controls[control])] : [])),
      [0.85, 0.95],
      quick,
    ),
  );
}

/** A share that should be neither too low nor too high: the goal names the lower end, and the upper one counts as well. */
function within(
  what: string,
  held: readonly boolean[],
  [low, high]: readonly [number, number],
  quick: boolean,
): Measure {
  const count = held.filter(Boolean).length;
  const measured = share(`${what} (at most ${high})`, count, held.length, `>= ${low}`, quick);
  const spare = quick ? 1 : 0;
  return { ...measured, ok: measured.ok && measured.value <= high + spare };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
