// What record files are made of before anybody knows what they say: tables of cells, with the place each came from.
import type { Reject } from '../contacts/contact.core.ts';
import type { Taken } from '../kernel/sourced.ts';

/** One file of a record as it was given; `name` is its path inside what was given, e.g. `policies/quotes.md`. */
export interface RecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A cell: text as written, or several texts where the format itself has lists. Empty text means no value. */
export type Cell = string | readonly string[];

/** Who does a step, words to use, how far one may go alone, what can go wrong. */
export type StepWords = Readonly<Partial<Record<'actor' | 'say' | 'limit' | 'goesWrong', string>>>;

/** A clause of a policy or a step of a procedure, as read from a document. */
export interface RawPart {
  readonly id: string;
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
  /** What a step says beside its words. */
  readonly step?: StepWords;
  /** Its words with all that stands in `step`, where something does: of a policy these lines are words like others. */
  readonly whole?: string;
  readonly line?: number;
}

/** One row; column names are in kebab-case. */
export interface RawRow {
  /** 1-based line of a text file, or row of a sheet. */
  readonly row?: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Only for documents. */
  readonly parts?: readonly RawPart[];
}

/** One table as read: a CSV file, a sheet, a list in a YAML file, or a document as a table of one row. */
export interface RawTable {
  /** File, with the sheet or the list after `#` where a file holds several. */
  readonly file: string;
  /** What the file, sheet or list is called: a hint of what it holds. */
  readonly hint: string;
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

/** Something that went in, but that its owner should look at. */
export interface RecordWarning {
  readonly file: string;
  readonly row?: number;
  readonly field?: string;
  readonly sentence: string;
}

/** What came of importing a record: counts by table, and everything that was refused or doubted. */
export interface RecordImport {
  readonly taken: Readonly<Record<string, Taken>>;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly RecordWarning[];
}

/** A column's name as every format may write it (`Review due`, `review_due`, `reviewDue`), in kebab-case. */
export function columnName(written: string): string {
  return written
    .trim()
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
