// Pinned moments told: their words as they were looked at, and nothing of whose contact it was.
import { findPlaces } from '../../contacts/contacts.use.ts';
import { wordsOfVersions } from '../../contacts/words-of-versions.use.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { hiddenFrom } from '../../review/people-say.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { hasWords } from './lesson.core.ts';
import type { PinRow } from './lesson.table.ts';
import { mayPin } from './lessons.access.ts';
import type { Pin } from './lessons.shape.ts';
import { shownTurns } from './pin.core.ts';
import { pinsOf } from './pins.store.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];
const mostPins = 400;

export interface PinsFound {
  readonly rows: readonly PinRow[];
  /** Contacts among them that whoever asks may read. */
  readonly seen: ReadonlySet<string>;
}

/** All but those of contacts that whoever asks has in hand for a review. @throws Fault `pin-forbidden` */
export async function findPins(work: Work, standard?: string): Promise<PinsFound> {
  assertMayRead(work.actor);
  const hidden = await hiddenFrom(work);
  const all = await pinsOf(work, standard === undefined ? {} : { standard }, mostPins);
  const rows = all.filter((row) => !hidden.has(row.contact));
  const places = await findPlaces(work, [...new Set(rows.map((row) => row.contact))]);
  return { rows, seen: new Set(places.map((place) => place.id)) };
}

function assertMayRead(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'pin-forbidden',
    'forbidden',
    'Pinned moments are for those who improve the service. Lessons are for everybody.',
  );
}

/** A moment without what only who pins is told. */
export type PinTold = Omit<Pin, 'contact' | 'mayTakeDown'>;

/** Moments by id, each with its words; those whose contact is no more are left out. @param work of the program */
export async function tellPins(work: Work, rows: readonly PinRow[]): Promise<Map<string, PinTold>> {
  const words = await wordsOfVersions(
    work,
    rows.map((row) => row.contact),
  );
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  return new Map(
    rows.flatMap((row) => {
      const turns = shownTurns(words.get(`${row.contact} ${row.contactVersion}`) ?? [], row);
      if (turns.length === 0) return [];
      const standard = standards.get(row.standard);
      const { id, title, sort } = row;
      return [
        [
          id,
          {
            id,
            title,
            sort,
            standard: {
              id: row.standard,
              title: standard ? titleOf(standard) : row.standard,
              kind: standard?.kind ?? ('standard' as const),
            },
            turns,
          },
        ],
      ];
    }),
  );
}

/** @param work of the program @param reader who asked, and found these */
export async function tellFoundPins(work: Work, reader: Actor, { rows, seen }: PinsFound, looked = ''): Promise<Pin[]> {
  const told = await tellPins(work, rows);
  return rows.flatMap((row) => {
    const pin = told.get(row.id);
    if (!pin || !hasWords([pin.title, pin.standard.title, ...pin.turns.map((turn) => turn.text)], looked)) return [];
    const theirs = seen.has(row.contact);
    return [{ ...pin, ...(theirs ? { contact: row.contact } : {}), mayTakeDown: theirs && mayPin(reader) }];
  });
}
