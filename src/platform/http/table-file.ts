// Tables as files that a spreadsheet opens: CSV line by line, or a workbook. Words stay words, whoever wrote them: no cell is
// taken for a formula, and no character that a file can't hold goes in.
import writeWorkbook from 'write-excel-file/node';

export type Cell = string | number | null;

/** RFC 4180 with CRLF. Text that a spreadsheet could take for a formula gets an apostrophe before it; numbers stay numbers. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const risky = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value);
  const text = storable(risky ? `'${value}` : value);
  return /[",\r\n;\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A workbook of one sheet, its first row in bold. Held in memory: give it no more rows than fit. */
export async function workbook(name: string, rows: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const [heads = [], ...rest] = rows;
  const written = writeWorkbook(
    [
      heads.map((head) => ({ value: String(head), type: String, fontWeight: 'bold' as const })),
      ...rest.map((row) => row.map(workbookCell)),
    ],
    { sheet: name, stickyRowsCount: 1 },
  );
  return new Uint8Array(await written.toBuffer());
}

// Said to be text, a cell is never read as a formula.
function workbookCell(value: Cell) {
  if (value === null) return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: storable(value).slice(0, 32_000), type: String };
}

// oxlint-disable-next-line no-control-regex
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Without control characters and halves of pairs, which XML refuses and terminals obey. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll(unstorable, ' ');
}
