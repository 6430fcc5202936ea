// A row that was entered by hand is taken out again: a slip, or the wrong person. What it said stays among the old rows, and the
// ledger says that it went. Rows of files stay: they held until somebody writes that they didn't.
import { Fault } from '../../kernel/fault.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { EntryKind } from '../entries/entry.core.ts';
import { entryAt } from '../entries/entries.store.ts';
import { byHandFile } from '../entries/entries.use.ts';
import { dropEntry } from './drop-entry.store.ts';

/**
 * @param digest the row as it was seen
 * @throws Fault `record-import-forbidden`, `record-row-missing`, `record-row-changed`, `record-row-of-file`, `record-row-used`, `legal-hold-stands`
 */
export async function takeOutByHand(work: Work, kind: EntryKind, key: string, digest: string): Promise<void> {
  assertMayRecord(work.actor, kind);
  const entry = await entryAt(work, kind, key);
  if (!entry)
    throw new Fault('record-row-missing', 'missing', 'No row of the record goes by this. Take one from its list.');
  if (entry.digest !== digest)
    throw new Fault(
      'record-row-changed',
      'conflict',
      'Somebody changed this row since you opened it. Look at it again.',
    );
  if (entry.origin.file !== byHandFile || kind === 'policies' || kind === 'procedures')
    throw new Fault(
      'record-row-of-file',
      'conflict',
      'Only rows that were entered by hand can be taken out, and no document. Correct the row, or say until when it held.',
    );
  const dropped = await dropEntry(work, kind, entry.cells, key);
  if (dropped === 'held')
    throw new Fault(
      'legal-hold-stands',
      'conflict',
      'This row is under legal hold, so it is not taken out. An owner or counsel may release the hold.',
    );
  if (dropped === 'used')
    throw new Fault('record-row-used', 'conflict', 'Other rows of the record name this one. Take them out first.');
  await append(work, {
    kind: `${kind}.taken-out`,
    subjects: [key.replaceAll('~', '/')],
    digestOf: JSON.stringify(entry.cells),
  });
}
