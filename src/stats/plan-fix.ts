// How long until a change can be proved: for a test of one fixed size, and for one that is looked at every day. Found by
// following the effect test's own bets, in their normal limit, on made-up days from a seed.
import { betMultiples, betShares, mostBefore, mostInBlock, periodDays } from './effect.core.ts';
import { spreadOf } from './effect-sizes.core.ts';
import { chanceOf } from './normal-draws.ts';
import { normalQuantile } from './special.core.ts';

export interface FixFlow {
  /** Sites where it changes, and sites that stay as they are (0: nothing to compare with). */
  readonly changedSites: number;
  readonly unchangedSites: number;
  /** Marks a day of the standard, over all sites of each kind. */
  readonly changedPerDay: number;
  readonly unchangedPerDay: number;
  /** Days of contacts from before. */
  readonly beforeDays: number;
  /** Failing rate at the changed sites before, and as it should become. */
  readonly from: number;
  readonly to: number;
  /** Failing rate at the unchanged sites; as `from` where left out. */
  readonly unchangedRate?: number;
  /** Log odds by which a site's month moves by itself; .2 where left out. */
  readonly shock?: number;
  /** Days after which nobody will wait any longer; 365 where left out. */
  readonly longest?: number;
}

/** Days since the change and contacts after it at the changed sites. */
export interface Wait {
  readonly days: number;
  readonly contacts: number;
}

export interface FixPlan {
  /** A test that is looked at once: two-sided 5 %, 80 % power, months taken to stand still. Null where contacts are too few for ever. */
  readonly fixed: Wait | null;
  /** Half, and four in five, of the changes of this size are proved by then, looked at every day; null where they aren't. */
  readonly median: Wait | null;
  readonly fourInFive: Wait | null;
  /** Chance that it is proved before `longest` or before contacts from before run out. */
  readonly provable: number;
  /** Sites times 28-day months by the time of `fourInFive` (or `longest`): under four say too little of how months differ. */
  readonly siteMonths: number;
  /** Contacts from before that each contact after is set against. */
  readonly beforePerAfter: number;
}

const paths = 400;
const bar = Math.log(20);

/**
 * The wait for a change of `from` to `to`. A block is a contact after at a changed site less some from before, less the same
 * at unchanged sites (`effectOf`); a bet on change m in a period with t blocks of sum S has log wealth
 * m S/(v + t s²) - t m²/(2 (v + t s²)), v a block's variance and s the wobble of a period. The fixed test:
 * (z_.975 + z_.8)² v / change² blocks.
 */
export function planFix(flow: FixFlow): FixPlan {
  const { changedPerDay, unchangedPerDay, beforeDays, from, to, shock = 0.2, longest = 365 } = flow;
  const change = from - to;
  const alone = flow.unchangedSites === 0 || unchangedPerDay <= 0;
  if (change <= 0 || changedPerDay <= 0)
    return { fixed: null, median: null, fourInFive: null, provable: 0, siteMonths: 0, beforePerAfter: 1 };
  const ratio = alone ? 1 : Math.min(mostInBlock, Math.max(1 / mostInBlock, unchangedPerDay / changedPerDay));
  const groupChanged = Math.max(1, 1 / ratio);
  const groupUnchanged = Math.max(1, ratio);
  const elsewhere = spreadOf(flow.unchangedRate ?? from);
  const weight = alone ? 0 : Math.min(2, Math.max(0.5, spreadOf(from) / elsewhere));
  const blockVariance = (before: number, beforeElsewhere: number): number =>
    (spreadOf(from) / before + spreadOf(to)) / groupChanged +
    (weight ** 2 * elsewhere * (1 + 1 / beforeElsewhere)) / groupUnchanged;
  const planned = (16 * blockVariance(1, 1)) / change ** 2;
  const perAfter = (perDay: number, group: number): number =>
    Math.min(mostBefore, Math.max(1, (perDay * beforeDays) / (planned * group)));
  const before = perAfter(changedPerDay, groupChanged);
  const beforeElsewhere = alone ? 1 : perAfter(unchangedPerDay, groupUnchanged);
  const variance = blockVariance(before, beforeElsewhere);
  const there = (spreadOf(from) ** 2 * (1 + 1 / before)) / flow.changedSites;
  const wobbleElsewhere = alone ? 0 : (elsewhere ** 2 * (1 + 1 / beforeElsewhere)) / flow.unchangedSites;
  const wobble = shock ** 2 * (there + weight ** 2 * wobbleElsewhere);
  const perDay = alone ? changedPerDay : Math.min(changedPerDay / groupChanged, unchangedPerDay / groupUnchanged);
  // Each contact from before serves once.
  const lasts = Math.min(
    longest,
    Math.floor(beforeDays / before),
    alone ? longest : Math.floor((beforeDays * unchangedPerDay) / (beforeElsewhere * groupUnchanged * perDay)),
  );
  const waited = waits({ change, variance, wobble, perDay, days: lasts });
  const wait = (days: number | undefined): Wait | null =>
    days === undefined || !Number.isFinite(days)
      ? null
      : { days, contacts: Math.ceil(days * perDay * groupChanged - 1e-9) };
  const blocks = ((normalQuantile(0.975) + normalQuantile(0.8)) ** 2 * variance) / change ** 2;
  const fixedDays = Math.ceil(blocks / perDay);
  const fourInFive = wait(waited[Math.floor(0.8 * paths)]);
  return {
    fixed: fixedDays <= Math.floor(beforeDays / before) ? wait(fixedDays) : null,
    median: wait(waited[Math.floor(0.5 * paths)]),
    fourInFive,
    provable: waited.filter(Number.isFinite).length / paths,
    siteMonths: flow.changedSites * Math.ceil((fourInFive?.days ?? longest) / periodDays),
    beforePerAfter: before,
  };
}

interface Walk {
  readonly change: number;
  readonly variance: number;
  readonly wobble: number;
  readonly perDay: number;
  readonly days: number;
}

/** The day on which each of `paths` made-up changes is proved, ascending; Infinity where it isn't in time. */
function waits({ change, variance, wobble, perDay, days }: Walk): Float64Array {
  const chance = chanceOf(20260301);
  const found = new Float64Array(paths).fill(Number.POSITIVE_INFINITY);
  const earlier = new Float64Array(betMultiples.length);
  const logs = new Float64Array(betMultiples.length);
  for (let path = 0; path < paths; path++) {
    earlier.fill(0);
    let [sum, blocks, moved] = [0, 0, 0];
    for (let day = 0; day < days; day++) {
      if (day % periodDays === 0) {
        if (day > 0) earlier.set(logs);
        [sum, blocks] = [0, 0];
        moved = Math.sqrt(wobble) * chance.normal();
      }
      sum += perDay * (change + moved) + Math.sqrt(perDay * variance) * chance.normal();
      blocks += perDay;
      const spreadNow = variance + blocks * wobble;
      let wealth = 0;
      for (let bet = 0; bet < betMultiples.length; bet++) {
        const mean = betMultiples[bet]! * change;
        logs[bet] = earlier[bet]! + (mean * sum - (blocks * mean * mean) / 2) / spreadNow;
        wealth += betShares[bet]! * Math.exp(logs[bet]!);
      }
      if (Math.log(wealth) >= bar) {
        found[path] = day + 1;
        break;
      }
    }
  }
  return found.sort();
}
