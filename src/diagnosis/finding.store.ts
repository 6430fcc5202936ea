// Rows of findings: written run by run, read of the run that was last finished.
import { and, asc, eq, gt, inArray, ne, or } from 'drizzle-orm';
import { contentId } from '../kernel/digest.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Diagnosis } from './diagnosis.core.ts';
import type { Finding } from './finding.core.ts';
import { diagnosisTable, findingRungsTable, findingTable } from './finding.table.ts';

/** A finding with the site that it is counted under. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly site: string | undefined;
}

/** Writes a batch. Twelve answers that are the same word for word are stored once; `seen` remembers those of this run. */
export async function writeFindings(
  tx: Tx,
  orgId: string,
  run: string,
  placed: readonly PlacedFinding[],
  seen: Set<string>,
): Promise<void> {
  const rungs = new Map<string, Finding['rungs']>();
  const rows = placed.map(({ finding, site }) => {
    const rungsId = contentId('l', JSON.stringify(finding.rungs));
    if (!seen.has(rungsId)) rungs.set(rungsId, finding.rungs);
    const { id, mark, contact, standard, standing, odds, leading, gaps } = finding;
    return { orgId, run, id, mark, contact, standard, site: site ?? null, standing, odds, leading, gaps, rungsId };
  });
  await insertMany(
    tx,
    findingRungsTable,
    [...rungs].map(([id, own]) => ({ orgId, run, id, rungs: own })),
    { onConflict: 'nothing' },
  );
  await insertMany(tx, findingTable, rows);
  // Only to save writing again what is there: forgetting costs nothing but time.
  if (seen.size > 100_000) seen.clear();
  for (const id of rungs.keys()) seen.add(id);
}

/** Makes this run the one that counts, and removes all others. */
export async function settleRun(tx: Tx, orgId: string, run: string, madeAt: string, summary: Diagnosis): Promise<void> {
  const row = { run, madeAt, summary };
  await tx
    .insert(diagnosisTable)
    .values({ orgId, ...row })
    .onConflictDoUpdate({ target: diagnosisTable.orgId, set: row });
  await dropRunsBut(tx, orgId, run);
}

/** Removes the run that counts and all others. */
export async function dropDiagnosis(tx: Tx, orgId: string): Promise<void> {
  await tx.delete(diagnosisTable).where(eq(diagnosisTable.orgId, orgId));
  await dropRunsBut(tx, orgId, '');
}

/** Removes what runs that never finished have left. */
export async function dropUnfinished(tx: Tx, orgId: string): Promise<void> {
  await dropRunsBut(tx, orgId, (await currentRun(tx, orgId))?.run ?? '');
}

async function dropRunsBut(tx: Tx, orgId: string, run: string): Promise<void> {
  await tx.delete(findingTable).where(and(eq(findingTable.orgId, orgId), ne(findingTable.run, run)));
  await tx.delete(findingRungsTable).where(and(eq(findingRungsTable.orgId, orgId), ne(findingRungsTable.run, run)));
}

/** The run that counts, with what it came to; null before the first. */
export async function currentRun(tx: Tx, orgId: string) {
  const [row] = await tx.select().from(diagnosisTable).where(eq(diagnosisTable.orgId, orgId));
  return row ?? null;
}

/** Findings after an id, in order of id. */
export async function findingsAfter(tx: Tx, orgId: string, after: string, limit: number): Promise<Finding[]> {
  const rows = await ofCurrentRun(tx, orgId)
    .where(and(eq(findingTable.orgId, orgId), gt(findingTable.id, after)))
    .orderBy(asc(findingTable.id))
    .limit(limit);
  return rows.map(toFinding);
}

/** The findings of some marks. */
export async function findingsOfMarks(tx: Tx, orgId: string, marks: readonly string[]): Promise<Finding[]> {
  if (marks.length === 0) return [];
  const rows = await ofCurrentRun(tx, orgId)
    .where(and(eq(findingTable.orgId, orgId), inArray(findingTable.mark, [...marks])))
    .orderBy(asc(findingTable.id));
  return rows.map(toFinding);
}

/** One finding by its own id or its mark's. */
export async function findingById(tx: Tx, orgId: string, id: string): Promise<Finding | null> {
  const rows = await ofCurrentRun(tx, orgId).where(
    and(eq(findingTable.orgId, orgId), or(eq(findingTable.id, id), eq(findingTable.mark, id))),
  );
  return rows[0] ? toFinding(rows[0]) : null;
}

function ofCurrentRun(tx: Tx, orgId: string) {
  return tx
    .select({ finding: findingTable, rungs: findingRungsTable.rungs })
    .from(findingTable)
    .innerJoin(diagnosisTable, and(eq(diagnosisTable.orgId, orgId), eq(diagnosisTable.run, findingTable.run)))
    .innerJoin(
      findingRungsTable,
      and(
        eq(findingRungsTable.orgId, orgId),
        eq(findingRungsTable.run, findingTable.run),
        eq(findingRungsTable.id, findingTable.rungsId),
      ),
    );
}

function toFinding({
  finding,
  rungs,
}: {
  finding: typeof findingTable.$inferSelect;
  rungs: Finding['rungs'];
}): Finding {
  const { id, mark, contact, standard, odds, standing, leading, gaps } = finding;
  return { id, mark, contact, standard, odds, standing, rungs, leading, gaps };
}
