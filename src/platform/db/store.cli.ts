// The commands that hold the data themselves: migrate, backup, restore, ledger verify. Each prints sentences and returns
// an exit code; faults go up to whoever called.
import type { Actor } from '../../kernel/actor.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { backup } from './backup.ts';
import { organisationsOf } from './keys.ts';
import { openStore, type Store, type StoreConfig } from './open.ts';
import { restore } from './restore.ts';

export type Print = (line: string) => void;

/** 0 done; 1 the ledger is not as it was written. */
export type StoreExit = 0 | 1;

/** Brings the store up to date and says what was applied. */
export async function migrateCommand(config: StoreConfig, print: Print): Promise<StoreExit> {
  const store = await openStore(config);
  try {
    for (const name of store.migrated) print(`applied ${name}`);
    print(
      store.migrated.length === 0
        ? 'The store is up to date.'
        : `The store is up to date: ${count(store.migrated.length, 'migration')} applied.`,
    );
    return 0;
  } finally {
    await store.close();
  }
}

/** Writes everything the store holds to a new file. @throws Fault `backup-exists` */
export async function backupCommand(config: StoreConfig, file: string, print: Print): Promise<StoreExit> {
  const store = await openStore(config);
  try {
    const done = await backup(store, file, config.now, everyMany(print, 'written'));
    print(
      `Backed up ${count(done.organisations, 'organisation')}, ${count(done.rows, 'row')} of ${count(done.tables, 'table')}.`,
    );
    print('The file holds the keys and everything that is kept: guard it like the data folder itself.');
    return 0;
  } finally {
    await store.close();
  }
}

export interface RestoreArguments {
  readonly file: string;
  /** Give up what the store holds of the organisations in the backup. */
  readonly replace?: boolean;
}

/** Restores a backup, then verifies the ledger of every organisation in it. @throws the faults of restore */
export async function restoreCommand(
  config: StoreConfig,
  { file, replace = false }: RestoreArguments,
  print: Print,
): Promise<StoreExit> {
  const done = await restore(config, file, { replace, progress: everyMany(print, 'restored') });
  print(`Restored ${count(done.organisations.length, 'organisation')}, ${count(done.rows, 'row')}.`);
  const store = await openStore(config);
  try {
    return await verifyEach(store, done.organisations, undefined, print);
  } finally {
    await store.close();
  }
}

export interface LedgerVerifyArguments {
  /** Only this organisation; otherwise every one that the data folder knows. */
  readonly orgId?: string;
  /** A head printed earlier, `SEQ:HASH`; it belongs to one organisation, so name that one where there are several. */
  readonly head?: string;
  /** What is checked besides; whether it holds. */
  readonly also?: (store: Store, print: Print) => Promise<boolean>;
}

/** Verifies the chains and prints their heads. Exit code 1 where a line is not as it was written. */
export async function ledgerVerifyCommand(
  config: StoreConfig,
  { orgId, head, also }: LedgerVerifyArguments,
  print: Print,
): Promise<StoreExit> {
  const store = await openStore(config);
  try {
    const organisations = orgId === undefined ? await organisationsOf(config.dataDir) : [orgId];
    if (organisations.length === 0) print('There is no organisation in this data folder yet, and so no ledger.');
    const exit = await verifyEach(store, organisations, head, print);
    return (await also?.(store, print)) === false ? 1 : exit;
  } finally {
    await store.close();
  }
}

async function verifyEach(
  store: Store,
  organisations: readonly string[],
  head: string | undefined,
  print: Print,
): Promise<StoreExit> {
  let exit: StoreExit = 0;
  for (const orgId of organisations) {
    const actor: Actor = { orgId, id: 'cli', roles: [] };
    const report = await store.inWork(actor, async (work) => verifyLedger(work, head));
    if (report.wrong.length > 0) exit = 1;
    print(
      report.wrong.length === 0
        ? `The ledger of ${orgId} holds: ${count(report.lines, 'line')}.`
        : `The ledger of ${orgId} does not hold (${count(report.lines, 'line')} read):`,
    );
    for (const { sentence } of report.wrong) print(`  ${sentence}`);
    print(`  head ${report.head}`);
  }
  return exit;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

// A line every hundred thousand rows: enough to see that it lives.
function everyMany(print: Print, verb: string): (rows: number) => void {
  const step = 100_000;
  let said = 0;
  return (rows) => {
    if (rows - said < step) return;
    said = rows;
    print(`${count(rows, 'row')} ${verb} ...`);
  };
}
