// Rows of disputes: written, and read with what became of them.
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { present } from '../../kernel/present.ts';
import type { Day } from '../../kernel/moment.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Dispute, DisputeEvent } from './dispute.core.ts';
import type { DisputeRule } from './dispute-rule.core.ts';
import { disputeEventTable, disputeRuleTable, disputeTable } from './dispute.table.ts';

export interface KeptDispute {
  readonly dispute: Dispute;
  readonly events: readonly DisputeEvent[];
}

export async function writeDispute({ tx, actor }: Work, { instruction, madeBy, ...dispute }: Dispute): Promise<void> {
  await tx.insert(disputeTable).values({
    ...dispute,
    orgId: actor.orgId,
    openedAt: new Date(dispute.openedAt),
    madeBy: madeBy.length === 0 ? null : madeBy.join(' '),
    instruction: instruction?.kind ?? null,
    document: instruction?.document ?? null,
    version: instruction?.version ?? null,
    part: instruction?.part ?? null,
    saidBy: instruction?.saidBy ?? null,
    saidOn: instruction?.on ?? null,
  });
}

export async function writeDisputeEvent({ tx, actor }: Work, dispute: string, event: DisputeEvent): Promise<void> {
  await tx.insert(disputeEventTable).values({ orgId: actor.orgId, dispute, ...event, at: new Date(event.at) });
}

/** All that whoever asks may see, the newest first. */
export async function disputes(work: Work): Promise<KeptDispute[]> {
  return read(work);
}

export async function disputeById(work: Work, id: string): Promise<KeptDispute | null> {
  return (await read(work, eq(disputeTable.id, id)))[0] ?? null;
}

export async function disputesOfContacts(work: Work, contacts: readonly string[]): Promise<KeptDispute[]> {
  return contacts.length === 0 ? [] : read(work, anyOf(disputeTable.contact, contacts));
}

/** Of one standard in one contact, whichever mark of it was disputed. */
export async function disputesOfMark(work: Work, contact: string, standard: string): Promise<KeptDispute[]> {
  return read(work, eq(disputeTable.contact, contact), eq(disputeTable.standard, standard));
}

async function read({ tx, actor }: Work, ...those: (SQL | undefined)[]): Promise<KeptDispute[]> {
  const rows = await tx
    .select()
    .from(disputeTable)
    .where(and(eq(disputeTable.orgId, actor.orgId), ...those))
    .orderBy(desc(disputeTable.openedAt), asc(disputeTable.id));
  if (rows.length === 0) return [];
  const events = await tx
    .select()
    .from(disputeEventTable)
    .where(
      and(
        eq(disputeEventTable.orgId, actor.orgId),
        anyOf(
          disputeEventTable.dispute,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(disputeEventTable.dispute), asc(disputeEventTable.seq));
  const of = Map.groupBy(events, (event) => event.dispute);
  return rows.map((row) => ({
    dispute: disputeOf(row),
    events: (of.get(row.id) ?? []).map(
      ({ orgId: _org, dispute: _dispute, at, ...event }) =>
        present({ ...event, at: at.toISOString() }) as unknown as DisputeEvent,
    ),
  }));
}

function disputeOf(row: typeof disputeTable.$inferSelect): Dispute {
  const { orgId: _org, instruction, document, version, part, saidBy, saidOn, openedAt, madeBy, ...rest } = row;
  return {
    ...rest,
    openedAt: openedAt.toISOString(),
    madeBy: madeBy?.split(' ') ?? [],
    instruction:
      instruction === null
        ? null
        : {
            kind: instruction,
            ...(document === null ? {} : { document }),
            ...(version === null ? {} : { version }),
            ...(part === null ? {} : { part }),
            ...(saidBy === null ? {} : { saidBy }),
            ...(saidOn === null ? {} : { on: saidOn }),
          },
  };
}

/** Until the work ends nobody else acts on it. Whoever may only read it can't take a row's lock: so it is one by name. */
export async function lockDispute({ tx, actor }: Work, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dispute ${actor.orgId} ${id}`}, 0))`);
}

/** Those whose day has passed unanswered, in one order for everybody. */
export async function disputesDue({ tx, actor }: Work, today: Day): Promise<string[]> {
  const found = await tx.execute(sql`
    select d.id from dispute d where d.org_id = ${actor.orgId} and (
      select case when e.kind in ('opened', 'escalated', 'second-round') then e.due end from dispute_event e
      where e.org_id = d.org_id and e.dispute_id = d.id and e.kind <> 'rep-corrected' order by e.seq desc limit 1) < ${today}::date
    order by d.id`);
  return (found as unknown as { rows: { id: string }[] }).rows.map((row) => row.id);
}

export async function readRule({ tx, actor }: Work): Promise<DisputeRule | null> {
  const [row] = await tx.select().from(disputeRuleTable).where(eq(disputeRuleTable.orgId, actor.orgId));
  if (!row) return null;
  const { orgId: _org, ...rule } = row;
  return rule;
}

export async function writeRule({ tx, actor }: Work, rule: DisputeRule): Promise<void> {
  const set = { ...rule, daysOff: [...rule.daysOff] };
  await tx
    .insert(disputeRuleTable)
    .values({ orgId: actor.orgId, ...set })
    .onConflictDoUpdate({ target: disputeRuleTable.orgId, set });
}

/** Ids and versions of the disputes of some contacts. */
export async function disputesAbout({ tx, actor }: Work, contacts: readonly string[]) {
  if (contacts.length === 0) return [];
  const { id, contact, contactVersion, standard } = disputeTable;
  return tx
    .select({ id, contact, contactVersion, standard })
    .from(disputeTable)
    .where(and(eq(disputeTable.orgId, actor.orgId), anyOf(contact, contacts)));
}

export async function deleteDisputes({ tx, actor }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .delete(disputeEventTable)
    .where(and(eq(disputeEventTable.orgId, actor.orgId), anyOf(disputeEventTable.dispute, ids)));
  await tx.delete(disputeTable).where(and(eq(disputeTable.orgId, actor.orgId), anyOf(disputeTable.id, ids)));
}
