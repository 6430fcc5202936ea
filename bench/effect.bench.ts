// Is a fix called verified where it did nothing, and how long does it take where it did? On made-up organisations: sites
// differ, the worst are fixed first, months move by themselves, everybody drifts; somebody looks every day.
import { dayOf, testedOf } from '../src/fixes/daily-counts.core.ts';
import { barOf, judge } from '../src/fixes/verdict.core.ts';
import { verdictSentences } from '../src/fixes/verdict-text.core.ts';
import { effectOf, type Effect } from '../src/stats/effect.core.ts';
import { effectInterval } from '../src/stats/effect-interval.core.ts';
import { madeChange, type MadeChange } from '../src/stats/made-changes.test-data.ts';
import { planFix } from '../src/stats/plan-fix.ts';
import { normalQuantile } from '../src/stats/special.core.ts';
import { estimate, figure, share, type BenchResult, type Measure } from './bench.ts';

export const name = 'effect';

const bar = Math.log(20);
const month = 28;

/** Twenty sites, five of them fixed, forty contacts a month at each: a year before, a year after. */
const service: MadeChange = {
  sites: 20,
  fixed: 5,
  perMonth: 40,
  monthsBefore: 12,
  monthsAfter: 12,
  from: 0.2,
  to: 0.2,
  sitesDiffer: 0.3,
  monthsMove: 0,
  drift: 0,
  worstFirst: true,
};

/** The changes that a service hopes for: failing rate before and after, and contacts a site and month that leave some months to wait. */
const changes = [
  { from: 0.1, to: 0.05, perMonth: 40 },
  { from: 0.2, to: 0.1, perMonth: 25 },
  { from: 0.3, to: 0.2, perMonth: 40 },
] as const;

export async function run({ quick }: { readonly quick: boolean }): Promise<BenchResult> {
  const each = quick ? 40 : 300;
  const measures: Measure[] = [];
  const fooled = (what: string, settings: readonly [MadeChange, number][], goal: string): void => {
    let [hits, all] = [0, 0];
    for (const [made, expected] of settings)
      for (let seed = 1; seed <= each; seed++) {
        if (everFell(follow(made, seed, expected))) hits += 1;
        all += 1;
      }
    measures.push(share(what, hits, all, goal, quick));
  };
  const nothing: readonly [MadeChange, number][] = [
    [{ ...service, from: 0.1, to: 0.1 }, 0.05],
    [service, 0.1],
    [{ ...service, from: 0.3, to: 0.3, fixed: 10 }, 0.1],
  ];
  const moving = (by: number): readonly [MadeChange, number][] => [
    ...nothing.map(([made, expected]): [MadeChange, number] => [{ ...made, monthsMove: by }, expected]),
    [{ ...service, monthsMove: by, perMonth: 150 }, 0.05],
    [{ ...service, monthsMove: by, sites: 10, fixed: 2, perMonth: 80 }, 0.1],
  ];
  fooled('false verified: sites differ (.3), worst fixed first', nothing, '<= 0.05');
  fooled('false verified: months of sites move by .2 too', moving(0.2), '<= 0.10');
  fooled('false verified: months of sites move by .4', moving(0.4), '');
  fooled(
    'false verified: everybody falls by .4 or rises by .4',
    nothing.flatMap(([made, expected]): [MadeChange, number][] => [
      [{ ...made, drift: -0.4 }, expected],
      [{ ...made, drift: 0.4 }, expected],
    ]),
    '',
  );
  measures.push(pickedByBefore(quick ? 40 : 300, quick));
  measures.push(manyFixes(quick ? 10 : 50));
  measures.push(fewMonthsSaid(quick ? 20 : 100, quick));
  for (const change of changes) measures.push(...waiting(change, quick ? 60 : 300, quick));
  return {
    measures,
    left_out: [
      'Changes that come slowly, and sites that change what they are for: none are made here.',
      ...(quick ? ['Fewer organisations of each kind; contacts looked at are the same.'] : []),
    ],
  };
}

function follow(made: MadeChange, seed: number, expected: number): Effect {
  const { cells, design } = madeChange(made, seed);
  return effectOf(cells, { ...design, expected });
}

function everFell(effect: Effect, over = bar): boolean {
  return effect.days.some((day) => day.logFell >= over);
}

/** Sites picked as the worst by the very contacts that serve as before: what luck alone gives is taken off. */
function pickedByBefore(rounds: number, quick: boolean): Measure {
  const epoch = 20_000;
  const name = (site: number): string => `site-${String(site).padStart(3, '0')}`;
  let hits = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const { cells, design } = madeChange({ ...service, monthsBefore: 0, monthsAfter: 4, monthsMove: 0.2 }, seed);
    const start = Math.min(...Array.from(design.changedFrom));
    const counts = Array.from(cells.day, (day, at) => ({
      day: dayOf(epoch + day),
      site: name(cells.site[at]!),
      failed: cells.failed[at]!,
      kept: cells.kept[at]!,
      byPeople: 0,
    }));
    const fixed = Array.from(design.changedFrom, (from, site) => ({ from, site })).filter(({ from }) =>
      Number.isFinite(from),
    );
    const tested = testedOf(
      counts,
      {
        begunOn: dayOf(epoch + start),
        doneOn: new Map(fixed.map(({ from, site }) => [name(site), dayOf(epoch + from)])),
        pickedFrom: dayOf(epoch),
        pickedTo: dayOf(epoch + start - 1),
        expected: 0.1,
        notUnchanged: new Set(),
      },
      dayOf(epoch + start + 200),
    );
    if (everFell(effectOf(tested.cells, tested.design))) hits += 1;
  }
  return share(
    'false verified: picked by the very contacts of before, months move by .2',
    hits,
    rounds,
    '<= 0.10',
    quick,
  );
}

