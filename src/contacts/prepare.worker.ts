// One worker thread of an import: works out the rep and redacts, so that reading and storing go on meanwhile. Raw words
// come in and only redacted ones go out; nothing is kept.
import { parentPort } from 'node:worker_threads';
import type { ContactDraft } from './contact.core.ts';
import { prepareContact } from './prepare-contact.core.ts';

export interface PrepareTask {
  readonly drafts: readonly ContactDraft[];
  readonly key: Uint8Array;
  readonly ownNames: readonly string[];
}

parentPort?.on('message', ({ drafts, key, ownNames }: PrepareTask) => {
  try {
    parentPort?.postMessage({ result: drafts.map((draft) => prepareContact(draft, key, ownNames)) });
  } catch (error) {
    // Only where it happened: the message of an error may quote what was being read.
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join('\n') : '';
    parentPort?.postMessage({ error: `preparing a contact failed\n${stack}` });
  }
});
