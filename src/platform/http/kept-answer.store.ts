// Rows of writes that came with a key: put in by the write's own transaction, given their answer afterwards, kept a day.
import { and, eq, lt } from 'drizzle-orm';
import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Tx, Work } from '../db/work.ts';

const keptAnswerTable = pgTable(
  'kept_answer',
  {
    orgId: text('org_id').notNull(),
    actor: text('actor').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    asked: text('asked').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
    status: integer('status'),
    answer: text('answer'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.actor, row.route, row.key] })],
);

export interface KeyedWrite {
  readonly route: string;
  readonly key: string;
}

const day = 24 * 3600 * 1000;

const own = ({ orgId, id }: Work['actor'], { route, key }: KeyedWrite) =>
  and(
    eq(keptAnswerTable.orgId, orgId),
    eq(keptAnswerTable.actor, id),
    eq(keptAnswerTable.route, route),
    eq(keptAnswerTable.key, key),
  );

/** What is kept under the key for this actor and route, not older than a day. */
export async function keptUnder({ tx, actor, now }: Work, write: KeyedWrite) {
  const [row] = await tx.select().from(keptAnswerTable).where(own(actor, write));
  return row && Date.parse(now) - Date.parse(row.madeAt) < day ? row : null;
}

/** Takes the key, and drops what is older than a day. False where it is taken: another request was first. */
export async function takeKey({ tx, actor, now }: Work, write: KeyedWrite, asked: string): Promise<boolean> {
  const before = new Date(Date.parse(now) - day).toISOString();
  await tx
    .delete(keptAnswerTable)
    .where(
      and(
        eq(keptAnswerTable.orgId, actor.orgId),
        eq(keptAnswerTable.actor, actor.id),
        lt(keptAnswerTable.madeAt, before),
      ),
    );
  const taken = await tx
    .insert(keptAnswerTable)
    .values({ orgId: actor.orgId, actor: actor.id, ...write, asked, madeAt: now })
    .onConflictDoNothing()
    .returning({ key: keptAnswerTable.key });
  return taken.length > 0;
}

export async function keepAnswer(tx: Tx, actor: Work['actor'], write: KeyedWrite, status: number, answer: string) {
  await tx.update(keptAnswerTable).set({ status, answer }).where(own(actor, write));
}

export async function dropKey(tx: Tx, actor: Work['actor'], write: KeyedWrite): Promise<void> {
  await tx.delete(keptAnswerTable).where(own(actor, write));
}
