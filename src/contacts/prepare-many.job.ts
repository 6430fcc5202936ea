// Prepares batches of drafts: the first few here, since threads take a while to start; the rest on threads.
import { crewSize, startCrew, type Crew } from '../platform/crew.ts';
import { KeptCrew } from '../platform/kept-crew.ts';
import type { ContactDraft } from './contact.core.ts';
import { prepareContact, type PreparedContact } from './prepare-contact.core.ts';
import type { PrepareTask } from './prepare.worker.ts';

/** Up to here a thread's start would cost more than it saves. */
const fewContacts = 90;
/** Contacts given to a thread at once. */
const taskContacts = 25;

/** Threads that are warm, for the next file: another usually follows. */
const keptCrew = new KeptCrew<PrepareTask, PreparedContact[]>();
const anyFile = 'any';

export interface Preparing {
  /** Prepared in the order given. One call at a time. */
  prepare(drafts: readonly ContactDraft[], key: Uint8Array, ownNames: readonly string[]): Promise<PreparedContact[]>;
  /** @param whole all that was asked for was prepared, and the threads may stay for another file */
  close(whole: boolean): Promise<void>;
}

export function startPreparing(): Preparing {
  let crew: Crew<PrepareTask, PreparedContact[]> | null = null;
  let seen = 0;
  return {
    prepare: async (drafts, key, ownNames) => {
      seen += drafts.length;
      if (seen <= fewContacts) return drafts.map((draft) => prepareContact(draft, key, ownNames));
      crew ??= await keptCrew.take(anyFile, crewSize(), () =>
        startCrew(new URL('./prepare.worker.ts', import.meta.url), null),
      );
      const threads = crew;
      const tasks: Promise<PreparedContact[]>[] = [];
      for (let from = 0; from < drafts.length; from += taskContacts) {
        tasks.push(threads.run({ drafts: drafts.slice(from, from + taskContacts), key, ownNames }));
      }
      return (await Promise.all(tasks)).flat();
    },
    close: async (whole) => {
      if (crew) await (whole ? keptCrew.keep(anyFile, crew) : crew.close());
      crew = null;
    },
  };
}
