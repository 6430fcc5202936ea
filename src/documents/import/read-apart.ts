// Word and PDF files read apart: in a process whose memory and time are limited and that is told nothing of this one, since a small
// file can be made to fill any memory or to be read for ever.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inTime } from '../../kernel/in-time.ts';

const program = fileURLToPath(new URL('./document-file.worker.ts', import.meta.url));
const memoryMebi = 512;
const longestMs = 30_000;

/** The text of a file; null where it is damaged, holds none, or takes more than a sound one could. */
export async function readApart(kind: 'docx' | 'pdf', bytes: Uint8Array): Promise<string | null> {
  const reader = fork(program, [], {
    execArgv: [`--max-old-space-size=${memoryMebi}`],
    serialization: 'advanced',
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const told = new Promise<string | null>((resolve) => {
      reader.once('message', (message) => resolve((message as { text: string | null }).text));
      reader.once('error', () => resolve(null));
      reader.once('exit', () => resolve(null));
    });
    reader.send({ kind, bytes }, () => undefined);
    return await inTime(told, longestMs).catch(() => null);
  } finally {
    reader.kill('SIGKILL');
  }
}
