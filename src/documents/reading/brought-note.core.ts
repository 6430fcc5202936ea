// What a reader said of a part of a document, as a file of the record tells it.
import type { DocumentKind } from '../document.core.ts';
import type { ReaderWords } from './reader-notes.core.ts';

export interface BroughtNote {
  readonly person: string;
  readonly kind: DocumentKind;
  readonly document: string;
  readonly version: string;
  /** Empty: the document as a whole. */
  readonly part: string;
  readonly on: string;
  readonly said: ReaderWords['said'];
  readonly words?: string;
}
