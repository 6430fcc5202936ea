// A table of the record: its columns, what a row becomes, and by what it is one and the same row as before.
import type { Reject } from '../contacts/contact.core.ts';
import type { Origin } from '../kernel/sourced.ts';
import type { Column, Surroundings } from './column.core.ts';
import { textsOf } from './column.core.ts';
import type { Known } from './known.core.ts';
import type { Cell, RawRow, RawTable, RecordWarning } from './record.core.ts';
import type { DayOrder } from './zoned.core.ts';

type Columns = Readonly<Record<string, Column<unknown>>>;
type Values<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

export interface TableSpec<T> {
  readonly kind: string;
  /** What files and sheets with it are usually called. */
  readonly hint: RegExp;
  /** By column name in kebab-case. */
  readonly columns: Columns;
  readonly build: (values: Readonly<Record<string, unknown>>, raw: RawRow) => T;
  readonly key: (row: T) => readonly string[];
  /** Pairs of columns of which the first must come before the second; `or-same` allows equal values. */
  readonly order: readonly (readonly [string, string, 'before' | 'or-same'])[];
  /** Rewrites a row before it is read. */
  readonly prepare: (cells: RawRow['cells']) => RawRow['cells'];
}

/** Declares a table; the keys of `columns` are field names in camelCase, its headers their kebab-case. */
export function defineTable<C extends Columns, T>(spec: {
  kind: string;
  hint: RegExp;
  columns: C;
  build: (values: Values<C>, raw: RawRow) => T;
  key: (row: T) => readonly string[];
  order?: readonly (readonly [keyof C & string, keyof C & string, 'before' | 'or-same'])[];
  prepare?: (cells: RawRow['cells']) => RawRow['cells'];
}): TableSpec<T> {
  return {
    kind: spec.kind,
    hint: spec.hint,
    columns: Object.fromEntries(Object.entries(spec.columns).map(([name, column]) => [kebab(name), column])),
    // The values handed over are exactly those that `columns` read, under their own names.
    build: (values, raw) => spec.build(values as Values<C>, raw),
    key: spec.key,
    order: (spec.order ?? []).map(([first, second, how]) => [kebab(first), kebab(second), how] as const),
    prepare: spec.prepare ?? ((cells) => cells),
  };
}

export interface ReadContext {
  readonly known: Known;
  readonly dayOrder: DayOrder;
  readonly rejects: Reject[];
  readonly warnings: RecordWarning[];
}

/** One row of a table, or null where something in it was refused; every refusal of the row is said, not only the first. */
export function readRow<T>(spec: TableSpec<T>, table: RawTable, raw: RawRow, context: ReadContext): T | null {
  const origin: Origin = { file: table.file, ...(raw.row === undefined ? {} : { row: raw.row }) };
  const cells = spec.prepare(raw.cells);
  const values: Record<string, unknown> = {};
  let refused = false;
  const refuse = (field: string, expected: string, remedy: string): void => {
    refused = true;
    context.rejects.push({ ...origin, field, expected, remedy });
  };
  const entries = Object.entries(spec.columns);
  const inOrder = [...entries.filter(([, column]) => !column.clock), ...entries.filter(([, column]) => column.clock)];
  for (const [name, column] of inOrder) {
    const around: Surroundings = {
      known: context.known,
      dayOrder: context.dayOrder,
      zone: column.clock ? zoneOf(values, cells[name], context.known) : null,
      warn: (sentence) => context.warnings.push({ ...origin, field: name, sentence }),
    };
    const cell = cellOf(cells, name, column);
    const written = typeof cell === 'string' ? cell.trim() : (cell ?? []).join('; ').trim();
    if (written === '') {
      if (column.required) refuse(name, 'a value', 'Fill in this cell, or take the row out.');
      values[camel(name)] = column.empty;
      continue;
    }
    const one = column.read(written, textsOf(cell), around);
    if ('value' in one) values[camel(name)] = one.value;
    else refuse(name, one.expected, one.remedy);
  }
  for (const [first, second, how] of spec.order) {
    const [left, right] = [values[camel(first)], values[camel(second)]];
    if (typeof left !== 'string' || typeof right !== 'string') continue;
    if (left < right || (how === 'or-same' && left === right)) continue;
    const allowed = how === 'or-same' ? `on or after "${first}"` : `after "${first}"`;
    refuse(second, `a time ${allowed}`, `Correct "${first}" or "${second}": they stand the wrong way round.`);
  }
  return refused ? null : spec.build(values, raw);
}

function zoneOf(values: Readonly<Record<string, unknown>>, cell: Cell | undefined, known: Known): string | null {
  if (typeof values.site === 'string') return known.zoneOfSite(values.site);
  if (typeof values.person !== 'string') return null;
  return known.zoneOfPerson(values.person, String(cell ?? '').slice(0, 10));
}

/** The cell of a column under its own name, else under the first of its other names that is there. */
function cellOf(cells: RawRow['cells'], name: string, column: Column<unknown>): Cell | undefined {
  const found = [name, ...column.also].find((one) => cells[one] !== undefined);
  return found === undefined ? undefined : cells[found];
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
