// Tables as workbooks. Words stay words, whoever wrote them: no cell is taken for a formula.
import writeWorkbook from 'write-excel-file/node';
import { storable, type Cell } from '../../kernel/csv-line.ts';

/** A workbook of one sheet, its first row in bold. Held in memory: give it no more rows than fit. */
export async function workbook(name: string, rows: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return workbookOf([{ name, rows }]);
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A workbook of several sheets, the first row of each in bold. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = writeWorkbook(
    sheets.map(({ name, rows: [heads = [], ...rest] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [
        heads.map((head) => ({ value: String(head), type: String, fontWeight: 'bold' as const })),
        ...rest.map((row) => row.map(workbookCell)),
      ],
    })),
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
