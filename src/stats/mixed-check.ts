// What a mixed fit refuses: columns that aren't of one length, values that aren't numbers, names that lead nowhere.
import { Fault } from '../kernel/fault.ts';
import type { MixedData } from './mixed-data.ts';

/**
 * @throws Fault `fit-columns-differ` where a column's length isn't that of the rows, `fit-values-not-finite` where a value
 * isn't a number or a level isn't one, `fit-slope-without-column` where a slope names what isn't there
 */
export function checkData(data: MixedData): void {
  const { rows, fixed, groups, slopes } = data;
  for (const { length } of [
    data.outcome,
    data.weight ?? data.outcome,
    ...fixed.map((one) => one.values),
    ...groups.map((one) => one.level),
  ])
    if (length !== rows)
      throw new Fault(
        'fit-columns-differ',
        'malformed',
        `A column has ${length} entries where there are ${rows} rows. Give every column one entry a row.`,
      );
  for (const { name, values } of fixed)
    if (!values.every(Number.isFinite))
      throw new Fault(
        'fit-values-not-finite',
        'malformed',
        `Column ${name} holds what isn't a number. Fill unknown values before the fit, or leave their rows out.`,
      );
  if (data.weight && !data.weight.every((one) => one >= 0 && Number.isFinite(one)))
    throw new Fault(
      'fit-values-not-finite',
      'malformed',
      'A weight is negative or not a number. Give every row a weight of 0 or more.',
    );
  for (const { name, level, levels } of groups)
    if (!level.every((one) => one >= -1 && one < levels))
      throw new Fault(
        'fit-values-not-finite',
        'malformed',
        `Grouping ${name} has a level outside of its ${levels}. Use -1 for none.`,
      );
  for (const { column, over } of slopes)
    if (!fixed.some(({ name }) => name === column) || !groups.some(({ name }) => name === over))
      throw new Fault(
        'fit-slope-without-column',
        'malformed',
        `The slope of ${column} over ${over} needs both a fixed column and a grouping of these names.`,
      );
}
