// Coaching notes told: first those that the actor may see, with their own rights; then their words, by the program, which sees the
// example's contact where the reader doesn't.
import { wordsOfVersions } from '../../contacts/words-of-versions.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Moment, toMoment } from '../../kernel/moment.ts';
import { Fault } from '../../kernel/fault.ts';
import { present } from '../../kernel/present.ts';
import { mayNamePeople } from '../../marking/search/contacts.access.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import type { Evidence, Standard } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { followUpDue, type FollowedThen, type KeptNote, mayFollow, stateAt } from './coaching.core.ts';
import type { CoachingDraft, CoachingNoteTold } from './coaching.shape.ts';
import { isCoach } from './coaching.access.ts';
import { type NotesAsked, notesOf } from './coaching.store.ts';
import { momentIn, type SaidTurn } from './example.core.ts';
import { exampleByMark, examplesFor, type FoundExample } from './example.use.ts';
import { seen } from './follow-note.use.ts';
import type { MomentToCoach } from './give-note.use.ts';
import { followedThen, overturned } from './overturned.use.ts';

const mostNotes = 100;

/** Notes that the actor may see, the newest first, as they stood at a moment. @throws Fault `moment-malformed` */
export async function findNotes(work: Work, asked: NotesAsked, at?: string): Promise<KeptNote[]> {
  const moment = at === undefined ? undefined : toMoment(at);
  if (moment === null)
    throw new Fault('moment-malformed', 'malformed', 'Write the moment as 2026-03-14T09:30:00Z, or leave it out.');
  const found = await notesOf(work, asked, mostNotes);
  return (await seen(work, found)).flatMap((one) => (moment === undefined ? [one] : asOf(one, moment)));
}

/** The note with what had happened by then; none where it wasn’t given yet. */
export function asOf({ note, events }: KeptNote, at: Moment): KeptNote[] {
  return note.givenAt > at ? [] : [{ note, events: events.filter((one) => one.at <= at) }];
}

/** What the standard’s own set gives where there is no example of one’s own. */
export type PackExample = (standard: string) => readonly SaidTurn[] | null;

/**
 * Notes with their words. @param work of the program @param reader who asked, and may see these notes
 * @param ofPack null leaves the examples out, as a list does
 */
export async function tellNotes(
  work: Work,
  reader: Actor,
  kept: readonly KeptNote[],
  ofPack: PackExample | null,
): Promise<CoachingNoteTold[]> {
  const notes = kept.map((one) => one.note);
  const words = await wordsOfVersions(
    work,
    notes.map((one) => one.contact),
  );
  const names = await personNames(
    work,
    notes.flatMap((one) => [one.person, one.by]),
  );
  const standards = await standardsById(work);
  const now = await overturned(work, notes);
  const followed = await followedThen(work, notes);
  const today = work.now.slice(0, 10);
  const told: CoachingNoteTold[] = [];
  for (const { note, events } of kept) {
    const state = stateAt(note, events) ?? 'sent';
    const own = note.person === reader.person;
    const mine = note.by === reader.person && isCoach(reader);
    const may = reader.readsOnly !== true;
    const stands = now.get(note.id);
    told.push({
      id: note.id,
      ...momentTold({ ...note, followed: followed.get(note.id) }, words, standards),
      person: own || mayNamePeople(reader) ? { id: note.person, name: names.get(note.person) ?? 'somebody' } : null,
      by: { id: note.by, name: names.get(note.by) ?? 'whoever coaches' },
      own,
      mine,
      says: note.says,
      try: note.try,
      example: ofPack ? exampleTold(await exampleByMark(work, note.exampleMark), ofPack(note.standard)) : null,
      ...present({ followUp: note.followUp ?? undefined }),
      followUpDue: followUpDue(note, state, events, today),
      givenAt: note.givenAt,
      state,
      events: events.map(({ kind, says, at, by }) => ({ kind, says, at, byPerson: by === note.person })),
      ...(stands === undefined ? {} : { overturned: stands }),
      may: {
        acknowledge: may && own && mayFollow(state, 'acknowledged'),
        withdraw: may && mine && mayFollow(state, 'withdrawn'),
        look: may && mine && mayFollow(state, 'looked'),
      },
    });
  }
  return told;
}

/** What a note is begun with. @param work of the program @param after the mark of the example that is asked for */
export async function tellDraft(
  work: Work,
  reader: Actor,
  moment: MomentToCoach,
  ofPack: PackExample,
  after?: string,
): Promise<CoachingDraft> {
  const words = await wordsOfVersions(work, [moment.contact]);
  const names = await personNames(work, [moment.person]);
  const examples = await examplesFor(work, moment);
  const at = Math.max(
    0,
    examples.findIndex((one) => one.mark === after),
  );
  const next = examples.length < 2 ? null : examples[(at + 1) % examples.length]!.mark;
  return {
    ...momentTold(moment, words, await standardsById(work)),
    person: mayNamePeople(reader) ? { id: moment.person, name: names.get(moment.person) ?? 'somebody' } : null,
    example: exampleTold(examples[at], ofPack(moment.standard)),
    another: next,
    before: moment.before,
  };
}

/** The example of a mark, as long as it may be shown; null for that of the set of standards. */
export async function exampleChosen(
  work: Work,
  moment: MomentToCoach,
  mark: string | null,
): Promise<{ mark: string; contact: string } | null> {
  const found = mark === null ? undefined : (await examplesFor(work, moment)).find((one) => one.mark === mark);
  return found ? { mark: found.mark, contact: found.contact } : null;
}

function exampleTold(own: FoundExample | undefined, ofPack: readonly SaidTurn[] | null): CoachingDraft['example'] {
  if (own) return { from: 'own', mark: own.mark, turns: [...own.turns] };
  return ofPack ? { from: 'pack', mark: null, turns: [...ofPack] } : null;
}

interface Told {
  readonly contact: string;
  readonly contactVersion: number;
  readonly mark: string;
  readonly standard: string;
  readonly verdict: 'met' | 'failed';
  readonly evidence: readonly Evidence[];
  readonly followed: FollowedThen | undefined;
}

function momentTold(
  { contact, contactVersion, mark, standard: id, verdict, evidence, followed }: Told,
  words: ReadonlyMap<string, readonly Turn[]>,
  standards: ReadonlyMap<string, Standard>,
) {
  const standard = standards.get(id);
  return {
    contact,
    mark,
    verdict,
    ...present({ followed }),
    quotes: momentIn(words.get(`${contact} ${contactVersion}`) ?? [], evidence),
    standard: {
      id,
      title: standard ? titleOf(standard) : id,
      says: standard?.says ?? '',
      ...present({ because: standard?.because, instead: standard?.instead }),
    },
  };
}

async function standardsById(work: Work): Promise<ReadonlyMap<string, Standard>> {
  return new Map((await standardsInUse(work)).map((one) => [one.id, one]));
}
