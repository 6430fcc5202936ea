// The base for the rest: each duty of each role with its procedure, who is trained for it, the standards it keeps, how often it was
// watched and run, and what is missing.
import { addDays, inForce } from '../../kernel/moment.ts';
import { readObservations } from '../../management/management.use.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readDuties, readProcedures } from '../../procedures/procedures.use.ts';
import { readCertificates } from '../../training/training.use.ts';
import { taskId } from '../job-descriptions/job-description.core.ts';
import { assertMayReadUnwritten } from './oral-tradition.access.ts';
import type { Base } from './oral-tradition.shape.ts';
import * as store from './oral-tradition.store.ts';

const daysBack = 91;

/** @throws Fault `dark-ages-forbidden` */
export async function readBase(work: Work): Promise<Base> {
  assertMayReadUnwritten(work.actor);
  const today = work.now.slice(0, 10);
  const since = addDays(today, -daysBack);
  const duties = (await readDuties(work)).filter((one) => inForce(one, today));
  const procedures = (await readProcedures(work)).filter((one) => inForce(one, today));
  const posts = (await readSourcedPosts(work)).map((one) => one.row).filter((one) => inForce(one, today));
  const certificates = (await readCertificates(work)).filter(
    (one) => one.on <= today && (one.expires === undefined || today < one.expires),
  );
  const watched = (await readObservations(work)).filter(
    (one) => one.on >= since && one.on <= today && one.act !== 'reprimand',
  );
  const runs = await store.runsSince(work, since);
  const questions = await store.questionCounts(work);
  const items = duties.map(({ role, task, standards: own }): Base['items'][number] => {
    const wanted = taskId(task);
    const procedure = procedures.find((one) => one.task !== undefined && taskId(one.task) === wanted);
    const people = new Set(posts.filter((one) => one.role === role).map((one) => one.person));
    const able = new Set(certificates.filter((one) => taskId(one.task) === wanted).map((one) => one.person));
    const standards = new Set([...own, ...(procedure?.steps.flatMap((step) => step.serves) ?? [])]);
    const told = {
      role,
      task,
      people: people.size,
      procedure: procedure ? { id: procedure.id, title: procedure.title } : null,
      steps: procedure?.steps.length ?? 0,
      stepsWithStandard: procedure?.steps.filter((step) => step.serves.length > 0).length ?? 0,
      trained: [...people].filter((one) => able.has(one)).length,
      standards: standards.size,
      observed: watched.filter((one) => people.has(one.person) && one.standards.some((id) => standards.has(id))).length,
      runs: procedure ? (runs.get(procedure.id) ?? 0) : 0,
      questions: procedure ? (questions.get(procedure.id) ?? 0) : 0,
    };
    return { ...told, gaps: gapsOf(told) };
  });
  return {
    items: items.toSorted(
      (one, other) =>
        other.gaps.length - one.gaps.length || one.role.localeCompare(other.role) || one.task.localeCompare(other.task),
    ),
  };
}

function gapsOf(row: Omit<Base['items'][number], 'gaps'>): Base['items'][number]['gaps'] {
  return [
    ...(row.procedure ? [] : ['procedure' as const]),
    ...(row.people > 0 && row.trained < row.people ? ['training' as const] : []),
    ...(row.standards > 0 ? [] : ['standards' as const]),
    ...(row.people > 0 && row.observed === 0 ? ['observations' as const] : []),
    ...(row.procedure && row.questions === 0 ? ['questions' as const] : []),
  ];
}
