// Learning tested on contacts that it has not seen: contacts are dealt into folds, and what is said of a fold was learned,
// weights and cuts alike, from the others.
import { answerOf, chooseCuts, type Cuts } from './cuts.core.ts';
import type { Examples } from './examples.core.ts';
import { mixed } from './hashed-words.core.ts';
import { boundariesOf, fitBoundaries, Judge, type Boundaries, type Chances } from './ordered-model.core.ts';
import { selectRows } from './sparse-rows.core.ts';

export interface Learned {
  readonly boundaries: Boundaries;
  readonly cuts: Cuts;
}

/** What is said of rows that nothing was learned from. */
export interface Tested {
  readonly rows: Int32Array;
  readonly chances: Chances;
  readonly answers: Int32Array;
}

/** Folds inside what is learned from, for the cuts. */
const innerFolds = 3;

/**
 * Deals contacts into folds as even as can be; the same contacts and seed give the same deal.
 * @returns for each row the fold of its contact
 */
export function dealFolds(contacts: Int32Array, folds: number, seed: number): Int32Array {
  const order = [...new Set(contacts)]
    .map((contact) => ({ contact, drawn: mixed(contact + 1, seed) >>> 0 }))
    .toSorted((a, b) => a.drawn - b.drawn || a.contact - b.contact);
  const fold = new Map(order.map(({ contact }, index) => [contact, index % folds]));
  return Int32Array.from(contacts, (contact) => fold.get(contact)!);
}

/** Learns from the picked rows alone: cuts on folds inside them, then weights on all of them. */
export function learn(examples: Examples, picked: Int32Array): Learned {
  const boundaries = boundariesOf(examples);
  const folds = dealFolds(
    Int32Array.from(picked, (row) => examples.contacts[row]!),
    innerFolds,
    2,
  );
  const unseen = new Float64Array(picked.length * boundaries.length);
  for (let fold = 0; fold < innerFolds; fold++) {
    const inside = fitBoundaries(
      examples,
      picked.filter((_, at) => folds[at] !== fold),
      boundaries,
    );
    const left = Int32Array.from(picked.keys()).filter((at) => folds[at] === fold);
    const rows = selectRows(
      examples.rows,
      left.map((at) => picked[at]!),
    );
    const chances = new Judge(inside, examples.columns).chances(rows);
    for (const [index, at] of left.entries())
      for (let b = 0; b < boundaries.length; b++)
        unseen[at * boundaries.length + b] = chances[index * boundaries.length + b]!;
  }
  const truth = Int32Array.from(picked, (row) => examples.truth[row]!);
  return {
    boundaries: fitBoundaries(examples, picked, boundaries),
    cuts: chooseCuts(truth, unseen, { answers: examples.answers, boundaries }),
  };
}

/** One fold's rows, by what the other folds teach. @param dealt what `dealFolds` gave */
export function testFold(examples: Examples, dealt: Int32Array, fold: number): Tested {
  const all = Int32Array.from(dealt.keys());
  const rows = all.filter((row) => dealt[row] === fold);
  const learned = learn(
    examples,
    all.filter((row) => dealt[row] !== fold),
  );
  const chances = new Judge(learned.boundaries, examples.columns).chances(selectRows(examples.rows, rows));
  return { rows, chances, answers: rows.map((_, at) => answerOf(learned.cuts, chances, at)) };
}
