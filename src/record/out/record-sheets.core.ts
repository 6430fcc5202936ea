// The record as sheets of a workbook, one a table, with the columns that record files have: brought into an empty organisation
// it gives the same record. Clauses and steps stand in a column `text`, as a document's file writes them.
import type { Organisation } from '../../people/organisation.core.ts';
import type { Cells, EntryCell, EntryKind, Part } from '../entries/entry.core.ts';
import { textOfParts } from '../read/markdown-document.ts';
import { recordTables } from '../read-record.core.ts';

type SheetCell = string | number | null;

export interface RecordSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface EntryOut {
  readonly kind: EntryKind;
  readonly cells: Cells;
  readonly parts: readonly Part[];
}

/** What a cell of a workbook holds, at most; a longer text goes on in the next column. */
const longest = 30_000;

/** Tables without a row have no sheet; an organisation without anything on record has none at all. */
export function recordSheets(organisation: Organisation | null, entries: readonly EntryOut[]): RecordSheet[] {
  const byKind = Map.groupBy(entries, (one) => one.kind as string);
  if (organisation) byKind.set('organisation', [{ kind: 'people', cells: cellsOf(organisation), parts: [] }]);
  return recordTables.flatMap(({ kind, columns }) => {
    const own = byKind.get(kind);
    if (!own) return [];
    const texts = own.map(({ parts }) => pieces(textOfParts(parts)));
    const more = Math.max(...texts.map((one) => one.length));
    const names = Object.keys(columns);
    const heads = [...names, ...Array.from({ length: more }, (_, nth) => (nth === 0 ? 'text' : `text-${nth + 1}`))];
    const rows = own.map(({ cells }, nth) => [
      ...names.map((name) => written(cells[name])),
      ...Array.from({ length: more }, (_, at) => texts[nth]![at] ?? null),
    ]);
    return [{ name: kind, rows: [heads, ...rows] }];
  });
}

function cellsOf(organisation: Organisation): Cells {
  const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const known = Object.entries(organisation).filter((pair): pair is [string, EntryCell] => pair[1] !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [kebab(name), value]));
}

function written(cell: EntryCell | undefined): SheetCell {
  if (cell === undefined) return null;
  if (typeof cell === 'object') return cell.join('; ');
  return typeof cell === 'boolean' ? String(cell) : cell;
}

/** The text in as many pieces as it takes, parted between clauses alone. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const clause of text === '' ? [] : text.split('\n\n')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + clause.length < longest) found[found.length - 1] = `${last}\n\n${clause}`;
    else found.push(clause);
  }
  return found;
}
