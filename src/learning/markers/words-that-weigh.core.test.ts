import { expect, it } from 'vitest';
import { putFeatures, wordsOf } from '../../marking/learned/contact-features.core.ts';
import type { MarkerModel } from '../../marking/learned/marker-model.core.ts';
import type { Encounter } from '../../standards/encounter.core.ts';
import { wordsThatWeigh } from './words-that-weigh.core.ts';

const said = (text: string): Encounter => ({
  channel: 'phone',
  language: 'en',
  timing: 'none',
  repCertainty: 1,
  answers: [],
  turns: [{ speaker: 'customer', text }],
});

/** Weighs for met whatever holds a word of these. */
function weighing(encounter: Encounter): MarkerModel {
  const columns = new Set<number>();
  putFeatures({ encounter, words: wordsOf(encounter), mark: undefined, cues: [] }, (column, _value, place) => {
    if (place) columns.add(column);
  });
  const own = [...columns].toSorted((a, b) => a - b);
  const met = {
    intercept: 0,
    weights: Float32Array.from(own, () => 1),
    calibration: { kind: 'platt', slope: 1, shift: 0 },
  };
  return {
    columns: Int32Array.from(own),
    applies: null,
    always: true,
    met: { ...met, cut: 0.5 } as never,
    band: { from: 1, to: 0 },
  };
}

it('says a thing once, however it was punctuated', () => {
  const model = weighing(said('A unit, what size?'));
  const { met, failed } = wordsThatWeigh(
    model,
    ['The unit, what then', 'My unit. What then', 'One unit what then'].map(said),
  );
  expect(met.map((one) => one.words.replaceAll(/[^a-z ]/g, ''))).toEqual(['unit what']);
  expect(failed).toEqual([]);
});

it('says nothing that fewer than three contacts hold', () => {
  expect(wordsThatWeigh(weighing(said('A unit, what size?')), ['A unit', 'A unit'].map(said)).met).toEqual([]);
});
