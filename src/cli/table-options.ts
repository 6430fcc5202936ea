// What a person may tell about tables and speakers, read from the command line.
import { columnFields } from '../contacts/import.shape.ts';
import { Fault } from '../kernel/fault.ts';
import type { ImportOptions } from './import-contacts.cli.ts';

export interface TableOptions {
  column?: string[];
  table?: string;
  rep?: string;
  channel?: string;
  transcripts?: string;
}

/** @throws Fault `column-malformed` where a --column is not NAME=FIELD with a known field */
export function readTableOptions(options: TableOptions): ImportOptions {
  const columns: Record<string, string> = {};
  for (const said of options.column ?? []) {
    const cut = said.lastIndexOf('=');
    const field = said.slice(cut + 1).trim();
    if (cut < 1 || !(columnFields as readonly string[]).includes(field)) {
      throw new Fault(
        'column-malformed',
        'malformed',
        `--column takes NAME=FIELD, e.g. --column "Caller text=text". FIELD is one of: ${columnFields.join(', ')}.`,
      );
    }
    columns[said.slice(0, cut).trim()] = field;
  }
  return {
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(options.table === undefined ? {} : { table: options.table }),
    ...(options.rep === undefined ? {} : { rep: options.rep }),
    ...(options.channel === undefined ? {} : { channel: options.channel }),
    ...(options.transcripts === undefined ? {} : { transcripts: options.transcripts }),
  };
}
