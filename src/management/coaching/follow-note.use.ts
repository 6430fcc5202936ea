// What becomes of a coaching note: read, acknowledged with a reply, withdrawn before it was read, looked at again. That help was
// given stands in the record from the day it was read, once; the words stay here.
import { Fault } from '../../kernel/fault.ts';
import { contentId } from '../../kernel/digest.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { hiddenFrom } from '../../review/people-say.use.ts';
import type { Observation } from '../management.core.ts';
import { importObservations, readObservations } from '../management.use.ts';
import { isCoach, mayReadNotesTo } from './coaching.access.ts';
import { type CoachingEvent, type CoachingNote, type KeptNote, mayFollow, stateAt } from './coaching.core.ts';
import * as store from './coaching.store.ts';
import { clean } from './give-note.use.ts';

/** What rows of the record that come of notes have in place of a file. */
const coachingFile = 'coaching from a contact';

/** The note as whoever asks may see it. @throws Fault `coaching-missing` also where it is not theirs to see */
export async function noteFor(work: Work, id: string): Promise<KeptNote> {
  const [kept] = await seen(work, await store.notesOf(work, { id }, 1));
  if (!kept) throw missing();
  return kept;
}

/** Those that the actor may see; of contacts that they have in hand for a review, what is to them or from them alone. */
export async function seen(work: Work, notes: readonly KeptNote[]): Promise<KeptNote[]> {
  const hidden = await hiddenFrom(work);
  const own = work.actor.person;
  return notes
    .filter((one) => maySee(work, one))
    .filter(({ note }) => note.person === own || note.by === own || !hidden.has(note.contact));
}

/** One that was withdrawn was never read, and the person it was to isn't told of it. */
function maySee({ actor }: Work, { note, events }: KeptNote): boolean {
  if (!mayReadNotesTo(actor, note.person)) return false;
  return note.person !== actor.person || stateAt(note, events) !== 'withdrawn';
}

/** The person has opened it; a second time nothing happens. @throws Fault `coaching-missing` */
export async function readNote(work: Work, id: string): Promise<void> {
  const kept = await noteFor(work, id);
  if (kept.note.person !== work.actor.person || stateAt(kept.note, kept.events) !== 'sent') return;
  await follow(work, kept, 'read', '');
  await tellRecord(work, kept.note);
}

/** The person’s reply in their own words. @throws Fault `coaching-missing`, `coaching-state`, `coaching-empty` */
export async function acknowledgeNote(work: Work, id: string, says: string): Promise<void> {
  const kept = await noteFor(work, id);
  if (kept.note.person !== work.actor.person)
    throw new Fault('coaching-forbidden', 'forbidden', 'Only the person whom a note is to replies to it.');
  const reply = clean(work, says);
  if (reply === '')
    throw new Fault('coaching-empty', 'malformed', 'Reply in a sentence of your own.', [
      { pointer: '/says', detail: 'expected a sentence' },
    ]);
  const unread = stateAt(kept.note, kept.events) === 'sent';
  await follow(work, kept, 'acknowledged', reply);
  if (unread) await tellRecord(work, kept.note);
}

/** Its coach takes it back, as long as it wasn’t read. @throws Fault `coaching-missing`, `coaching-state`, `coaching-forbidden` */
export async function withdrawNote(work: Work, id: string): Promise<void> {
  const kept = await noteFor(work, id);
  assertOwn(work, kept.note);
  await follow(work, kept, 'withdrawn', '');
}

/** The coach looked again. @param says what they saw since @throws Fault as withdrawNote does */
export async function lookAgain(work: Work, id: string, says: string): Promise<void> {
  const kept = await noteFor(work, id);
  assertOwn(work, kept.note);
  await follow(work, kept, 'looked', clean(work, says));
}

/** Forgets notes about contacts; for the work that erases the contacts themselves. That help was given stays on record. */
export async function forgetCoaching(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  const about = await store.notesAbout(work, contacts);
  await store.deleteNotes(
    work,
    about.map((one) => one.id),
  );
  await store.deleteExamples(work, contacts);
}

/** The same of versions that an undone import takes out: the others of a contact keep what is said of them. */
export async function forgetCoachingOfVersions(
  work: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const gone = new Set(versions.map((one) => `${one.id} ${one.version}`));
  const contacts = [...new Set(versions.map((one) => one.id))];
  const about = await store.notesAbout(work, contacts);
  await store.deleteNotes(
    work,
    about.filter((one) => gone.has(`${one.contact} ${one.version}`)).map((one) => one.id),
  );
  await store.deleteExamples(work, contacts);
}

function assertOwn(work: Work, { by }: CoachingNote): void {
  if (by === work.actor.person && isCoach(work.actor)) return;
  throw new Fault('coaching-forbidden', 'forbidden', 'Only the coach who gave a note does this. Ask them.');
}

const verbs: Readonly<Record<CoachingEvent['kind'], string>> = {
  read: 'coaching.read',
  acknowledged: 'coaching.acknowledged',
  withdrawn: 'coaching.withdrawn',
  looked: 'coaching.looked-again',
};

async function follow(work: Work, kept: KeptNote, kind: CoachingEvent['kind'], says: string): Promise<void> {
  const { note, events } = kept;
  if (!mayFollow(stateAt(note, events)!, kind)) throw elsewhere();
  const event = { kind, says, by: work.actor.person!, at: work.now };
  if (!(await store.addEvent(work, note.id, events.length + 1, event))) throw elsewhere();
  await append(work, { kind: verbs[kind], subjects: [note.id], ...(says === '' ? {} : { digestOf: says }) });
}

/**
 * Writes into the record that help was given, on the day it reached the person; where the coach wrote the same down by hand, it
 * stands there already. The program writes it: whoever reads a note keeps no record of what managers do.
 */
async function tellRecord(work: Work, { id, person, by, standard, verdict }: CoachingNote): Promise<void> {
  const row: Observation = {
    id: contentId('o', 'coaching', id),
    person,
    by,
    on: work.now.slice(0, 10),
    act: verdict === 'failed' ? 'guide' : 'encourage',
    standards: [standard],
  };
  const there = (await readObservations(work)).some(
    (one) =>
      one.person === person &&
      one.by === by &&
      one.on === row.on &&
      one.act === row.act &&
      one.standards.includes(standard),
  );
  if (there) return;
  const program: Work = { ...work, actor: { orgId: work.actor.orgId, id: 'coaching', roles: ['owner'] } };
  await importObservations(program, [{ row, from: { file: coachingFile } }]);
}

function missing(): Fault {
  return new Fault(
    'coaching-missing',
    'missing',
    'There is no such note, or it is not yours to see. Take one from the list.',
  );
}

function elsewhere(): Fault {
  return new Fault(
    'coaching-state',
    'conflict',
    'The note was read or withdrawn in the meantime, and stays so. Load it again.',
  );
}
