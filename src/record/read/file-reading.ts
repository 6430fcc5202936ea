// What reading one file gives: tables, or the reason why not; other files go on either way.
import type { Reject } from '../../contacts/contact.core.ts';
import type { RawTable, RecordWarning } from '../record.core.ts';

export interface FileReading {
  readonly tables: readonly RawTable[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly RecordWarning[];
}

export function tablesOnly(...tables: RawTable[]): FileReading {
  return { tables, rejects: [], warnings: [] };
}

/** A file, or a place in it, that could not be read at all. */
export function refusedFile(file: string, expected: string, remedy: string, row?: number): FileReading {
  return { tables: [], rejects: [{ file, expected, remedy, ...(row === undefined ? {} : { row }) }], warnings: [] };
}

/** What a file is called, without folders and ending: a hint of what it holds. */
export function stemOf(name: string): string {
  return (name.replaceAll('\\', '/').split('/').at(-1) ?? name).replace(/\.[A-Za-z0-9]{1,5}$/, '');
}
