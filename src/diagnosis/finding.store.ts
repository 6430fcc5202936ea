// Rows of findings: written run by run, read of the run that was last finished.
import { and, asc, eq, gt, inArray, ne, or } from 'drizzle-orm';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Diagnosis } from './diagnosis.core.ts';
import type { Finding, Rung } from './finding.core.ts';
import { diagnosisTable, findingRungTable, findingTable } from './finding.table.ts';

/** A finding with the site that it is counted under. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly site: string | undefined;
}

/** Which answers a run has written already, so that each is stored once however many findings share it. */
export class WrittenAnswers {
  readonly #ids = new Map<string, string>();
  #next = 0;

  /** The id that an answer goes by in this run, and whether it has still to be written. */
  idOf(rung: Rung): { readonly id: string; readonly fresh: boolean } {
    const content = JSON.stringify(rung);
    const known = this.#ids.get(content);
    if (known !== undefined) return { id: known, fresh: false };
    const id = (this.#next++).toString(36);
    // Only to save writing again what is there: forgetting costs nothing but room.
    if (this.#ids.size >= mostRemembered) this.#ids.clear();
    this.#ids.set(content, id);
    return { id, fresh: true };
  }
}

const mostRemembered = 50_000;

/** Writes a batch of a run. */
export async function writeFindings(
  tx: Tx,
  orgId: string,
  run: string,
  placed: readonly PlacedFinding[],
  written: WrittenAnswers,
): Promise<void> {
  const answers: (typeof findingRungTable.$inferInsert)[] = [];
  const rows = placed.map(({ finding, site }) => {
    const { id, mark, contact, standard, standing, odds, leading, gaps } = finding;
    const rungIds = finding.rungs.map((rung) => {
      const answer = written.idOf(rung);
      if (answer.fresh) answers.push({ orgId, run, id: answer.id, rung });
      return answer.id;
    });
    return { orgId, run, id, mark, contact, standard, site: site ?? null, standing, odds, leading, gaps, rungIds };
  });
  await insertMany(tx, findingRungTable, answers);
  await insertMany(tx, findingTable, rows);
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
  await tx.delete(findingRungTable).where(and(eq(findingRungTable.orgId, orgId), ne(findingRungTable.run, run)));
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
  return withAnswers(tx, orgId, rows);
}

/** The findings of some marks. */
export async function findingsOfMarks(tx: Tx, orgId: string, marks: readonly string[]): Promise<Finding[]> {
  if (marks.length === 0) return [];
  const rows = await ofCurrentRun(tx, orgId)
    .where(and(eq(findingTable.orgId, orgId), inArray(findingTable.mark, [...marks])))
    .orderBy(asc(findingTable.id));
  return withAnswers(tx, orgId, rows);
}

/** One finding by its own id or its mark's. */
export async function findingById(tx: Tx, orgId: string, id: string): Promise<Finding | null> {
  const rows = await ofCurrentRun(tx, orgId).where(
    and(eq(findingTable.orgId, orgId), or(eq(findingTable.id, id), eq(findingTable.mark, id))),
  );
  return (await withAnswers(tx, orgId, rows.slice(0, 1)))[0] ?? null;
}

/** The answers of a run by their ids. */
export async function answersOf(
  tx: Tx,
  orgId: string,
  run: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Rung>> {
  const found = new Map<string, Rung>();
  for (const some of inSlices([...new Set(ids)], idsAtOnce)) {
    const rows = await tx
      .select({ id: findingRungTable.id, rung: findingRungTable.rung })
      .from(findingRungTable)
      .where(and(eq(findingRungTable.orgId, orgId), eq(findingRungTable.run, run), inArray(findingRungTable.id, some)));
    for (const { id, rung } of rows) found.set(id, rung);
  }
  return found;
}

/** A statement has so many parameters at most, and is planned anew for each number of them. */
const idsAtOnce = 5000;

function ofCurrentRun(tx: Tx, orgId: string) {
  return tx
    .select({ finding: findingTable })
    .from(findingTable)
    .innerJoin(diagnosisTable, and(eq(diagnosisTable.orgId, orgId), eq(diagnosisTable.run, findingTable.run)));
}

async function withAnswers(
  tx: Tx,
  orgId: string,
  rows: readonly { readonly finding: typeof findingTable.$inferSelect }[],
): Promise<Finding[]> {
  const run = rows[0]?.finding.run;
  if (run === undefined) return [];
  const answers = await answersOf(
    tx,
    orgId,
    run,
    rows.flatMap((row) => row.finding.rungIds),
  );
  return rows.map(({ finding: { id, mark, contact, standard, odds, standing, leading, gaps, rungIds } }) => {
    const rungs = rungIds.map((rung) => answers.get(rung)!);
    return { id, mark, contact, standard, odds, standing, rungs, leading, gaps };
  });
}

function inSlices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
