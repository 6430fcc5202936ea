// Contacts that are to be erased, found and taken out with all that hangs on them; and erased ones known again.
import { and, asc, eq, gt, notExists, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '../../kernel/moment.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Tx } from '../../platform/db/work.ts';
import { contactFactTable, contactKeyTable, contactTable, importTable } from '../contact.table.ts';
import { anyHold, countHeld, heldIn } from '../legal-hold/legal-hold.store.ts';
import { contactWorthTable } from '../worth.table.ts';
import { erasedContactTable, erasedKeyTable } from './erased.table.ts';

/** What is to be erased: what began before a day, one contact, or all contacts of one customer. */
export type ToErase = { readonly before: Day } | { readonly contact: string } | { readonly customerHash: string };

/** When a contact was; where no source told, when it was brought in. */
const wasAt = sql`coalesce(${contactTable.startedAt}, (select i.started_at from ${importTable} i
  where i.org_id = ${contactTable.orgId} and i.id = ${contactTable.importId}))`;

/** As a condition on rows of `contact`. Of a day, the newest version tells. */
function named(what: ToErase): SQL {
  if ('before' in what) return and(contactTable.latest, sql`${wasAt} < ${`${what.before}T00:00:00Z`}::timestamptz`)!;
  return 'contact' in what ? eq(contactTable.id, what.contact) : eq(contactTable.customerHash, what.customerHash);
}

/** How many contacts would go, and how many would stay since they are held. */
export async function countToErase(
  tx: Tx,
  orgId: string,
  what: ToErase,
): Promise<{ readonly contacts: number; readonly held: number }> {
  const [row] = await tx
    .select({ all: sql<number>`count(distinct ${contactTable.id})`.mapWith(Number) })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), named(what)));
  const held = await countHeld(tx, orgId, named(what));
  return { contacts: (row?.all ?? 0) - held, held };
}

/** Ids of contacts to erase after an id, in order, without those that are held in any version. */
export async function idsToErase(
  tx: Tx,
  orgId: string,
  what: ToErase,
  after: string,
  limit: number,
): Promise<string[]> {
  const any = await anyHold(tx, orgId);
  const other = alias(contactTable, 'other');
  const heldInAny = tx
    .select({ one: sql`1` })
    .from(other)
    .where(and(eq(other.orgId, orgId), eq(other.id, contactTable.id), heldIn(other)));
  const rows = await tx
    .selectDistinct({ id: contactTable.id })
    .from(contactTable)
    .where(
      and(
        eq(contactTable.orgId, orgId),
        gt(contactTable.id, after),
        named(what),
        any ? notExists(heldInAny) : undefined,
      ),
    )
    .orderBy(asc(contactTable.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** All versions of some contacts. */
export async function versionsOfContacts(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx
    .select({ id: contactTable.id, contentHash: contactTable.contentHash })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), anyOf(contactTable.id, ids)));
}

/** Digests of the names that these contacts go by and no other contact does. */
export async function ownKeys(tx: Tx, orgId: string, ids: readonly string[]): Promise<string[]> {
  const others = alias(contactKeyTable, 'others');
  const ofAnother = tx
    .select({ one: sql`1` })
    .from(others)
    .where(
      and(
        eq(others.orgId, orgId),
        eq(others.keyHash, contactKeyTable.keyHash),
        sql`not ${anyOf(others.contactId, ids)}`,
      ),
    );
  const rows = await tx
    .selectDistinct({ keyHash: contactKeyTable.keyHash })
    .from(contactKeyTable)
    .where(and(eq(contactKeyTable.orgId, orgId), anyOf(contactKeyTable.contactId, ids), notExists(ofAnother)));
  return rows.map((row) => row.keyHash);
}

/**
 * Takes these contacts out whole, with their names and the facts and outcomes told of them by these, and keeps the digests by
 * which they are known again. What is told by a name that another contact goes by too stays.
 */
export async function dropContacts(
  tx: Tx,
  orgId: string,
  versions: readonly { readonly id: string; readonly contentHash: string }[],
  keys: readonly string[],
  erasedAt: Date,
): Promise<void> {
  const ids = [...new Set(versions.map((one) => one.id))];
  // What corrections of the record keep of old rows goes too, and what goes now isn't kept as one (0013, 0122).
  await tx.execute(sql`select set_config('customary.forgetting', 'yes', true)`);
  await tx.execute(
    sql`delete from replaced_row where org_id = ${orgId} and kind = 'outcomes' and key = any(${sql.param([...keys])}::text[])`,
  );
  for (const table of [contactFactTable, contactWorthTable])
    await tx.delete(table).where(and(eq(table.orgId, orgId), anyOf(table.keyHash, keys)));
  await insertMany(
    tx,
    erasedContactTable,
    versions.map(({ id, contentHash }) => ({ orgId, contactId: id, contentHash, erasedAt })),
    { onConflict: 'nothing' },
  );
  await insertMany(
    tx,
    erasedKeyTable,
    keys.map((keyHash) => ({ orgId, keyHash })),
    { onConflict: 'nothing' },
  );
  await tx.delete(contactKeyTable).where(and(eq(contactKeyTable.orgId, orgId), anyOf(contactKeyTable.contactId, ids)));
  await tx.delete(contactTable).where(and(eq(contactTable.orgId, orgId), anyOf(contactTable.id, ids)));
}

/** Which of these contents or contacts were erased. */
export async function erasedAmong(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  contents: readonly string[],
): Promise<{ readonly ids: ReadonlySet<string>; readonly contents: ReadonlySet<string> }> {
  const { contactId, contentHash } = erasedContactTable;
  const own = eq(erasedContactTable.orgId, orgId);
  const byId = await tx
    .select({ contactId })
    .from(erasedContactTable)
    .where(and(own, anyOf(contactId, ids)));
  const byContent = await tx
    .select({ contentHash })
    .from(erasedContactTable)
    .where(and(own, anyOf(contentHash, contents)));
  return {
    ids: new Set(byId.map((row) => row.contactId)),
    contents: new Set(byContent.map((row) => row.contentHash)),
  };
}

/** Which of these names were erased ones' alone. */
export async function erasedKeysAmong(tx: Tx, orgId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ keyHash: erasedKeyTable.keyHash })
    .from(erasedKeyTable)
    .where(and(eq(erasedKeyTable.orgId, orgId), anyOf(erasedKeyTable.keyHash, keys)));
  return new Set(rows.map((row) => row.keyHash));
}
