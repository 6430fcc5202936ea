// An Excel workbook as tables, one a sheet: the first row that isn't empty names the columns.
import { readWorkbookApart } from '../../contacts/readers/read-workbook.ts';
import type { RawRow, RawTable } from '../record.core.ts';
import { columnName } from '../record.core.ts';
import type { FileReading } from './file-reading.ts';
import { refusedFile, tablesOnly } from './file-reading.ts';
import { partsIn } from './markdown-document.ts';

/** What a workbook may unpack to, in bytes: far above any record, far below what would hurt. */
const largest = 256 * 1024 * 1024;

export async function readXlsx(file: string, bytes: Uint8Array): Promise<FileReading> {
  const unpacked = unpackedSize(bytes);
  if (unpacked > largest) {
    return refusedFile(file, 'a workbook of at most 256 MB unpacked', 'Save its sheets as CSV files.');
  }
  let sheets: Awaited<ReturnType<typeof readWorkbookApart>>;
  try {
    sheets = await readWorkbookApart(bytes, unpacked);
  } catch {
    return refusedFile(
      file,
      'an Excel workbook (.xlsx) that can be opened',
      'Open it in a spreadsheet program and save it again, or save its sheets as CSV files.',
    );
  }
  const tables = sheets.flatMap(({ sheet, data }): RawTable[] => {
    const head = data.findIndex((row) => row.some((cell) => cell !== null && cell !== ''));
    if (head < 0) return [];
    const columns = data[head]!.map((cell) => columnName(textOf(cell)));
    // Clauses or steps stand in a column of their own, and in further ones where a cell holds too little.
    const texts = columns.filter((name) => partOfText.test(name));
    const isDocument = texts.length > 0 && /polic|procedure/.test(columnName(sheet));
    const rows = data.slice(head + 1).flatMap((line, index): RawRow[] => {
      if (line.every((cell) => textOf(cell) === '')) return [];
      const named = columns.map((name, column) => [name, textOf(line[column])]).filter(([name]) => name !== '');
      const row = head + index + 2;
      const cells = Object.fromEntries(named) as Record<string, string>;
      if (!isDocument) return [{ row, cells }];
      const words = texts.map((name) => cells[name] ?? '').filter((words) => words !== '');
      return [{ row, cells: withoutTexts(cells), parts: partsIn(words.join('\n\n')) }];
    });
    return [
      {
        file: `${file}#${sheet}`,
        hint: columnName(sheet),
        columns: columns.filter((name) => name !== '' && !(isDocument && partOfText.test(name))),
        rows,
      },
    ];
  });
  return tables.length > 0
    ? tablesOnly(...tables)
    : refusedFile(file, 'a sheet with rows', 'Fill it, or take it out of the folder.');
}

const partOfText = /^text(-\d+)?$/;

function withoutTexts(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => !partOfText.test(name)));
}

/** Dates come as instants in UTC that stand for the wall clock of the cell. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell as string | number | boolean).trim();
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/** The sum of the sizes that the archive's own directory states; it is read before anything is unpacked. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    sum += view.getUint32(at + 24, true);
    at += 45;
  }
  return sum;
}
