// What readers said, counted part by part: for whoever mends documents and for whoever asks which rules customers pay for.
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { ReaderCounts } from './reader-notes.core.ts';
import * as store from './reader-notes.store.ts';

/** Of all documents of a kind, or of one; whoever asks sees it of the readers whom they answer for. */
export async function readReaderCounts(work: Work, kind: DocumentKind, document?: string): Promise<ReaderCounts[]> {
  return store.countNotes(work, kind, document);
}
