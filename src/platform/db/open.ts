// The store: one database, embedded or PostgreSQL, migrated and ready. `inWork` is the only opener of transactions.
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { heldTo, type Actor } from '../../kernel/actor.ts';
import { keyedDigest } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Database, Session } from './database.ts';
import { assertOrgId, keepKey, promoteKey, readKey, readKeyBeside } from './keys.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { withoutValues } from './refused-statement.ts';
import { emptyCluster, migratedCluster } from './template.ts';
import { alone } from './tx-guard.ts';
import type { Tx, Work } from './work.ts';

export interface StoreConfig {
  /** Holds the keys and, unless there is a databaseUrl, the database. Made with mode 0700 where missing. */
  readonly dataDir: string;
  /** `postgres://...`, version 15 or later. */
  readonly databaseUrl?: string;
  readonly now: () => Date;
}

export interface Store {
  readonly kind: 'pglite' | 'postgres';
  readonly dataDir: string;
  /** Migrations that this opening applied; a new embedded database begins with all of them. */
  readonly migrated: readonly string[];
  /**
   * Runs `fn` in a transaction of the actor's organisation, as a role that sees no other one's rows. Whatever it throws undoes all of it.
   * @throws RefusedStatement where the database refused, without the values that it quotes
   */
  inWork<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T>;
  /** A transaction as the tables' owner, for maintenance and tests. No use case may see it. */
  asOwner<T>(fn: (session: Session) => Promise<T>): Promise<T>;
  /**
   * Lets the planner count the rows of tables that grew again. Call it after bulk writes: the embedded database has nobody who does so by
   * itself, and on any database the plans of the next step are otherwise made for empty tables.
   */
  analyze(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store, migrating it first where that is due.
 * @throws Fault `data-folder-locked`, `database-unreachable`, `database-too-old`, and those of migrate
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const database = await openDatabase(config, migratedCluster);
  try {
    const migrated = await migrate(database, await readMigrations());
    return storeOver(database, config, migrated);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The database itself, as it is; a new one begins empty. @throws as openStore, but for the faults of migrate */
export async function openDatabase(
  config: StoreConfig,
  begin: () => Promise<Uint8Array> = emptyCluster,
): Promise<Database> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openPglite(config.dataDir, begin);
}

/** A store over a database that is open and migrated already. */
export function storeOver(
  database: Database,
  config: Pick<StoreConfig, 'dataDir' | 'now'>,
  migrated: readonly string[] = [],
): Store {
  const sealed = new Map<string, Uint8Array>();
  return {
    kind: database.kind,
    dataDir: config.dataDir,
    migrated,
    inWork: async (actor, fn) =>
      alone(async () => {
        const key = sealed.get(actor.orgId) ?? (await unseal(database, config.dataDir, actor.orgId));
        sealed.set(actor.orgId, key);
        return database.transaction(
          async (tx) => fn({ tx, actor, now: config.now().toISOString(), key }),
          workerOpening(actor),
          { readsOnly: actor.readsOnly === true },
        );
      }).catch((error: unknown) => {
        throw withoutValues(error);
      }),
    asOwner: async (fn) => alone(async () => database.asOwner(fn)),
    analyze: async (tables) =>
      alone(async () =>
        database.asOwner(async (session) => {
          const rows = await session.query(grown, [[...tables]]);
          if (rows.length > 0) await session.script(`analyze ${rows.map((row) => String(row.name)).join(', ')}`);
        }),
      ),
    close: async () => database.close(),
  };
}

// Tables that are small, or have a fifth more pages than when their rows were last counted. To count costs the more the
// larger a table is, and its plans change the less.
const grown = `select one as name from unnest($1::text[]) as one join pg_class on pg_class.oid = one::regclass
  where pg_relation_size(pg_class.oid) / 8192 not between 64 and relpages * 1.2`;

// What an id in a list may not hold: it parts them.
const parted = '\u001f';

// What a transaction becomes its work's by, before anything else is asked in it. Whoever is held to sites or to themself becomes
// another role, for which policies close every table but for what is theirs (migrations/0021_held.sql).
function workerOpening(actor: Actor): string {
  assertOrgId(actor.orgId);
  const held = heldTo(actor);
  const settings: (readonly [string, string])[] = [
    ['role', held ? 'customary_held' : 'customary_worker'],
    ['customary.org', actor.orgId],
  ];
  if (held)
    settings.push(
      ['customary.sites', held.sites.join(parted)],
      ['customary.places', held.places.join(parted)],
      ['customary.person', held.person ?? ''],
      ['customary.member', actor.id],
    );
  if (actor.readsOnly === true) settings.push(['transaction_read_only', 'on']);
  const calls = settings.map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`);
  return `select ${calls.join(', ')}`;
}

// The key of an organisation new to the store is made here; one that the store knows must be the one it was sealed with.
async function unseal(database: Database, dataDir: string, orgId: string): Promise<Uint8Array> {
  return database.transaction(
    async (tx) => {
      if ((await sealIn(tx, orgId)) === undefined) {
        const fresh = (await readKey(dataDir, orgId)) ?? (await keepKey(dataDir, orgId));
        await tx.execute(sql`insert into organisation_seal values (${orgId}, ${sealOf(fresh)}) on conflict do nothing`);
      }
      // Read again: another process, perhaps with another data folder, may have been first. A key is kept before it seals.
      const seal = await sealIn(tx, orgId);
      const kept = await readKey(dataDir, orgId);
      if (kept && sealOf(kept) === seal) return kept;
      const beside = await readKeyBeside(dataDir, orgId);
      if (beside && sealOf(beside) === seal) {
        await promoteKey(dataDir, orgId);
        return beside;
      }
      throw new Fault(
        kept ? 'organisation-key-mismatch' : 'organisation-key-missing',
        'unready',
        `The data of organisation ${orgId} was written with ${kept ? 'another key than' : 'a key that is not at'} keys/${orgId}.key. Put that key back: from the data folder that the data came with, or from a backup.`,
      );
    },
    workerOpening({ orgId, id: 'seal', roles: [] }),
  );
}

async function sealIn(tx: Tx, orgId: string): Promise<string | undefined> {
  const found = await tx.execute(sql`select seal from organisation_seal where org_id = ${orgId}`);
  return (found as unknown as { rows: { seal: string }[] }).rows[0]?.seal;
}

function sealOf(key: Uint8Array): string {
  return keyedDigest(key, 'customary organisation seal');
}
