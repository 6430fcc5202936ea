// A table as rows come: the first rows are held back to understand it, then every row is read as it passes.
import { planTable, mappingOf } from './table-plan.ts';
import type { TablePlan } from './table-plan.ts';
import { readRow } from './table-rows.ts';
import { gatherTurns } from './table-turns.ts';
import type { TurnGatherer } from './table-turns.ts';
import { reject, said } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';

// Enough rows to tell an id from an order and a form from a log; a form has one row a visit, so not too many.
const sampleRows = 200;

export interface TableReader {
  /** Takes one row and gives what is ready. */
  row(row: number, cells: readonly string[]): ReadItem[];
  end(): ReadItem[];
}

/** Opens a table with these headers. A table that holds nothing for us is rejected once, with what was looked for. */
export function openTable(headers: readonly string[], place: Place): TableReader {
  let held: { row: number; cells: readonly string[] }[] | null = [];
  let plan: TablePlan | null = null;
  let turns: TurnGatherer | null = null;
  const read = (row: number, cells: readonly string[]): ReadItem[] => {
    if (plan === null) return [];
    if (cells.every((cell) => cell.trim() === '')) return turns?.gap() ?? [];
    if (cells.length > headers.length && cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
      return [
        reject(place, `${headers.length} cells in the row`, 'Put quotes around cells that hold the delimiter.', {
          row,
        }),
      ];
    }
    return turns ? turns.row(row, cells) : readRow(plan, row, cells, place);
  };
  const settle = (): ReadItem[] => {
    const sample = held ?? [];
    held = null;
    const filled = sample.filter((one) => one.cells.some((cell) => cell.trim() !== ''));
    if (filled.length === 0)
      return [reject(place, 'at least one row with something in it', 'Check that the table was exported in full.')];
    plan = planTable(
      headers,
      filled.map((one) => one.cells),
      place,
    );
    const shown: ReadItem[] =
      place.options.firstRows === undefined
        ? []
        : [
            {
              kind: 'table',
              file: place.file,
              headers,
              rows: filled.slice(0, place.options.firstRows).map((one) => one.cells),
            },
          ];
    if (plan === null)
      return [
        ...shown,
        reject(
          place,
          'columns of turns (contact, speaker, text), of a form (a column a question) or of facts keyed by contact or file',
          'Name the columns, e.g. --column "Body=text", or leave the file out.',
        ),
      ];
    if (plan.kind === 'turns') turns = gatherTurns(plan, place);
    const items: ReadItem[] = [
      ...shown,
      { kind: 'mapping', file: place.file, mapping: mappingOf(plan), howSure: plan.howSure },
      ...plan.says.map((sentence) => said(place, sentence)),
    ];
    for (const one of sample) items.push(...read(one.row, one.cells));
    return items;
  };
  return {
    row(row, cells) {
      if (held === null) return read(row, cells);
      held.push({ row, cells });
      return held.length < sampleRows ? [] : settle();
    },
    end() {
      const items = held === null ? [] : settle();
      return [...items, ...(turns?.end() ?? [])];
    },
  };
}
