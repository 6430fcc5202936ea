// Versions that somebody is to read, with the last material change of each, and the answers that they gave.
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { keyedDigest } from '../../kernel/digest.ts';
import type { Day } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import { postTable } from '../../people/people.table.ts';
import type { Work } from '../../platform/db/work.ts';
import type { AcknowledgementAnswer, DocumentKind } from '../document.core.ts';
import { acknowledgementTable, documentVersionTable, oldestFirst } from '../document.table.ts';
import type { Serving } from './readers.core.ts';
import type { AnswerGiven, Place, ReadableVersion } from './to-read.core.ts';

const version = documentVersionTable;

/** Where somebody serves that day. */
export async function placesOf({ tx, actor }: Work, person: string, day: Day): Promise<Place[]> {
  return tx
    .select({ role: postTable.role, site: postTable.site })
    .from(postTable)
    .where(
      and(
        eq(postTable.orgId, actor.orgId),
        eq(postTable.person, person),
        lte(postTable.from, day),
        or(isNull(postTable.to), gt(postTable.to, day)),
      ),
    );
}

/** Everybody who serves somewhere that day, as far as whoever asks sees them. */
export async function servingOn({ tx, actor }: Work, day: Day): Promise<Serving[]> {
  return tx
    .select({ person: postTable.person, role: postTable.role, site: postTable.site })
    .from(postTable)
    .where(
      and(eq(postTable.orgId, actor.orgId), lte(postTable.from, day), or(isNull(postTable.to), gt(postTable.to, day))),
    );
}

/**
 * The version of the last material change; a version that came from elsewhere is one. The outer columns are named in full here: in a
 * selection from one table they would be written without it, and mean those of the inner one.
 */
const since = sql<string>`coalesce((select t.material_since from document_text t where t.org_id = document_version.org_id and t.kind = document_version.kind and t.id = document_version.id and t.version = document_version.version), document_version.version)`;

/** Versions in force on a day or that begin until another, which may be for somebody in these places. */
export async function versionsFor(
  { tx, actor }: Work,
  places: readonly Place[],
  today: Day,
  until: Day,
): Promise<ReadableVersion[]> {
  const roles = sql.param(places.map((one) => one.role));
  const sites = sql.param(places.map((one) => one.site));
  const rows = await readable(tx).where(
    and(
      eq(version.orgId, actor.orgId),
      lte(version.from, until),
      or(isNull(version.to), and(gt(version.to, today), gt(version.to, version.from))),
      sql`(${version.roles} = '{}' or ${version.roles} && ${roles}::text[])`,
      sql`(${version.sites} = '{}' or ${version.sites} && ${sites}::text[])`,
    ),
  );
  return rows.map((row) => present(row));
}

/** One version; undefined where there is none or it is not theirs to see. */
export async function versionAt(
  { tx, actor }: Work,
  kind: DocumentKind,
  id: string,
  number: string,
): Promise<ReadableVersion | undefined> {
  const [row] = await readable(tx).where(
    and(eq(version.orgId, actor.orgId), eq(version.kind, kind), eq(version.id, id), eq(version.version, number)),
  );
  return row && present(row);
}

/** Every version of one document, oldest first. */
export async function allVersions({ tx, actor }: Work, kind: DocumentKind, id: string): Promise<ReadableVersion[]> {
  const rows = await readable(tx)
    .where(and(eq(version.orgId, actor.orgId), eq(version.kind, kind), eq(version.id, id)))
    .orderBy(...oldestFirst);
  return rows.map((row) => present(row));
}

const readable = (tx: Work['tx']) =>
  tx
    .select({
      kind: version.kind,
      id: version.id,
      version: version.version,
      title: version.title,
      owner: version.owner,
      from: version.from,
      to: version.to,
      roles: version.roles,
      sites: version.sites,
      reviewDue: version.reviewDue,
      materialSince: since,
    })
    .from(version);

/** All answers of one person, or all of one document that whoever asks sees. */
export async function answersGiven(
  { tx, actor }: Work,
  of: { readonly person: string } | { readonly kind: DocumentKind; readonly document: string },
): Promise<(AnswerGiven & { readonly person: string })[]> {
  const given = acknowledgementTable;
  return tx
    .select({
      person: given.person,
      kind: given.kind,
      document: given.document,
      version: given.version,
      on: given.on,
      answer: given.answer,
      from: version.from,
      materialSince: since,
    })
    .from(given)
    .innerJoin(
      version,
      and(
        eq(version.orgId, given.orgId),
        eq(version.kind, given.kind),
        eq(version.id, given.document),
        eq(version.version, given.version),
      ),
    )
    .where(
      and(
        eq(given.orgId, actor.orgId),
        'person' in of ? eq(given.person, of.person) : and(eq(given.kind, of.kind), eq(given.document, of.document)),
      ),
    );
}

/** What rows have in place of a file that were written here, by whoever they are about. */
export const writtenHere = 'written here';

/** Puts one's answer on record; of one day the last stands, and the one before stays among the old rows. */
export async function writeAnswer(
  { tx, actor, now, key }: Work,
  row: {
    readonly person: string;
    readonly kind: DocumentKind;
    readonly document: string;
    readonly version: string;
    readonly answer: AcknowledgementAnswer;
  },
): Promise<void> {
  const given = acknowledgementTable;
  const on = now.slice(0, 10);
  const { person, kind, document, version: number, answer } = row;
  const digest = keyedDigest(key, JSON.stringify({ answer, document, kind, on, person, version: number })).slice(0, 32);
  const own = { answer, originFile: writtenHere, originRow: null, digest, recordedAt: new Date(now) };
  await tx
    .insert(given)
    .values({ orgId: actor.orgId, person, kind, document, version: number, on, ...own })
    .onConflictDoUpdate({
      target: [given.orgId, given.person, given.kind, given.document, given.version, given.on],
      set: own,
    });
}
