// Lays the files of a cluster down in a data folder, whole or not at all.
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';

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

/** A rename is on the disk only when its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
