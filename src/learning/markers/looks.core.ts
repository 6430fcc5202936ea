// May a learned marker take the cue marker's place? Asked again and again while reviews come, so the evidence is money won by
// betting: each batch of reviews is told beforehand by what the reviews before it taught, and whoever had bet on the learned marker
// against the cue marker holds so much by now. Where what people say has nothing to do with what was said, no more than 1 history
// in 20 ever reaches 20 times the stake, over all looks and however often it was learned anew.
import { wealthNeeded, wealthOf } from '../../stats/wealth.core.ts';
import { mixed } from '../../kernel/hash32.ts';
import { learnMarker, verdictsOf } from './learn-marker.core.ts';
import type { MarkerExamples } from './marker-examples.core.ts';
import { enoughToLearn } from './enough.core.ts';

/** Histories in which a marker that is no better is ever let in. */
const falsePromotions = 0.05;

/** The first batch is told from so many reviews; each later one from a third more. */
const firstTold = 50;
const growth = 1.33;
/** Folds for the calibration inside: fewer than for a model that is kept, since this is done at every batch. */
const folds = 3;

export interface Evidenced {
  /** What one coin became by betting on the learned marker. */
  readonly wealth: number;
  readonly needed: number;
  /** Pairs of reviews that the two markers told apart unequally well, and in how many the learned one did better. */
  readonly duels: number;
  readonly won: number;
}

/** Where batches begin among so many reviews, the end last. The same whenever one looks. */
export function batchesOf(reviews: number): number[] {
  const ends: number[] = [];
  for (let at = firstTold; at < reviews; at = Math.max(at + 20, Math.round(at * growth))) ends.push(at);
  return [...ends, reviews];
}

/** What the reviews so far say, in the order they came. */
export function evidenceOf(examples: MarkerExamples): Evidenced {
  const won: boolean[] = [];
  const ends = batchesOf(examples.truth.length);
  for (const [index, from] of ends.slice(0, -1).entries()) {
    const before = Int32Array.from({ length: from }, (_, at) => at);
    if (!enoughToLearn(examples, before)) continue;
    const batch = Int32Array.from({ length: ends[index + 1]! - from }, (_, at) => from + at);
    const { verdicts } = verdictsOf(learnMarker(examples, before, folds), examples, batch);
    won.push(...duelsOf(examples, batch, verdicts));
  }
  const wealth = wealthOf(won).at(-1) ?? 1;
  return {
    wealth: Math.min(wealth, 1e12),
    needed: wealthNeeded(falsePromotions),
    duels: won.length,
    won: won.filter(Boolean).length,
  };
}

/**
 * Two reviews of which people say different things: does a marker tell which is which? One point for each that it got right, one off
 * for each that it took for the other. Where the two markers have as many points there is no duel; else whoever has more has won it.
 * Had people's two verdicts stood the other way round, the other would have: so where what people say has nothing to do with what was
 * said, every duel is an even one, however rare a verdict is, and a marker that always says the same, or is unsure, wins none.
 * Reviews of a batch are paired in an order that nobody chose.
 */
function duelsOf(examples: MarkerExamples, batch: Int32Array, said: Int32Array): boolean[] {
  const { truth, cue } = examples;
  const order = Array.from(batch.keys()).toSorted((a, b) => mixed(batch[a]!, 77) - mixed(batch[b]!, 77) || a - b);
  const waiting: number[][] = [[], [], []];
  const won: boolean[] = [];
  for (const at of order) {
    const own = truth[batch[at]!]!;
    // The verdict of which most wait; of two alike the first.
    const other = [0, 1, 2]
      .filter((one) => one !== own)
      .toSorted((a, b) => waiting[b]!.length - waiting[a]!.length || a - b)[0]!;
    const partner = waiting[other]!.shift();
    if (partner === undefined) {
      waiting[own]!.push(at);
      continue;
    }
    const points = (verdicts: (at: number) => number): number =>
      point(verdicts(at), own, other) + point(verdicts(partner), other, own);
    const ahead = points((one) => said[one]!) - points((one) => cue[batch[one]!]!);
    if (ahead !== 0) won.push(ahead > 0);
  }
  return won;
}

function point(said: number, right: number, wrong: number): number {
  return Number(said === right) - Number(said === wrong);
}
