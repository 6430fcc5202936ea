// The tables of a file that a person says the columns of: each sheet of a workbook, or a delimited text, with its header found below
// titles and blank rows. Whole in memory, as workbooks allow no other way; a workbook is read apart, where it can do no harm.
import type { Fault } from '../../kernel/fault.ts';
import { delimitedRows, sniffDelimiter } from './delimited.ts';
import { readWorkbookApart } from './read-workbook.ts';

export interface HeadedTable {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly table: {
    /** The file's name, with the sheet's where it has several. */
    readonly file: string;
    /** `row` is 1-based, as a spreadsheet program counts. */
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  };
}

/** How much is read, and what is said of a file that can't be. */
export interface TableLimits {
  readonly mostRows: number;
  readonly tooMany: () => Fault;
  readonly noTable: () => Fault;
  readonly noWorkbook: () => Fault;
}

/** With blank ones between. */
const mostLines = 100_000;
const blank: string[] = [];
const mostColumns = 200;
const longestHeader = 300;
const longestRow = 1 << 20;
/** More than any workbook of such rows unpacks to: one that takes more memory than this allows is given up. */
const mostUnpacked = 64 * 1024 * 1024;
const lookedAt = 30;
const headLength = 1 << 16;

/** @throws the limits' faults */
export async function headedTables(name: string, bytes: Uint8Array, limits: TableLimits): Promise<HeadedTable[]> {
  // A workbook is an archive, whatever it is called.
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheets = isWorkbook ? await sheetsOf(bytes, limits) : [{ sheet: name, rows: await delimitedOf(bytes, limits) }];
  const found = sheets.flatMap(({ sheet, rows }) => {
    const table = tableIn(rows);
    if (!table) return [];
    const file = sheets.length > 1 ? `${name}/${sheet}` : name;
    return [
      { sheet, headers: table.headers, rows: table.rows.map((one) => one.cells), table: { file, rows: table.rows } },
    ];
  });
  if (found.length === 0) throw limits.noTable();
  if (found.some((one) => one.table.rows.length > limits.mostRows)) throw limits.tooMany();
  return found;
}

interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

async function sheetsOf(bytes: Uint8Array, limits: TableLimits): Promise<SheetRows[]> {
  try {
    const sheets = await readWorkbookApart(bytes, mostUnpacked);
    return sheets.map(({ sheet, data }) => ({
      sheet,
      rows: data.map((row) => row.slice(0, mostColumns).map((cell) => cellText(cell))),
    }));
  } catch {
    throw limits.noWorkbook();
  }
}

async function delimitedOf(bytes: Uint8Array, { mostRows, tooMany }: TableLimits): Promise<string[][]> {
  const text = new TextDecoder('utf-8').decode(bytes);
  const rows: string[][] = [];
  const delimiter = sniffDelimiter(text.slice(0, headLength), text.length <= headLength)?.delimiter ?? ',';
  let filled = 0;
  for await (const found of delimitedRows(once(text), delimiter, longestRow)) {
    const cells = 'fault' in found ? [] : found.cells.slice(0, mostColumns);
    const isBlank = cells.every((cell) => cell === '');
    // A row keeps its number in the file; one with nothing in it keeps nothing else.
    rows.push(isBlank ? blank : cells);
    if (!isBlank) filled += 1;
    if (filled > mostRows + lookedAt || rows.length > mostLines) throw tooMany();
  }
  return rows;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** The headers and what stands below: the fullest of the first rows that is followed by another, the first of several. */
function tableIn(rows: readonly (readonly string[])[]): {
  headers: string[];
  rows: { row: number; cells: readonly string[] }[];
} | null {
  let best = -1;
  let most = 2;
  rows.slice(0, lookedAt).forEach((row, at) => {
    const filled = row.filter((cell) => cell.trim() !== '').length;
    const words = row.filter((cell) => /\p{L}{2}/u.test(cell)).length;
    if (filled > most && words > filled / 2 && at + 1 < rows.length) [best, most] = [at, filled];
  });
  if (best < 0) return null;
  const headers = rows[best]!.map((cell, at) => cell.trim().slice(0, longestHeader) || `column ${at + 1}`);
  const below = rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .slice(best + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return below.length === 0 ? null : { headers, rows: below };
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    // Spreadsheets know no zones, and write a day as its midnight.
    return cell.toISOString().slice(0, 19).replace('T00:00:00', '');
  }
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
