// Rows of document versions and acknowledgements. What a policy or a procedure adds to a version is its own domain's.
import { and, asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Origin, Sourced } from '../kernel/sourced.ts';
import { keepRows, originsOf, rowsThatDiffer, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import type { Acknowledgement, DocumentKind, DocumentVersion } from './document.core.ts';
import { acknowledgementTable, documentVersionTable, oldestFirst } from './document.table.ts';

const versionKey = ['kind', 'id', 'version'];

const versionValues =
  (kind: DocumentKind) =>
  ({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity }: DocumentVersion) => ({
    kind,
    id,
    version,
    title,
    owner,
    from,
    to,
    reviewDue,
    roles,
    sites,
    clarity,
  });

/** Takes versions in. A row's digest covers everything it holds, so a changed clause makes a changed version. */
export async function keepVersions<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  rows: readonly Sourced<T>[],
): Promise<Kept<T>> {
  return keepRows(work, documentVersionTable, versionKey, rows, versionValues(kind));
}

/** Those that say something else than what is on record, or are new. */
export async function versionsThatDiffer<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  rows: readonly Sourced<T>[],
): Promise<Sourced<T>[]> {
  return rowsThatDiffer(work, documentVersionTable, versionKey, rows, versionValues(kind));
}

/** @param id of one document; left out: of all */
export async function versionsOf(
  { tx, actor }: Work,
  kind: DocumentKind,
  id?: string,
): Promise<Sourced<DocumentVersion>[]> {
  const rows = await tx
    .select()
    .from(documentVersionTable)
    .where(
      and(
        eq(documentVersionTable.orgId, actor.orgId),
        eq(documentVersionTable.kind, kind),
        id === undefined ? undefined : eq(documentVersionTable.id, id),
      ),
    )
    .orderBy(asc(documentVersionTable.id), ...oldestFirst);
  return rows.map(
    ({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity, originFile, originRow }) => ({
      row: present({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity }),
      from: present({ file: originFile, row: originRow }),
    }),
  );
}

export async function keepAcknowledgements(
  work: Work,
  rows: readonly Sourced<Acknowledgement>[],
): Promise<Kept<Acknowledgement>> {
  const key = ['person', 'kind', 'document', 'version', 'on'];
  return keepRows(work, acknowledgementTable, key, rows, (row) => ({ ...row }));
}

export async function acknowledgementsOf({ tx, actor }: Work): Promise<Acknowledgement[]> {
  const { person, kind, document, version, on, answer } = acknowledgementTable;
  return tx
    .select({ person, kind, document, version, on, answer })
    .from(acknowledgementTable)
    .where(eq(acknowledgementTable.orgId, actor.orgId))
    .orderBy(asc(on), asc(person), asc(kind), asc(document), asc(version));
}

/** By kind, id and version, with `/` between. */
export async function versionOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, documentVersionTable, ['kind', 'id', 'version']);
}

export async function acknowledgementOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, acknowledgementTable, ['person', 'kind', 'document', 'version', 'on']);
}
