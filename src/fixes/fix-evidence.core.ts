// What the contacts say about a fix: its effect, its guardrails, the machine's drift, the wait foreseen, and the verdict of
// all of it. Several fixes are judged together, since the more are looked at the stronger the evidence each one needs.
import type { CountedStandard } from '../marking/daily-count.core.ts';
import { addDays, type Day } from '../kernel/moment.ts';
import { effectOf, type Effect } from '../stats/effect.core.ts';
import { effectInterval } from '../stats/effect-interval.core.ts';
import { planFix, type FixPlan } from '../stats/plan-fix.ts';
import type { Interval } from '../stats/rate.core.ts';
import { dayNumber, testedOf, type Tested } from './daily-counts.core.ts';
import { driftOf, type Drift } from './drift.core.ts';
import type { Fix, FixState } from './fix.core.ts';
import { barOf, judge, type Judged } from './verdict.core.ts';

/** A fix that stands somewhere, with its state. */
export interface FixToTest {
  readonly fix: Fix;
  readonly state: FixState & { readonly begunOn: Day };
}

export interface FixEvidence {
  readonly effect: Effect;
  readonly interval: Interval | null;
  readonly drift: Drift;
  readonly plan: FixPlan | null;
  readonly judged: Judged;
  /** Guardrails that got worse. */
  readonly worse: readonly string[];
  /** Points of the fall that luck alone would have given. */
  readonly luck: number;
  /** How many fixes the evidence needed allows for. */
  readonly fixes: number;
  /** Other fixes begun at the same sites while this one's contacts, before and after, were counted. */
  readonly alongside: readonly { readonly fix: Fix; readonly begunOn: Day }[];
  /** True where it had been verified and the rate slipped back since. */
  readonly slipped: boolean;
}

const level = 0.9;
const none: CountedStandard = { counts: [], twice: [] };

/** Evidence about each fix by its id, from contacts up to and including `today`. */
export function evidenceOf(
  fixes: readonly FixToTest[],
  counted: ReadonlyMap<string, CountedStandard>,
  others: readonly { readonly fix: Fix; readonly state: FixState }[],
  today: Day,
): Map<string, FixEvidence> {
  const first = fixes.map((one) => {
    const tested = testFix(one, one.fix.standard, counted, others, today);
    return { one, tested, effect: effectOf(tested.cells, tested.design) };
  });
  const bar = barOf(first.map(({ effect }) => effect.days.at(-1)?.logFell ?? 0));
  return new Map(
    first.map(({ one, tested, effect }) => {
      const { fix, state } = one;
      const own = counted.get(fix.standard) ?? none;
      const used = own.counts.filter((row) => state.doneOn.has(row.site));
      const byPeople = share(used);
      const drift = driftOf(own.twice, { begunOn: state.begunOn, doneOn: state.doneOn, through: today }, byPeople);
      const worse = worseOf(one, counted, others, today);
      const plan = planOf(tested, effect, fix.expected);
      const interval = effectInterval(effect, level, 3 / fix.expected ** 2);
      const enough = plan?.fourInFive?.contacts ?? null;
      const judged = judge({
        effect,
        interval,
        expected: fix.expected,
        bar,
        enough,
        worse,
        drift,
      });
      const slipped = state.name === 'verified' && slippedBack(one, effect, counted, others, today);
      return [
        fix.id,
        {
          effect,
          interval,
          drift,
          plan,
          judged,
          worse,
          luck: tested.luck,
          fixes: fixes.length,
          alongside: alongsideOf(one, tested, others),
          slipped,
        },
      ] as const;
    }),
  );
}

function testFix(
  { fix, state }: FixToTest,
  standard: string,
  counted: ReadonlyMap<string, CountedStandard>,
  others: readonly { readonly fix: Fix; readonly state: FixState }[],
  today: Day,
): Tested {
  const busy = others
    .filter((other) => other.fix.id !== fix.id && other.fix.standard === standard && other.state.begunOn !== undefined)
    .flatMap((other) => other.fix.sites);
  return testedOf(
    counted.get(standard)?.counts ?? [],
    {
      begunOn: state.begunOn,
      doneOn: state.doneOn,
      pickedFrom: state.pickedFrom,
      pickedTo: state.pickedTo,
      expected: fix.expected,
      notUnchanged: new Set(busy),
    },
    today,
  );
}

