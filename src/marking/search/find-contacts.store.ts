// Contacts found by words and tags, newest first, with what the list says of each.
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { WordAsked } from './contact-query.core.ts';

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

/** What the list says of a contact, as the database gives it. */
export interface Listed {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly direction: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly repHash: string | null;
  readonly startedAt: string | null;
  readonly startedLocal: string | null;
  readonly durationSeconds: number | null;
  readonly outcome: string | null;
  readonly words: number;
  /** Null where words were not asked for. */
  readonly turns: readonly { readonly text: string }[] | null;
  readonly kind: string | null;
  readonly reason: { readonly from: number; readonly to: number } | null;
  readonly reasonTurn: string | null;
  readonly met: number;
  readonly failed: number;
  readonly unsure: number;
  readonly atrocities: number;
}

/** What the list says of some contacts; in no order. One statement, written out: every list of contacts waits for it. */
export async function listedOf(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  { withTurns, withPeople }: { readonly withTurns: boolean; readonly withPeople: boolean },
): Promise<readonly Listed[]> {
  if (ids.length === 0) return [];
  const turns = withTurns ? sql`c.turns` : sql`null`;
  const personName = withPeople
    ? sql`(select name from person where org_id = c.org_id and id = c.person_id)`
    : sql`null`;
  const found = await tx.execute(sql`
    select c.id, c.version, c.channel, c.direction, c.site_id as "siteId", site.name as "siteName",
      c.person_id as "personId", ${personName} as "personName", c.rep_hash as "repHash",
      c.started_at as "startedAt", c.started_local as "startedLocal", c.duration_seconds as "durationSeconds",
      c.outcome, c.words, ${turns} as turns, told.kinds ->> 0 as kind, told.reason,
      c.turns -> (told.reason ->> 'turn')::int ->> 'text' as "reasonTurn", s.met, s.failed, s.unsure, s.atrocities
    from contact c
    join contact_search s on s.org_id = c.org_id and s.contact_id = c.id
    left join marking told on told.org_id = c.org_id and told.contact_id = c.id and told.contact_version = c.version
    left join site on site.org_id = c.org_id and site.id = c.site_id
    where c.org_id = ${orgId} and c.latest and c.id = any(array(select json_array_elements_text(${JSON.stringify(ids)}::json)))`);
  return (found as unknown as { rows: Listed[] }).rows;
}

/** Whether there are contacts, of which none is ready to be found. */
export async function noneReady(tx: Tx, orgId: string): Promise<boolean> {
  const found = await tx.execute(sql`
    select exists (select from contact where org_id = ${orgId})
      and not exists (select from contact_search where org_id = ${orgId}) as waiting`);
  return (found as unknown as { rows: { waiting: boolean }[] }).rows[0]?.waiting === true;
}
