// Who works where, taken in from record files and read back as the core knows it.
import type { Origin, Sourced, Taken } from '../kernel/sourced.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import type { Organisation, SpokenWords } from './organisation.core.ts';
import { spokenWords } from './organisation.core.ts';
import type { AuthorityLimit, PeopleRecord, Person, Post, Shift, Site, SiteMonth } from './people.core.ts';
import * as store from './people.store.ts';
import { countsOf, prefixed, takeRows } from './take-rows.use.ts';

/** Rows of this domain as an import hands them over; every id that they name is among them or on record already. */
export interface PeopleRows {
  readonly organisation: readonly Sourced<Organisation>[];
  readonly sites: readonly Sourced<Site>[];
  readonly siteMonths: readonly Sourced<SiteMonth>[];
  readonly people: readonly Sourced<Person>[];
  readonly posts: readonly Sourced<Post>[];
  /** Posts on record that these rows correct: taken out first. */
  readonly correctedPosts: readonly Post[];
  readonly shifts: readonly Sourced<Shift>[];
  readonly authorityLimits: readonly Sourced<AuthorityLimit>[];
}

/** Takes the rows in by their natural keys. @throws Fault `record-import-forbidden` */
export async function importPeople(
  work: Work,
  rows: PeopleRows,
): Promise<Record<keyof Omit<PeopleRows, 'correctedPosts'>, Taken>> {
  const postId = (post: Post): string => [post.person, post.site, post.from].join('/');
  const organisation = await takeRows(
    work,
    'organisation',
    async () => store.keepOrganisation(work, await withChosen(work, rows.organisation)),
    () => work.actor.orgId,
  );
  const sites = await takeRows(
    work,
    'sites',
    async () => store.keepSites(work, rows.sites),
    (row) => row.id,
  );
  const siteMonths = await takeRows(
    work,
    'site-months',
    async () => store.keepSiteMonths(work, rows.siteMonths),
    (row) => `${row.site}/${row.month}`,
  );
  const people = await takeRows(
    work,
    'people',
    async () => store.keepPeople(work, rows.people),
    (row) => row.id,
  );
  if (rows.correctedPosts.length > 0) {
    await store.dropPosts(work, rows.correctedPosts);
    await append(work, {
      kind: 'posts.corrected',
      subjects: rows.correctedPosts.map(postId),
      digestOf: JSON.stringify(rows.correctedPosts),
    });
  }
  const posts = await takeRows(work, 'posts', async () => store.keepPosts(work, rows.posts), postId);
  const shifts = await takeRows(
    work,
    'shifts',
    async () => store.keepShifts(work, rows.shifts),
    (row) => `${row.person}/${row.from}`,
  );
  const authorityLimits = await takeRows(
    work,
    'authority-limits',
    async () => store.keepAuthorityLimits(work, rows.authorityLimits),
    (row) => row.id,
  );
  return {
    organisation: countsOf(organisation),
    sites: countsOf(sites),
    siteMonths: countsOf(siteMonths),
    people: countsOf(people),
    posts: countsOf(posts),
    shifts: countsOf(shifts),
    authorityLimits: countsOf(authorityLimits),
  };
}

/** Everything of who works where, of all days: ask it with `inForce` as of one. */
export async function readPeopleRecord(work: Work): Promise<PeopleRecord> {
  return {
    sites: await store.sitesOf(work),
    siteMonths: await store.siteMonthsOf(work),
    people: await store.peopleOf(work),
    posts: await store.postsOf(work),
    shifts: await store.shiftsOf(work),
    authorityLimits: await store.authorityLimitsOf(work),
  };
}

/** Who held which post where, with what authority; without the shifts, which are many. */
export async function readPostsAndLimits(
  work: Work,
): Promise<Pick<PeopleRecord, 'sites' | 'posts' | 'authorityLimits'>> {
  return {
    sites: await store.sitesOf(work),
    posts: await store.postsOf(work),
    authorityLimits: await store.authorityLimitsOf(work),
  };
}

/** Only who and where there is: what names in other files are matched against. */
export async function readSitesAndPeople(work: Work): Promise<Pick<PeopleRecord, 'sites' | 'people'>> {
  return { sites: await store.sitesOf(work), people: await store.peopleOf(work) };
}

/** What each site produced, month by month. */
export async function readSiteMonths(work: Work): Promise<SiteMonth[]> {
  return store.siteMonthsOf(work);
}

/** A file that says nothing of which standards are kept leaves the choice as it was made here. */
async function withChosen(work: Work, rows: PeopleRows['organisation']): Promise<PeopleRows['organisation']> {
  if (rows.every(({ row }) => row.standards !== undefined)) return rows;
  const chosen = (await store.organisationOf(work))?.standards;
  return chosen === undefined ? rows : rows.map((one) => ({ ...one, row: { standards: chosen, ...one.row } }));
}

/** The organisation as it calls itself, or null where no such file was brought. */
export async function readOrganisation(work: Work): Promise<Organisation | null> {
  return store.organisationOf(work);
}

/** The words for `<business>`, `<site>` and `<product>` in standards. */
export async function readSpokenWords(work: Work): Promise<SpokenWords> {
  return spokenWords(await store.organisationOf(work), await store.sitesOf(work));
}

/** Posts with the file and row that each was last read from. */
export async function readSourcedPosts(work: Work): Promise<Sourced<Post>[]> {
  return store.sourcedPostsOf(work);
}

/** Where rows were last read from, by `kind/key`, e.g. `post/...`. */
export async function readPeopleOrigins(work: Work): Promise<Map<string, Origin>> {
  return new Map([
    ...prefixed('post', await store.postOrigins(work)),
    ...prefixed('authority-limit', await store.authorityLimitOrigins(work)),
  ]);
}
