import { describe, expect, it } from 'vitest';
import { dealFolds, learn, testFold } from './cross-validation.core.ts';
import { toExamples, type Examples } from './examples.core.ts';
import { figuresOf } from './figures.core.ts';
import { boundariesOf, Judge } from './ordered-model.core.ts';
import { selectRows, SparseRowsBuilder } from './sparse-rows.core.ts';

/** Forty contacts of six turns; column 0 goes with a low answer, column 1 with a high one, the rest with nothing. */
function planted(noise: (row: number) => boolean = (row) => row % 11 === 0): Examples {
  const builder = new SparseRowsBuilder();
  const ratings: number[][] = [];
  const contacts: number[] = [];
  for (let row = 0; row < 240; row++) {
    const kind = (row * 7) % 5 === 0 ? 1 : (row * 7) % 5 === 1 ? 3 : 2;
    if (kind === 1) builder.put(0, 1);
    if (kind === 3) builder.put(1, 1);
    builder.put(2 + (row % 13), 1);
    // A column of its own for each contact: a name, say.
    builder.put(20 + Math.floor(row / 6), 1);
    builder.endRow();
    const said = noise(row) ? 2 : kind;
    ratings.push([said, said, 2]);
    contacts.push(Math.floor(row / 6));
  }
  return toExamples(builder.build(), 64, { answers: 5, ratings, contacts: Int32Array.from(contacts) });
}
const all = (examples: Examples) => Int32Array.from(examples.truth.keys());

describe('dealFolds', () => {
  it('keeps a contact together and folds even', () => {
    const contacts = Int32Array.from({ length: 500 }, (_, row) => Math.floor(row / 7));
    const folds = dealFolds(contacts, 10, 1);
    for (const contact of new Set(contacts))
      expect(new Set(folds.filter((_, row) => contacts[row] === contact)).size).toBe(1);
    const counts = Array.from(
      { length: 10 },
      (_, fold) => new Set(contacts.filter((_c, row) => folds[row] === fold)).size,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
  it('is the same for the same seed and another for another', () => {
    const contacts = Int32Array.from({ length: 60 }, (_, row) => row);
    expect(dealFolds(contacts, 5, 1)).toEqual(dealFolds(contacts, 5, 1));
    expect(dealFolds(contacts, 5, 1)).not.toEqual(dealFolds(contacts, 5, 2));
  });
});

describe('learning', () => {
  const examples = planted();
  const dealt = dealFolds(examples.contacts, 5, 1);

  it('finds what was planted, in contacts it has not seen', () => {
    const tested = Array.from({ length: 5 }, (_, fold) => testFold(examples, dealt, fold));
    const boundaries = boundariesOf(examples);
    expect(boundaries).toEqual([2, 3]);
    const figures = figuresOf(examples, tested, { at: 2, index: 0, of: 2 }, 200);
    expect(figures.toFind).toBe(examples.truth.filter((answer) => answer < 2).length);
    expect(figures.f1.value).toBeGreaterThan(0.85);
    expect(figures.kappa.low).toBeLessThanOrEqual(figures.kappa.value);
    expect(figures.kappa.high).toBeGreaterThanOrEqual(figures.kappa.value);
    expect(figures.kappa.value).toBeGreaterThan(0.8);
  });
  it('finds nothing where answers were given blindly', () => {
    const blind = { ...examples, truth: examples.truth.map((_, row) => (((row * 2654435761) >>> 8) % 10 < 2 ? 1 : 2)) };
    const tested = Array.from({ length: 5 }, (_, fold) => testFold(blind, dealt, fold));
    const { averagePrecision, kappa } = figuresOf(blind, tested, { at: 2, index: 0, of: 1 }, 200);
    expect(averagePrecision.low).toBeLessThan(0.3);
    expect(kappa.low).toBeLessThan(0.1);
  });
  it('says the same of a fold whatever its own answers are', () => {
    const swapped = planted();
    const inFold = all(swapped).filter((row) => dealt[row] === 0);
    const answers = Array.from(inFold, (row) => swapped.truth[row]!).toReversed();
    const turned = Array.from(inFold, (row) => swapped.shares.slice(row * 5, row * 5 + 5)).toReversed();
    for (const [at, row] of inFold.entries()) {
      swapped.truth[row] = answers[at]!;
      swapped.shares.set(turned[at]!, row * 5);
    }
    expect(swapped.truth).not.toEqual(examples.truth);
    expect(testFold(swapped, dealt, 0)).toEqual(testFold(examples, dealt, 0));
  });
  it('gives the same weights and cuts for the same examples', () => {
    expect(learn(examples, all(examples))).toEqual(learn(planted(), all(examples)));
  });
  it('learns no column that only a contact or two hold', () => {
    const { boundaries } = learn(examples, all(examples));
    expect(Math.max(...boundaries.columns)).toBeLessThan(20);
    const rows = selectRows(examples.rows, [0]);
    const mine = new Judge(boundaries, 64).chances(rows);
    expect(mine.every((chance) => chance > 0 && chance < 1)).toBe(true);
  });
});
