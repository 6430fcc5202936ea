// Rows of webhooks and of the tries to tell them.
import { and, asc, desc, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import { bigint, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../db/work.ts';
import { eventTable } from '../ledger/event.table.ts';
import { headOf } from '../ledger/ledger-head.ts';
import type { Answer } from './call.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const webhookTable = pgTable(
  'webhook',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    url: text('url').notNull(),
    kinds: text('kinds').array().notNull(),
    madeAt: moment('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    endedAt: moment('ended_at'),
    toldTo: bigint('told_to', { mode: 'number' }).notNull(),
    failures: integer('failures').notNull().default(0),
    notBefore: moment('not_before').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const webhookTryTable = pgTable(
  'webhook_try',
  {
    orgId: text('org_id').notNull(),
    webhookId: text('webhook_id').notNull(),
    at: moment('at').notNull(),
    fromSeq: bigint('from_seq', { mode: 'number' }).notNull(),
    toSeq: bigint('to_seq', { mode: 'number' }).notNull(),
    status: integer('status'),
    failed: text('failed'),
    ms: integer('ms').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.webhookId, row.at] })],
);

export type WebhookRow = typeof webhookTable.$inferSelect;

/** From now on it is told what is done. */
export async function addWebhook({ tx, actor, now }: Work, id: string, url: string, kinds: readonly string[]) {
  const { orgId } = actor;
  const toldTo = (await headOf(tx, orgId)).seq;
  const row = { orgId, id, url, kinds: [...kinds], madeAt: now, madeBy: actor.id, toldTo, notBefore: now };
  await tx.insert(webhookTable).values(row);
}

export async function webhooksOf({ tx, actor }: Work): Promise<WebhookRow[]> {
  return tx
    .select()
    .from(webhookTable)
    .where(and(eq(webhookTable.orgId, actor.orgId), isNull(webhookTable.endedAt)))
    .orderBy(asc(webhookTable.madeAt), asc(webhookTable.id));
}

/** Whether there was one of that id that had not ended. */
export async function endWebhook({ tx, actor, now }: Work, id: string): Promise<boolean> {
  const ended = await tx
    .update(webhookTable)
    .set({ endedAt: now })
    .where(and(eq(webhookTable.orgId, actor.orgId), eq(webhookTable.id, id), isNull(webhookTable.endedAt)))
    .returning({ id: webhookTable.id });
  return ended.length > 0;
}

/** The last tries, newest first. */
export async function triesOf({ tx, actor }: Work, id: string, limit: number) {
  return tx
    .select()
    .from(webhookTryTable)
    .where(and(eq(webhookTryTable.orgId, actor.orgId), eq(webhookTryTable.webhookId, id)))
    .orderBy(desc(webhookTryTable.at))
    .limit(limit);
}

/** Takes one that is due and behind the ledger, for a minute; null where none is. */
export async function claimWebhook({ tx, actor, now }: Work): Promise<WebhookRow | null> {
  const { orgId } = actor;
  const { seq } = await headOf(tx, orgId);
  const [due] = await tx
    .select()
    .from(webhookTable)
    .where(
      and(
        eq(webhookTable.orgId, orgId),
        isNull(webhookTable.endedAt),
        lt(webhookTable.toldTo, seq),
        lte(webhookTable.notBefore, now),
      ),
    )
    .orderBy(asc(webhookTable.notBefore))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!due) return null;
  const lease = new Date(Date.parse(now) + 60_000).toISOString();
  await tx.update(webhookTable).set({ notBefore: lease }).where(own(orgId, due.id));
  return due;
}

/** Lines of the ledger after one: what was done, to which ids, never by whom or in what words. */
export async function linesAfter({ tx, actor }: Work, seq: number, limit: number) {
  return tx
    .select({ seq: eventTable.seq, at: eventTable.at, kind: eventTable.kind, subjects: eventTable.subjects })
    .from(eventTable)
    .where(and(eq(eventTable.orgId, actor.orgId), gt(eventTable.seq, seq)))
    .orderBy(asc(eventTable.seq))
    .limit(limit);
}

/** Keeps how a try went (null: there was nothing for it among the lines), and the last thousand of them. */
export async function keepTry(
  { tx, actor, now }: Work,
  { id, toldTo }: WebhookRow,
  to: number,
  answer: Answer | null,
  next: Moment | null,
): Promise<void> {
  const { orgId } = actor;
  const set =
    next === null
      ? { toldTo: to, failures: 0, notBefore: now }
      : { failures: sql`${webhookTable.failures} + 1`, notBefore: next };
  await tx.update(webhookTable).set(set).where(own(orgId, id));
  if (!answer) return;
  await tx
    .insert(webhookTryTable)
    .values({ orgId, webhookId: id, at: now, fromSeq: toldTo + 1, toSeq: to, ...answer })
    .onConflictDoNothing();
  const [oldest] = await tx
    .select({ at: webhookTryTable.at })
    .from(webhookTryTable)
    .where(and(eq(webhookTryTable.orgId, orgId), eq(webhookTryTable.webhookId, id)))
    .orderBy(desc(webhookTryTable.at))
    .limit(1)
    .offset(1000);
  if (oldest)
    await tx
      .delete(webhookTryTable)
      .where(
        and(eq(webhookTryTable.orgId, orgId), eq(webhookTryTable.webhookId, id), lte(webhookTryTable.at, oldest.at)),
      );
}

const own = (orgId: string, id: string) => and(eq(webhookTable.orgId, orgId), eq(webhookTable.id, id));
