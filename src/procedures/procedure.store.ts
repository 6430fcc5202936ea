// Rows of procedures, written beside their document versions and read back whole; and of duties.
import { and, asc, eq } from 'drizzle-orm';
import type { DocumentVersion } from '../documents/document.core.ts';
import { present } from '../kernel/present.ts';
import type { Origin, Sourced } from '../kernel/sourced.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import { keepRows, originsOf, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import type { Duty, ProcedureVersion, Step } from './procedure.core.ts';
import { dutyTable, procedureStepTable, procedureVersionTable } from './procedure.table.ts';
import { wordsOf } from './search/search-words.core.ts';

/** Writes procedures whose document versions stand already; steps of an earlier state of the same version go. */
export async function writeProcedures({ tx, actor }: Work, procedures: readonly ProcedureVersion[]): Promise<void> {
  const orgId = actor.orgId;
  for (const procedure of procedures) {
    const { id, version, task = null, sort = null, trigger = null } = procedure;
    const own = { task, sort, trigger, words: wordsOf(procedure) };
    await tx
      .delete(procedureStepTable)
      .where(
        and(
          eq(procedureStepTable.orgId, orgId),
          eq(procedureStepTable.procedure, id),
          eq(procedureStepTable.version, version),
        ),
      );
    await tx
      .insert(procedureVersionTable)
      .values({ orgId, id, version, ...own })
      .onConflictDoUpdate({
        target: [procedureVersionTable.orgId, procedureVersionTable.id, procedureVersionTable.version],
        set: own,
      });
  }
  const steps = procedures.flatMap(({ id: procedure, version, steps: parts }) =>
    parts.map(({ id, text, serves, obstructs, actor, say, limit, goesWrong }, position) => ({
      orgId,
      procedure,
      version,
      id,
      position,
      words: text,
      serves: [...serves],
      obstructs: [...obstructs],
      actor: actor ?? null,
      say: say ?? null,
      limit: limit ?? null,
      goesWrong: goesWrong ?? null,
    })),
  );
  await insertMany(tx, procedureStepTable, steps);
}

/** The given versions with what makes them procedures. */
export async function proceduresOf(
  { tx, actor }: Work,
  versions: readonly DocumentVersion[],
): Promise<ProcedureVersion[]> {
  const own = await tx.select().from(procedureVersionTable).where(eq(procedureVersionTable.orgId, actor.orgId));
  const parts = await tx
    .select()
    .from(procedureStepTable)
    .where(eq(procedureStepTable.orgId, actor.orgId))
    .orderBy(asc(procedureStepTable.position));
  const owns = new Map(own.map((row) => [keyOf(row.id, row.version), row]));
  const steps = Map.groupBy(parts, (part) => keyOf(part.procedure, part.version));
  return versions.flatMap((version) => {
    const key = keyOf(version.id, version.version);
    const mine = owns.get(key);
    if (!mine) return [];
    const all = (steps.get(key) ?? []).map(
      ({ id, words: text, serves, obstructs, actor: who, say, limit, goesWrong }): Step =>
        present({ id, text, serves, obstructs, actor: who, say, limit, goesWrong }),
    );
    const { task, sort, trigger } = mine;
    return [present({ ...version, task, sort, trigger, steps: all })];
  });
}

export async function keepDuties(work: Work, rows: readonly Sourced<Duty>[]): Promise<Kept<Duty>> {
  return keepRows(work, dutyTable, ['id'], rows, (row) => ({ ...row }));
}

export async function dutiesOf({ tx, actor }: Work): Promise<Duty[]> {
  const { id, role, task, standards, from, to } = dutyTable;
  const rows = await tx
    .select({ id, role, task, standards, from, to })
    .from(dutyTable)
    .where(eq(dutyTable.orgId, actor.orgId))
    .orderBy(asc(id));
  return rows.map((row) => present(row));
}

function keyOf(id: string, version: string): string {
  return JSON.stringify([id, version]);
}

export async function dutyOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, dutyTable, ['id']);
}
