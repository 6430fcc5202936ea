// Rows of fixes and of what happened to them: added, read, never changed.
import { and, asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Work } from '../platform/db/work.ts';
import type { Fix, FixEvent } from './fix.core.ts';
import { fixEventTable, fixTable } from './fix.table.ts';

/** A fix with what happened to it, in order. */
export interface KeptFix {
  readonly fix: Fix;
  readonly events: readonly FixEvent[];
}

export async function writeFix(work: Work, { id, pattern, proposedAt, ...terms }: Fix): Promise<void> {
  await work.tx.insert(fixTable).values({
    orgId: work.actor.orgId,
    id,
    pattern,
    proposedAt,
    ...terms,
    sites: [...terms.sites],
    guardrails: [...terms.guardrails],
    proposedBy: work.actor.id,
  });
}

/** @param nth its place among the fix's events, from 1 */
export async function writeEvent(work: Work, fix: string, nth: number, event: FixEvent): Promise<void> {
  await work.tx.insert(fixEventTable).values({
    orgId: work.actor.orgId,
    fix,
    nth,
    ...event,
    sites: event.kind === 'done' ? [...event.sites] : null,
    recordedAt: work.now,
    byActor: work.actor.id,
  });
}

/** Every fix, those proposed first standing first. */
export async function fixesOf(work: Work): Promise<KeptFix[]> {
  const { tx, actor } = work;
  const rows = await tx
    .select()
    .from(fixTable)
    .where(eq(fixTable.orgId, actor.orgId))
    .orderBy(asc(fixTable.proposedAt), asc(fixTable.id));
  const events = await tx
    .select()
    .from(fixEventTable)
    .where(eq(fixEventTable.orgId, actor.orgId))
    .orderBy(asc(fixEventTable.fix), asc(fixEventTable.nth));
  const ofFix = Map.groupBy(events, (row) => row.fix);
  return rows.map((row) => ({ fix: toFix(row), events: (ofFix.get(row.id) ?? []).map(toEvent) }));
}

/** One fix; null where none goes by the id. */
export async function fixById(work: Work, id: string): Promise<KeptFix | null> {
  const { tx, actor } = work;
  const [row] = await tx
    .select()
    .from(fixTable)
    .where(and(eq(fixTable.orgId, actor.orgId), eq(fixTable.id, id)));
  if (!row) return null;
  const events = await tx
    .select()
    .from(fixEventTable)
    .where(and(eq(fixEventTable.orgId, actor.orgId), eq(fixEventTable.fix, id)))
    .orderBy(asc(fixEventTable.nth));
  return { fix: toFix(row), events: events.map(toEvent) };
}

function toFix({ orgId: _orgId, proposedBy: _by, ...row }: typeof fixTable.$inferSelect): Fix {
  return { ...present(row), proposedAt: new Date(row.proposedAt).toISOString() };
}

function toEvent(row: typeof fixEventTable.$inferSelect): FixEvent {
  const { kind, on } = row;
  const said = row.why === null ? {} : { why: row.why };
  if (kind === 'done') return { kind, on, sites: row.sites ?? [] };
  if (kind === 'checked') return { kind, on, verdict: row.verdict! };
  if (kind === 'dropped') return { kind, on, ...said };
  if (kind === 'reopened')
    return { kind, on, ...said, ...present({ pickedFrom: row.pickedFrom, pickedTo: row.pickedTo }) };
  return { kind, on };
}
