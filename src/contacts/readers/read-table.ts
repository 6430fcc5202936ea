// CSV, TSV and workbooks: rows from the file, the header found, and the table opened on them.
import { fieldOfHeader } from './column-words.ts';
import { delimitedRows } from './delimited.ts';
import { readWorkbookApart } from './read-workbook.ts';
import { reject, said } from './read-item.ts';
import type { Place, ReadItem } from './read-item.ts';
import { statedRole } from './speaker-words.ts';
import { openTable } from './table-reader.ts';
import type { TableReader } from './table-reader.ts';

// A whole transcript fits in a cell of this; a quote never closed is given up after it.
const rowLength = 4 * 1024 * 1024;

/** Reads a delimited table in one pass. */
export async function* readDelimited(
  chunks: AsyncIterable<string>,
  delimiter: string,
  place: Place,
): AsyncGenerator<ReadItem> {
  let table: TableReader | null = null;
  for await (const found of delimitedRows(chunks, delimiter, Math.min(rowLength, place.limits.recordLength))) {
    if ('fault' in found) {
      yield found.fault === 'quote'
        ? reject(
            place,
            'a closing quote',
            'Close the quote, or double it where it belongs to the text; reading went on with the next line.',
            { row: found.row },
          )
        : reject(place, `a row of at most ${rowLength} characters`, 'Shorten or split the row.', { row: found.row });
      continue;
    }
    if (table === null) {
      if (found.cells.every((cell) => cell.trim() === '')) continue;
      // Some tools write the delimiter into the first line.
      if (/^sep=.$/.test(found.cells.join(delimiter).trim())) continue;
      if (isHeader(found.cells)) {
        table = openTable(headersOf(found.cells), place);
        continue;
      }
      yield said(place, 'The table has no headers; its columns were guessed from what is in them.');
      table = openTable(bareHeaders(found.cells), place);
    }
    yield* table.row(found.row, found.cells);
  }
  if (table === null) yield reject(place, 'a table with at least one row', 'Check that the file was exported in full.');
  else yield* table.end();
}

/**
 * Reads every sheet of a workbook (whole in memory: the format allows no other way).
 * @param unpacked bytes of all of its members
 */
export async function* readSheets(path: string, unpacked: number, place: Place): AsyncGenerator<ReadItem> {
  let sheets: Awaited<ReturnType<typeof readWorkbookApart>>;
  try {
    sheets = await readWorkbookApart(path, unpacked);
  } catch {
    yield reject(
      place,
      'a readable workbook (XLSX)',
      'Open it in a spreadsheet program and save it again, or export it as CSV.',
    );
    return;
  }
  for (const { sheet, data } of sheets) {
    const rows = data.map((row) => row.map((cell) => cellText(cell)));
    const from = rows.findIndex((row) => row.filter((cell) => cell !== '').length >= 2 && isHeader(row));
    const here: Place = sheets.length === 1 ? place : { ...place, file: `${place.file}/${sheet}` };
    if (from < 0 || rows.length - from < 2) {
      yield said(here, 'The sheet has no table.');
      continue;
    }
    const table = openTable(headersOf(rows[from]!), here);
    for (let i = from + 1; i < rows.length; i += 1) yield* table.row(i + 1, rows[i]!);
    yield* table.end();
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    // A time of day without a date counts from the last days of 1899.
    if (cell.getUTCFullYear() < 1901) return cell.toISOString().slice(11, 19);
    // Spreadsheets know no zones, and write a day as its midnight.
    return cell.toISOString().slice(0, 19).replace('T00:00:00', '');
  }
  return typeof cell === 'string' ? cell : typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** A first row is headers where it names a field, or where no cell of it looks like data (a role, a number, a long text). */
export function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const named = filled.filter((cell) => fieldOfHeader(cell) !== null).length;
  if (named >= 2 || (named === 1 && filled.length <= 3)) return true;
  const data = filled.some(
    (cell) => statedRole(cell) !== null || /^[\d.:,/-]+$/.test(cell) || (cell.length > 60 && !cell.includes('?')),
  );
  return !data || named > 0;
}

function headersOf(cells: readonly string[]): string[] {
  return cells.map((cell, i) => cell.trim() || `column ${i + 1}`);
}

// Without headers the cells of the first row tell: a role's word speaks, the longest is the text.
function bareHeaders(cells: readonly string[]): string[] {
  const speaker = cells.findIndex((cell) => statedRole(cell.trim()) !== null);
  const longest = cells.reduce(
    (best, cell, i) => (i !== speaker && cell.length > (cells[best]?.length ?? 0) && best !== speaker ? i : best),
    speaker === 0 ? 1 : 0,
  );
  return cells.map((_, i) => (i === speaker ? 'speaker' : i === longest && speaker >= 0 ? 'text' : `column ${i + 1}`));
}
