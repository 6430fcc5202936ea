// What was dear to work out, kept on disk between runs in the program's own cache folder. A file is named by everything that decides what
// is in it, and sealed: one that is damaged or was put there under another name is passed over, never trusted.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Bytes of the seal before the compressed rest. */
const sealBytes = 32;

export class KeptFiles {
  private readonly folder: string;
  private readonly most: number;

  /** @param most so many are kept, those asked for last */
  constructor(folder: string, most: number) {
    this.folder = folder;
    this.most = most;
  }

  /** What was kept under this name; null where nothing whole is there. */
  read(name: string): Uint8Array | null {
    const path = join(this.folder, name);
    try {
      const file = readFileSync(path);
      const rest = file.subarray(sealBytes);
      if (!sealOf(name, rest).equals(file.subarray(0, sealBytes))) return null;
      const bytes = zstdDecompressSync(rest);
      const now = new Date();
      utimesSync(path, now, now);
      return bytes;
    } catch {
      return null;
    }
  }

  /** Keeps it for whoever asks next. Where the folder can't be written nothing is kept, and it is worked out anew each time. */
  keep(name: string, bytes: Uint8Array): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      const rest = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
      // Whole or not there, whoever else keeps the same at the same time.
      const draft = join(this.folder, `${name}.${randomUUID().slice(0, 8)}`);
      writeFileSync(draft, Buffer.concat([sealOf(name, rest), rest]), { mode: 0o600 });
      renameSync(draft, join(this.folder, name));
      this.tidy();
    } catch {
      // See above.
    }
  }

  private tidy(): void {
    const files = readdirSync(this.folder).map((name) => {
      const path = join(this.folder, name);
      return { path, used: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    });
    for (const { path } of files.toSorted((a, b) => b.used - a.used).slice(this.most)) rmSync(path, { force: true });
  }
}

function sealOf(name: string, rest: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(rest).digest();
}
