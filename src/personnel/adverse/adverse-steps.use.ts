// A step against a person where letters were written lately: asked for, agreed to by a second person, and only then written down.
// The same is said whoever wrote what, so that nothing is learned of a shielded writer.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { addDays, inForce, isDay, type Day } from '../../kernel/moment.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import { readObservations } from '../../management/management.use.ts';
import { personNames } from '../../people/names-of.use.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { hasLettersLately, watched } from '../../policies/letters/letters-lately.use.ts';
import { readAttempts } from '../personnel.use.ts';
import { adverseIn, type AdverseAct, type AdverseRow, type AdverseTable } from './adverse-step.core.ts';
import * as store from './adverse-step.store.ts';
import { assertMayAgree, assertMayAsk, mayAgree } from './adverse-steps.access.ts';

/**
 * Before a row of the record is written by hand, or corrected.
 * @param kind the record's table @throws Fault `second-approver-needed`
 */
export async function assertSecondApprover(work: Work, kind: AdverseTable, row: AdverseRow): Promise<void> {
  if ((await alone(work, kind, [row])).size === 0) return;
  throw new Fault(
    'second-approver-needed',
    'conflict',
    'Letters were written here lately, so a second person must agree to this first. Ask under More, Second approval, with the same person, act and day; then keep it again.',
  );
}

/** Rows of a file that nobody else has agreed to. What happened before any letter that still counts may be brought. */
export async function unagreedSteps<T extends AdverseRow>(
  work: Work,
  kind: AdverseTable,
  rows: readonly Sourced<T>[],
): Promise<Set<Sourced<T>>> {
  const since = addDays(work.now.slice(0, 10), -watched);
  const late = rows.filter(({ row }) => row.on >= since);
  const found = await alone(
    work,
    kind,
    late.map(({ row }) => row),
  );
  return new Set(late.filter(({ row }) => found.has(row)));
}

/** Which of them are steps that one person would take alone where letters were written lately; not those that stand already. */
async function alone<T extends AdverseRow>(work: Work, kind: AdverseTable, rows: readonly T[]): Promise<Set<T>> {
  const steps = rows.flatMap((row) => {
    const step = adverseIn(kind, row);
    return step === null ? [] : [{ row, step }];
  });
  if (steps.length === 0) return new Set();
  const standing: readonly AdverseRow[] =
    kind === 'observations' ? await readObservations(work) : await readAttempts(work);
  const byId = new Map(standing.map((row) => [row.id, adverseIn(kind, row)]));
  const lately = new Map<string, boolean>();
  const found = new Set<T>();
  for (const { row, step } of steps) {
    const { person } = step;
    const stands = byId.get(row.id);
    if (stands && stands.person === person && stands.act === step.act && stands.on === step.on) continue;
    if (!lately.has(person)) lately.set(person, await hasLettersLately(work, person, await sitesOf(work, person)));
    if (lately.get(person) === true && !(await store.isAgreed(work, step))) found.add(row);
  }
  return found;
}

/** @throws Fault `adverse-step-forbidden`, `adverse-step-person`, `day-malformed` */
export async function askForStep(
  work: Work,
  {
    person,
    act,
    on,
    says,
  }: { readonly person: string; readonly act: AdverseAct; readonly on: Day; readonly says: string },
): Promise<{ readonly id: string }> {
  assertMayAsk(work.actor, person);
  if (!isDay(on)) throw new Fault('day-malformed', 'malformed', 'Write the day as year-month-day, e.g. 2026-03-14.');
  if (!(await personNames(work, [person])).has(person))
    throw new Fault('adverse-step-person', 'missing', 'No such person is on record for you. Choose one of the list.', [
      { pointer: '/person', detail: 'expected the id of a person' },
    ]);
  const id = `as${randomBytes(10).toString('hex')}`;
  await store.writeAdverseStep(work, { id, person, act, on, says: says.trim() });
  await append(work, { kind: 'adverse-step.asked', subjects: [id, person], digestOf: JSON.stringify([act, on, says]) });
  return { id };
}

/** @throws Fault `adverse-step-missing`, `adverse-step-forbidden`, `adverse-step-answered` */
export async function answerStep(work: Work, id: string, agreed: boolean, says: string): Promise<void> {
  const step = await store.adverseStep(work, id);
  if (!step) throw new Fault('adverse-step-missing', 'missing', 'No such step waits for you. Look at the list again.');
  if (step.answer === null) assertMayAgree(work.actor, step);
  if (step.answer !== null || !(await store.writeAdverseAnswer(work, id, agreed, says.trim())))
    throw new Fault('adverse-step-answered', 'conflict', 'Somebody has answered this already. Look at the list again.');
  await append(work, {
    kind: agreed ? 'adverse-step.agreed' : 'adverse-step.objected',
    subjects: [id, step.person],
    digestOf: JSON.stringify([agreed, says]),
  });
}

/** Newest first, as far as whoever asks answers for the people. */
export async function listSteps(work: Work) {
  const steps = await store.adverseSteps(work);
  const names = await personNames(
    work,
    steps.map((one) => one.person),
  );
  return steps.map((step) => ({
    ...step,
    personName: names.get(step.person) ?? step.person,
    mine: step.askedBy === work.actor.id,
    mayAgree: mayAgree(work.actor, step),
  }));
}

async function sitesOf(work: Work, person: string): Promise<string[]> {
  const today = work.now.slice(0, 10);
  const posts = (await readSourcedPosts(work)).map(({ row }) => row);
  return posts.filter((post) => post.person === person && inForce(post, today)).map((post) => post.site);
}
