// Whoever answers for the writer thanks them and evaluates line by line. What both agreed on becomes duties of the record.
import { Fault } from '../../kernel/fault.ts';
import { contentId } from '../../kernel/digest.ts';
import { inForce } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Duty } from '../../procedures/procedure.core.ts';
import { importDuties, readDuties } from '../../procedures/procedures.use.ts';
import { mayEvaluate } from './job-description.access.ts';
import { agreedDuties, taskId, wrongToEvaluate } from './job-description.core.ts';
import type { JobEvaluation } from './job-description.shape.ts';
import * as store from './job-description.store.ts';
import type { WhoAnswers } from './who-answers.use.ts';
import { changed, missing, tellWaits, waitsFrom } from './write-own.use.ts';

/** @throws Fault `job-description-missing`, `job-description-forbidden`, `job-description-state`, `job-evaluation-incomplete` */
export async function evaluate(
  work: Work,
  id: string,
  evaluation: JobEvaluation,
  whoAnswers: WhoAnswers,
): Promise<void> {
  const row = await store.byId(work, id);
  if (!row || (row.state === 'being-written' && row.person !== work.actor.person)) throw missing();
  if (!mayEvaluate(work.actor, whoAnswers(row)))
    throw new Fault(
      'job-description-forbidden',
      'forbidden',
      'A job description is evaluated by its writer’s supervisor; where none signs in, or their time is up, by whoever answers for the site; never by the writer. Ask them.',
    );
  if (row.state !== 'sent')
    throw new Fault(
      'job-description-state',
      'conflict',
      'It was evaluated already and stays as it is; its writer may write the next one.',
    );
  const wrongs = wrongToEvaluate(row.written, evaluation);
  if (wrongs.length > 0)
    throw new Fault(
      'job-evaluation-incomplete',
      'malformed',
      'Thank the writer, say agree, amend or remove to every line, and why wherever you don’t agree.',
      wrongs,
    );
  const today = work.now.slice(0, 10);
  const set = {
    state: 'evaluated' as const,
    evaluation,
    evaluatedOn: today,
    evaluatedBy: work.actor.id,
  };
  if (!(await store.changeRow(work, id, row.revision, set))) throw changed();
  await tellWaits(work, {
    id,
    person: row.person,
    written: row.written,
    askedAt: row.sentAt!.toISOString(),
    answeredAt: work.now,
  });
  await append(work, { kind: 'job-description.evaluated', subjects: [id], digestOf: JSON.stringify(evaluation) });
}

/**
 * Makes duties of the record of what was agreed; one that the role has already is not made twice, and a second call adds nothing.
 * Duties are of the whole organisation: the program does it, after the evaluation's own transaction.
 */
export async function keepAgreedDuties(work: Work, id: string): Promise<void> {
  const row = await store.byId(work, id);
  if (row?.state !== 'evaluated' || !row.evaluation) return;
  const from = row.evaluatedOn!;
  const had = new Set(
    (await readDuties(work)).filter((one) => one.role === row.role && inForce(one, from)).map((one) => one.task),
  );
  const rows = agreedDuties(row.written, row.evaluation).flatMap((duty): Duty[] => {
    const task = taskId(duty.task);
    if (task === '' || had.has(task)) return [];
    had.add(task);
    return [{ id: contentId('d', row.role, task, from), role: row.role, task, standards: [...duty.standards], from }];
  });
  if (rows.length > 0)
    await importDuties(
      work,
      rows.map((duty) => ({ row: duty, from: { file: waitsFrom } })),
    );
}
