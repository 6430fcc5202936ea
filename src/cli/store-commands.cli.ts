// Commands that hold the data themselves: migrate, backup, restore, ledger verify and checkpoint.
import { organisationOf, rememberFolder, type DataFolder } from '../platform/config.ts';
import { backupCommand, ledgerVerifyCommand, migrateCommand, restoreCommand } from '../platform/db/store.cli.ts';
import type { StoreConfig } from '../platform/db/open.ts';
import { exitCode } from './exit-code.ts';
import { plain, type Terminal } from './terminal.ts';
import { verifySeals, writeCheckpoint } from './verify-seals.ts';

/** `customary migrate`. */
export async function migrate(terminal: Terminal, folder: DataFolder): Promise<number> {
  await migrateCommand(configOf(folder), printTo(terminal));
  return exitCode.done;
}

/** `customary backup FILE`. */
export async function backup(terminal: Terminal, folder: DataFolder, file: string): Promise<number> {
  await backupCommand(configOf(folder), file, printTo(terminal));
  return exitCode.done;
}

/** `customary restore FILE`; `--yes` gives up what is held of the same organisation. */
export async function restore(terminal: Terminal, folder: DataFolder, file: string, replace: boolean): Promise<number> {
  const code = await restoreCommand(configOf(folder), { file, replace }, printTo(terminal));
  await rememberFolder(folder.path);
  return code === 0 ? exitCode.done : exitCode.checkFailed;
}

/** `customary ledger verify`: the chain, every row that it vouches for, and a checkpoint that was kept elsewhere. */
export async function ledgerVerify(
  terminal: Terminal,
  folder: DataFolder,
  { head, checkpoint }: { readonly head?: string; readonly checkpoint?: string },
): Promise<number> {
  const orgId = await organisationOf(folder.path);
  const code = await ledgerVerifyCommand(
    configOf(folder),
    {
      orgId,
      ...(head === undefined ? {} : { head }),
      also: (store, print) => verifySeals(store, orgId, { checkpoint, print }),
    },
    printTo(terminal),
  );
  return code === 0 ? exitCode.done : exitCode.checkFailed;
}

/** `customary ledger checkpoint FILE`. */
export async function ledgerCheckpoint(terminal: Terminal, folder: DataFolder, file: string): Promise<number> {
  const orgId = await organisationOf(folder.path);
  await writeCheckpoint(configOf(folder), orgId, file, printTo(terminal));
  return exitCode.done;
}

function configOf(folder: DataFolder): StoreConfig {
  const databaseUrl = process.env['DATABASE_URL'];
  return { dataDir: folder.path, now: () => new Date(), ...(databaseUrl ? { databaseUrl } : {}) };
}

function printTo(terminal: Terminal): (line: string) => void {
  return (line) => terminal.print(plain(line));
}