/** Ten fixes at once, seven of which do nothing: what part of those called good did nothing. */
function manyFixes(rounds: number): Measure {
  let [false_, all] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const logs = Array.from({ length: 10 }, (_, at) => {
      const works = at < 3;
      const made = { ...service, monthsAfter: 6, from: works ? 0.3 : 0.2, to: works ? 0.15 : 0.2 };
      return follow(made, 10_000 + 10 * round + at, works ? 0.15 : 0.1).days.at(-1)?.logFell ?? 0;
    });
    const needed = barOf(logs);
    for (const [at, log] of logs.entries()) {
      if (log < needed) continue;
      all += 1;
      if (at >= 3) false_ += 1;
    }
  }
  return share('of ten fixes, three of which work: part of those believed that do nothing', false_, all, '', false);
}

/** One site, two months: however good it looks, too few months are said, and it isn't called verified. */
function fewMonthsSaid(rounds: number, quick: boolean): Measure {
  let said = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const effect = follow(
      { ...service, sites: 6, fixed: 1, monthsAfter: 2, perMonth: 120, from: 0.3, to: 0.1 },
      seed,
      0.2,
    );
    const interval = effectInterval(effect, 0.9, 100);
    const drift = { before: 50, after: 50, change: 0, standardError: 0.01, verdict: 'sound' } as const;
    const evidence = { effect, interval, expected: 0.2, bar, enough: 100, worse: [], drift };
    const judged = judge(evidence);
    const text = verdictSentences({ ...evidence, judged, fixes: 1 }).join(' ');
    if (judged.verdict !== 'verified' && /only 2 months of sites/i.test(text)) said += 1;
  }
  return share('two months of one site: too few are said, and nothing is verified', said, rounds, '>= 1', quick);
}

/** The wait for a real change: contacts until e >= 20, over those a test of one look needs in the same allocation. */
function waiting(change: (typeof changes)[number], rounds: number, quick: boolean): Measure[] {
  const made = { ...service, ...change, monthsAfter: 14, worstFirst: false };
  const expected = change.from - change.to;
  const blocks: number[] = [];
  const held: number[] = [];
  const days: number[] = [];
  let allocation = { changed: 1, unchanged: 1 };
  for (let seed = 1; seed <= rounds; seed++) {
    const effect = follow(made, seed, expected);
    allocation = effect.beforePerAfter;
    const proved = effect.days.find((day) => day.logFell >= bar);
    const start = (made.monthsBefore + 3) * month;
    const later =
      proved && effect.days.find((day) => day.day >= proved.day + month && day.logFell >= bar && day.sum > proved.sum);
    blocks.push(proved?.blocks ?? Number.POSITIVE_INFINITY);
    days.push(proved ? proved.day - start + 1 : Number.POSITIVE_INFINITY);
    held.push(later?.blocks ?? Number.POSITIVE_INFINITY);
  }
  const ratio = (made.sites - made.fixed) / made.fixed;
  const [a, b] = [change.from * (1 - change.from), change.to * (1 - change.to)];
  const variance = a / allocation.changed + b + (a * (1 + 1 / allocation.unchanged)) / ratio;
  const needs = (z: number): number => ((z + normalQuantile(0.8)) ** 2 * variance) / expected ** 2;
  const both = needs(normalQuantile(0.975));
  const what = `${percent(change.from)} to ${percent(change.to)}`;
  const times = (values: readonly number[], of: number) => {
    const sorted = values.toSorted((x, y) => x - y);
    // The order statistics around the 80th percentile: binomial, 95 %.
    const reach = 1.96 * Math.sqrt(rounds * 0.8 * 0.2);
    const at = (place: number): number => sorted[Math.min(rounds - 1, Math.max(0, Math.round(place)))]! / of;
    return { value: at(0.8 * rounds), low: at(0.8 * rounds - reach), high: at(0.8 * rounds + reach) };
  };
  const median = blocks.toSorted((x, y) => x - y)[Math.floor(rounds / 2)]! / both;
  const planned = planFix({
    changedSites: made.fixed,
    unchangedSites: made.sites - made.fixed,
    changedPerDay: (made.fixed * made.perMonth) / month,
    unchangedPerDay: ((made.sites - made.fixed) * made.perMonth) / month,
    beforeDays: made.monthsBefore * month,
    from: change.from,
    to: change.to,
  });
  const options = { unit: 'times', quick };
  return [
    estimate(
      `${what}: contacts to verify, 80th percentile, over one look's (two-sided 5 %, 80 %)`,
      times(blocks, both),
      { ...options, goal: '<= 2.0' },
    ),
    estimate(`${what}: the same over one look's at one-sided 5 %`, times(blocks, needs(normalQuantile(0.95))), {
      ...options,
      goal: '',
    }),
    figure(`${what}: the same, median, two-sided`, median, 'times', ''),
    estimate(`${what}: with four weeks held, 80th percentile, two-sided`, times(held, both), { ...options, goal: '' }),
    estimate(
      `${what}: days waited, 80th percentile, over those planned`,
      times(days, planned.fourInFive?.days ?? Number.NaN),
      { ...options, goal: '' },
    ),
  ];
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