// A fix begun at one of the sites before the first contact that counts is in both sides alike, and no rival.
function alongsideOf(
  { fix, state }: FixToTest,
  { design }: Tested,
  others: readonly { readonly fix: Fix; readonly state: FixState }[],
): FixEvidence['alongside'] {
  return others.flatMap((other) => {
    const { begunOn } = other.state;
    const there = other.fix.sites.some((site) => state.doneOn.has(site));
    return other.fix.id !== fix.id && there && begunOn !== undefined && dayNumber(begunOn) > design.before.from
      ? [{ fix: other.fix, begunOn }]
      : [];
  });
}

// The same test on each guardrail, read for harm; no days are left out, since nothing was picked by them.
function worseOf(
  one: FixToTest,
  counted: ReadonlyMap<string, CountedStandard>,
  others: readonly { readonly fix: Fix; readonly state: FixState }[],
  today: Day,
): string[] {
  const logs = one.fix.guardrails.map((standard) => {
    const tested = testFix(one, standard, counted, others, today);
    const { leftOut: _picked, ...design } = tested.design;
    const effect = effectOf(tested.cells, { ...design, margin: 0 });
    return effect.control ? (effect.days.at(-1)?.logRose ?? 0) : 0;
  });
  const bar = barOf(logs);
  return one.fix.guardrails.filter((_, at) => logs[at]! >= bar);
}

/** The wait foreseen at the flow and the rates from before; null where there was nothing before. */
function planOf({ cells, design, sites }: Tested, effect: Effect, expected: number): FixPlan | null {
  const start = Math.min(...Array.from(design.changedFrom));
  let [first, changed, unchanged] = [Number.POSITIVE_INFINITY, 0, 0];
  const unchangedSites = new Set<number>();
  for (let at = 0; at < cells.day.length; at++) {
    if (cells.day[at]! >= Math.min(design.before.to, start)) continue;
    first = Math.min(first, cells.day[at]!);
    const marks = cells.failed[at]! + cells.kept[at]!;
    if (Number.isFinite(design.changedFrom[cells.site[at]!])) changed += marks;
    else {
      unchanged += marks;
      unchangedSites.add(cells.site[at]!);
    }
  }
  const days = design.before.to - first;
  if (changed === 0 || days <= 0) return null;
  const from = effect.changedBefore.marked > 0 ? effect.changedBefore.failed / effect.changedBefore.marked : 0.5;
  const elsewhere = effect.unchangedBefore;
  return planFix({
    changedSites: sites.filter((_, site) => Number.isFinite(design.changedFrom[site])).length,
    unchangedSites: unchangedSites.size,
    changedPerDay: changed / days,
    unchangedPerDay: unchanged / days,
    beforeDays: days,
    from,
    to: Math.max(0, from - expected),
    ...(elsewhere.marked > 0 ? { unchangedRate: elsewhere.failed / elsewhere.marked } : {}),
    shock: effect.wobble,
  });
}

/**
 * Since the day it was verified, against the days from done until then: did failing rise by more than half of what had been
 * won? Half, since a rate that has just been seen at its best goes up by luck alone.
 */
function slippedBack(
  one: FixToTest,
  effect: Effect,
  counted: ReadonlyMap<string, CountedStandard>,
  others: readonly { readonly fix: Fix; readonly state: FixState }[],
  today: Day,
): boolean {
  const { fix, state } = one;
  if (state.verdictOn === undefined || effect.change === null || effect.change <= 0) return false;
  const since = addDays(state.verdictOn, 1);
  const tested = testFix(one, fix.standard, counted, others, today);
  const done = Math.max(...[...state.doneOn.values()].map(dayNumber));
  const half = effect.change / 2;
  const later = effectOf(tested.cells, {
    changedFrom: Array.from(tested.design.changedFrom, (day) =>
      Number.isFinite(day) ? dayNumber(since) : Number.POSITIVE_INFINITY,
    ),
    before: { from: done, to: dayNumber(since) },
    expected: half,
    margin: -half,
    // As seen before: the fix itself would look like a month's own move here.
    shock: effect.wobble,
  });
  return later.control && (later.days.at(-1)?.logRose ?? 0) >= Math.log(20);
}

function share(rows: readonly { failed: number; kept: number; byPeople: number }[]): number {
  const all = rows.reduce((total, row) => total + row.failed + row.kept, 0);
  return all > 0 ? rows.reduce((total, row) => total + row.byPeople, 0) / all : 0;
}
