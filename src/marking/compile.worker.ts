// A thread that compiles packs, which takes seconds that nobody else should wait for, and keeps what it came to.
import { parentPort } from 'node:worker_threads';
import { compiledBytes } from '../standards/kept-compiled.ts';
import type { OrganisationWords, Pack } from '../standards/pack.core.ts';

export interface CompileTask {
  readonly packs: readonly Pack[];
  readonly words: OrganisationWords;
}

parentPort?.on('message', ({ packs, words }: CompileTask) => {
  parentPort?.postMessage({ result: compiledBytes(packs, words) });
});
