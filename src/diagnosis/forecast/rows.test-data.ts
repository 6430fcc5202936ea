// Rows of two sites and two standards over nine months, for the forecast's tests: a rule may stand in the way from a day on.
import { addDays, type Day } from '../../kernel/moment.ts';
import type { Levels, MarkRows } from '../model/mark-rows.core.ts';
import type { ForecastInput } from './forecast.core.ts';

export const firstDay: Day = '2026-01-01';

/** @param failsIn of every twenty marks, how many fail on a day with and without the rule */
export function ruled({
  days,
  ruleFrom,
  failsIn = [12, 2],
}: {
  days: number;
  ruleFrom: Day;
  failsIn?: readonly [number, number];
}): ForecastInput {
  const dayNames = Array.from({ length: days }, (_, day) => addDays(firstDay, day));
  const perDay = 20;
  const size = days * perDay;
  const level = (names: readonly string[], of: (row: number) => number): Levels => ({
    names,
    of: Int32Array.from({ length: size }, (_, row) => of(row)),
  });
  const day = (row: number): number => Math.floor(row / perDay);
  // Only the first standard is under the rule.
  const standard = (row: number): number => row % 2;
  const underRule = (on: Day, row: number): number => (standard(row) === 0 && on >= ruleFrom ? 1 : 0);
  const rows: MarkRows = {
    size,
    failed: Uint8Array.from({ length: size }, (_, row) => {
      const turn = (Math.floor((row % perDay) / 2) * 7 + day(row) * 3) % 10;
      return turn < failsIn[underRule(dayNames[day(row)]!, row) === 1 ? 0 : 1] / 2 ? 1 : 0;
    }),
    standard: level(['close.thanked', 'opening.help-offered'], standard),
    site: level(['bay', 'pier'], (row) => Math.floor(row / 2) % 2),
    person: level(['dana', 'lee', 'sam'], (row) => Math.floor(row / 2) % 3),
    contact: level(
      Array.from({ length: size / 2 }, (_, at) => `c${at}`),
      (row) => Math.floor(row / 2),
    ),
    day: level(dayNames, day),
    month: level(['all'], () => 0),
    kind: level(['enquiry'], () => 0),
    marker: level(['cue'], () => 0),
    exposures: [
      {
        id: 'policy.in-conflict',
        cause: 'policy',
        says: 'policies that stand in the way',
        values: Float64Array.from({ length: size }, (_, row) => underRule(dayNames[day(row)]!, row)),
        reference: 'absent',
        variesBy: 'row',
      },
    ],
    excuses: [],
  };
  return {
    rows,
    origin: addDays(firstDay, days),
    exposuresOn: (row, on) => Float64Array.of(underRule(on, row)),
  };
}
