// A task as its reviewer sees it. Before their own marks are in there is nothing of what anybody else, or a machine, says of the
// contact, nor of who, where and when; afterwards the machine's marks stand beside theirs.
import type { Work } from '../platform/db/work.ts';
import { keyedDigest } from '../kernel/digest.ts';
import type { Pack } from '../standards/pack.core.ts';
import { titleOf } from '../standards/title.core.ts';
import type { ReviewPurpose } from './review-mark.core.ts';
import type { ReviewTaskRow } from './review.table.ts';
import { readVerdicts } from './review-marks.use.ts';
import { assertMayReview } from './reviews.access.ts';
import type { ReviewTask } from './reviews.shape.ts';
import { notTheirs } from './take-task.use.ts';
import type { StandardAsked } from './task.core.ts';
import * as tasks from './tasks.store.ts';
import * as written from './written.store.ts';

/** Whether a plan drew it, somebody picked it or another looks at it too is not told to whoever reviews it. */
export function purposeShown(purpose: ReviewPurpose): ReviewTask['purpose'] {
  return purpose === 'plan' || purpose === 'second' || purpose === 'targeted' ? 'review' : purpose;
}

/** @param packs for examples of each standard @throws Fault `reviewing-forbidden`, `review-task-missing`, `review-closed-with-one` */
export async function readTask(work: Work, known: string, packs: readonly Pack[]): Promise<ReviewTask> {
  assertMayReview(work.actor);
  const id = await tasks.taskMeant(work, known);
  const done = await tasks.findDone(work, id);
  const task = done ?? (await tasks.findTheirs(work, id));
  const words = task && (await tasks.wordsOf(work, task.contactId, task.contactVersion));
  if (!task || !words) throw await notTheirs(work, known);
  const held = done === null && task.reviewer === work.actor.id && (task.heldUntil?.toISOString() ?? '') >= work.now;
  const set =
    task.purpose === 'adjudication' && task.blindId !== null ? await written.tasksOfSet(work, task.blindId) : [];
  // Whoever decides sees all that the two were asked, though only where they differ there is something to decide.
  const asked = set[0]?.standards ?? task.standards;
  const draft = done || task.reviewer !== work.actor.id ? null : await written.ownDraft(work, id);
  return {
    id: await tasks.idShown(work, task),
    purpose: purposeShown(task.purpose),
    state: done ? 'done' : held ? 'yours' : 'open',
    due: task.due,
    ...(held && task.heldUntil ? { heldUntil: task.heldUntil.toISOString() } : {}),
    contact: {
      channel: words.channel,
      ...(words.heardBy === null ? {} : { heardBy: words.heardBy }),
      ...(words.durationSeconds === null ? {} : { durationSeconds: words.durationSeconds }),
      turns: words.turns.map(({ speaker, text, start, end }) => ({
        speaker,
        text,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      })),
      answers: words.answers.map((one) => ({ ...one })),
      holds: (words.holds ?? []).map((one) => ({ ...one })),
    },
    standards: await standardsShown(work, asked, packs),
    sides: set.length === 0 ? null : await sidesOf(work, task, set),
    draft: done
      ? null
      : {
          revision: draft?.revision ?? 0,
          seconds: draft?.seconds ?? 0,
          marks: (draft?.marks ?? []).map((one) => ({ ...one, evidence: [...one.evidence] })),
        },
    after: done ? await afterwards(work, done) : null,
    can: { take: !done && !held, mark: held, giveBack: held, skip: !done && task.meantFor === null },
  };
}

async function standardsShown(
  work: Work,
  asked: readonly StandardAsked[],
  packs: readonly Pack[],
): Promise<ReviewTask['standards']> {
  const stated = await written.statedOf(work, asked);
  return asked.flatMap(({ standard, version }) => {
    const one = stated.get(standard);
    if (!one) return [];
    const { because, instead, applies } = one;
    return [
      {
        id: standard,
        version,
        title: titleOf(one),
        says: one.says,
        ...(because === undefined ? {} : { because }),
        ...(instead === undefined ? {} : { instead }),
        ...(applies === undefined ? {} : { applies }),
        kind: one.kind,
        examples: examplesIn(packs, standard),
      },
    ];
  });
}

/** Examples of each kind at most. */
const mostExamples = 2;

function examplesIn(packs: readonly Pack[], standard: string): ReviewTask['standards'][number]['examples'] {
  const all = packs.flatMap((pack) => pack.standards).find((one) => one.id === standard)?.examples ?? [];
  const of = (verdict: 'met' | 'failed'): string[] =>
    all
      .filter((one) => one.expected === verdict && one.turns.length > 0)
      .slice(0, mostExamples)
      .map((one) => one.turns.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n'));
  return { met: of('met'), failed: of('failed') };
}

/** What the two said, without names; which of them is A follows from a secret, and means nothing. */
async function sidesOf(work: Work, task: ReviewTaskRow, set: readonly ReviewTaskRow[]): Promise<ReviewTask['sides']> {
  const marks = await written.marksOfTasks(
    work,
    set.map((one) => one.id),
  );
  const order = set.toSorted((one, other) =>
    keyedDigest(work.key, `side ${task.id} ${one.id}`) < keyedDigest(work.key, `side ${task.id} ${other.id}`) ? -1 : 1,
  );
  return (set[0]?.standards ?? []).map(({ standard }) => {
    const said = order.flatMap((one, nth) =>
      marks
        .filter((mark) => mark.taskId === one.id && mark.standard === standard)
        .map(({ verdict, evidence, comment }) => ({
          side: nth === 0 ? ('A' as const) : ('B' as const),
          verdict,
          evidence: [...evidence],
          ...(comment === null ? {} : { comment }),
        })),
    );
    return { standard, differs: new Set(said.map((one) => one.verdict)).size > 1, said };
  });
}

async function afterwards(work: Work, task: ReviewTaskRow): Promise<NonNullable<ReviewTask['after']>> {
  const asked = new Set(task.standards.map((one) => one.standard));
  const own = await written.marksOfTasks(work, [task.id]);
  const machine = await written.machineSaid(work, task);
  const agreed = await readVerdicts(work, { contacts: [task.contactId] });
  return {
    doneAt: task.doneAt?.toISOString() ?? '',
    seconds: task.seconds ?? 0,
    own: own.map(({ standard, verdict, evidence, comment }) => ({
      standard,
      verdict,
      evidence: [...evidence],
      ...(comment === null ? {} : { comment }),
    })),
    machine: machine.map(({ why, evidence, ...one }) => ({
      ...one,
      confidence: Math.round(one.confidence * 100) / 100,
      evidence: [...evidence],
      ...(why === null ? {} : { why }),
    })),
    agreed: agreed
      .filter((one) => task.purpose === 'adjudication' || asked.has(one.standard))
      .map(({ standard, verdict, by }) => ({ standard, verdict, by })),
  };
}
