// That a backup was taken stands in the history: whoever has the file has everything.
import { Fault } from '../../kernel/fault.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';

/** @returns the moment of the work. @throws Fault `backup-forbidden` */
export async function noteBackup(work: Work): Promise<string> {
  if (!work.actor.roles.includes('owner'))
    throw new Fault('backup-forbidden', 'forbidden', 'A backup holds everything, keys too: only an owner takes one.');
  await append(work, { kind: 'backup.made', subjects: [] });
  return work.now;
}
