import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SparseRowsBuilder } from '../sparse-rows.core.ts';
import { knownColumns, leastPersons } from './known-columns.core.ts';
import { learnMarker, verdictsOf } from './learn-marker.core.ts';
import { batchesOf, evidenceOf } from './looks.core.ts';
import { type MarkerExamples, verdictNumber } from './marker-examples.core.ts';
import { wrongBand } from './wrong-band.core.ts';

/** Column 1 is said where it was met, column 2 anywhere, column 3 by one person alone; the cues say met always. */
function examples(count: number, truthOf: (nth: number) => number): MarkerExamples {
  const rows = new SparseRowsBuilder();
  const numbers = Array.from({ length: count }, (_, nth) => nth);
  for (const nth of numbers) {
    if (truthOf(nth) === verdictNumber.met) rows.put(1, 0.5);
    if ((nth * 7) % 3 === 0) rows.put(2, 0.5);
    if (nth % 8 === 0 && truthOf(nth) === verdictNumber.met) rows.put(3, 0.5);
    rows.endRow();
  }
  return {
    rows: rows.build(),
    // Places among the columns that there are, and the columns: they need not be the same numbers.
    columns: Int32Array.from([5, 10, 20, 30]),
    truth: Int32Array.from(numbers, truthOf),
    cue: Int32Array.from(numbers, () => verdictNumber.met),
    persons: Int32Array.from(numbers, (nth) => nth % 8),
    sites: Int32Array.from(numbers, (nth) => nth % 2),
  };
}
const everyThird = (nth: number): number => ((nth * 37) % 100 < 35 ? verdictNumber.failed : verdictNumber.met);
const all = (count: number): Int32Array => Int32Array.from({ length: count }, (_, at) => at);

describe('learnMarker', () => {
  it('tells met from failed by what is said, the same each time, and applies where the cues say so', () => {
    const some = examples(120, everyThird);
    const model = learnMarker(some, all(120));
    expect(model.applies).toBeNull();
    expect(verdictsOf(model, some, all(120)).verdicts).toEqual(some.truth);
    expect(learnMarker(some, all(120))).toEqual(model);
  });
  it('learns where it applies once enough people say that it doesn’t', () => {
    const some = examples(150, (nth) => (nth % 5 === 0 ? verdictNumber['not-applicable'] : everyThird(nth)));
    expect(learnMarker(some, all(150)).applies).not.toBeNull();
  });
  it('never learns what one person says', () => {
    const some = examples(160, everyThird);
    const met = Int8Array.from(some.truth, (one) => Number(one === verdictNumber.met));
    const known = [...knownColumns(some, all(160), [met])];
    expect(known).toContain(1);
    expect(known).not.toContain(3);
    expect(leastPersons).toBeGreaterThan(2);
  });
});

describe('evidenceOf', () => {
  it('grows where what was learned is better, and stands still where the two say the same', () => {
    const better = evidenceOf(examples(160, everyThird));
    expect(better.wealth).toBeGreaterThan(better.needed);
    expect(better.won).toBe(better.duels);
    const same = examples(160, everyThird);
    expect(evidenceOf({ ...same, cue: same.truth })).toMatchObject({ wealth: 1, duels: 0 });
  });
  it('looks again at what it looked at before: batches never move', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (some, more) => {
        const before = batchesOf(some).slice(0, -1);
        expect(batchesOf(some + more).slice(0, before.length)).toEqual(before);
      }),
    );
  });
  it('of what people say by a coin is hardly ever enough', () => {
    const enough = Array.from({ length: 40 }, (_, history) => {
      const noisy = examples(200, everyThird);
      const truth = noisy.truth.map((_, nth) =>
        ((Math.imul(nth + 1, 0x9e3779b1) ^ Math.imul(history + 1, 0x85ebca6b)) >>> 7) % 3 === 0
          ? verdictNumber.failed
          : verdictNumber.met,
      );
      const { wealth, needed } = evidenceOf({ ...noisy, truth });
      return wealth >= needed;
    });
    expect(enough.filter(Boolean).length).toBeLessThanOrEqual(4);
  });
});

describe('wrongBand', () => {
  it('is about the cut where it was wrong, and nowhere where it was right', () => {
    const chances = Array.from({ length: 200 }, (_, at) => at / 200);
    const right = chances.map((chance) => Number(chance >= 0.5));
    expect(wrongBand(chances, right, 0.5)).toEqual({ from: 1, to: 0 });
    const wrong = chances.map((chance, at) => (Math.abs(chance - 0.5) < 0.05 ? at % 2 : Number(chance >= 0.5)));
    const { from, to } = wrongBand(chances, wrong, 0.5);
    expect(from).toBeGreaterThan(0.4);
    expect(to).toBeLessThan(0.6);
    expect(to - from).toBeGreaterThan(0.05);
  });
});
