import { describe, expect, it } from 'vitest';
import type { Learned } from './cross-validation.core.ts';
import { fromDocument, toDocument } from './model-file.core.ts';

const figure = { value: 0.3, low: 0.2, high: 0.4 };
const figures = {
  contacts: 60,
  rows: 500,
  toFind: 40,
  kappa: figure,
  f1: figure,
  precision: figure,
  recall: figure,
  averagePrecision: figure,
};
const learned: Learned = {
  boundaries: {
    columns: Int32Array.from([3, 17, 262_150]),
    each: [
      { at: 2, intercept: -2.5, weights: Float32Array.from([0.5, -0.25, 1e-7]) },
      { at: 3, intercept: 1.5, weights: Float32Array.from([0, 2, -3]) },
    ],
  },
  cuts: { at: [0.21, 0.8], gives: [1, 2, 3] },
};
const document = toDocument(learned, {
  madeAt: '2026-03-02T10:00:00.000Z',
  trainedOn: { files: 1, dialogues: 60, ratedTurns: 500, dissatisfied: 40 },
  figures,
});

describe('a model as a document', () => {
  it('comes back from JSON as it was', () => {
    expect(fromDocument(JSON.parse(JSON.stringify(document)))).toEqual(learned);
  });
  it('says what it was trained on and how well it did', () => {
    expect(document).toMatchObject({ madeAt: '2026-03-02T10:00:00.000Z', trainedOn: { ratedTurns: 500 }, figures });
  });
  it('of another version is refused with what to do', () => {
    for (const other of [
      { ...document, features: 0 },
      { ...document, format: 99 },
    ])
      expect(() => fromDocument(other)).toThrow(/Train it again/);
  });
  it('whose parts do not fit is refused', () => {
    const short = { ...document, columns: document.columns.slice(0, 8) };
    expect(() => fromDocument(short)).toThrow(expect.objectContaining({ slug: 'model-broken' }));
    expect(() => fromDocument({ ...document, cuts: [0.5] })).toThrow(expect.objectContaining({ slug: 'model-broken' }));
  });
});
