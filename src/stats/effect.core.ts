// Did a change at some places move a rate? Change against change: (before - after where it changed) less (before - after
// where it didn't), with wealth that stays fair however often one looks. Pure; days are whole numbers.
import { laidOut, type EffectCells } from './effect-queues.core.ts';
import { periodBets, type PeriodBets } from './effect-shocks.core.ts';
import { concentration, Sizes, spreadOf } from './effect-sizes.core.ts';
import { sidesOf, type EffectCounts, type EffectDesign, type Sides } from './effect-sides.core.ts';
import { wobbleOf } from './effect-wobble.core.ts';

/** How things stood at the end of a day. */
export interface EffectDay {
  readonly day: number;
  /** Contacts used so far, of all four kinds. */
  readonly contacts: number;
  readonly blocks: number;
  /** ln of the e-value that failing fell (against no change or more failing), and that it rose. */
  readonly logFell: number;
  readonly logRose: number;
  /** Sum of the blocks' differences, less the margin, so far: what a stretch of days alone comes to is a difference of two. */
  readonly sum: number;
}

export interface Effect {
  readonly days: readonly EffectDay[];
  /** Mean of the blocks: by how much failing fell where it changed, less what it would have by itself, less the margin. Null before the first block. */
  readonly change: number | null;
  /** Standard error of `change`, the wobble of site-months included. */
  readonly standardError: number | null;
  readonly changedBefore: EffectCounts;
  readonly changedAfter: EffectCounts;
  readonly unchangedBefore: EffectCounts;
  readonly unchangedAfter: EffectCounts;
  /** Log odds by which a site's month was allowed to move by itself, standard deviation. */
  readonly wobble: number;
  /** Sites times 28-day months after the change with a used contact at a changed site. */
  readonly siteMonths: number;
  /** True where contacts from before ran out at a changed site: later ones there add nothing. */
  readonly beforeUsedUp: boolean;
  /** False where no site stayed as it was: then `change` is plain before less after, and anything else may have done it. */
  readonly control: boolean;
  /** Contacts from before that each contact after is set against. */
  readonly beforePerAfter: { readonly changed: number; readonly unchanged: number };
}

/** Days of a stretch that may move by itself. */
export const periodDays = 28;
/** A month is allowed so much by itself, in log odds, also where less is seen; with more seen, that. */
const leastWobble = 0.2;
/** Bets are placed on these multiples of the expected change, with these shares of the first wealth. */
export const betMultiples = [0.5, 0.85, 1.4];
export const betShares = [0.25, 0.5, 0.25];
/** How many contacts the pooled rate counts for beside a side's own, so that the worst are not taken at their word. */
const shrinkWeight = 30;
export const mostBefore = 4;
export const mostInBlock = 6;

/**
 * Follows the change day by day. Every contact after, at a changed site, is set against contacts from before at the same
 * site (so sites may differ), and that against the same at unchanged sites on about the same days (so whatever moves
 * everybody drops out; a move there counts as the same move in odds would here). Each contact is used once. What comes of
 * it, block by block, has a mean of 0 or less where the change did nothing, and is bet on (`periodBets`) at three sizes of
 * effect. Betting on a bounded mean: Waudby-Smith and Ramdas 2024, JRSS B 86:1; looking at any time is safe by Ville's
 * inequality: P(e-value ever over 1/a) <= a where the mean is never over 0.
 * Contacts of one day and site may come in any order: only their counts are read.
 * @param cells counts of one standard; sites are numbered as in `changedFrom`
 */
export function effectOf(cells: EffectCells, design: EffectDesign): Effect {
  const sides = sidesOf(cells, design);
  const wobble = design.shock ?? wobbleAllowed(cells, sides.start, design);
  const run = new Run(sides, design, wobble);
  const days: EffectDay[] = [];
  for (const [day, today] of Map.groupBy(sides.after, (cell) => cell.day)) {
    run.beginDay(day);
    for (const cell of today) run.take(cell.site, cell.changed, laidOut(day, cell.site, cell.failed, cell.kept));
    if (run.settleDay()) days.push(run.told(day));
  }
  const { changedBefore, changedAfter, unchangedBefore, unchangedAfter } = sides;
  return { days, wobble, ...run.summary(), changedBefore, changedAfter, unchangedBefore, unchangedAfter };
}

// Only counts that no change has touched may say how months move by themselves.
function wobbleAllowed(cells: EffectCells, start: number, { changedFrom }: EffectDesign): number {
  const untouched = (at: number): boolean => cells.day[at]! < Math.max(start, changedFrom[cells.site[at]!]!);
  const never = (at: number): boolean => !Number.isFinite(changedFrom[cells.site[at]!]);
  return Math.max(leastWobble, wobbleOf(cells, periodDays, (at) => untouched(at) || never(at)) ?? 0);
}

