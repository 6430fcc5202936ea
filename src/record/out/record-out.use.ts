// The whole record taken out, as the import takes it in.
import { Fault } from '../../kernel/fault.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { assertMayImportRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { everyEntry } from './record-out.store.ts';
import { type RecordSheet, recordSheets } from './record-sheets.core.ts';

/** Rows that a workbook holds here at most, since it is made in memory. */
const mostRows = 200_000;

/** @throws Fault `record-import-forbidden`, `download-too-large` */
export async function takeRecordOut(work: Work): Promise<RecordSheet[]> {
  assertMayImportRecord(work.actor);
  const entries = await everyEntry(work, mostRows + 1);
  if (entries.length > mostRows)
    throw new Fault(
      'download-too-large',
      'unready',
      `The record has more than ${mostRows} rows, which no workbook here holds. Take a backup instead: it has everything.`,
    );
  return recordSheets(await readOrganisation(work), entries);
}
