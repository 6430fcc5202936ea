// Moments pinned, taken down and forgotten. Whoever pins has looked at exactly what everybody will read; what would be shown
// otherwise by then is looked at again.
import { randomBytes } from 'node:crypto';
import { findContacts, findPlaces } from '../../contacts/contacts.use.ts';
import { hiding, type KnownNames, stretchesThatTell } from '../../contacts/redaction/known-names.core.ts';
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { unquoted } from '../../policies/letters/unquoted.core.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import { longestTitle } from './lesson.core.ts';
import { assertMayPin } from './lessons.access.ts';
import {
  hiddenIn,
  type HiddenPlace,
  type HiddenWords,
  isRun,
  mostTurns,
  type PinSort,
  shownTurns,
} from './pin.core.ts';
import * as store from './pins.store.ts';

/** A run of turns of a contact, with what a person chose to hide. */
export interface MomentAsked {
  readonly contact: string;
  readonly fromTurn: number;
  readonly toTurn: number;
  readonly hide: readonly HiddenPlace[];
}

export interface MomentFound {
  readonly version: number;
  readonly turns: readonly Turn[];
}

/** The contact of a moment, for whoever may pin of it. @throws Fault `pin-forbidden`, `contact-missing`, `pin-turns` */
export async function findMoment(work: Work, { contact, fromTurn, toTurn }: MomentAsked): Promise<MomentFound> {
  assertMayPin(work.actor);
  const [found] = await findContacts(work, [contact]);
  if (!found)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  if (!isRun(found.turns, fromTurn, toTurn))
    throw new Fault(
      'pin-turns',
      'malformed',
      `A moment is a run of at most ${mostTurns} turns of the contact. Choose its first and its last turn.`,
      [{ pointer: '/toTurn', detail: `expected a turn from ${fromTurn} on, at most ${mostTurns} turns in all` }],
    );
  return { version: found.version, turns: found.turns };
}

/** What would be shown, and the sign that it was looked at. @param names of everybody and every place on record */
export function lookAt(asked: MomentAsked, { version, turns }: MomentFound, names: KnownNames) {
  const hidden = hiddenIn(turns, asked, asked.hide, names);
  const shown = shownTurns(turns, { ...asked, hidden });
  return { hidden, shown, seen: contentId('s', asked.contact, String(version), JSON.stringify(shown)) };
}

export interface MomentPinned extends MomentAsked {
  readonly title: string;
  readonly sort: PinSort;
  readonly standard: string;
  readonly seen: string;
}

/** @throws Fault as findMoment does; `pin-changed`, `standard-unknown`, `pin-title` */
export async function pinMoment(work: Work, asked: MomentPinned, names: KnownNames): Promise<string> {
  const found = await findMoment(work, asked);
  const { hidden, seen } = lookAt(asked, found, names);
  if (seen !== asked.seen)
    throw new Fault(
      'pin-changed',
      'conflict',
      'What would be shown is no longer what you looked at: the contact was read again, or somebody came on record. Look at it again.',
    );
  if (!(await standardsInUse(work)).some((one) => one.id === asked.standard))
    throw new Fault('standard-unknown', 'missing', 'There is no standard of this id in use. Choose one of the list.', [
      { pointer: '/standard', detail: 'expected the id of a standard in use' },
    ]);
  const written = redactWords(asked.title, work.key, longestTitle);
  // Everybody reads it: what is hidden in the words is not told above them.
  const title = hiding(written, stretchesThatTell(written, names));
  if (title === '')
    throw new Fault('pin-title', 'malformed', 'Give the moment a title of a few words.', [
      { pointer: '/title', detail: 'expected a few words' },
    ]);
  const id = `pin${randomBytes(10).toString('hex')}`;
  await store.insertPin(work, {
    orgId: work.actor.orgId,
    id,
    contact: asked.contact,
    contactVersion: found.version,
    fromTurn: asked.fromTurn,
    toTurn: asked.toTurn,
    hidden: hidden satisfies readonly HiddenWords[],
    title,
    sort: asked.sort,
    standard: asked.standard,
    pinnedBy: work.actor.id,
    pinnedAt: new Date(work.now),
  });
  await append(work, { kind: 'moment.pinned', subjects: [id], digestOf: JSON.stringify([title, seen]) });
  return id;
}

/** Takes it down for good: it leaves every lesson. @throws Fault `pin-forbidden`, `pin-missing` also where its contact is not theirs to see */
export async function takePinDown(work: Work, id: string): Promise<void> {
  assertMayPin(work.actor);
  const [pin] = await store.pinsOf(work, { ids: [id] }, 1);
  const seesIt = pin !== undefined && (await findPlaces(work, [pin.contact])).length > 0;
  if (!seesIt || !(await store.takeDown(work, id)))
    throw new Fault('pin-missing', 'missing', 'There is no such moment, or it is not yours to take down.');
  await append(work, { kind: 'moment.taken-down', subjects: [id] });
}

/** Forgets moments of contacts, and takes them out of lessons; for the work that erases the contacts themselves. */
export async function forgetPins(work: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  const pins = await store.pinsOfContacts(work, contacts);
  await store.deletePins(
    work,
    pins.map((one) => one.id),
    unquoted,
  );
}

/** The same of versions that an undone import takes out. */
export async function forgetPinsOfVersions(
  work: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const gone = new Set(versions.map((one) => `${one.id} ${one.version}`));
  const pins = await store.pinsOfContacts(work, [...new Set(versions.map((one) => one.id))]);
  await store.deletePins(
    work,
    pins.filter((one) => gone.has(`${one.contact} ${one.version}`)).map((one) => one.id),
    unquoted,
  );
}
