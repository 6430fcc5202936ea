// Finds procedures that are in force, and keeps what was searched for in vain: the words without personal data, the day, the role
// and the site. Who searched is kept nowhere, not in the history either.
import { randomUUID } from 'node:crypto';
import { redactContact } from '../../contacts/redaction/redact-contact.core.ts';
import { grantsOf, heldTo, type Actor } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import { siteNames } from '../../people/names-of.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayReadMisses } from '../procedures.access.ts';
import type { ListedProcedure, Misses, Procedures } from '../procedures.shape.ts';
import { suspendedToday } from '../suspended.use.ts';
import { askedWords, nearlyFits } from './search-words.core.ts';
import * as store from './search.store.ts';

/** Missed searches are looked back at for half a year. */
const daysBack = 183;
const mostMisses = 200;
/** Suspended ones that a search shows beside those that may be run. */
const mostApart = 20;

/** Those in force today that hold each word, or a word that begins with it; without words all. Suspended ones stand apart. */
export async function findProcedures(work: Work, words: string, limit: number): Promise<Procedures> {
  const today = work.now.slice(0, 10);
  const asked = askedWords(words);
  const suspended = await suspendedToday(work);
  const { items, all } = await store.fitting(work, asked, today, limit, [...suspended.keys()]);
  const apart = await suspendedThatFit(work, asked, suspended);
  if (all > 0 || asked.length === 0) return { items: await listed(work, items), all, nearly: false, suspended: apart };
  const near = (await store.wordsInForce(work, today)).filter(
    (one) => !suspended.has(`${one.id}/${one.version}`) && nearlyFits(one.words, asked),
  );
  return {
    items: await listed(work, near.slice(0, limit)),
    all: near.length,
    nearly: near.length > 0,
    suspended: apart,
  };
}

async function suspendedThatFit(
  work: Work,
  asked: readonly string[],
  suspended: ReadonlyMap<string, Day>,
): Promise<Procedures['suspended']> {
  if (suspended.size === 0) return [];
  const { items } = await store.fitting(work, asked, work.now.slice(0, 10), mostApart, [], [...suspended.keys()]);
  return items.map(({ id, version, title }) => ({ id, title, since: suspended.get(`${id}/${version}`)! }));
}

/** Keeps that nothing was found; false where something does fit after all. */
export async function keepMissedSearch(work: Work, said: string): Promise<boolean> {
  if (askedWords(said).length === 0 || (await findProcedures(work, said, 1)).all > 0) return false;
  const { people } = await readSitesAndPeople(work);
  const [words = ''] = redactContact({
    turns: [{ text: said.trim().replaceAll(/\s+/gu, ' ') }],
    knownNames: people.map((one) => one.name),
    answers: [],
    key: work.key,
  }).texts;
  await store.writeMiss(work, {
    orgId: work.actor.orgId,
    id: randomUUID(),
    words: words.toLowerCase(),
    on: work.now.slice(0, 10),
    role: work.actor.roles[0] ?? null,
    site: onlyPlace(work.actor),
  });
  return true;
}

/** What nobody found in the last half year, the most wanted first. @throws Fault `procedures-forbidden` */
export async function readMisses(work: Work): Promise<Misses> {
  assertMayReadMisses(work.actor);
  const rows = await missesOf(work);
  const names = await siteNames(
    work,
    rows.flatMap((one) => one.sites),
  );
  const inForce = await store.wordsInForce(work, work.now.slice(0, 10));
  const found = (words: string): boolean => {
    const asked = askedWords(words);
    return inForce.some((one) => nearlyFits(one.words, asked));
  };
  return {
    items: rows.map((row) => ({
      ...row,
      sites: row.sites.map((one) => names.get(one) ?? one),
      found: found(row.words),
    })),
  };
}

/** The same as they were kept; for what asks who may itself. */
export async function missesOf(work: Work) {
  return store.missesSince(work, addDays(work.now.slice(0, 10), -daysBack), mostMisses);
}

/** The one site that somebody works at; null where there are several or none is said. */
export function onlyPlace(actor: Actor): string | null {
  const places = heldTo(actor)?.places ?? [...new Set(grantsOf(actor).flatMap((grant) => grant.sites ?? []))];
  return places.length === 1 ? places[0]! : null;
}

async function listed(
  work: Work,
  rows: readonly (Omit<Awaited<ReturnType<typeof store.wordsInForce>>[number], 'words'> & {
    readonly words?: string;
  })[],
): Promise<ListedProcedure[]> {
  const steps = await store.stepCounts(work, rows);
  return rows.map(({ words: _words, ...row }) =>
    present({ ...row, steps: steps.get(JSON.stringify([row.id, row.version])) ?? 0 }),
  );
}
