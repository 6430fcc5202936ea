// Rows of who works where, taken in by their natural keys and read back as they stood in the record.
import { asc, eq } from 'drizzle-orm';
import type { Origin, Sourced } from '../kernel/sourced.ts';
import { present } from '../kernel/present.ts';
import { dropRows, keepRows, originsOf, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import type { Organisation } from './organisation.core.ts';
import type { AuthorityLimit, Person, Post, Shift, Site, SiteMonth } from './people.core.ts';
import { authorityLimitTable, organisationTable, personTable, postTable } from './people.table.ts';
import { shiftTable, siteMonthTable, siteTable } from './people.table.ts';

type Rows<T> = readonly Sourced<T>[];

export async function keepOrganisation(work: Work, rows: Rows<Organisation>): Promise<Kept<Organisation>> {
  return keepRows(work, organisationTable, [], rows, (row) => ({ ...row }));
}

export async function keepSites(work: Work, rows: Rows<Site>): Promise<Kept<Site>> {
  return keepRows(work, siteTable, ['id'], rows, (row) => ({ ...row, spokenNames: row.spokenNames ?? [] }));
}

export async function keepSiteMonths(work: Work, rows: Rows<SiteMonth>): Promise<Kept<SiteMonth>> {
  return keepRows(work, siteMonthTable, ['site', 'month'], rows, (row) => ({ ...row }));
}

export async function keepPeople(work: Work, rows: Rows<Person>): Promise<Kept<Person>> {
  return keepRows(work, personTable, ['id'], rows, (row) => ({ ...row }));
}

const postKey = ['person', 'site', 'from'] as const;

export async function keepPosts(work: Work, rows: Rows<Post>): Promise<Kept<Post>> {
  return keepRows(work, postTable, postKey, rows, (row) => ({ ...row }));
}

/** Takes out posts whose own first day was corrected; they are told apart by nothing else. */
export async function dropPosts(work: Work, posts: readonly Post[]): Promise<void> {
  await dropRows(
    work,
    postTable,
    postKey,
    posts.map((post) => [post.person, post.site, post.from]),
  );
}

export async function keepShifts(work: Work, rows: Rows<Shift>): Promise<Kept<Shift>> {
  return keepRows(work, shiftTable, ['person', 'site', 'from'], rows, (row) => ({
    ...row,
    from: new Date(row.from),
    to: new Date(row.to),
  }));
}

export async function keepAuthorityLimits(work: Work, rows: Rows<AuthorityLimit>): Promise<Kept<AuthorityLimit>> {
  return keepRows(work, authorityLimitTable, ['id'], rows, (row) => ({ ...row }));
}

export async function organisationOf({ tx, actor }: Work): Promise<Organisation | null> {
  const { name, otherNames, customerWord, products, currency, enquiriesAMonth, conversion, worthOfAStay, standards } =
    organisationTable;
  const rows = await tx
    .select({
      name,
      otherNames,
      customerWord,
      products,
      currency,
      enquiriesAMonth,
      conversion,
      worthOfAStay,
      standards,
    })
    .from(organisationTable)
    .where(eq(organisationTable.orgId, actor.orgId));
  return rows[0] ? present(rows[0]) : null;
}

export async function sitesOf({ tx, actor }: Work): Promise<Site[]> {
  const { id, name, timeZone, locationClass, spokenNames, opened, closed } = siteTable;
  const rows = await tx
    .select({ id, name, timeZone, locationClass, spokenNames, opened, closed })
    .from(siteTable)
    .where(eq(siteTable.orgId, actor.orgId))
    .orderBy(asc(id));
  return rows.map((row) => present(row));
}

export async function siteMonthsOf({ tx, actor }: Work): Promise<SiteMonth[]> {
  const { site, month, units, price, occupancy, moveIns, moveOuts, revenue } = siteMonthTable;
  const rows = await tx
    .select({ site, month, units, price, occupancy, moveIns, moveOuts, revenue })
    .from(siteMonthTable)
    .where(eq(siteMonthTable.orgId, actor.orgId))
    .orderBy(asc(site), asc(month));
  return rows.map((row) => present(row));
}

export async function peopleOf({ tx, actor }: Work): Promise<Person[]> {
  const { id, name } = personTable;
  return tx.select({ id, name }).from(personTable).where(eq(personTable.orgId, actor.orgId)).orderBy(asc(id));
}

export async function postsOf(work: Work): Promise<Post[]> {
  return (await sourcedPostsOf(work)).map((one) => one.row);
}

/** Posts with the file and row that each was last read from. */
export async function sourcedPostsOf({ tx, actor }: Work): Promise<Sourced<Post>[]> {
  const rows = await tx
    .select()
    .from(postTable)
    .where(eq(postTable.orgId, actor.orgId))
    .orderBy(asc(postTable.person), asc(postTable.from), asc(postTable.site));
  return rows.map(({ person, site, role, supervisor, from, to, originFile, originRow }) => ({
    row: present({ person, site, role, supervisor, from, to }),
    from: present({ file: originFile, row: originRow }),
  }));
}

export async function shiftsOf({ tx, actor }: Work): Promise<Shift[]> {
  const { person, site, from, to } = shiftTable;
  const rows = await tx
    .select({ person, site, from, to })
    .from(shiftTable)
    .where(eq(shiftTable.orgId, actor.orgId))
    .orderBy(asc(from), asc(person), asc(site));
  return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() }));
}

export async function authorityLimitsOf({ tx, actor }: Work): Promise<AuthorityLimit[]> {
  const { id, role, act, limit, from, to, standards } = authorityLimitTable;
  const rows = await tx
    .select({ id, role, act, limit, from, to, standards })
    .from(authorityLimitTable)
    .where(eq(authorityLimitTable.orgId, actor.orgId))
    .orderBy(asc(id));
  return rows.map((row) => present(row));
}

export async function authorityLimitOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, authorityLimitTable, ['id']);
}

/** By person, site and first day, with `/` between. */
export async function postOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, postTable, [...postKey]);
}
