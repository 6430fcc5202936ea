// A folder's files as one tar stream, so that thousands of small files travel in one request and are stored in full
// batches. Nothing is packed on disk. One file's trouble never costs another: the tar stays whole.
import type { FileHandle } from 'node:fs/promises';
import { open, readFile } from 'node:fs/promises';
import { pack } from 'tar-stream';

export interface FileToSend {
  /** The path to show and to name the member by. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** Below this a file is read whole: its size can't change between the header and the body. */
const readWhole = 8 * 1024 * 1024;
const pieceBytes = 1024 * 1024;

/**
 * A tar stream of the files in the order given.
 * @param unreadable is told each file that can't be read, or not to its end, and why; the others still go
 */
export function folderStream(
  files: readonly FileToSend[],
  unreadable: (file: FileToSend, why: string) => void,
): ReadableStream<Uint8Array> {
  const tar = pack();
  void fill();
  return ReadableStream.from(tar) as ReadableStream<Uint8Array>;

  async function fill(): Promise<void> {
    for (const file of files) {
      // Who reads the stream has stopped.
      if (tar.destroyed) return;
      try {
        if (file.bytes <= readWhole) await addWhole(file);
        else await addInPieces(file);
      } catch (error) {
        // Given up by who reads, not by the file.
        if (tar.destroyed) return;
        unreadable(file, `it can't be read (${codeOf(error)})`);
      }
    }
    tar.finalize();
  }

  async function addWhole(file: FileToSend): Promise<void> {
    const bytes = await readFile(file.path);
    await new Promise<void>((resolve, reject) => {
      tar.entry({ name: file.name, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  // Opened before its header is written: what can't be opened leaves no trace in the tar.
  async function addInPieces(file: FileToSend): Promise<void> {
    const handle = await open(file.path);
    try {
      await new Promise<void>((resolve, reject) => {
        const entry = tar.entry({ name: file.name, size: file.bytes }, (error) => (error ? reject(error) : resolve()));
        void pour(file, handle, entry).catch(reject);
      });
    } finally {
      await handle.close();
    }
  }

  // The header has promised a length. A file that ends or fails before it is filled up with NULs, or all files behind it
  // would be read at the wrong place.
  async function pour(file: FileToSend, handle: FileHandle, entry: ReturnType<typeof tar.entry>): Promise<void> {
    let whole = true;
    for (let at = 0; at < file.bytes && !tar.destroyed;) {
      const length = Math.min(pieceBytes, file.bytes - at);
      const piece = whole ? await readPiece(file, handle, at, length) : Buffer.alloc(length);
      if (piece === null) whole = false;
      else {
        at += piece.length;
        if (!entry.write(piece)) await roomIn(entry);
      }
    }
    entry.end(undefined);
  }

  async function readPiece(file: FileToSend, handle: FileHandle, at: number, length: number): Promise<Buffer | null> {
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
      if (bytesRead > 0) return buffer.subarray(0, bytesRead);
      unreadable(file, 'it became shorter while it was read; only its beginning was taken');
    } catch (error) {
      unreadable(file, `reading it failed midway (${codeOf(error)}); only its beginning was taken`);
    }
    return null;
  }
}

// Also where nobody reads any more: then no room ever comes.
async function roomIn(entry: ReturnType<ReturnType<typeof pack>['entry']>): Promise<void> {
  await new Promise<void>((resolve) => {
    entry.once('drain', () => resolve());
    entry.once('close', () => resolve());
  });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unreadable';
}
