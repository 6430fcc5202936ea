// Counts for rates as they are kept, what they were counted from, and counts of what could have been drawn for review.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { rateCountedTable, rateCountTable } from './rate-count.table.ts';
import type { Split, Tallied } from './rates.core.ts';

// Whatever is done bears on marks, but for what people who review, write, read or sign in do. What is drawn for review does.
const besideMarks =
  '^(session|token|member|invitation|password|passkey|code|job|mail|webhook|reviews?|review-plan|calibration|agreement|dispute|disputes|mark|letters?|note|coaching|lesson|pin|bundle|backup|checkpoint|checkpoints|monday|question|document|clause|procedure-run|procedure-step|reader-notes|job-description|adverse-step|check-question|fix|pattern|profit-killer|causes|money|forecast|retention)[.]';

/** A line that is the same as long as counts of marks are. */
export async function marksMadeFrom(tx: Tx, orgId: string): Promise<string> {
  const found = await tx.execute(sql`
    select coalesce((select seq::text from event where org_id = ${orgId} and (kind !~ ${besideMarks} or kind = 'reviews.drawn')
      order by seq desc limit 1), '') as line`);
  return (found as unknown as { rows: { line: string }[] }).rows[0]?.line ?? '';
}

/** What a split is kept of; null where nothing is. */
export async function countedFrom(tx: Tx, orgId: string, split: Split): Promise<string | null> {
  const [row] = await tx
    .select({ from: rateCountedTable.readFrom })
    .from(rateCountedTable)
    .where(and(eq(rateCountedTable.orgId, orgId), eq(rateCountedTable.split, split)));
  return row?.from ?? null;
}

/** In order of standard and group. */
export async function keptCounts(tx: Tx, orgId: string, split: Split, standard?: string): Promise<Tallied[]> {
  const rows = await tx
    .select()
    .from(rateCountTable)
    .where(
      and(
        eq(rateCountTable.orgId, orgId),
        eq(rateCountTable.split, split),
        standard === undefined ? undefined : eq(rateCountTable.standard, standard),
      ),
    )
    .orderBy(asc(rateCountTable.standard), asc(rateCountTable.group));
  return rows.map(({ standard: of, group, met, failed, unsure, framedMet, framedFailed, framedUnsure }) => ({
    standard: of,
    group,
    met,
    failed,
    unsure,
    framed: { met: framedMet, failed: framedFailed, unsure: framedUnsure },
  }));
}

/** As many to a statement as the database takes parameters for. */
const rowsAtOnce = 2000;

export async function writeCounts(
  tx: Tx,
  orgId: string,
  split: Split,
  { from, at, rows }: { readonly from: string; readonly at: string; readonly rows: readonly Tallied[] },
): Promise<void> {
  const counted = { readFrom: from, countedAt: new Date(at) };
  // First, so that whoever counts the same split waits here, and not among the rows.
  await tx
    .insert(rateCountedTable)
    .values({ orgId, split, ...counted })
    .onConflictDoUpdate({ target: [rateCountedTable.orgId, rateCountedTable.split], set: counted });
  await tx.delete(rateCountTable).where(and(eq(rateCountTable.orgId, orgId), eq(rateCountTable.split, split)));
  for (let done = 0; done < rows.length; done += rowsAtOnce)
    await tx.insert(rateCountTable).values(
      rows.slice(done, done + rowsAtOnce).map(({ standard, group, met, failed, unsure, framed }) => ({
        orgId,
        split,
        standard,
        group,
        met,
        failed,
        unsure,
        framedMet: framed?.met ?? 0,
        framedFailed: framed?.failed ?? 0,
        framedUnsure: framed?.unsure ?? 0,
      })),
    );
}

const columns: Readonly<Record<Split, string>> = {
  standard: `''`,
  site: `coalesce(c.site_id, 'unknown')`,
  person: `coalesce(c.person_id, 'rep-' || left(c.rep_hash, 8), 'unknown')`,
  month: `coalesce(left(coalesce(left(c.started_local, 10), to_char(c.started_at at time zone coalesce(s.time_zone, 'UTC'), 'YYYY-MM-DD')), 7), 'unknown')`,
};

/** Marks by these versions in contacts that any of these draws could have drawn. */
export async function framedCounts(
  tx: Tx,
  orgId: string,
  split: Split,
  { draws, versions }: { readonly draws: readonly string[]; readonly versions: readonly string[] },
): Promise<Tallied[]> {
  const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
  const found = await tx.execute(sql`
    select m.standard, ${sql.raw(columns[split])} as group,
      count(*) filter (where m.verdict = 'met')::int as met,
      count(*) filter (where m.verdict = 'failed')::int as failed,
      count(*) filter (where m.verdict = 'unsure')::int as unsure
    from mark m
    join contact c on c.org_id = m.org_id and c.id = m.contact_id and c.version = m.contact_version and c.latest
    left join site s on s.org_id = c.org_id and s.id = c.site_id
    where m.org_id = ${orgId} and m.standard_version = any(${texts(versions)})
      and m.contact_id in (select f.contact_id from review_frame f where f.org_id = ${orgId} and f.draw_id = any(${texts(draws)}))
    group by 1, 2`);
  return (found as unknown as { rows: Tallied[] }).rows;
}
