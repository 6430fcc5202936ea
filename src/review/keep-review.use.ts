// What a reviewer writes, kept as they go and sent once it is whole. The first of two who are blind to each other leaves no line
// in the history until the second is in: nothing tells one of the other.
import { contentId } from '../kernel/digest.ts';
import { redactWords } from '../contacts/redaction/redact-words.core.ts';
import { Fault, type FaultDetail } from '../kernel/fault.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { closeWhereAllAreIn } from './close-set.use.ts';
import { mostQuotes, sameMarks, wrongPlace, type DraftMark } from './draft-mark.core.ts';
import type { ReviewTaskRow } from './review.table.ts';
import { assertMayReview } from './reviews.access.ts';
import { hold, notTheirs } from './take-task.use.ts';
import * as tasks from './tasks.store.ts';
import * as written from './written.store.ts';

export interface ReviewWritten {
  /** The revision that it was written from. */
  readonly began: number;
  readonly marks: readonly MarkWritten[];
  readonly seconds: number;
  readonly send: boolean;
}

/** A mark as somebody wrote it, not yet looked at. */
export interface MarkWritten extends Pick<DraftMark, 'standard' | 'verdict'> {
  readonly evidence: readonly {
    readonly turn: number;
    readonly from: number;
    readonly to: number;
    readonly at?: number | undefined;
  }[];
  readonly comment?: string | undefined;
}

export interface ReviewKept {
  readonly revision: number;
  readonly sent: boolean;
}

/**
 * Keeps a draft, or takes the marks in for good. The same once more, since a reply got lost, is answered as the first time.
 * @throws Fault `reviewing-forbidden`, `review-task-missing`, `review-closed-with-one`, `review-malformed`, `review-written-elsewhere`, `review-sent-already`
 */
export async function keepReview(work: Work, known: string, asked: ReviewWritten): Promise<ReviewKept> {
  assertMayReview(work.actor);
  await tasks.oneAtATime(work);
  const id = await tasks.taskMeant(work, known);
  const done = await tasks.findDone(work, id);
  if (done) return sentBefore(work, done, asked);
  const found = await tasks.lockTheirs(work, id);
  if (!found) throw await notTheirs(work, known);
  const task = await hold(work, found);
  const marks = await checked(work, task, asked);
  const draft = await written.ownDraft(work, id);
  const revision = draft?.revision ?? 0;
  if (asked.began !== revision && !(draft && sameMarks(draft.marks, marks)))
    throw new Fault(
      'review-written-elsewhere',
      'conflict',
      'This review was written in another window meanwhile. Open it again: what is kept there stands.',
    );
  if (asked.send) return send(work, task, marks, asked.seconds);
  if (draft && sameMarks(draft.marks, marks)) return { revision, sent: false };
  await written.writeDraft(work, id, { marks, seconds: asked.seconds, revision: revision + 1 });
  return { revision: revision + 1, sent: false };
}

async function send(
  work: Work,
  task: ReviewTaskRow,
  marks: readonly DraftMark[],
  seconds: number,
): Promise<ReviewKept> {
  const rows = task.standards.map(({ standard, version }) => {
    const said = marks.find((one) => one.standard === standard)!;
    return {
      orgId: work.actor.orgId,
      id: contentId('h', task.id, standard),
      taskId: task.id,
      blindId: task.blindId,
      contactId: task.contactId,
      contactVersion: task.contactVersion,
      standard,
      standardVersion: version,
      reviewer: work.actor.id,
      verdict: said.verdict!,
      evidence: said.evidence,
      comment: said.comment ?? null,
      purpose: task.purpose,
      probability: task.purpose === 'adjudication' ? null : task.probability,
      at: new Date(work.now),
    };
  });
  await written.writeMarks(work, rows);
  await tasks.writeDone(work, task.id, seconds);
  await written.dropDraft(work, task.id);
  const digestOf = JSON.stringify(rows.map((row) => [row.id, row.verdict, row.evidence, row.comment]));
  if (task.purpose === 'adjudication') await append(work, { kind: 'review.decided', subjects: [task.id], digestOf });
  else if (task.blindId === null) await append(work, { kind: 'review.sent', subjects: [task.id], digestOf });
  else await closeWhereAllAreIn(work, task.blindId);
  return { revision: 0, sent: true };
}

/** Sent before by the same person: the same marks again are no other. */
async function sentBefore(work: Work, task: ReviewTaskRow, asked: ReviewWritten): Promise<ReviewKept> {
  const kept = (await written.marksOfTasks(work, [task.id])).map(({ standard, verdict, evidence, comment }) => ({
    standard,
    verdict,
    evidence,
    ...(comment === null ? {} : { comment }),
  }));
  if (asked.send && sameMarks(kept, await checked(work, task, asked))) return { revision: 0, sent: true };
  throw new Fault(
    'review-sent-already',
    'conflict',
    'You have sent this review, and what was sent stays. Who differs from it is heard by the plan’s second look.',
  );
}

/** The marks as they will be kept: of what is asked alone, quotes where words are, personal data taken out of comments. */
async function checked(work: Work, task: ReviewTaskRow, { marks, send }: ReviewWritten): Promise<DraftMark[]> {
  const errors: FaultDetail[] = [];
  const turns = (await tasks.wordsOf(work, task.contactId, task.contactVersion))?.turns ?? [];
  const asked = task.standards.map((one) => one.standard);
  const said = new Map(marks.map((one, at) => [one.standard, { ...one, at }]));
  for (const { standard, at } of said.values())
    if (!asked.includes(standard))
      errors.push({ pointer: `/marks/${String(at)}/standard`, detail: `expected one of ${asked.join(', ')}` });
  for (const { at, evidence } of said.values()) {
    if (evidence.length > mostQuotes)
      errors.push({
        pointer: `/marks/${String(at)}/evidence`,
        detail: `expected ${String(mostQuotes)} quotes at most`,
      });
    for (const [nth, quote] of evidence.entries()) {
      const wrong = wrongPlace(quote, turns);
      if (wrong !== null) errors.push({ pointer: `/marks/${String(at)}/evidence/${String(nth)}`, detail: wrong });
    }
  }
  if (send)
    for (const standard of asked) {
      const one = said.get(standard);
      if (!one || one.verdict === null)
        errors.push({
          pointer: '/marks',
          detail: `expected a verdict on ${standard}: met, failed, not-applicable or unsure`,
        });
      else if (task.purpose === 'adjudication' && (one.comment ?? '').trim() === '')
        errors.push({
          pointer: `/marks/${String(one.at)}/comment`,
          detail: 'expected the reason for which you decide so',
        });
    }
  if (errors.length > 0)
    throw new Fault('review-malformed', 'malformed', 'This review cannot be kept as it is; see errors.', errors);
  return asked.flatMap((standard) => {
    const one = said.get(standard);
    return one ? [tidy(work, one)] : [];
  });
}

function tidy(work: Work, { standard, verdict, evidence, comment = '' }: MarkWritten): DraftMark {
  const clean = redactWords(comment, work.key);
  return {
    standard,
    verdict,
    evidence: evidence.map(({ turn, from, to, at }) => ({ turn, from, to, ...(at === undefined ? {} : { at }) })),
    ...(clean === '' ? {} : { comment: clean }),
  };
}
