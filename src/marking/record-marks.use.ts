// Keep what was said of a batch of contacts: marks, kinds, reasons, words heard; one line in the ledger for all of it.
import { setMarked } from '../contacts/contacts.use.ts';
import { whatStays } from '../contacts/stay.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import type { SaidOfContact } from './mark.core.ts';
import { assertMayMark } from './marking.access.ts';
import { writeMarks } from './marking.store.ts';

/**
 * Store a batch marked with one set of standards; a contact that was taken out meanwhile is passed over.
 * @param versions those of the set @throws Fault `marking-forbidden`
 */
export async function recordMarks(
  work: Work,
  packSet: string,
  versions: readonly string[],
  said: readonly SaidOfContact[],
): Promise<void> {
  assertMayMark(work.actor);
  const orgId = work.actor.orgId;
  const marked = await whatStays(work, said);
  const marks = marked.flatMap((one) => one.marks);
  await writeMarks(
    work.tx,
    orgId,
    marked.map((one) => ({
      orgId,
      contactId: one.id,
      contactVersion: one.version,
      packSet,
      kinds: one.said.kinds,
      reason: one.said.reason ?? null,
      heard: one.said.heard ?? [],
      notApplicable: one.said.notApplicable,
      markedAt: work.now,
    })),
    marks,
    versions,
  );
  await setMarked(work, marked, packSet);
  await append(work, { kind: 'marks.recorded', subjects: [packSet], digestOf: marks.map((one) => one.id).join('\n') });
}