class Run {
  readonly #sides: Sides;
  readonly #design: EffectDesign;
  readonly #wobble: number;
  // Contacts from before per contact after, and contacts after in a block, on each side.
  readonly #before: { changed: Sizes; unchanged: Sizes };
  readonly #group: { changed: Sizes; unchanged: Sizes };
  readonly #wealth = { fell: new Float64Array(betShares.length), rose: new Float64Array(betShares.length) };
  readonly #seen: { changed: Tally; unchanged: Tally };
  #pending = { changed: [] as number[], unchanged: [] as number[] };
  #bets: { fell: PeriodBets; rose: PeriodBets } | undefined;
  #period = -1;
  #weight = 1;
  #blockVariance = 0;
  #shockVariance = 0;
  #usedUp = false;
  #alone = false;
  #contacts = 0;
  #blocks = 0;
  #periodBlocks = 0;
  #sum = 0;
  #variance = 0;
  readonly #siteMonths = new Set<string>();

  constructor(sides: Sides, design: EffectDesign, wobble: number) {
    this.#sides = sides;
    this.#design = design;
    this.#wobble = wobble;
    const { changed, unchanged } = sides.scale;
    const pooled = { failed: changed.failed + unchanged.failed, marked: changed.marked + unchanged.marked };
    const rate = (pooled.failed + 1) / (pooled.marked + 4);
    this.#seen = {
      changed: { failed: changed.failed + rate * shrinkWeight, marked: changed.marked + shrinkWeight },
      unchanged: { failed: unchanged.failed + rate * shrinkWeight, marked: unchanged.marked + shrinkWeight },
    };
    let [flowChanged, flowUnchanged] = [0, 0];
    for (const [site, flow] of sides.flow.entries()) {
      if (design.changedFrom[site]! < sides.start + periodDays) flowChanged += flow;
      else flowUnchanged += flow;
    }
    this.#alone = flowUnchanged === 0;
    const ratio = Math.min(mostInBlock, Math.max(1 / mostInBlock, flowChanged > 0 ? flowUnchanged / flowChanged : 1));
    this.#group = { changed: new Sizes(Math.max(1, 1 / ratio)), unchanged: new Sizes(Math.max(1, ratio)) };
    // About as many blocks as four in five effects of the expected size take.
    const planned = (16 * this.#varianceWith(1, 1)) / design.expected ** 2;
    const perAfter = (flow: number, group: number): number =>
      Math.min(mostBefore, Math.max(1, flow / (planned * group)));
    this.#before = {
      changed: new Sizes(perAfter(flowChanged, this.#group.changed.mean)),
      unchanged: new Sizes(perAfter(flowUnchanged, this.#group.unchanged.mean)),
    };
  }

  #rates(): { changed: number; unchanged: number } {
    const { changed, unchanged } = this.#seen;
    return { changed: changed.failed / changed.marked, unchanged: unchanged.failed / unchanged.marked };
  }

  /** Variance of a block, at the rates as seen so far. Sets the weight of the unchanged side. */
  #varianceWith(beforeChanged: number, beforeUnchanged: number): number {
    const { changed, unchanged } = this.#rates();
    const later = Math.max(0.005, changed - this.#design.expected / 2);
    this.#weight = this.#alone ? 0 : Math.min(2, Math.max(0.5, spreadOf(changed) / spreadOf(unchanged)));
    const there = (spreadOf(changed) / beforeChanged + spreadOf(later)) / this.#group.changed.mean;
    const elsewhere = (spreadOf(unchanged) * (1 + 1 / beforeUnchanged)) / this.#group.unchanged.mean;
    return there + this.#weight ** 2 * elsewhere;
  }

  beginDay(day: number): void {
    const period = Math.floor((day - this.#sides.start) / periodDays);
    if (period === this.#period) return;
    this.#closePeriod();
    this.#period = period;
    // What waited for a counterpart is dropped: it would be set against another season.
    this.#pending = { changed: [], unchanged: [] };
    this.#blockVariance = this.#varianceWith(this.#before.changed.mean, this.#before.unchanged.mean);
    this.#shockVariance = this.#shockVarianceOn(day);
    const { expected } = this.#design;
    const design = {
      variance: this.#blockVariance,
      bound: 1 + this.#weight + Math.abs(this.#design.margin ?? 0),
      shock: Math.sqrt(this.#shockVariance),
    };
    this.#bets = {
      fell: periodBets({ ...design, changes: betMultiples.map((one) => one * expected) }),
      rose: periodBets({ ...design, changes: betMultiples.map((one) => -one * expected) }),
    };
  }

  /** By how much a whole month's difference may move by itself: less, the more sites it is the mean of. */
  #shockVarianceOn(day: number): number {
    const { changedFrom } = this.#design;
    const flows = Map.groupBy(this.#sides.flow.entries(), ([site]) => changedFrom[site]! < day + periodDays);
    const shareOf = (changed: boolean): number => concentration((flows.get(changed) ?? []).map(([, flow]) => flow));
    const rates = this.#rates();
    const there = spreadOf(rates.changed) ** 2 * (1 + 1 / this.#before.changed.mean) * shareOf(true);
    const elsewhere = spreadOf(rates.unchanged) ** 2 * (1 + 1 / this.#before.unchanged.mean) * shareOf(false);
    return this.#wobble ** 2 * (there + this.#weight ** 2 * elsewhere);
  }

  #closePeriod(): void {
    if (!this.#bets) return;
    add(this.#wealth.fell, this.#bets.fell.logWealth());
    add(this.#wealth.rose, this.#bets.rose.logWealth());
    this.#variance += this.#periodBlocks * this.#blockVariance + this.#periodBlocks ** 2 * this.#shockVariance;
    this.#periodBlocks = 0;
    this.#bets = undefined;
  }

  /** Contacts of today at one site, each set against some from before at the same site. */
  take(site: number, changed: boolean, outcomes: Uint8Array): void {
    const side = changed ? 'changed' : 'unchanged';
    const queue = this.#sides.queues[site]!;
    for (const outcome of outcomes) {
      const size = this.#before[side].peek();
      if (queue.left < size) {
        if (changed) this.#usedUp = true;
        return;
      }
      this.#before[side].next();
      const earlier = queue.mean(size);
      this.#seen[side].failed += earlier * size;
      this.#seen[side].marked += size;
      this.#contacts += size + 1;
      this.#pending[side].push(earlier - outcome);
      if (changed) this.#siteMonths.add(`${site} ${this.#period}`);
    }
  }

  /** Places the bets that today's contacts allow. @returns whether there were any */
  settleDay(): boolean {
    const { changed, unchanged } = this.#pending;
    const { margin = 0 } = this.#design;
    let [c, u] = [0, 0];
    const before = this.#blocks;
    for (;;) {
      const [nc, nu] = [this.#group.changed.peek(), this.#group.unchanged.peek()];
      if (c + nc > changed.length || (!this.#alone && u + nu > unchanged.length)) break;
      this.#group.changed.next();
      this.#group.unchanged.next();
      const elsewhere = this.#alone ? 0 : this.#weight * mean(unchanged, u, nu);
      const difference = mean(changed, c, nc) - elsewhere - margin;
      c += nc;
      u += nu;
      this.#bets!.fell.add(difference);
      this.#bets!.rose.add(difference);
      this.#sum += difference;
      this.#blocks += 1;
      this.#periodBlocks += 1;
    }
    this.#pending = { changed: changed.slice(c), unchanged: unchanged.slice(u) };
    return this.#blocks > before;
  }

  told(day: number): EffectDay {
    return {
      day,
      contacts: this.#contacts,
      blocks: this.#blocks,
      logFell: logMixture(this.#wealth.fell, this.#bets!.fell.logWealth()),
      logRose: logMixture(this.#wealth.rose, this.#bets!.rose.logWealth()),
      sum: this.#sum,
    };
  }

  summary(): Pick<Effect, 'change' | 'standardError' | 'siteMonths' | 'beforeUsedUp' | 'control' | 'beforePerAfter'> {
    this.#closePeriod();
    const n = this.#blocks;
    return {
      change: n > 0 ? this.#sum / n : null,
      standardError: n > 0 ? Math.sqrt(this.#variance) / n : null,
      siteMonths: this.#siteMonths.size,
      beforeUsedUp: this.#usedUp,
      control: !this.#alone,
      beforePerAfter: { changed: this.#before.changed.mean, unchanged: this.#before.unchanged.mean },
    };
  }
}

interface Tally {
  failed: number;
  marked: number;
}

function mean(values: readonly number[], from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += values[i]!;
  return sum / count;
}

function add(into: Float64Array, more: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i]! += more[i]!;
}

/** ln of the shares' mean of wealth so far times this period's. */
function logMixture(before: Float64Array, now: Float64Array): number {
  const logs = betShares.map((share, i) => Math.log(share) + before[i]! + now[i]!);
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
