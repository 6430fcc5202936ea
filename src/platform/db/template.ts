// Clusters to begin a data folder with: an empty one and a migrated one. Making them takes seconds, unpacking one a
// fraction of that, so they are kept, compressed, in the program's own cache folder; where that can't be written,
// nothing is kept.
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { sha256 } from '../../kernel/digest.ts';
import { migrate, readMigrations } from './migrate.ts';
import { databaseOf } from './pglite.ts';

const cacheFolder = join(import.meta.dirname, '../../../.customary/cache');

/** The tar of an empty cluster. */
export async function emptyCluster(): Promise<Uint8Array> {
  return kept('empty', await pgliteVersion(), async () => dumpOf(await made()));
}

/** The tar of a cluster that has every migration of this version applied, and no row. */
export async function migratedCluster(): Promise<Uint8Array> {
  const migrations = await readMigrations();
  const digest = sha256(migrations.map((migration) => migration.sha256).join());
  return kept('migrated', `${await pgliteVersion()}-${digest.slice(0, 16)}`, async () => {
    const pglite = await made({ loadDataDir: new Blob([new Uint8Array(await emptyCluster())]) });
    await migrate(databaseOf(pglite), migrations);
    return dumpOf(pglite);
  });
}

// Loaded only where a cluster is made: an installed program has both kept already.
async function made(options: PGliteOptions = {}): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create(options);
}

async function dumpOf(pglite: PGlite): Promise<Uint8Array> {
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function kept(kind: string, version: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const name = `${kind}-${version}.tar.zst`;
  try {
    // The frame has a checksum: a damaged file throws here and is made anew.
    return zstdDecompressSync(await readFile(join(cacheFolder, name)));
  } catch {
    const tar = await make();
    await keep(kind, name, tar);
    return tar;
  }
}

async function keep(kind: string, name: string, tar: Uint8Array): Promise<void> {
  try {
    await mkdir(cacheFolder, { recursive: true });
    const outdated = (await readdir(cacheFolder)).filter(
      (other) => other.startsWith(`${kind}-`) && other.endsWith('.zst'),
    );
    const draft = join(cacheFolder, `${name}.${process.pid}`);
    await writeFile(draft, zstdCompressSync(tar, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }));
    await rename(draft, join(cacheFolder, name));
    for (const other of outdated) if (other !== name) await rm(join(cacheFolder, other), { force: true });
  } catch {
    // The program's folder can't be written: every new data folder then takes the seconds again.
  }
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const stated = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as { version: string };
  return stated.version;
}
