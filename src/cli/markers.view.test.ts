import { expect, it } from 'vitest';
import { compareText, listText, showText, trainedText } from './markers.view.ts';

const figure = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const brief = {
  id: 'k1',
  madeAt: '2026-03-01T10:00:00.000Z',
  reviews: 300,
  learned: figure(0.8),
  cue: figure(0.5),
  difference: figure(0.3),
  duels: 40,
  won: 34,
  flips: 2,
  pairs: 700,
  whyNot: [],
};
const card = {
  taughtBy: { reviews: 300, met: 200, failed: 80, notApplicable: 20, persons: 12, sites: 4, pastMarks: 0 },
  figures: {
    reviews: 300,
    persons: 12,
    folds: 10,
    learned: brief.learned,
    cue: brief.cue,
    difference: brief.difference,
    ac1: { learned: 0.8, cue: 0.6 },
    agreed: { learned: 0.9, cue: 0.75 },
    unsure: { learned: 0.02, cue: 0.1 },
    calibration: [],
    calibrationError: 0.03,
    over: 'people' as const,
  },
  evidence: { wealth: 250, needed: 20, duels: 40, won: 34 },
  invariance: { pairs: 700, flips: 2, swaps: [] },
  calibrated: 'isotonic' as const,
  appliesBy: 'learned' as const,
  columns: 310,
  band: null,
};
const standard = {
  standard: 'close.thanked',
  title: 'Thanked',
  kind: 'standard' as const,
  reviews: 300,
  people: { kappa: 0.85, pairs: 60 },
  stands: 'cue' as const,
  untilDue: 100,
  rule: { afterReviews: 100, byItself: false },
};
const can = { train: true, decide: true };
const one = {
  ...standard,
  says: 'Thanks the customer.',
  markers: [{ ...brief, card, madeBy: 'Ruth' }],
  history: [],
  words: { met: [{ words: 'safe travels', by: 'rep' as const, weight: 1 }], failed: [] },
  can,
};

it('lists what people marked, and counts the rest', () => {
  const text = listText({
    standards: [
      { ...standard, learned: brief },
      { ...standard, standard: 'close.other', reviews: 0 },
    ],
    can,
  });
  expect(text).toContain('close.thanked  cues      learned 0.80 (0.70 to 0.90), cues 0.50 (0.40 to 0.60)');
  expect(text).toContain('people among themselves 0.85');
  expect(text).toContain('1 other standard that nobody has reviewed');
});

it('shows what was learned, of what, and whether it may stand', () => {
  const text = showText(one);
  expect(text).toContain('Its cues mark by it.');
  expect(text).toContain(
    'Learned on 2026-03-01 from 300 reviews: met 200, missed 80, doesn’t apply 20; of 12 people at 4 sites.',
  );
  expect(text).toContain('Better in 34 of 40 pairs');
  expect(text).toContain('Weighs for “met”: “safe travels” (rep).');
  expect(text).toContain('It may take the place of the cues.');
  const act = showText({ ...one, kind: 'atrocity' });
  expect(act).toContain('didn’t happen 200, happened 80');
  expect(act).not.toMatch(/\b(?:met|missed)\b/);
  expect(showText({ ...one, markers: [] })).toContain('nothing was learned yet');
});

it('says why one may not stand', () => {
  expect(compareText({ ...one, markers: [{ ...one.markers[0]!, whyNot: ['not-shown-yet'] }] })).toContain(
    'It may not take the place of the cues: what it won over the cues could still be luck.',
  );
  const trained = {
    kind: 'trained' as const,
    standard: 'close.thanked',
    title: 'Thanked',
    marker: 'k1',
    card,
    whyNot: [],
  };
  expect(trainedText({ ...trained, promoted: true })).toContain('It came in by itself');
  expect(trainedText({ kind: 'too-few', standard: 'close.thanked', title: 'Thanked', detail: 'There are 3.' })).toBe(
    'close.thanked: not learned. There are 3.',
  );
});
