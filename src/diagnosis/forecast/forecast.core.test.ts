// Forecasts on rows whose next month is known: a rule that ends, one that stays, and nothing to say.
import { expect, it } from 'vitest';
import { addDays } from '../../kernel/moment.ts';
import { backTest, skill } from './back-test.core.ts';
import type { CellForecast, ForecastInput } from './forecast.core.ts';
import { forecastCells } from './forecast-cells.core.ts';
import { forecastReport } from './forecast-report.core.ts';
import type { FitMemory } from './model-ahead.core.ts';
import { dayAfter, upTo } from './record-input.core.ts';
import { firstDay, ruled } from './rows.test-data.ts';

const ruleFrom = addDays(firstDay, 100);
const cells = (input: ForecastInput): readonly CellForecast[] => {
  const found = forecastCells(input);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const of = (input: ForecastInput, standard: string): CellForecast =>
  cells(input).find((one) => one.site === 'bay' && one.standard === standard)!;

it('what stands in the way goes on failing, and is named with what putting it right would prevent', () => {
  const one = of(ruled({ days: 150, ruleFrom }), 'close.thanked');
  expect(one.model).toBeGreaterThan(0.5);
  expect(one.model).toBeLessThan(0.7);
  expect(one.reasons).toMatchObject([{ exposure: 'policy.in-conflict', says: 'policies that stand in the way' }]);
  expect(one.reasons[0]!.prevents).toBeGreaterThan(0.4);
  expect(one.reasons[0]!.change).toBeCloseTo(0);
  expect(one.expectedMarks).toBeCloseTo(150);
});

it('a rule known to end before the month begins is not expected to be obeyed in it', () => {
  const input = ruled({ days: 150, ruleFrom });
  const ends = { ...input, exposuresOn: () => Float64Array.of(0) };
  // A month ago nothing was due to change, so the calendar is believed.
  expect(of(ends, 'close.thanked').model).toBeLessThan(0.2);
  expect(of(ends, 'close.thanked').sixMonths).toBeGreaterThan(0.2);
});

it('the other standard stays as it is', () => {
  const one = of(ruled({ days: 150, ruleFrom }), 'opening.help-offered');
  expect(one.model).toBeCloseTo(0.1, 1);
  expect(one.reasons).toEqual([]);
});

it('a rule that began is forecast better than by the mean of six months, as of days before the rows end', () => {
  const { months } = backTest(ruled({ days: 190, ruleFrom }), 2);
  expect(months.map((one) => one.origin)).toEqual([addDays(firstDay, 130), addDays(firstDay, 160)]);
  expect(skill(months, 'sixMonths')).toBeGreaterThan(0.5);
});

it('says why where nothing can be said', () => {
  const input = ruled({ days: 150, ruleFrom });
  const told = (changed: Partial<ForecastInput>): unknown => forecastReport({ ...input, ...changed });
  const all = (value: number) => ({ rows: { ...input.rows, failed: new Uint8Array(input.rows.size).fill(value) } });
  expect(told({ origin: firstDay })).toMatchObject({ kind: 'nothing', why: 'no-marks' });
  expect(told({ origin: addDays(firstDay, 5) })).toMatchObject({ kind: 'nothing', why: 'too-few-marks' });
  expect(told(all(0))).toMatchObject({ why: 'no-failures', told: [expect.stringContaining('Nothing has failed')] });
  expect(told(all(1))).toMatchObject({ why: 'all-failures' });
  expect(told({ origin: addDays(firstDay, 400) })).toMatchObject({ why: 'nothing-lately' });
});

it('where there is one site or one person, says that a site cannot be told from its people', () => {
  const input = ruled({ days: 150, ruleFrom });
  const told = (rows: Partial<ForecastInput['rows']>): string =>
    forecastReport({ ...input, rows: { ...input.rows, ...rows } }).told.join('\n');
  const { site, person, size } = input.rows;
  const all = (name: string) => ({ names: [name], of: new Int32Array(size) });
  expect(told({})).not.toContain("can't be told");
  expect(told({ site: all('bay') })).toContain("All of these contacts are of one site, so a site can't be told");
  expect(told({ person: all('dana') })).toContain('Only one person served');
  expect(told({ person: { names: ['dana', 'lee'], of: site.of } })).toContain('Each site has only one person');
  expect(told({ person: { names: person.names, of: new Int32Array(size).fill(-1) } })).toContain('says who served');
});

it('days after the latest that can have come are no days: the forecast begins after the last that can', () => {
  const { rows } = ruled({ days: 150, ruleFrom });
  const latest = addDays(firstDay, 99);
  const cut = upTo(rows, latest);
  expect(dayAfter(cut)).toBe(addDays(firstDay, 100));
  expect(cut.day.of.filter((day) => day < 0).length).toBe(50 * 20);
  expect(upTo(rows, addDays(firstDay, 400)).day).toEqual(rows.day);
  expect(dayAfter(upTo(rows, '2020-01-01'))).toBeUndefined();
});

it('a fit that begins where the one before ended comes to the same, and hands on where it ended', () => {
  const input = ruled({ days: 190, ruleFrom });
  const memory: FitMemory = {};
  forecastCells({ ...input, origin: addDays(firstDay, 160) }, memory);
  const before = memory.deviations;
  expect(before?.get('standard')).toBeGreaterThan(0);
  const begun = forecastCells(input, memory);
  if (typeof begun === 'string') throw new Error(begun);
  expect(memory.deviations).not.toBe(before);
  for (const [at, one] of cells(input).entries()) expect(begun[at]!.model).toBeCloseTo(one.model, 2);
});
