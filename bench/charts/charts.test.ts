import { describe, expect, it } from 'vitest';
import { estimate, figure, share, type Measure } from '../bench.ts';
import { logAxis, shareAxis } from './drawing.ts';
import { chartsOf } from './groups.ts';
import { chartsPage } from './page.ts';

const spread = { value: 0.9, low: 0.8, high: 0.95 };
const kept = (at: number, goal = ''): Measure =>
  estimate(`${at} % of words, by chance: verdicts kept`, spread, { unit: 'share of 90', goal, quick: false });
const ofResult = (measures: readonly Measure[]) => chartsOf({ name: 'made', measures, left_out: [] });

describe('charts of a result', () => {
  it('draw what is measured at three error rates or more as a curve over them, in order', () => {
    const [chart] = ofResult([kept(30), kept(5), kept(15, '>= 0.8')]);
    expect(chart).toMatchObject({ kind: 'curves', title: 'verdicts kept' });
    expect(chart?.kind === 'curves' && chart.curves[0]!.points.map((one) => one.at)).toEqual([5, 15, 30]);
    expect(ofResult([kept(5), kept(15)])[0]).toMatchObject({ kind: 'dots' });
  });

  it('put shares that end alike on one line, speeds on a log axis by unit, and the rest into words; goals first', () => {
    const charts = ofResult([
      figure('contacts', 125, 'count', ''),
      figure('full marking', 7, 'MB/s', ''),
      share('names: flipped', 0, 50, '', false),
      share('places: flipped', 1, 50, '< 0.1', false),
    ]);
    expect(charts.map((one) => [one.kind, one.title])).toEqual([
      ['dots', 'flipped'],
      ['words', ''],
      ['bars', 'MB/s'],
    ]);
    expect(charts[0]?.kind === 'dots' && charts[0].rows.map((row) => row.name)).toEqual(['places', 'names']);
  });

  it('lose no measure, whatever it is called', () => {
    const measures = [kept(5), kept(5), figure('a: b: c', -0.1, 'of 5', ''), figure('', 0, 's', '')];
    const rows = ofResult(measures).flatMap((one) => (one.kind === 'curves' ? [] : one.rows.map((row) => row.measure)));
    expect(new Set(rows)).toEqual(new Set(measures));
  });
});

it('an axis holds every value and goal', () => {
  const small = share('flips', 1, 500, '< 0.01', false);
  expect(shareAxis([small]).to).toBe(0.02);
  expect(shareAxis([figure('kappa', -0.1, 'of 5', '')]).from).toBeLessThan(-0.1);
  expect(logAxis([figure('ratio', 0.1, 'ratio', '>= 20')])).toMatchObject({ from: 0.01, to: 100 });
});

it('the page runs nothing, fetches nothing, and tells every goal in words', () => {
  const html = chartsPage([
    { name: 'made', quick: true, measures: [figure('<b>time</b>', 3, 's', '< 2')], left_out: ['<i>nothing</i>'] },
  ]);
  expect(html).toContain(`default-src 'none'`);
  expect(html).not.toMatch(/<script|https?:|<b>|<i>/);
  expect(html).toContain('goal &lt; 2: missed');
  expect(html).toContain('0 of 1');
  expect(html).toContain('A quick run');
});
