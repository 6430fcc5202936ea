// A folder's files as one tar stream, so that thousands of small files travel in one request and are stored in full
// batches. Nothing is packed on disk.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';

export interface FileToSend {
  /** The path to show and to name the member by. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** Below this a file is read whole: its size can't change between the header and the body. */
const readWhole = 8 * 1024 * 1024;

/**
 * A tar stream of the files in the order given.
 * @param unreadable is told each file that can't be read; the others still go
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
      try {
        if (file.bytes <= readWhole) await addWhole(file);
        else
          await pipeline(
            createReadStream(file.path, { end: file.bytes - 1 }),
            tar.entry({ name: file.name, size: file.bytes }),
          );
      } catch (error) {
        unreadable(file, (error as NodeJS.ErrnoException).code ?? 'unreadable');
        if (file.bytes > readWhole) {
          tar.destroy(error as Error);
          return;
        }
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
}
