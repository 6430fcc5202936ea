// Rows of what managers did and asked for, of waits and of outages.
import { asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Origin, Sourced } from '../kernel/sourced.ts';
import { keepRows, originsOf, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import type { Approval, Observation, Outage, Target } from './management.core.ts';
import { approvalTable, observationTable, outageTable, targetTable } from './management.table.ts';

export async function keepObservations(work: Work, rows: readonly Sourced<Observation>[]): Promise<Kept<Observation>> {
  return keepRows(work, observationTable, ['id'], rows, (row) => ({ ...row }));
}

export async function keepTargets(work: Work, rows: readonly Sourced<Target>[]): Promise<Kept<Target>> {
  return keepRows(work, targetTable, ['id'], rows, (row) => ({ ...row }));
}

export async function keepApprovals(work: Work, rows: readonly Sourced<Approval>[]): Promise<Kept<Approval>> {
  return keepRows(work, approvalTable, ['id'], rows, (row) => ({
    ...row,
    askedAt: new Date(row.askedAt),
    answeredAt: row.answeredAt === undefined ? null : new Date(row.answeredAt),
  }));
}

export async function keepOutages(work: Work, rows: readonly Sourced<Outage>[]): Promise<Kept<Outage>> {
  return keepRows(work, outageTable, ['id'], rows, (row) => ({
    ...row,
    from: new Date(row.from),
    to: new Date(row.to),
  }));
}

export async function observationsOf({ tx, actor }: Work): Promise<Observation[]> {
  const { id, person, by, on, act, standards, cycle } = observationTable;
  const rows = await tx
    .select({ id, person, by, on, act, standards, cycle })
    .from(observationTable)
    .where(eq(observationTable.orgId, actor.orgId))
    .orderBy(asc(on), asc(id));
  return rows.map((row) => present(row));
}

export async function targetsOf({ tx, actor }: Work): Promise<Target[]> {
  const { id, says, roles, sites, setBy, from, to, against } = targetTable;
  const rows = await tx
    .select({ id, says, roles, sites, setBy, from, to, against })
    .from(targetTable)
    .where(eq(targetTable.orgId, actor.orgId))
    .orderBy(asc(from), asc(id));
  return rows.map((row) => present(row));
}

export async function approvalsOf({ tx, actor }: Work): Promise<Approval[]> {
  const { id, person, waitedFor, askedAt, answeredAt, standards } = approvalTable;
  const rows = await tx
    .select({ id, person, waitedFor, askedAt, answeredAt, standards })
    .from(approvalTable)
    .where(eq(approvalTable.orgId, actor.orgId))
    .orderBy(asc(askedAt), asc(id));
  return rows.map((row) =>
    present({ ...row, askedAt: row.askedAt.toISOString(), answeredAt: row.answeredAt?.toISOString() }),
  );
}

export async function outagesOf({ tx, actor }: Work): Promise<Outage[]> {
  const { id, site, what, from, to } = outageTable;
  const rows = await tx
    .select({ id, site, what, from, to })
    .from(outageTable)
    .where(eq(outageTable.orgId, actor.orgId))
    .orderBy(asc(from), asc(id));
  return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() }));
}

export async function observationOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, observationTable, ['id']);
}

export async function targetOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, targetTable, ['id']);
}

export async function approvalOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, approvalTable, ['id']);
}

export async function outageOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, outageTable, ['id']);
}
