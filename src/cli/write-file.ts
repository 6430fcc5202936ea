// Results into files: whole or not at all, and "-" for standard output.
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../kernel/fault.ts';

/** Write pieces of text to a file through a new file beside it, so that a stop never leaves half a result. */
export async function writeText(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  if (path === '-') {
    for await (const piece of pieces) process.stdout.write(piece);
    return;
  }
  const fresh = `${path}.new-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(Readable.from(pieces), createWriteStream(fresh));
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof Fault) throw error;
    throw new Fault(
      'file-not-written',
      'unavailable',
      `${path} could not be written (${code}). Check the folder's permissions and free space, or name another file.`,
    );
  }
}
