// Learns again as reviews come: asks for it once an hour where a standard has as many new marks of people as its rule says.
import { contentId } from '../../kernel/digest.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { addJobOnce } from '../../platform/jobs/jobs.store.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { keptPacks } from '../../standards/kept-standards.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { listStandards } from '../../standards/standards.use.ts';
import { dueStandards } from './markers.use.ts';

const hourly = 3_600_000;

/** The program itself, doing what the rules of standards say. */
const program = (orgId: string): Actor => ({ orgId, id: 'markers', roles: ['owner'] });

/** Looks every hour, never at the start: then people wait for other things. Returns what ends it. @param asked called when there is a job */
export function learnAsReviewsCome(store: Store, orgId: string, ownPacks: string, asked: () => void): () => void {
  const look = (): void => {
    // What could not be asked is asked an hour later.
    askForDue(store, orgId, ownPacks).then(
      (added) => (added ? asked() : undefined),
      () => undefined,
    );
  };
  const timer = setInterval(look, hourly).unref();
  return () => clearInterval(timer);
}

/** Whether there is a job to do that nobody asked for at these marks. */
export async function askForDue(store: Store, orgId: string, ownPacks: string): Promise<boolean> {
  const packs = await loadPacks(ownPacks);
  return store.inWork(program(orgId), async (work) => {
    const kept = keptPacks(packs, (await readOrganisation(work))?.standards ?? []);
    const due = await dueStandards(work, listStandards(kept));
    if (due.length === 0) return false;
    // The same marks are learned from once: what they teach is the same.
    const id = contentId('j', 'markers', ...due.map(({ standard, labels }) => `${standard.id}=${labels}`));
    return addJobOnce(work, id, 'markers', {});
  });
}
