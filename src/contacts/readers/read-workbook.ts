// Workbooks read apart: in a process whose memory and time are limited, since a small workbook can be made to fill any memory, and a
// damaged one to be read for ever. A thread would not do: one that runs out of memory takes the whole process with it.
import { fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { inTime, longestWorkbookWait } from '../../kernel/in-time.ts';
import type { Sheet } from './workbook-sheets.ts';

const mebi = 1024 * 1024;
const program = fileURLToPath(new URL('./workbook.worker.ts', import.meta.url));

/** Mebibytes that a workbook may take in memory, by the bytes that it unpacks to: a sound one takes about a third. */
export function memoryFor(unpacked: number): number {
  return Math.min(4096, 96 + Math.ceil((8 * unpacked) / mebi));
}

/**
 * The sheets of a workbook.
 * @param given its path, or the bytes of a small one
 * @param unpacked bytes of all of its members
 * @throws Error where it is damaged, takes longer than a sound one could, or more memory than its size allows
 */
export async function readWorkbookApart(given: string | Uint8Array, unpacked: number): Promise<readonly Sheet[]> {
  const path = typeof given === 'string' ? given : null;
  const longest = longestWorkbookWait(typeof given === 'string' ? (await stat(given)).size : given.length);
  const reader = fork(program, path === null ? [] : [path], {
    execArgv: [`--max-old-space-size=${memoryFor(unpacked)}`],
    // Dates stay dates on the way, and nothing of what the server was told in its environment goes along.
    serialization: 'advanced',
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const sheets = new Promise<readonly Sheet[]>((resolve, reject) => {
      reader.once('message', (told) => resolve(told as unknown as readonly Sheet[]));
      reader.once('error', reject);
      reader.once('exit', () => reject(new Error('the reader of workbooks ended')));
    });
    if (path === null) reader.send(given);
    return await inTime(sheets, longest);
  } finally {
    reader.kill('SIGKILL');
  }
}
