// The thread that the embedded database runs in: messages in, each one's whole answer out, in order. The database works
// while whoever asked reads, marks or writes files on another core.
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';
import { wholeAnswer } from './pglite-answer.ts';

/** What is sent: a message of PostgreSQL's, or null to close. */
export type ToDatabase = Uint8Array<ArrayBuffer> | null;

/** What comes back for each, in order; first of all `opened`. An error is of the machine: a refused statement is an answer. */
export type FromDatabase =
  | { readonly kind: 'opened' | 'closed' }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly error: Error };

const port = parentPort!;
const tell = (told: FromDatabase, moved: ArrayBuffer[] = []): void => port.postMessage(told, moved);

const { folder } = workerData as { readonly folder: string };

try {
  const pglite = await PGlite.create({ dataDir: folder });
  port.on('message', (message: ToDatabase) => {
    // Whoever asks waits for the answer before the next message.
    void (message === null ? close(pglite) : answer(pglite, message));
  });
  tell({ kind: 'opened' });
} catch (error) {
  tell({ kind: 'failed', error: error as Error });
}

async function answer(pglite: PGlite, message: Uint8Array): Promise<void> {
  try {
    const bytes = await wholeAnswer(pglite, message);
    tell({ kind: 'answer', bytes }, [bytes.buffer]);
  } catch (error) {
    tell({ kind: 'failed', error: error as Error });
  }
}

async function close(pglite: PGlite): Promise<void> {
  try {
    await pglite.close();
    tell({ kind: 'closed' });
  } catch (error) {
    tell({ kind: 'failed', error: error as Error });
  }
  port.close();
}
