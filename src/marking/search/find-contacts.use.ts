// Finds contacts by words and facts, newest first, a page at a time.
import { heldTo } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import { isDayOnly } from '../../contacts/contact.core.ts';
import { repCodeOf } from '../../contacts/rep-code.core.ts';
import type { Work } from '../../platform/db/work.ts';
import { placeFinder, tagsAsked, wordsAsked, type ContactQuery } from './contact-query.core.ts';
import { assertMayAskFor, assertMayReadContacts, mayNamePeople } from './contacts.access.ts';
import type { ListedContact } from './contacts.shape.ts';
import { findIds, listedOf, noneReady, type ContactAt, type Listed } from './find-contacts.store.ts';

/** Before the first time that is kept, and after any; days beyond are none that PostgreSQL or a date here could tell. */
const always = '0001-01-01T00:00:00.000Z';
const never = '9999-12-31T23:59:59.999Z';

export interface PageAsked {
  readonly after?: ContactAt | undefined;
  readonly limit: number;
}

/**
 * Ids of contacts that a query finds, newest first, one more than `limit` where there are more.
 * @throws Fault `contacts-forbidden`, `contacts-of-person-forbidden`
 */
export async function findContactIds(
  work: Work,
  query: ContactQuery,
  { after, limit }: PageAsked,
): Promise<ContactAt[]> {
  assertMayReadContacts(work.actor);
  assertMayAskFor(work.actor, query.person);
  const end = query.to === undefined || query.to >= '9999-12-31' ? never : `${addDays(query.to, 1)}T00:00:00.000Z`;
  const before = after === undefined || after.at > end ? { at: end, id: '' } : after;
  return findIds(work.tx, {
    words: wordsAsked(query.words ?? ''),
    tags: tagsAsked(query),
    from: query.from === undefined || query.from < '0001-01-01' ? always : `${query.from}T00:00:00.000Z`,
    before,
    most: limit + 1,
  });
}

/** What the list says of these contacts, in the order given; those that are gone are left out. */
export async function listContacts(work: Work, ids: readonly string[], words = ''): Promise<ListedContact[]> {
  assertMayReadContacts(work.actor);
  const find = placeFinder(wordsAsked(words));
  const people = mayNamePeople(work.actor);
  const listed = await listedOf(work.tx, work.actor.orgId, ids, { withTurns: find !== null, withPeople: people });
  const rows = new Map(listed.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [toListed(row, people, find)] : [];
  });
}

/** Whether there are contacts and none of them is ready to be found. */
export async function nothingReady(work: Work): Promise<boolean> {
  // Who is held may well see none though there are some.
  return heldTo(work.actor) === null && (await noneReady(work.tx, work.actor.orgId));
}

function toListed(row: Listed, people: boolean, find: ReturnType<typeof placeFinder>): ListedContact {
  const { reason, reasonTurn, siteId } = row;
  const person = row.personId ?? (row.repHash === null ? null : repCodeOf(row.repHash));
  const texts = (row.turns ?? []).map((turn) => turn.text);
  const found = find?.(texts);
  return {
    id: row.id,
    version: row.version,
    channel: row.channel,
    words: row.words,
    met: row.met,
    failed: row.failed,
    unsure: row.unsure,
    atrocities: row.atrocities,
    ...present({
      direction: row.direction ?? undefined,
      kind: row.kind ?? undefined,
      site: siteId === null ? undefined : { id: siteId, name: row.siteName ?? siteId },
      person: person === null || !people ? undefined : { id: person, name: row.personName ?? person },
      startedAt:
        row.startedAt === null || isDayOnly(row.startedLocal ?? undefined)
          ? undefined
          : new Date(row.startedAt).toISOString(),
      day:
        row.startedAt === null ? undefined : (row.startedLocal ?? new Date(row.startedAt).toISOString()).slice(0, 10),
      durationSeconds: row.durationSeconds ?? undefined,
      outcome: row.outcome ?? undefined,
      reason: reason && reasonTurn ? reasonTurn.slice(reason.from, Math.min(reason.to, reason.from + 300)) : undefined,
      found: found ? { ...found, ...around(texts[found.turn] ?? '', found) } : undefined,
    }),
  };
}

/** What stands around a place, 200 characters at most, and the place in it. */
function around(text: string, { from, to }: { from: number; to: number }) {
  const begin = Math.max(0, from - 80);
  return { text: text.slice(begin, begin + 200), from: from - begin, to: Math.min(200, to - begin) };
}
