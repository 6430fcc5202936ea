// What policies and procedures share: versions taken in and read, and who acknowledged which.
import { Fault } from '../kernel/fault.ts';
import type { Origin, Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, prefixed, takeRows } from '../people/take-rows.use.ts';
import type { Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import type { Acknowledgement, DocumentKind, DocumentVersion } from './document.core.ts';
import { allTheirs } from './documents.access.ts';
import * as store from './document.store.ts';
import { carriedOver } from './versions/version-text.core.ts';
import { editorialVersions } from './versions/version-text.store.ts';

/**
 * Takes versions of one kind of document in; the domain of that kind then writes what it adds to those added and changed.
 * Versions of one document must not overlap. @throws Fault `record-import-forbidden`, `document-of-others`
 */
export async function takeVersions<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  rows: readonly Sourced<T>[],
): Promise<Kept<T>> {
  const name = kind === 'policy' ? 'policies' : 'procedures';
  if ((await versionsOfOthers(work, kind, rows)).size > 0)
    throw new Fault(
      'document-of-others',
      'forbidden',
      'A document that is for everybody, or for sites that are not yours, is changed by those who see all of these. Ask them.',
    );
  return takeRows(
    work,
    name,
    async () => store.keepVersions(work, kind, rows),
    (row) => `${row.id}/${row.version}`,
  );
}

/**
 * Those rows that would put in or change a version which is not for sites of whoever brings it alone, as it stands or as it would.
 * None for whoever sees the whole organisation.
 */
export async function versionsOfOthers<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  rows: readonly Sourced<T>[],
): Promise<Set<Sourced<T>>> {
  if (rows.length === 0 || allTheirs(work.actor, [])) return new Set();
  const there = new Map(
    (await store.versionsOf(work, kind)).map(({ row }) => [`${row.id}/${row.version}`, row.sites] as const),
  );
  const different = await store.versionsThatDiffer(work, kind, rows);
  return new Set(
    different.filter(({ row }) => {
      const before = there.get(`${row.id}/${row.version}`);
      return !allTheirs(work.actor, row.sites) || (before !== undefined && !allTheirs(work.actor, before));
    }),
  );
}

/** All versions of one kind, with the file that each was last read from. */
export async function readVersions(work: Work, kind: DocumentKind, id?: string): Promise<Sourced<DocumentVersion>[]> {
  return store.versionsOf(work, kind, id);
}

/** @throws Fault `record-import-forbidden` */
export async function importAcknowledgements(work: Work, rows: readonly Sourced<Acknowledgement>[]): Promise<Taken> {
  const subject = (row: Acknowledgement): string => [row.person, row.kind, row.document, row.version].join('/');
  return countsOf(
    await takeRows(work, 'acknowledgements', async () => store.keepAcknowledgements(work, rows), subject),
  );
}

/** Oldest first; one of a version holds for its editorial successors too, and stands once for each. */
export async function readAcknowledgements(work: Work): Promise<Acknowledgement[]> {
  return carriedOver(await store.acknowledgementsOf(work), await editorialVersions(work));
}

/** Where rows were last read from, by `kind/key`, e.g. `policy/price-quotes/2`. */
export async function readDocumentOrigins(work: Work): Promise<Map<string, Origin>> {
  return new Map([
    // Its key begins with the kind: `policy/price-quotes/2`.
    ...(await store.versionOrigins(work)),
    ...prefixed('acknowledgement', await store.acknowledgementOrigins(work)),
  ]);
}
