// What readers said of parts of documents elsewhere, taken in with the record: dated as it was said, recorded today.
import { contentId } from '../../kernel/digest.ts';
import type { Sourced, Taken } from '../../kernel/sourced.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { redacted } from './answer-version.use.ts';
import type { BroughtNote } from './brought-note.core.ts';
import { addBroughtNotes, type BroughtNoteRow } from './bring-notes.store.ts';
import type { ReaderNote } from './reader-notes.core.ts';

/** The same again is nothing new. @throws Fault `record-import-forbidden` */
export async function importReaderNotes(work: Work, rows: readonly Sourced<BroughtNote>[]): Promise<Taken> {
  assertMayRecord(work.actor, 'acknowledgements');
  if (rows.length === 0) return { added: 0, changed: 0, same: 0 };
  const notes = rows.map(({ row }): BroughtNoteRow => {
    const { person, kind, document, version, part, on, said, words = '' } = row;
    const clean = redacted(work, words);
    const id = contentId('n', person, kind, document, version, part, on, said);
    const what = { person, kind, document, version, part, on, said, about: aboutOf(said) };
    return { id, ...what, ...(clean === '' ? {} : { words: clean }) };
  });
  const added = await addBroughtNotes(work, notes);
  if (added > 0)
    await append(work, {
      kind: 'reader-notes.recorded',
      subjects: [...new Set(notes.map(({ kind, document, version }) => `${kind}/${document}/${version}`))].slice(
        0,
        200,
      ),
      digestOf: JSON.stringify(notes),
    });
  return { added, changed: 0, same: rows.length - added };
}

function aboutOf(said: BroughtNote['said']): ReaderNote['about'] {
  return said === 'not-understood' ? 'understanding' : said === 'disagree' ? 'agreement' : 'factor';
}
