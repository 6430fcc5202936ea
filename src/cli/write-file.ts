// Results into files: whole or not at all, and "-" for standard output.
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../kernel/fault.ts';

type Piece = string | Uint8Array;

/** Write pieces to a file through a new file beside it, so that a stop never leaves half a result. Only the owner can read it. */
export async function writeText(path: string, pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<void> {
  if (path === '-') {
    for await (const piece of pieces) process.stdout.write(piece);
    return;
  }
  // What a link points to is written, not the link.
  const target = await realpath(path).catch(() => path);
  const found = await stat(target).catch(() => null);
  // A device or a pipe can't be put in place of: it is written to as it is.
  const direct = found !== null && !found.isFile() && !found.isDirectory();
  const fresh = direct ? target : `${target}.new-${process.pid}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await pipeline(Readable.from(pieces), createWriteStream(fresh, { mode: 0o600 }));
    if (!direct) await rename(fresh, target);
  } catch (error) {
    if (!direct) await rm(fresh, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof Fault) throw error;
    throw new Fault(
      'file-not-written',
      'unavailable',
      `${path} could not be written (${code}). Check the folder's permissions and free space, or name another file.`,
    );
  }
}
