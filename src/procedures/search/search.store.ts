// Procedures in force on a day, by their words; and searches that found none.
import { and, asc, count, desc, eq, gt, gte, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { DocumentVersion } from '../../documents/document.core.ts';
import { documentVersionTable } from '../../documents/document.table.ts';
import type { Day } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import type { Work } from '../../platform/db/work.ts';
import { procedureStepTable, procedureVersionTable } from '../procedure.table.ts';
import { searchMissTable } from './search.table.ts';

const { id, version, title, from, to } = documentVersionTable;
const { sort, trigger, task, words } = procedureVersionTable;

/**
 * In force on the day, where each word begins some word of it; those with a word in their title first.
 * @param without versions that are left out, by `ID/VERSION` @param among those alone
 */
export async function fitting(
  work: Work,
  asked: readonly string[],
  day: Day,
  limit: number,
  without: readonly string[] = [],
  among: readonly string[] | null = null,
) {
  const { orgId } = work.actor;
  // The title's words are no column of their own: as it was written will do for an order.
  const inTitle = asked.map((one) => sql`(lower(${title}) like ${`%${one}%`})::integer`);
  const fits = and(
    ...inForceThen(orgId, day),
    ...asked.map((one) => sql`${words} like ${`% ${one}%`}`),
    without.length === 0 ? undefined : sql`${id} || '/' || ${version} <> all(${sql.param([...without])}::text[])`,
    among === null ? undefined : sql`${id} || '/' || ${version} = any(${sql.param([...among])}::text[])`,
  );
  const rows = await work.tx
    .select({ id, version, title, from, sort, trigger, task, all: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(documentVersionTable)
    .innerJoin(procedureVersionTable, sameVersion(orgId))
    .where(fits)
    .orderBy(...(inTitle.length > 0 ? [desc(sql.join(inTitle, sql` + `))] : []), asc(title), asc(id))
    .limit(limit);
  return { items: rows.map(({ all: _all, ...row }) => row), all: rows[0]?.all ?? 0 };
}

/** The words of all in force on the day, for a search that found none. */
export async function wordsInForce({ tx, actor }: Work, day: Day) {
  return tx
    .select({ id, version, title, from, sort, trigger, task, words })
    .from(documentVersionTable)
    .innerJoin(procedureVersionTable, sameVersion(actor.orgId))
    .where(and(...inForceThen(actor.orgId, day)))
    .orderBy(asc(title), asc(id));
}

/** In force by their days, and past the day of their review. @param of one procedure; left out: of all */
export async function overdueInForce({ tx, actor }: Work, day: Day, of?: string): Promise<DocumentVersion[]> {
  const { reviewDue, roles, sites } = documentVersionTable;
  const rows = await tx
    .select({ id, version, title, from, to, reviewDue, roles, sites })
    .from(documentVersionTable)
    .where(and(...inForceThen(actor.orgId, day), lt(reviewDue, day), of === undefined ? undefined : eq(id, of)));
  return rows.map((row) => present(row));
}

/** How many steps each has. */
export async function stepCounts(
  { tx, actor }: Work,
  of: readonly { readonly id: string; readonly version: string }[],
) {
  if (of.length === 0) return new Map<string, number>();
  const rows = await tx
    .select({ id: procedureStepTable.procedure, version: procedureStepTable.version, steps: count() })
    .from(procedureStepTable)
    .where(
      and(
        eq(procedureStepTable.orgId, actor.orgId),
        or(
          ...of.map((one) =>
            and(eq(procedureStepTable.procedure, one.id), eq(procedureStepTable.version, one.version)),
          ),
        ),
      ),
    )
    .groupBy(procedureStepTable.procedure, procedureStepTable.version);
  return new Map(rows.map((row) => [JSON.stringify([row.id, row.version]), row.steps]));
}

export async function writeMiss({ tx }: Work, row: typeof searchMissTable.$inferInsert): Promise<void> {
  await tx.insert(searchMissTable).values(row);
}

/** Of a day and after, each wording once; those searched for most often first. */
export async function missesSince({ tx, actor }: Work, day: Day, limit: number) {
  const times = count();
  return tx
    .select({
      words: searchMissTable.words,
      times,
      last: sql<Day>`max(${searchMissTable.on})::text`,
      roles: sql<
        string[]
      >`coalesce(array_agg(distinct ${searchMissTable.role}) filter (where ${searchMissTable.role} is not null), '{}')`,
      sites: sql<
        string[]
      >`coalesce(array_agg(distinct ${searchMissTable.site}) filter (where ${searchMissTable.site} is not null), '{}')`,
    })
    .from(searchMissTable)
    .where(and(eq(searchMissTable.orgId, actor.orgId), gte(searchMissTable.on, day)))
    .groupBy(searchMissTable.words)
    .orderBy(desc(times), desc(sql`max(${searchMissTable.on})`), asc(searchMissTable.words))
    .limit(limit);
}

const sameVersion = (orgId: string): SQL | undefined =>
  and(
    eq(procedureVersionTable.orgId, orgId),
    eq(procedureVersionTable.id, documentVersionTable.id),
    eq(procedureVersionTable.version, documentVersionTable.version),
  );

const inForceThen = (orgId: string, day: Day): (SQL | undefined)[] => [
  eq(documentVersionTable.orgId, orgId),
  eq(documentVersionTable.kind, 'procedure'),
  lte(from, day),
  or(isNull(to), gt(to, day)),
];
