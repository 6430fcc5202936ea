// Rows of contacts: written in batches, read in order, never changed but for what facts add and for "latest".
import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Contact, ContactPlace } from './contact.core.ts';
import { contactKeyTable, contactTable } from './contact.table.ts';
import { repCodeOf } from './rep-code.core.ts';

export type ContactRow = typeof contactTable.$inferInsert;

/** What is already known of some contacts: the latest version and content of each id, and which contents exist at all; a row may come twice. */
export async function knownOf(tx: Tx, orgId: string, ids: readonly string[], hashes: readonly string[]) {
  if (ids.length === 0) return [];
  const { id, version, latest, contentHash } = contactTable;
  const own = eq(contactTable.orgId, orgId);
  // Two questions: asked as one with "or", planning it takes five times as long as answering both.
  const byContent = await tx
    .select({ id, version, latest, contentHash })
    .from(contactTable)
    .where(and(own, anyOf(contentHash, hashes)));
  const byId = await tx
    .select({ id, version, latest, contentHash })
    .from(contactTable)
    .where(and(own, latest, anyOf(id, ids)));
  return [...byContent, ...byId];
}

/** Write new contacts (and new versions of old ones, which stop being the latest), with the keys that facts may use. */
export async function writeContacts(
  tx: Tx,
  rows: readonly ContactRow[],
  keys: readonly { contactId: string; keyHash: string }[],
): Promise<void> {
  const again = rows.filter((row) => row.version > 1);
  for (const row of again) {
    await tx
      .update(contactTable)
      .set({ latest: false })
      .where(
        and(eq(contactTable.orgId, row.orgId), eq(contactTable.id, row.id), ne(contactTable.version, row.version)),
      );
  }
  await insertMany(tx, contactTable, rows);
  const orgId = rows[0]?.orgId;
  if (orgId === undefined) return;
  await insertMany(
    tx,
    contactKeyTable,
    keys.map((key) => ({ ...key, orgId })),
    { onConflict: 'nothing' },
  );
}

export async function updateContact(
  tx: Tx,
  orgId: string,
  id: string,
  version: number,
  change: Partial<ContactRow>,
): Promise<void> {
  await tx
    .update(contactTable)
    .set(change)
    .where(and(eq(contactTable.orgId, orgId), eq(contactTable.id, id), eq(contactTable.version, version)));
}

/** Latest contacts after an id, in order of id: all, or only those not yet marked with this set of standards. */
export async function nextContacts(
  tx: Tx,
  orgId: string,
  after: string,
  limit: number,
  notMarkedWith?: string,
): Promise<Contact[]> {
  const waiting =
    notMarkedWith === undefined
      ? undefined
      : or(isNull(contactTable.markedWith), ne(contactTable.markedWith, notMarkedWith));
  const rows = await tx
    .select()
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, gt(contactTable.id, after), waiting))
    .orderBy(asc(contactTable.id))
    .limit(limit);
  return rows.map(toContact);
}

/** What a contact is compared by: where, who, when, how it began, what was asked for. */
export type ContactToCompare = ContactPlace & Pick<Contact, 'turns' | 'productAsked' | 'priceQuoted'>;

/** The same of every latest contact, and no column more: a comparison reads them all. */
export async function nextToCompare(tx: Tx, orgId: string, after: string, limit: number): Promise<ContactToCompare[]> {
  const { id, version, channel, siteId, personId, repHash, startedAt, startedLocal } = contactTable;
  const { turns, productAsked, priceQuoted } = contactTable;
  const place = { id, version, channel, siteId, personId, repHash, startedAt, startedLocal };
  const rows = await tx
    .select({ ...place, turns, productAsked, priceQuoted })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, gt(contactTable.id, after)))
    .orderBy(asc(contactTable.id))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    channel: row.channel,
    turns: row.turns,
    ...placeOf(row),
    ...present({ productAsked: row.productAsked, priceQuoted: row.priceQuoted }),
  }));
}

/** The latest versions of some contacts, in the order of their ids. */
export async function contactsById(tx: Tx, orgId: string, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, anyOf(contactTable.id, ids)))
    .orderBy(asc(contactTable.id));
  return rows.map(toContact);
}

/** The latest versions of some contacts without their words, in the order of their ids. */
export async function placesById(tx: Tx, orgId: string, ids: readonly string[]): Promise<ContactPlace[]> {
  if (ids.length === 0) return [];
  const { id, version, channel, siteId, personId, repHash, startedAt, startedLocal } = contactTable;
  const rows = await tx
    .select({ id, version, channel, siteId, personId, repHash, startedAt, startedLocal })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, anyOf(contactTable.id, ids)))
    .orderBy(asc(contactTable.id));
  return rows.map((row) => ({ id: row.id, version: row.version, channel: row.channel, ...placeOf(row) }));
}

export async function setMarkedWith(
  tx: Tx,
  orgId: string,
  contacts: readonly { id: string; version: number }[],
  packSet: string,
): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .update(contactTable)
    .set({ markedWith: packSet })
    .where(
      and(
        eq(contactTable.orgId, orgId),
        contactTable.latest,
        anyOf(
          contactTable.id,
          contacts.map((one) => one.id),
        ),
      ),
    );
}

function toContact(row: typeof contactTable.$inferSelect): Contact {
  return {
    id: row.id,
    version: row.version,
    source: { file: row.sourceFile, originalId: row.originalId, format: row.format },
    channel: row.channel,
    language: row.language,
    timing: row.timing,
    turns: row.turns,
    answers: row.answers,
    repCertainty: row.repCertainty,
    repFrom: row.repFrom,
    consentBasis: row.consentBasis,
    notes: row.notes,
    ...placeOf(row),
    ...present({
      direction: row.direction,
      heardBy: row.heardBy,
      holds: row.holds,
      durationSeconds: row.durationSeconds,
      outcome: row.outcome,
      outcomeStated: row.outcomeStated,
      productAsked: row.productAsked,
      priceQuoted: row.priceQuoted,
      rings: row.rings,
      secondsToAnswer: row.secondsToAnswer,
      customerHash: row.customerHash,
    }),
  };
}

function placeOf({
  personId,
  repHash,
  siteId,
  startedAt,
  startedLocal,
}: Pick<typeof contactTable.$inferSelect, 'personId' | 'repHash' | 'siteId' | 'startedAt' | 'startedLocal'>) {
  return present({
    startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    startedLocal,
    siteId,
    personId: personId ?? (repHash === null ? null : repCodeOf(repHash)),
  });
}

/** Only what is there: a column's null is an absent field. */
function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
