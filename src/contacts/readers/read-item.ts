// What reading gives and what it may be told: items, the mapping of a table's columns, and limits. All of it is raw and
// holds personal data, except rejects, mappings and said sentences, which never hold a word of a contact.
import type { Channel, HeardBy } from '../../standards/encounter.core.ts';
import type { ChannelGuesses } from './channel-guess.ts';
import type { ContactDraft, ContactFacts, Reject } from '../contact.core.ts';

/** One thing found while reading. Order within a file is the file's own; the order of files must not matter to who reads them. */
export type ReadItem =
  | { readonly kind: 'contact'; readonly draft: ContactDraft }
  /** Facts of a contact that stands elsewhere; `key` is its id or its file's name (see `sourceKeys`). */
  | {
      readonly kind: 'facts';
      readonly key: string;
      readonly facts: ContactFacts;
      readonly row: number;
      readonly file: string;
    }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** How a table was understood, to be shown and corrected. `howSure` is 0 to 1. */
  | { readonly kind: 'mapping'; readonly file: string; readonly mapping: TableMapping; readonly howSure: number }
  /** A table's head and first rows as they stand, only where they were asked for; they may hold personal data. */
  | {
      readonly kind: 'table';
      readonly file: string;
      readonly headers: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Something worth knowing about a file that is no failure: another encoding, signs dropped, a link not followed. */
  | { readonly kind: 'said'; readonly file: string; readonly sentence: string };

/**
 * What one row of a table is: `turns` a turn of speech, `transcripts` a contact with all its words in one cell, `messages`
 * a contact that is one message, `visits` a visit with a column a question, `facts` what is known of a contact elsewhere.
 */
export type TableKind = 'turns' | 'transcripts' | 'messages' | 'visits' | 'facts';

/** What a column can be. `question` becomes an answer of the visit's form, `name` only helps redaction, `ignore` is left out. */
export type ColumnField =
  | 'contact'
  | 'file'
  | 'speaker'
  | 'text'
  | 'transcript'
  | 'time'
  | 'end'
  | 'order'
  | 'question'
  | 'name'
  | 'ignore'
  | 'language'
  | 'site'
  | 'rep'
  | 'direction'
  | 'channel'
  | 'outcome'
  | 'product'
  | 'price'
  | 'rings'
  | 'seconds-to-answer'
  | 'holds'
  | 'transcribed-by'
  | 'duration'
  | 'customer'
  | 'consent';

export interface TableMapping {
  readonly table: TableKind;
  readonly columns: readonly { readonly column: string; readonly field: ColumnField }[];
}

export interface ReadOptions {
  /** Column name -> field, compared without case; what is told here outranks every guess. */
  readonly columns?: Readonly<Record<string, ColumnField>>;
  /** What one row is, where the guess is wrong. */
  readonly table?: TableKind;
  /** The label that is the rep's, e.g. `Speaker 1`. */
  readonly repLabel?: string;
  /** The channel of contacts that don't state theirs. */
  readonly channel?: Channel;
  /** Who wrote the words of calls and visits down, where neither the contact nor a column says it. */
  readonly heardBy?: HeardBy;
  /** So many rows of each table are handed out as they stand, for whoever must say what its columns are. */
  readonly firstRows?: number;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** Longest single record (JSON value, CSV row, text transcript) in UTF-16 units. */
  readonly recordLength: number;
  /** Most turns of one contact. */
  readonly turns: number;
  /** Contacts of one turn table that may be open at once: rows of a contact may be this many contacts apart. */
  readonly openContacts: number;
  /** Expanded bytes over packed bytes at which a member of an archive counts as a bomb (past the first 16 MiB). */
  readonly archiveRatio: number;
  /** Expanded bytes of one archive with everything inside it. */
  readonly archiveBytes: number;
  readonly archiveMembers: number;
  /** Archives inside archives: 2 is a zip in a zip. */
  readonly archiveDepth: number;
  /** Largest workbook, expanded; a workbook is the one format that must stand in memory whole. */
  readonly workbookBytes: number;
}

// A day of speech is about 1 MB of text; 32 Mi units hold any real contact and keep a hostile one inside flat memory.
// Text and CSV pack 5 to 40 to one; 200 leaves room, and a real bomb is 1,000 and more.
export const defaultLimits: Limits = {
  recordLength: 32 * 1024 * 1024,
  turns: 50_000,
  openContacts: 1_000,
  archiveRatio: 200,
  archiveBytes: 64 * 1024 ** 3,
  archiveMembers: 1_000_000,
  archiveDepth: 2,
  workbookBytes: 256 * 1024 * 1024,
};

/** Where a reader is: the file as it will be named, its bytes' folder for spooling, and what it was told. */
export interface Place {
  readonly file: string;
  readonly spoolDir: string;
  readonly options: ReadOptions;
  readonly limits: Limits;
  readonly guesses: ChannelGuesses;
}

export function reject(
  place: Place,
  expected: string,
  remedy: string,
  at: { row?: number; field?: string } = {},
): ReadItem {
  return { kind: 'reject', reject: { file: place.file, ...at, expected, remedy } };
}

export function said(place: Place, sentence: string): ReadItem {
  return { kind: 'said', file: place.file, sentence };
}
