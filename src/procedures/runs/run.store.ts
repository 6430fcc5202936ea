// Rows of runs and of what happened in them.
import { and, asc, count, countDistinct, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { acknowledgementTable, documentVersionTable, oldestFirst } from '../../documents/document.table.ts';
import type { DocumentVersion } from '../../documents/document.core.ts';
import { present } from '../../kernel/present.ts';
import type { Work } from '../../platform/db/work.ts';
import type { ProcedureVersion } from '../procedure.core.ts';
import { procedureStepTable, procedureVersionTable } from '../procedure.table.ts';
import type { RunEvent } from './run.core.ts';
import { runEventTable, runTable } from './run.table.ts';

export type RunRow = typeof runTable.$inferSelect;

/** Every version of one procedure, oldest first, each with its steps. */
export async function versionsOfOne({ tx, actor }: Work, id: string): Promise<ProcedureVersion[]> {
  const { orgId } = actor;
  const rows = await tx
    .select({ document: documentVersionTable, own: procedureVersionTable })
    .from(documentVersionTable)
    .innerJoin(
      procedureVersionTable,
      and(
        eq(procedureVersionTable.orgId, orgId),
        eq(procedureVersionTable.id, documentVersionTable.id),
        eq(procedureVersionTable.version, documentVersionTable.version),
      ),
    )
    .where(
      and(
        eq(documentVersionTable.orgId, orgId),
        eq(documentVersionTable.kind, 'procedure'),
        eq(documentVersionTable.id, id),
      ),
    )
    .orderBy(...oldestFirst);
  const steps = await tx
    .select()
    .from(procedureStepTable)
    .where(and(eq(procedureStepTable.orgId, orgId), eq(procedureStepTable.procedure, id)))
    .orderBy(asc(procedureStepTable.position));
  return rows.map(({ document, own }) => {
    const { version, title, owner, from, to, reviewDue, roles, sites, clarity } = document;
    const base = present({ id, version, title, owner, from, to, reviewDue, roles, sites, clarity }) as DocumentVersion;
    const parts = steps
      .filter((step) => step.version === version)
      .map(({ id: part, words: text, serves, obstructs, actor: who, say, limit, goesWrong }) =>
        present({ id: part, text, serves, obstructs, actor: who, say, limit, goesWrong }),
      );
    const { task, sort, trigger } = own;
    return present({ ...base, task, sort, trigger, steps: parts }) as ProcedureVersion;
  });
}

export async function writeRun({ tx }: Work, row: typeof runTable.$inferInsert): Promise<void> {
  await tx.insert(runTable).values(row);
}

export async function runById({ tx, actor }: Work, id: string): Promise<RunRow | undefined> {
  const [row] = await tx
    .select()
    .from(runTable)
    .where(and(eq(runTable.orgId, actor.orgId), eq(runTable.id, id)));
  return row;
}

/** One's own newest run of a procedure that began since and has not ended. */
export async function openRunOf({ tx, actor }: Work, procedure: string, since: Date): Promise<RunRow | undefined> {
  const [row] = await tx
    .select()
    .from(runTable)
    .where(
      and(
        eq(runTable.orgId, actor.orgId),
        eq(runTable.member, actor.id),
        eq(runTable.procedure, procedure),
        gte(runTable.beganAt, since),
        sql`not exists (select from procedure_run_event e where e.org_id = ${runTable.orgId} and e.run_id = ${runTable.id} and e.what = 'ended')`,
      ),
    )
    .orderBy(desc(runTable.beganAt), desc(runTable.id))
    .limit(1);
  return row;
}

export async function eventsOf({ tx, actor }: Work, run: string) {
  return tx
    .select({ what: runEventTable.what, step: runEventTable.step, why: runEventTable.why, at: runEventTable.at })
    .from(runEventTable)
    .where(and(eq(runEventTable.orgId, actor.orgId), eq(runEventTable.run, run)))
    .orderBy(asc(runEventTable.nth));
}

/** Adds what happened after all that did; two taps at once wait for each other. */
export async function addEvent({ tx, actor, now }: Work, run: string, event: RunEvent): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.orgId} ${run}`}, 56))`);
  const [last] = await tx
    .select({ nth: sql<number>`coalesce(max(${runEventTable.nth}), 0)`.mapWith(Number) })
    .from(runEventTable)
    .where(and(eq(runEventTable.orgId, actor.orgId), eq(runEventTable.run, run)));
  await tx
    .insert(runEventTable)
    .values({ orgId: actor.orgId, run, nth: (last?.nth ?? 0) + 1, ...event, at: new Date(now) });
}

/** What runs of one version came to, step by step, and how many readers did not understand it. */
export async function cameOf({ tx, actor }: Work, procedure: string, version: string) {
  const { orgId } = actor;
  const ofVersion = and(eq(runTable.orgId, orgId), eq(runTable.procedure, procedure), eq(runTable.version, version));
  const ofRun = and(eq(runEventTable.orgId, orgId), eq(runEventTable.run, runTable.id));
  const [runs] = await tx.select({ count: count() }).from(runTable).where(ofVersion);
  const [ended] = await tx
    .select({ count: countDistinct(runTable.id) })
    .from(runTable)
    .innerJoin(runEventTable, ofRun)
    .where(and(ofVersion, eq(runEventTable.what, 'ended')));
  const steps = await tx
    .select({
      step: runEventTable.step,
      what: runEventTable.what,
      runs: countDistinct(runTable.id),
      whys: sql<
        string[]
      >`coalesce(array_agg(${runEventTable.why} order by ${runEventTable.at} desc) filter (where ${runEventTable.why} is not null), '{}')`,
    })
    .from(runTable)
    .innerJoin(runEventTable, ofRun)
    .where(and(ofVersion, inArray(runEventTable.what, ['unclear', 'skipped'])))
    .groupBy(runEventTable.step, runEventTable.what);
  const [lost] = await tx
    .select({ count: countDistinct(acknowledgementTable.person) })
    .from(acknowledgementTable)
    .where(
      and(
        eq(acknowledgementTable.orgId, orgId),
        eq(acknowledgementTable.kind, 'procedure'),
        eq(acknowledgementTable.document, procedure),
        eq(acknowledgementTable.version, version),
        eq(acknowledgementTable.answer, 'not-understood'),
      ),
    );
  return {
    runs: runs?.count ?? 0,
    ended: ended?.count ?? 0,
    notUnderstood: lost?.count ?? 0,
    steps: steps.map((one) => ({ ...one, step: one.step!, what: one.what as 'unclear' | 'skipped' })),
  };
}

/** The newest runs of a procedure, with who ran it. */
export async function lastRuns({ tx, actor }: Work, procedure: string, limit: number): Promise<RunRow[]> {
  return tx
    .select()
    .from(runTable)
    .where(and(eq(runTable.orgId, actor.orgId), eq(runTable.procedure, procedure)))
    .orderBy(desc(runTable.beganAt), desc(runTable.id))
    .limit(limit);
}
