// Contacts found by words and tags, newest first, with what the list says of each.
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import type { Tx } from '../../platform/db/work.ts';
import { markingTable } from '../marking.table.ts';
import type { WordAsked } from './contact-query.core.ts';
import { contactSearchTable } from './search.table.ts';

/** A place in the order of contacts: the time by the site's clock, then the id. */
export interface ContactAt {
  readonly at: string;
  readonly id: string;
}

export interface Finding {
  readonly words: readonly WordAsked[];
  readonly tags: readonly string[];
  readonly from: string;
  /** Those that stand after this, that is before it in time. */
  readonly before: ContactAt;
  readonly most: number;
}

/** Ids in order, `most` at most. Row-level security holds in the function that is asked. */
export async function findIds(tx: Tx, { words, tags, from, before, most }: Finding): Promise<ContactAt[]> {
  const found = await tx.execute(sql`
    select found_id as id, to_char(found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from contact_search_find(${queryOf(words)}, array(select json_array_elements_text(${JSON.stringify(tags)}::json)),
      ${from}::timestamptz, ${before.at}::timestamptz, ${before.id}, ${most})`);
  return (found as unknown as { rows: ContactAt[] }).rows;
}

function queryOf(words: readonly WordAsked[]): SQL {
  const parts = words.map(({ text, not, begins }) => {
    // Letters and digits alone come here with `begins`, so that nothing in them is read as an operator.
    const query = begins ? sql`to_tsquery('simple', ${`${text}:*`})` : sql`phraseto_tsquery('simple', ${text})`;
    return not ? sql`!! ${query}` : query;
  });
  if (parts.length === 0) return sql`null::tsquery`;
  return sql`(${sql.join(parts, sql` && `)})`;
}

/** What the list says of some contacts; in no order. */
export async function listedOf(tx: Tx, orgId: string, ids: readonly string[], withWords: boolean) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: contactTable.id,
      version: contactTable.version,
      channel: contactTable.channel,
      direction: contactTable.direction,
      siteId: contactTable.siteId,
      personId: contactTable.personId,
      repHash: contactTable.repHash,
      startedAt: contactTable.startedAt,
      startedLocal: contactTable.startedLocal,
      durationSeconds: contactTable.durationSeconds,
      outcome: contactTable.outcome,
      words: contactTable.words,
      texts: withWords
        ? sql<string[]>`array(select value ->> 'text' from jsonb_array_elements(${contactTable.turns}))`
        : sql<string[]>`'{}'::text[]`,
      kind: sql<string | null>`${markingTable.kinds} ->> 0`,
      reason: markingTable.reason,
      reasonTurn: sql<string | null>`${contactTable.turns} -> (${markingTable.reason} ->> 'turn')::int ->> 'text'`,
      met: contactSearchTable.met,
      failed: contactSearchTable.failed,
      unsure: contactSearchTable.unsure,
      atrocities: contactSearchTable.atrocities,
    })
    .from(contactTable)
    .innerJoin(
      contactSearchTable,
      and(eq(contactSearchTable.orgId, orgId), eq(contactSearchTable.contactId, contactTable.id)),
    )
    .leftJoin(
      markingTable,
      and(
        eq(markingTable.orgId, orgId),
        eq(markingTable.contactId, contactTable.id),
        eq(markingTable.contactVersion, contactTable.version),
      ),
    )
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, inArray(contactTable.id, [...ids])));
}

export type Listed = Awaited<ReturnType<typeof listedOf>>[number];

/** Whether there are contacts, of which none is ready to be found. */
export async function noneReady(tx: Tx, orgId: string): Promise<boolean> {
  const found = await tx.execute(sql`
    select exists (select from contact where org_id = ${orgId})
      and not exists (select from contact_search where org_id = ${orgId}) as waiting`);
  return (found as unknown as { rows: { waiting: boolean }[] }).rows[0]?.waiting === true;
}
