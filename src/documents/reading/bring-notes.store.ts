// Rows of what readers said elsewhere: many at once, each once.
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import type { ReaderNote } from './reader-notes.core.ts';
import { readerNoteTable } from './reading.table.ts';

export interface BroughtNoteRow extends ReaderNote {
  readonly id: string;
  readonly person: string;
  readonly on: string;
}

/** Those that are here already are left; returns how many were not. What was said here counts as said later. */
export async function addBroughtNotes({ tx, actor, now }: Work, rows: readonly BroughtNoteRow[]): Promise<number> {
  return insertMany(
    tx,
    readerNoteTable,
    rows.map((row) => ({ ...row, orgId: actor.orgId, words: row.words ?? null, saidAt: new Date(now), nth: 0 })),
    { onConflict: 'nothing' },
  );
}
