// Which table of the record is this? Told by its columns, with its name as a hint; what can't be told is refused with the
// columns that are missing.
import type { Reject } from '../contacts/contact.core.ts';
import { nearest } from './nearest.core.ts';
import type { RawRow, RawTable, RecordWarning } from './record.core.ts';
import type { TableSpec } from './table.core.ts';
import { postColumns } from './tables/people.core.ts';

type AnySpec = Pick<TableSpec<unknown>, 'kind' | 'hint' | 'columns'>;

export interface Recognised {
  /** Tables by kind. */
  readonly tables: ReadonlyMap<string, readonly RawTable[]>;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly RecordWarning[];
}

/** Sorts tables by what they hold. A table of people that also gives their posts is taken as both. */
export function recognise(tables: readonly RawTable[], specs: readonly AnySpec[]): Recognised {
  const found = new Map<string, RawTable[]>();
  const rejects: Reject[] = [];
  const warnings: RecordWarning[] = [];
  for (const table of tables) {
    const spec = specOf(table, specs);
    if (!spec) {
      rejects.push(unrecognised(table, specs));
      continue;
    }
    warnings.push(...unknownColumns(table, spec));
    for (const part of spec.kind === 'people' ? peopleAndPosts(table) : [{ kind: spec.kind, table }]) {
      found.set(part.kind, [...(found.get(part.kind) ?? []), part.table]);
    }
  }
  return { tables: found, rejects, warnings };
}

function specOf(table: RawTable, specs: readonly AnySpec[]): AnySpec | null {
  const hint = plainHint(table.hint);
  const possible = specs.filter((spec) => missing(table, spec).length === 0);
  const hinted = possible.filter((spec) => spec.hint.test(hint));
  // A name alone can mislead (`training-targets.csv`), so the columns decide among those that the name allows.
  const among = hinted.length > 0 ? hinted : possible;
  return among.reduce<AnySpec | null>(
    (best, spec) => (best && fit(table, best) >= fit(table, spec) ? best : spec),
    null,
  );
}

/** Columns that the table knows, less those that it doesn't. */
function fit(table: RawTable, spec: AnySpec): number {
  const names = namesOf(spec);
  return table.columns.reduce((sum, column) => sum + (names.has(column) ? 1 : -1), 0);
}

function missing(table: RawTable, spec: AnySpec): string[] {
  return Object.entries(spec.columns)
    .filter(([name, column]) => column.required && ![name, ...column.also].some((one) => table.columns.includes(one)))
    .map(([name]) => name);
}

function namesOf(spec: AnySpec): Set<string> {
  const names = Object.entries(spec.columns).flatMap(([name, column]) => [name, ...column.also]);
  // A shift may be written as a day with two clock times; a table of people may give their posts.
  const more = spec.kind === 'shifts' ? ['day'] : spec.kind === 'people' ? postColumns : [];
  return new Set([...names, ...more]);
}

function unrecognised(table: RawTable, specs: readonly AnySpec[]): Reject {
  const hinted = specs.find((spec) => spec.hint.test(plainHint(table.hint)));
  if (!hinted) {
    return {
      file: table.file,
      expected: `columns of one of: ${specs.map((spec) => spec.kind).join(', ')}`,
      remedy: 'Name the columns as the example that "customary init" writes does, or take the file out of the folder.',
    };
  }
  const lacking = missing(table, hinted);
  return {
    file: table.file,
    field: lacking.join(', '),
    expected: `the columns of ${hinted.kind}`,
    remedy: `Add the ${lacking.length === 1 ? 'column' : 'columns'} ${lacking.map((name) => `"${name}"`).join(', ')}.`,
  };
}

function unknownColumns(table: RawTable, spec: AnySpec): RecordWarning[] {
  const names = namesOf(spec);
  return table.columns
    .filter((column) => !names.has(column))
    .map((column) => {
      const close = nearest(column, names);
      const tail = close ? `; did you mean "${close}"?` : '.';
      return { file: table.file, field: column, sentence: `No such column in ${spec.kind}, so it was left out${tail}` };
    });
}

function peopleAndPosts(table: RawTable): { kind: string; table: RawTable }[] {
  const people = { kind: 'people', table };
  if (!table.columns.includes('role')) return [people];
  const rows = table.rows.flatMap((raw): RawRow[] => {
    const own = postColumns.filter((name) => raw.cells[name] !== undefined && raw.cells[name] !== '');
    if (own.length === 0) return [];
    const person = raw.cells.id ?? raw.cells.person ?? '';
    return [{ ...raw, cells: { person, ...Object.fromEntries(own.map((name) => [name, raw.cells[name] ?? ''])) } }];
  });
  return [people, { kind: 'posts', table: { ...table, columns: ['person', ...postColumns], rows } }];
}

/** `03_Site Months` hints at `site-months`. */
function plainHint(hint: string): string {
  return hint
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
