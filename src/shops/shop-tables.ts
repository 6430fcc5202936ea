// The tables of a file of mystery shops, in what is said of one that can't be read.
import { headedTables, type HeadedTable } from '../contacts/readers/headed-tables.ts';
import { Fault } from '../kernel/fault.ts';

export type FoundTable = HeadedTable;

const mostRows = 5000;

/** @throws Fault `shops-unreadable`, `shops-too-many` */
export async function shopTables(name: string, bytes: Uint8Array): Promise<FoundTable[]> {
  return headedTables(name, bytes, {
    mostRows,
    tooMany: () =>
      new Fault('shops-too-many', 'malformed', `A table holds more than ${mostRows} shops. Split the file.`),
    noTable: () =>
      new Fault(
        'shops-unreadable',
        'malformed',
        'No table of mystery shops was found in the file: it needs a row of headers and a row for each shop. Open it in a spreadsheet program and save it as XLSX or CSV.',
      ),
    noWorkbook: () =>
      new Fault(
        'shops-unreadable',
        'malformed',
        'The workbook can’t be read. Open it in a spreadsheet program and save it again, or export it as CSV.',
      ),
  });
}
