// A stream put on disk for as long as it must be read out of order (zip, workbooks): private, and gone afterwards.
import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the bytes to a new file (0600) in the folder, gives its path to `read`, and deletes it whatever happens. */
export async function* spooled<T>(
  bytes: AsyncIterable<Uint8Array>,
  folder: string,
  read: (path: string) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const path = join(folder, `spool-${randomUUID()}`);
  // wx: never over a file, or through a link, that stands there already.
  const file = await open(path, 'wx', 0o600);
  try {
    try {
      for await (const chunk of bytes) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    yield* read(path);
  } finally {
    await unlink(path);
  }
}
