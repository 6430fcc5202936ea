// The catalogue of serious acts from the floor: each with its situation, somebody's own words, and what to do instead. And the
// same of oneself alone, for nobody else's eyes.
import { findContacts } from '../../contacts/contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import type { Evidence, Standard } from '../../standards/standard.core.ts';
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

/** The turn that it rests on, the rep's before another's, so that the words can be understood; of a long one what stands around them. */
function wordsAround(turns: readonly Turn[], evidence: readonly Evidence[]): string | undefined {
  const place = evidence.find((one) => turns[one.turn]?.speaker === 'rep') ?? evidence[0];
  const text = place && turns[place.turn]?.text;
  if (!text) return undefined;
  if (text.length <= longest) return text;
  const start = Math.max(0, Math.min(place.from - longest / 3, text.length - longest));
  const cut = text
    .slice(start, start + longest)
    .replace(start > 0 ? /^\S*\s/ : /^/, '')
    .replace(/\s\S*$/, '');
  return `${start > 0 ? '… ' : ''}${cut} …`;
}

const longest = 220;

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
    const words = wordsAround(contacts.get(contact)?.turns ?? [], evidence);
    return {
      mark,
      contact,
      ...(words ? { words } : {}),
      ...(site === null ? {} : { site }),
      ...(day === null ? {} : { day }),
    };
  });
}
