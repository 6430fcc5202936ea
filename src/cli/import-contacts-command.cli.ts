// `customary import contacts PATH...` as a command of its own: import, say what came of it, and what comes next.
import type { SharedOptions } from './shared-options.ts';
import { importedSentence } from './diagnose.cli.ts';
import { exitCode } from './exit-code.ts';
import { importContacts } from './import-contacts.cli.ts';
import { writeRejects } from './rejects.cli.ts';
import type { Session } from './session.ts';
import { readTableOptions, type TableOptions } from './table-options.ts';
import type { Terminal } from './terminal.ts';
import { writeText } from './write-file.ts';

export interface ImportContactsOptions extends SharedOptions, TableOptions {}

/** Exit code: done where anything is in the store afterwards, not ready where nothing could be read. */
export async function importContactsCommand(
  session: Session,
  terminal: Terminal,
  paths: readonly string[],
  options: ImportContactsOptions,
): Promise<number> {
  const totals = await importContacts(session.client, terminal, paths, readTableOptions(options));
  if (options.json) await writeText(options.json, [`${JSON.stringify(totals, null, 2)}\n`]);
  if (options.json !== '-') terminal.print(importedSentence(totals));
  await writeRejects(session, terminal, totals);
  if (totals.contacts + totals.versions + totals.alreadyHere + totals.facts === 0) return exitCode.notReady;
  terminal.say('Next: customary report');
  return exitCode.done;
}
