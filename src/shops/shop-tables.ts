// The tables of a file of mystery shops: each sheet of a workbook, or a delimited text, with its header found below titles and blank
// rows. Whole in memory, as workbooks allow no other way; a workbook is read apart, where it can do no harm.
import { delimitedRows, sniffDelimiter } from '../contacts/readers/delimited.ts';
import { readWorkbookApart } from '../contacts/readers/read-workbook.ts';
import { Fault } from '../kernel/fault.ts';
import type { Sample } from './shop-mapping.core.ts';
import type { ShopTable } from './shop-rows.core.ts';

export interface FoundTable extends Sample {
  readonly sheet: string;
  readonly table: ShopTable;
}

const mostRows = 5000;
/** With blank ones between. */
const mostLines = 100_000;
const blank: string[] = [];
const mostColumns = 200;
const longestHeader = 300;
const longestRow = 1 << 20;
/** More than any workbook of shops unpacks to: one that takes more memory than this allows is given up. */
const mostUnpacked = 64 * 1024 * 1024;
const lookedAt = 30;
const headLength = 1 << 16;

/** @throws Fault `shops-unreadable`, `shops-too-many` */
export async function shopTables(name: string, bytes: Uint8Array): Promise<FoundTable[]> {
  // A workbook is an archive, whatever it is called.
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheets = isWorkbook ? await sheetsOf(bytes) : [{ sheet: name, rows: await delimitedOf(bytes) }];
  const found = sheets.flatMap(({ sheet, rows }) => {
    const table = tableIn(rows);
    if (!table) return [];
    const file = sheets.length > 1 ? `${name}/${sheet}` : name;
    return [
      { sheet, headers: table.headers, rows: table.rows.map((one) => one.cells), table: { file, rows: table.rows } },
    ];
  });
  if (found.length === 0)
    throw new Fault(
      'shops-unreadable',
      'malformed',
      'No table of mystery shops was found in the file: it needs a row of headers and a row for each shop. Open it in a spreadsheet program and save it as XLSX or CSV.',
    );
  if (found.some((one) => one.table.rows.length > mostRows)) throw tooMany();
  return found;
}

interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

async function sheetsOf(bytes: Uint8Array): Promise<SheetRows[]> {
  try {
    const sheets = await readWorkbookApart(bytes, mostUnpacked);
    return sheets.map(({ sheet, data }) => ({
      sheet,
      rows: data.map((row) => row.slice(0, mostColumns).map((cell) => cellText(cell))),
    }));
  } catch {
    throw new Fault(
      'shops-unreadable',
      'malformed',
      'The workbook can’t be read. Open it in a spreadsheet program and save it again, or export it as CSV.',
    );
  }
}

async function delimitedOf(bytes: Uint8Array): Promise<string[][]> {
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

function tooMany(): Fault {
  return new Fault('shops-too-many', 'malformed', `A table holds more than ${mostRows} shops. Split the file.`);
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
