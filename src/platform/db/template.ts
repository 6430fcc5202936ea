// An empty cluster to begin a data folder with. Making one takes seconds, unpacking one a fraction of that, so the first
// one made is kept, compressed, in the program's own cache folder; where that can't be written, nothing is kept.
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { extract } from 'tar-stream';

const cacheFolder = join(import.meta.dirname, '../../../.customary/cache');

/** The tar of an empty cluster: the one kept, or a new one. */
export async function emptyCluster(): Promise<Uint8Array> {
  const file = join(cacheFolder, `cluster-${await pgliteVersion()}.tar.zst`);
  try {
    // The frame has a checksum: a damaged file throws here and is made anew.
    return zstdDecompressSync(await readFile(file));
  } catch {
    const tar = await makeCluster();
    await keep(file, tar);
    return tar;
  }
}

/**
 * Unpacks the tar of a cluster to `folder`, which comes into being whole or not at all: it is written under another
 * name, and what an earlier, interrupted attempt left there is removed first.
 */
export async function unpackCluster(tar: Uint8Array, folder: string): Promise<void> {
  const draft = `${folder}.making`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const files = extract();
  files.on('entry', (header, stream, next) => {
    const path = resolve(draft, header.name.replace(/^\/+/, ''));
    const inside = path === draft || path.startsWith(draft + sep);
    const written = !inside
      ? Promise.reject(new Error('The cluster has a path outside of itself.'))
      : header.type === 'directory'
        ? mkdir(path, { recursive: true, mode: 0o700 }).then(() => void stream.resume())
        : mkdir(dirname(path), { recursive: true, mode: 0o700 }).then(async () =>
            pipeline(stream, createWriteStream(path, { mode: 0o600 })),
          );
    written.then(() => next(), next);
  });
  await pipeline(Readable.from([tar]), files);
  await rename(draft, folder);
  await settle(dirname(folder));
}

async function makeCluster(): Promise<Uint8Array> {
  const pglite = await PGlite.create();
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function keep(file: string, tar: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, zstdCompressSync(tar, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }));
    await rename(draft, file);
  } catch {
    // The program's folder can't be written: every new data folder then takes the seconds again.
  }
}

/** A rename is on the disk only when its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function pgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const stated = JSON.parse(await readFile(join(dirname(entry), '../package.json'), 'utf8')) as { version: string };
  return stated.version;
}
