// One worker thread of marking: compiles the packs once, then marks whatever contacts it is given. Same contacts, same
// packs, same marks, whichever thread does it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Contact } from '../contacts/contact.core.ts';
import { compilePacks } from '../standards/engine/compile-packs.ts';
import { markEncounter } from '../standards/engine/mark-encounter.ts';
import type { OrganisationWords, Pack } from '../standards/pack.core.ts';
import { toMark, type SaidOfContact } from './mark.core.ts';

export interface MarkStart {
  readonly packs: readonly Pack[];
  readonly words: OrganisationWords;
}

const start = workerData as MarkStart;
const compiled = compilePacks([...start.packs], start.words);

parentPort?.on('message', (contacts: readonly Contact[]) => {
  try {
    parentPort?.postMessage({ result: contacts.map(mark) });
  } catch (error) {
    // The stack names our code; the message of an engine's error never quotes a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'marking failed' });
  }
});

function mark(contact: Contact): SaidOfContact {
  const { marks, ...said } = markEncounter(compiled, contact);
  return { id: contact.id, version: contact.version, said, marks: marks.map((draft) => toMark(contact, draft)) };
}
