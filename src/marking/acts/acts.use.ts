// The catalogue of serious acts from the floor: each with its situation, somebody's own words, and what to do instead. And the
// same of oneself alone, for nobody else's eyes.
import { findContacts } from '../../contacts/contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { titleOf } from '../../standards/title.core.ts';
import { currentStandards } from '../marking.store.ts';
import { countActs, timesDone } from './acts.store.ts';
import type { Act } from './acts.shape.ts';

const shownEach = 3;

/** Every serious act that is kept, what happened most first. */
export async function readActs(work: Work): Promise<Act[]> {
  return acts(work);
}

/**
 * The same of the contacts that the actor served themself.
 * @throws Fault `not-in-record` where nobody said which person of the record they are
 */
export async function readOwnActs(work: Work): Promise<Act[]> {
  const person = personOf(work.actor);
  return acts(work, person);
}

function personOf({ person }: Actor): string {
  if (person !== undefined) return person;
  throw new Fault(
    'not-in-record',
    'unready',
    'It isn’t known which person of the record you are. Ask the owner to link your account to it.',
  );
}

async function acts(work: Work, person?: string): Promise<Act[]> {
  const { tx, actor } = work;
  const standards = (await currentStandards(tx, actor.orgId)).filter((one) => one.kind === 'atrocity');
  const counts = new Map(
    (
      await countActs(
        tx,
        actor.orgId,
        standards.map((one) => one.version),
        person,
      )
    ).map((one) => [one.standard, one]),
  );
  const told: Act[] = [];
  for (const standard of standards) {
    const count = counts.get(standard.id);
    told.push({
      ...statedOf(standard),
      done: count?.done ?? 0,
      could: count?.could ?? 0,
      ...(count?.lastDone ? { lastDone: count.lastDone } : {}),
      ...(count?.lastCould ? { lastCould: count.lastCould } : {}),
      times: (count?.done ?? 0) > 0 ? await times(work, standard.version, person) : [],
    });
  }
  return told.toSorted((a, b) => b.done - a.done || b.weight - a.weight || a.title.localeCompare(b.title));
}

function statedOf(standard: Standard): Pick<Act, 'standard' | 'title' | 'says' | 'weight' | 'situation' | 'instead'> {
  const { id, says, weight, applies, instead } = standard;
  return {
    standard: id,
    title: titleOf(standard),
    says,
    weight,
    ...(applies === undefined ? {} : { situation: applies }),
    ...(instead === undefined ? {} : { instead }),
  };
}

async function times(work: Work, version: string, person?: string): Promise<Act['times']> {
  const done = await timesDone(work.tx, work.actor.orgId, version, shownEach, person);
  const contacts = new Map(
    (
      await findContacts(
        work,
        done.map((one) => one.contact),
      )
    ).map((one) => [one.id, one]),
  );
  return done.map(({ mark, contact, evidence, site, day }) => {
    const [first] = evidence;
    const words = first && contacts.get(contact)?.turns[first.turn]?.text.slice(first.from, first.to);
    return {
      mark,
      contact,
      ...(words ? { words } : {}),
      ...(site === null ? {} : { site }),
      ...(day === null ? {} : { day }),
    };
  });
}
