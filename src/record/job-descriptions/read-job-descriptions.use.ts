// Job descriptions as they stand: one's own, those of the people one answers for, with what their contacts say of them.
import { addDays, inForce } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { personNames, siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readDuties } from '../../procedures/procedures.use.ts';
import { titleOf } from '../../standards/title.core.ts';
import { assertMayReadOthers, mayEvaluate, personOf } from './job-description.access.ts';
import { agreedDuties, driftOf } from './job-description.core.ts';
import type { JobDescription, JobDescriptions, OwnJobDescriptions } from './job-description.shape.ts';
import * as store from './job-description.store.ts';
import type { JobDescriptionRow } from './job-description.table.ts';
import type { WhoAnswers } from './who-answers.use.ts';
import { missing, postOf } from './write-own.use.ts';

/** Contacts of a quarter are looked back at. */
const daysSeen = 91;
const mostListed = 200;

/** @throws Fault `not-in-record` */
export async function readOwn(work: Work, whoAnswers: WhoAnswers): Promise<OwnJobDescriptions> {
  const person = personOf(work.actor);
  const rows = await store.ofPerson(work, person);
  const post = await postOf(work, person);
  const names = await personNames(work, [person, post?.supervisor ?? null]);
  const today = work.now.slice(0, 10);
  const role = post?.role ?? rows[0]?.role ?? 'rep';
  const duties = (await readDuties(work)).filter((one) => one.role === role && inForce(one, today));
  const standards = (await standardsInUse(work)).filter((one) => one.kind === 'standard');
  const items: JobDescription[] = [];
  for (const row of rows) items.push(await told(work, row, whoAnswers));
  return present({
    person: { id: person, name: names.get(person) ?? person },
    role,
    supervisor:
      post?.supervisor === undefined
        ? undefined
        : { id: post.supervisor, name: names.get(post.supervisor) ?? 'whoever answers for you' },
    items,
    roleDuties: duties.map((one) => ({ task: one.task, standards: [...one.standards] })),
    standards: standards
      .map((one) => ({ id: one.id, title: titleOf(one) }))
      .toSorted((one, other) => one.title.localeCompare(other.title)),
  });
}

/** @throws Fault `job-description-missing` also where it is not theirs to see */
export async function readOne(work: Work, id: string, whoAnswers: WhoAnswers): Promise<JobDescription> {
  const row = await store.byId(work, id);
  if (!row) throw missing();
  if (row.person !== work.actor.person) {
    assertMayReadOthers(work.actor);
    if (row.state === 'being-written') throw missing();
  }
  return told(work, row, whoAnswers);
}

/** Those that others have sent, what waits first. @throws Fault `job-description-forbidden` */
export async function readOthers(work: Work, whoAnswers: WhoAnswers): Promise<JobDescriptions> {
  assertMayReadOthers(work.actor);
  const rows = await store.sentByOthers(work, work.actor.person ?? '', mostListed);
  const names = await personNames(
    work,
    rows.map((one) => one.person),
  );
  return {
    items: rows.map((row) =>
      present({
        id: row.id,
        person: { id: row.person, name: names.get(row.person) ?? row.person },
        role: row.role,
        state: row.state === 'evaluated' ? ('evaluated' as const) : ('sent' as const),
        overdue: whoAnswers(row).overdue,
        yours: row.state === 'sent' && mayEvaluate(work.actor, whoAnswers(row)),
        duties: row.written.duties.length,
        sentOn: row.sentAt!.toISOString().slice(0, 10),
        dueOn: row.dueOn!,
        evaluatedOn: row.evaluatedOn ?? undefined,
      }),
    ),
  };
}

async function told(work: Work, row: JobDescriptionRow, whoAnswers: WhoAnswers): Promise<JobDescription> {
  const people = await personNames(work, [row.person, row.supervisor]);
  const sites = await siteNames(work, [row.site]);
  const asked = whoAnswers(row);
  const agreed = row.evaluation ? agreedDuties(row.written, row.evaluation) : [];
  const since = addDays(work.now.slice(0, 10), -daysSeen);
  const standards = new Map(
    (await standardsInUse(work)).filter((one) => one.kind === 'standard').map((one) => [one.id, titleOf(one)]),
  );
  const seen = (await store.seenSince(work, row.person, since)).filter((one) => standards.has(one.standard));
  const { never, unwritten } = driftOf(row.evaluation ? agreed : row.written.duties, seen);
  const named = (id: string | null, names: ReadonlyMap<string, string>) =>
    id === null ? undefined : { id, name: names.get(id) ?? id };
  return present({
    id: row.id,
    person: { id: row.person, name: people.get(row.person) ?? row.person },
    nth: row.nth,
    role: row.role,
    site: named(row.site, sites),
    supervisor: row.supervisor !== null && people.has(row.supervisor) ? named(row.supervisor, people) : undefined,
    state: row.state,
    overdue: asked.overdue,
    revision: row.revision,
    written: row.written as JobDescription['written'],
    sentOn: row.sentAt?.toISOString().slice(0, 10),
    dueOn: row.dueOn ?? undefined,
    evaluatedOn: row.evaluatedOn ?? undefined,
    evaluation: (row.evaluation ?? undefined) as JobDescription['evaluation'],
    agreed: agreed as JobDescription['agreed'],
    mayEvaluate: row.state === 'sent' && mayEvaluate(work.actor, asked),
    supervisorAnswers: row.state === 'sent' && asked.supervisor !== null && !asked.overdue,
    drift: {
      never: [...never],
      unwritten: unwritten.map((one) => ({ ...one, title: standards.get(one.standard) ?? one.standard })),
    },
  });
}
