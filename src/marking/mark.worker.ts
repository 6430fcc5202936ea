// One worker thread of marking: takes the compiled packs, which all threads share, then marks whatever contacts it is given. Same
// contacts, same packs, same marks, whichever thread does it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Contact } from '../contacts/contact.core.ts';
import { fromBytes } from '../standards/engine/compiled-bytes.ts';
import { runnable } from '../standards/engine/runnable.ts';
import { markerOf } from './learned/mark-learned.ts';
import type { StandingMarker } from './learned/standing.core.ts';
import { toMark, type SaidOfContact } from './mark.core.ts';

export interface MarkStart {
  /** What the packs were compiled to. */
  readonly compiled: SharedArrayBuffer;
  /** The learned markers that stand for some of the standards. */
  readonly learned: readonly StandingMarker[];
}

const start = workerData as MarkStart;
const markAs = markerOf(runnable(fromBytes(start.compiled)), start.learned);

parentPort?.on('message', (contacts: readonly Contact[]) => {
  try {
    parentPort?.postMessage({ result: contacts.map(mark) });
  } catch (error) {
    // The stack names our code; the message of an engine's error never quotes a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'marking failed' });
  }
});

function mark(contact: Contact): SaidOfContact {
  const { marks, ...said } = markAs(contact);
  return { id: contact.id, version: contact.version, said, marks: marks.map((draft) => toMark(contact, draft)) };
}
