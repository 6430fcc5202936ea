// One contact entered by hand: a visit that somebody watched, a complaint that somebody was told. It is kept like any other,
// with personal data taken out, and can be taken out again like any import.
import { contentId } from '../kernel/digest.ts';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import type { Work } from '../platform/db/work.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Channel, FormAnswer, Turn } from '../standards/encounter.core.ts';
import { addContacts, sortOutNew } from './add-contacts.use.ts';
import { assertMayEnterByHand, mayEnterByHand } from './by-hand.access.ts';
import type { ContactDraft } from './contact.core.ts';
import { matchToRecord } from './contacts.use.ts';
import { writeImport } from './import.store.ts';
import { prepareContact } from './prepare-contact.core.ts';
import { cleanText } from './readers/clean-text.ts';
import { readWritten, startOf } from './readers/times.ts';

export interface Entered {
  readonly channel: Channel;
  /** Id or name of the site; of the rep, where somebody may say. */
  readonly site?: string | undefined;
  readonly rep?: string | undefined;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, by the clock of the site. */
  readonly at: string;
  readonly turns: readonly Turn[];
  readonly answers: readonly FormAnswer[];
  readonly outcome?: string | undefined;
}

/**
 * Keeps it; returns the contact's id.
 * @param work of the program itself: whoever enters something need not see the contacts that it comes to stand among
 * @param by who enters it
 * @throws Fault `by-hand-forbidden`, `contact-erased`
 */
export async function enterContact(work: Work, entered: Entered, by: Actor): Promise<string> {
  assertMayEnterByHand(by, entered.site);
  const draft = draftOf(entered, `by-hand-${crypto.randomUUID()}`);
  const { fresh, erased, key, ownNames } = await sortOutNew(work, [draft]);
  const [named] = fresh;
  if (erased.length > 0)
    throw new Fault(
      'contact-erased',
      'conflict',
      'Just this, word for word, was entered before and erased. Nothing erased is brought back.',
    );
  if (!named) throw new Error('A contact entered just now was there already.');
  const importId = contentId('i', work.actor.orgId, work.now, named.id);
  await writeImport(work.tx, {
    orgId: work.actor.orgId,
    id: importId,
    label: 'entered by hand',
    startedAt: work.now,
    finishedAt: work.now,
    counts: { contacts: 1 },
  });
  await addContacts(work, {
    importId,
    fresh: [{ named, prepared: prepareContact(draft, key, ownNames) }],
    facts: [],
    rejects: [],
    firstReject: 0,
  });
  const { people, sites } = await readSitesAndPeople(work);
  await matchToRecord(work, people, sites);
  return named.id;
}

/** The sites that somebody may enter something of. @param work of the program itself, as above */
export async function sitesToEnter(work: Work, by: Actor): Promise<{ id: string; name: string }[]> {
  const { sites } = await readSitesAndPeople(work);
  return sites.filter(({ id }) => mayEnterByHand(by, id)).map(({ id, name }) => ({ id, name }));
}

function draftOf({ channel, site, rep, at, turns, answers, outcome }: Entered, originalId: string): ContactDraft {
  const clean = (text: string): string => cleanText(text).text;
  return {
    source: { file: 'entered by hand', originalId, format: 'by-hand' },
    channel,
    timing: 'none',
    heardBy: 'person',
    turns: turns
      .map(({ speaker, text }) => ({ label: speaker, speaker, text: clean(text) }))
      .filter(({ text }) => text !== ''),
    answers: answers
      .map(({ question, answer }) => ({ question: clean(question), answer: clean(answer) }))
      .filter(({ answer }) => answer !== ''),
    facts: {
      channel,
      ...(site ? { site } : {}),
      ...(rep ? { rep } : {}),
      ...startOf(readWritten(at)),
      ...(outcome ? { outcome } : {}),
    },
    knownNames: [],
    notes: [],
  };
}
