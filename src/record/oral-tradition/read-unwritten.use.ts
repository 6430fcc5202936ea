// The Dark Ages: duties without a procedure, kinds of contact with none, what people wait for again and again, "let me ask my
// manager" in contacts, searches that found nothing. All counted anew when it is asked for, at one's own sites.
import { addDays, inForce } from '../../kernel/moment.ts';
import { readApprovals } from '../../management/management.use.ts';
import { findContactIds } from '../../marking/search/find-contacts.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { ProcedureVersion } from '../../procedures/procedure.core.ts';
import { readDuties, readProcedures } from '../../procedures/procedures.use.ts';
import { askedWords, nearlyFits, wordsOf } from '../../procedures/search/search-words.core.ts';
import { missesOf } from '../../procedures/search/search.use.ts';
import { taskId } from '../job-descriptions/job-description.core.ts';
import { assertMayReadUnwritten } from './oral-tradition.access.ts';
import { askingPhrases, fewestContacts, inOrder, waitedAgain, type Unwritten } from './oral-tradition.core.ts';
import * as store from './oral-tradition.store.ts';

/** A quarter is looked back at. */
const daysBack = 91;
/** So many contacts are counted for a phrase at most. */
const mostFound = 200;

/** @throws Fault `dark-ages-forbidden` */
export async function readUnwritten(work: Work): Promise<Unwritten[]> {
  assertMayReadUnwritten(work.actor);
  const today = work.now.slice(0, 10);
  const since = addDays(today, -daysBack);
  const written = (await readProcedures(work)).filter((one) => inForce(one, today));
  return inOrder([
    ...(await searched(work, written)),
    ...(await dutiesWithout(work, written, today)),
    ...(await contactsWithout(work, written, since)),
    ...(await waited(work, since)),
    ...(await asked(work, since)),
  ]);
}

async function searched(work: Work, written: readonly ProcedureVersion[]): Promise<Unwritten[]> {
  const misses = (await missesOf(work)).filter((one) => !covered(one.words, written));
  const names = await siteNames(
    work,
    misses.flatMap((one) => one.sites),
  );
  return misses.map(({ words, times, last, sites }) => ({
    kind: 'search',
    about: words,
    times,
    seen: `Searched for and not found, last on ${last}${sites.length > 0 ? `, at ${listed(sites.map((one) => names.get(one) ?? one))}` : ''}.`,
    draft: { title: capital(words) },
  }));
}

async function dutiesWithout(work: Work, written: readonly ProcedureVersion[], today: string): Promise<Unwritten[]> {
  const tasks = new Set(written.flatMap((one) => (one.task === undefined ? [] : [taskId(one.task)])));
  const open = (await readDuties(work)).filter(
    (one) => inForce(one, today) && !tasks.has(taskId(one.task)) && !covered(spoken(one.task), written),
  );
  return [...Map.groupBy(open, (one) => one.task)].map(([task, all]) => ({
    kind: 'duty',
    about: spoken(task),
    times: all.length,
    seen: `A duty of ${listed(all.map((one) => spoken(one.role)))}, with no procedure for the task.`,
    draft: { title: capital(spoken(task)), task },
  }));
}

async function contactsWithout(work: Work, written: readonly ProcedureVersion[], since: string): Promise<Unwritten[]> {
  const kinds = await store.kindsSince(work, since);
  return kinds
    .filter((one) => one.contacts >= fewestContacts && !covered(spoken(one.kind), written))
    .map(({ kind, contacts }) => ({
      kind: 'contacts',
      about: spoken(kind),
      times: contacts,
      seen: 'Contacts of the last quarter, and no procedure speaks of them.',
      draft: { title: capital(spoken(kind)), trigger: `A customer comes with this: ${spoken(kind)}` },
    }));
}

async function waited(work: Work, since: string): Promise<Unwritten[]> {
  const approvals = (await readApprovals(work)).filter(
    (one) => one.askedAt.slice(0, 10) >= since && one.askedAt <= work.now,
  );
  const posts = (await readSourcedPosts(work)).map((one) => one.row);
  const again = waitedAgain(
    approvals.map(({ person, waitedFor, askedAt }) => {
      const day = askedAt.slice(0, 10);
      const post = posts.find((one) => one.person === person && inForce(one, day));
      return { waitedFor, answeredBy: post?.supervisor ?? null };
    }),
  );
  const names = await personNames(
    work,
    again.map((one) => one.by),
  );
  return again.map(({ waitedFor, times, by }) => ({
    kind: 'waits',
    about: waitedFor,
    times,
    seen: `Somebody had to wait for this again and again${by === null ? '' : `, and ${names.get(by) ?? 'one person'} alone answers`}.`,
    draft: { title: capital(waitedFor), trigger: `Somebody needs: ${waitedFor}` },
  }));
}

async function asked(work: Work, since: string): Promise<Unwritten[]> {
  const rows: Unwritten[] = [];
  for (const phrase of askingPhrases) {
    const found = await findContactIds(work, { words: `"${phrase}"`, from: since }, { limit: mostFound });
    if (found.length === 0) continue;
    rows.push({
      kind: 'asks',
      about: `“${phrase}”`,
      times: Math.min(found.length, mostFound),
      seen: 'Said in contacts of the last quarter. Read what had to be asked, and write the answer down.',
      draft: { title: '' },
      contacts: `"${phrase}"`,
    });
  }
  return rows;
}

/** Whether some procedure speaks of it: a search for it would find one. */
function covered(words: string, written: readonly ProcedureVersion[]): boolean {
  const wanted = askedWords(words);
  return written.some((one) => nearlyFits(wordsOf(one), wanted));
}

const spoken = (id: string): string => id.replaceAll(/[-_]/g, ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (all: readonly string[]): string => [...new Set(all)].join(', ');
