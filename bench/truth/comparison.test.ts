import { expect, it } from 'vitest';
import { LabelComparison } from './comparison.ts';

/** 2 both, 1 ours alone, 1 label alone, 6 neither: each in a dialogue of its own. */
function made(goal = ''): LabelComparison {
  const comparison = new LabelComparison('hello', goal);
  for (let at = 0; at < 10; at++) {
    comparison.dialogue();
    comparison.add(at < 3, at < 2 || at === 3, `words ${at}`);
  }
  return comparison;
}

it('tells how often a label is given, kappa, AC1, precision and recall', () => {
  const values = made()
    .measures(true)
    .map((one) => [one.what, Math.round(one.value * 1000) / 1000]);
  // By hand: p_o .8, kappa's p_e .58, AC1's p_e 2 x .3 x .7 = .42.
  expect(values).toEqual([
    ['hello: labelled so', 0.3],
    ['hello: kappa', 0.524],
    ['hello: AC1', 0.655],
    ['hello: precision', 0.667],
    ['hello: recall', 0.667],
  ]);
  expect(made().measures(true)[1]!.low).toBeLessThan(0.524);
});

it('misses a goal for kappa where there is no kappa to be had', () => {
  const comparison = new LabelComparison('hello', '>= 0.8');
  comparison.dialogue();
  comparison.add(true, true, 'words');
  expect(comparison.measures(true).find((one) => one.what === 'hello: kappa')).toMatchObject({ ok: false });
  expect(made('>= 0.5').measures(false)[1]).toMatchObject({ ok: true });
  expect(new LabelComparison('none').measures(true)).toEqual([]);
});

it('keeps only the words of rows that differ, commonest first', () => {
  const comparison = made();
  comparison.dialogue();
  comparison.add(false, true, 'words 3');
  expect(comparison.commonest()).toEqual(['    2  label alone  words 3', '    1  ours alone   words 2']);
});
