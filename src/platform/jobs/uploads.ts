// Files that were sent and wait for the job that reads them: in the data folder, readable by the program alone, each under an
// id that nobody can guess and in the folder of its organisation. They hold what redaction hasn't seen, so none stays long.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Fault } from '../../kernel/fault.ts';

const idPattern = /^u-[0-9a-f-]{36}$/;
/** Milliseconds that a file may wait. */
const longest = 24 * 3600 * 1000;

export interface Uploads {
  /** Keeps the bytes; nothing is left of them where they end early. */
  keep(orgId: string, bytes: ReadableStream<Uint8Array> | null): Promise<{ id: string; bytes: number }>;
  /** @throws Fault `upload-missing` */
  read(orgId: string, id: string): Promise<ReadableStream<Uint8Array>>;
  drop(orgId: string, id: string): Promise<void>;
  /** Drops those that have waited for over a day. */
  tidy(now: number): Promise<void>;
}

/** @param folder made where missing */
export function newUploads(folder: string): Uploads {
  const pathOf = (orgId: string, id: string): string => {
    if (!idPattern.test(id)) throw missing();
    return join(folder, orgId, id);
  };
  return {
    keep: async (orgId, bytes) => {
      const id = `u-${randomUUID()}`;
      const path = pathOf(orgId, id);
      await mkdir(join(folder, orgId), { recursive: true, mode: 0o700 });
      try {
        const source = bytes ? Readable.fromWeb(bytes as unknown as WebStream) : Readable.from([]);
        await pipeline(source, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
        return { id, bytes: (await stat(path)).size };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    read: async (orgId, id) => {
      const path = pathOf(orgId, id);
      if ((await stat(path).catch(() => null)) === null) throw missing();
      return Readable.toWeb(createReadStream(path)) as unknown as ReadableStream<Uint8Array>;
    },
    drop: async (orgId, id) => rm(pathOf(orgId, id), { force: true }),
    tidy: async (now) => {
      for (const org of await readdir(folder).catch(() => []))
        for (const name of await readdir(join(folder, org)).catch(() => [])) {
          const found = await stat(join(folder, org, name)).catch(() => null);
          if (found && now - found.mtimeMs > longest) await rm(join(folder, org, name), { force: true });
        }
    },
  };
}

function missing(): Fault {
  return new Fault(
    'upload-missing',
    'missing',
    'There is no such file waiting: it was read already, or has waited for over a day. Send it again.',
  );
}
