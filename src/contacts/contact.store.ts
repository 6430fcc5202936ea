// Rows of contacts: written in batches, read in order, never changed but for what facts add and for "latest".
import { and, asc, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Contact, Reject } from './contact.core.ts';
import { contactFactTable, contactKeyTable, contactTable, importTable, rejectTable } from './contact.table.ts';

export type ContactRow = typeof contactTable.$inferInsert;

/** What is already known of some contacts: the latest version and content of each id, and which contents exist at all. */
export async function knownOf(tx: Tx, orgId: string, ids: readonly string[], hashes: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: contactTable.id,
      version: contactTable.version,
      latest: contactTable.latest,
      contentHash: contactTable.contentHash,
    })
    .from(contactTable)
    .where(
      and(
        eq(contactTable.orgId, orgId),
        or(
          inArray(contactTable.contentHash, [...hashes]),
          and(inArray(contactTable.id, [...ids]), contactTable.latest),
        ),
      ),
    );
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

export async function writeImport(tx: Tx, row: typeof importTable.$inferInsert): Promise<void> {
  await tx.insert(importTable).values(row);
}

export async function finishImport(
  tx: Tx,
  orgId: string,
  id: string,
  at: string,
  counts: Record<string, number>,
): Promise<void> {
  await tx
    .update(importTable)
    .set({ finishedAt: at, counts })
    .where(and(eq(importTable.orgId, orgId), eq(importTable.id, id)));
}

export async function latestImports(tx: Tx, orgId: string, limit: number) {
  return tx
    .select({ id: importTable.id, label: importTable.label, startedAt: importTable.startedAt })
    .from(importTable)
    .where(eq(importTable.orgId, orgId))
    .orderBy(desc(importTable.startedAt))
    .limit(limit);
}

export async function writeRejects(
  tx: Tx,
  orgId: string,
  importId: string,
  firstSeq: number,
  rejects: readonly Reject[],
): Promise<void> {
  await insertMany(
    tx,
    rejectTable,
    rejects.map((one, index) => ({
      orgId,
      importId,
      seq: firstSeq + index,
      ...one,
      row: one.row ?? null,
      field: one.field ?? null,
    })),
  );
}

export async function readRejects(tx: Tx, orgId: string, importId: string): Promise<Reject[]> {
  const rows = await tx
    .select()
    .from(rejectTable)
    .where(and(eq(rejectTable.orgId, orgId), eq(rejectTable.importId, importId)))
    .orderBy(asc(rejectTable.seq));
  return rows.map((row) => ({
    file: row.file,
    ...(row.row === null ? {} : { row: row.row }),
    ...(row.field === null ? {} : { field: row.field }),
    expected: row.expected,
    remedy: row.remedy,
  }));
}

export async function writeFacts(tx: Tx, rows: readonly (typeof contactFactTable.$inferInsert)[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insert(contactFactTable)
      .values(row)
      .onConflictDoUpdate({
        target: [contactFactTable.orgId, contactFactTable.keyHash],
        set: { facts: row.facts, importId: row.importId, file: row.file, row: row.row },
      });
  }
}

/** Facts that belong to contacts in the store, with those contacts, in order of contact id after `after`. */
export async function factsAndContacts(tx: Tx, orgId: string, importId: string, after: string, limit: number) {
  return tx
    .select({ contact: contactTable, facts: contactFactTable.facts, keyHash: contactFactTable.keyHash })
    .from(contactFactTable)
    .innerJoin(
      contactKeyTable,
      and(eq(contactKeyTable.orgId, orgId), eq(contactKeyTable.keyHash, contactFactTable.keyHash)),
    )
    .innerJoin(
      contactTable,
      and(eq(contactTable.orgId, orgId), eq(contactTable.id, contactKeyTable.contactId), contactTable.latest),
    )
    .where(
      and(
        eq(contactFactTable.orgId, orgId),
        gt(contactTable.id, after),
        or(eq(contactFactTable.importId, importId), eq(contactTable.importId, importId)),
      ),
    )
    .orderBy(asc(contactTable.id), asc(contactFactTable.keyHash))
    .limit(limit);
}

/** Facts of one import that name no contact in the store: the file and row of each. */
export async function factsWithoutContact(tx: Tx, orgId: string, importId: string) {
  return tx
    .select({ file: contactFactTable.file, row: contactFactTable.row })
    .from(contactFactTable)
    .leftJoin(
      contactKeyTable,
      and(eq(contactKeyTable.orgId, orgId), eq(contactKeyTable.keyHash, contactFactTable.keyHash)),
    )
    .where(
      and(
        eq(contactFactTable.orgId, orgId),
        eq(contactFactTable.importId, importId),
        isNull(contactKeyTable.contactId),
      ),
    )
    .orderBy(asc(contactFactTable.file), asc(contactFactTable.row));
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

/** The latest versions of some contacts, in the order of their ids. */
export async function contactsById(tx: Tx, orgId: string, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), contactTable.latest, inArray(contactTable.id, [...ids])))
    .orderBy(asc(contactTable.id));
  return rows.map(toContact);
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
        inArray(
          contactTable.id,
          contacts.map((one) => one.id),
        ),
      ),
    );
}

/** Give every contact whose rep is known only by digest the person's id, where the record now has that person. */
export async function resolveReps(
  tx: Tx,
  orgId: string,
  people: readonly { repHash: string; person: string }[],
): Promise<void> {
  for (const one of people) {
    await tx
      .update(contactTable)
      .set({ personId: one.person })
      .where(
        and(
          eq(contactTable.orgId, orgId),
          eq(contactTable.repHash, one.repHash),
          or(isNull(contactTable.personId), ne(contactTable.personId, one.person)),
        ),
      );
  }
}

/** Rename sites as sources call them to the record's ids. */
export async function resolveSites(
  tx: Tx,
  orgId: string,
  sites: readonly { stated: string; site: string }[],
): Promise<void> {
  for (const one of sites) {
    await tx
      .update(contactTable)
      .set({ siteId: one.site })
      .where(
        and(
          eq(contactTable.orgId, orgId),
          sql`lower(${contactTable.siteId}) = ${one.stated.toLowerCase()}`,
          ne(contactTable.siteId, one.site),
        ),
      );
  }
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
    holds: row.holds,
    repCertainty: row.repCertainty,
    repFrom: row.repFrom,
    consentBasis: row.consentBasis,
    notes: row.notes,
    ...present({
      direction: row.direction,
      startedAt: row.startedAt === null ? null : new Date(row.startedAt).toISOString(),
      durationSeconds: row.durationSeconds,
      siteId: row.siteId,
      personId: row.personId ?? (row.repHash === null ? null : `rep-${row.repHash.slice(0, 8)}`),
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

/** Only what is there: a column's null is an absent field. */
function present<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
