// What a record tells of days that have not come yet, though it can only be told afterwards: it goes in as it is, and is said.
import type { Day } from '../kernel/moment.ts';
import type { Sourced } from '../kernel/sourced.ts';
import type { RecordRows } from './read-record.core.ts';
import type { RecordWarning } from './record.core.ts';

type Told = Pick<RecordRows, 'siteMonths' | 'acknowledgements' | 'observations' | 'attempts' | 'outcomes'>;

/** @param latest the last day that can have come somewhere */
export function stillToCome(rows: Told, latest: Day): RecordWarning[] {
  const days = <T extends { readonly on?: Day }>(one: readonly Sourced<T>[]) =>
    one.filter(({ row }) => row.on !== undefined && row.on > latest);
  const months = rows.siteMonths.filter(({ row }) => row.month > latest.slice(0, 7));
  return [
    ...said(months, 'of a month that is', 'it is left out until that month is over'),
    ...[days(rows.acknowledgements), days(rows.observations), days(rows.attempts), days(rows.outcomes)].flatMap((one) =>
      said(one, 'of a day that is', 'correct the day and bring it again'),
    ),
  ];
}

function said(rows: readonly Sourced<unknown>[], what: string, todo: string): RecordWarning[] {
  return [...Map.groupBy(rows, ({ from }) => from.file)].map(([file, own]) => ({
    file,
    ...(own[0]?.from.row === undefined ? {} : { row: own[0].from.row }),
    sentence:
      own.length === 1
        ? `It is ${what} still to come: ${todo}.`
        : `This row and ${own.length - 1} more are ${what} still to come: ${todo}.`,
  }));
}
