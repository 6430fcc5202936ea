// Rows of steps that need a second approver.
import { and, desc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { AdverseStep } from './adverse-step.core.ts';
import { adverseStepTable } from './adverse-step.table.ts';

export async function writeAdverseStep(
  { tx, actor, now }: Work,
  step: Omit<AdverseStep, 'askedBy' | 'askedAt' | 'answer'>,
) {
  await tx.insert(adverseStepTable).values({ orgId: actor.orgId, ...step, askedBy: actor.id, askedAt: new Date(now) });
}

/** False where somebody else was first. */
export async function writeAdverseAnswer(
  { tx, actor, now }: Work,
  id: string,
  agreed: boolean,
  says: string,
): Promise<boolean> {
  const rows = await tx
    .update(adverseStepTable)
    .set({ answeredBy: actor.id, answeredAt: new Date(now), agreed, answerSays: says })
    .where(
      and(eq(adverseStepTable.orgId, actor.orgId), eq(adverseStepTable.id, id), isNull(adverseStepTable.answeredBy)),
    )
    .returning({ id: adverseStepTable.id });
  return rows.length > 0;
}

/** Newest first. */
export async function adverseSteps(work: Work): Promise<AdverseStep[]> {
  return read(work);
}

export async function adverseStep(work: Work, id: string): Promise<AdverseStep | null> {
  const [found] = await read(work, eq(adverseStepTable.id, id));
  return found ?? null;
}

/** Whether somebody else has agreed to this very step of whoever asks. */
export async function isAgreed(
  work: Work,
  { person, act, on }: Pick<AdverseStep, 'person' | 'act' | 'on'>,
): Promise<boolean> {
  const found = await read(
    work,
    eq(adverseStepTable.person, person),
    eq(adverseStepTable.act, act),
    eq(adverseStepTable.on, on),
    eq(adverseStepTable.askedBy, work.actor.id),
    eq(adverseStepTable.agreed, true),
  );
  return found.length > 0;
}

async function read({ tx, actor }: Work, ...those: SQL[]): Promise<AdverseStep[]> {
  const rows = await tx
    .select()
    .from(adverseStepTable)
    .where(and(eq(adverseStepTable.orgId, actor.orgId), ...those))
    .orderBy(desc(adverseStepTable.askedAt), desc(adverseStepTable.id));
  return rows.map(({ id, person, act, on, says, askedBy, askedAt, answeredBy, answeredAt, agreed, answerSays }) => ({
    id,
    person,
    act,
    on,
    says,
    askedBy,
    askedAt: askedAt.toISOString(),
    answer:
      answeredBy === null
        ? null
        : { by: answeredBy, at: answeredAt!.toISOString(), agreed: agreed === true, says: answerSays },
  }));
}
