// One's own job description: written, kept as it grows, sent to whoever answers for one. From then on it stays as it was written and
// a clock runs: the record has a row that says who waits for an answer since when.
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import { inForce } from '../../kernel/moment.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import { importApprovals } from '../../management/management.use.ts';
import type { Post } from '../../people/people.core.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { readDaysOff } from '../../policies/letters/letter-rule.use.ts';
import { personOf } from './job-description.access.ts';
import { daysToEvaluate, wrongToSend, type Written } from './job-description.core.ts';
import type { SaveJobDescription } from './job-description.shape.ts';
import * as store from './job-description.store.ts';

/** What the row of whoever waits is read from, in place of a file. */
export const waitsFrom = 'job descriptions';

/**
 * Keeps what was written; the first save begins it, and after one that was sent the next one.
 * @throws Fault `not-in-record`, `job-description-changed`, `job-description-waits`
 */
export async function saveOwn(work: Work, { revision, written }: SaveJobDescription): Promise<string> {
  const person = personOf(work.actor);
  const [newest] = await store.ofPerson(work, person);
  if (newest?.state === 'sent') throw waits();
  if (newest?.state === 'being-written') {
    if (!(await store.changeRow(work, newest.id, revision, { written }))) throw changed();
    return newest.id;
  }
  if (revision !== 0) throw changed();
  const { actor, now } = work;
  const post = await postOf(work, person);
  const nth = (newest?.nth ?? 0) + 1;
  const id = contentId('j', actor.orgId, person, String(nth));
  const begun = await store.insertRow(work, {
    orgId: actor.orgId,
    id,
    person,
    nth,
    role: post?.role ?? 'rep',
    site: post?.site ?? null,
    supervisor: post?.supervisor ?? null,
    state: 'being-written',
    revision: 1,
    written,
    begunAt: new Date(now),
  });
  if (!begun) throw changed();
  await append(work, { kind: 'job-description.begun', subjects: [id] });
  return id;
}

/** Sends it. @throws Fault `not-in-record`, `job-description-missing`, `job-description-waits`, `job-description-incomplete` */
export async function sendOwn(work: Work): Promise<string> {
  const person = personOf(work.actor);
  const [newest] = await store.ofPerson(work, person);
  if (newest?.state === 'sent') throw waits();
  if (newest?.state !== 'being-written') throw missing();
  const wrongs = wrongToSend(newest.written);
  if (wrongs.length > 0)
    throw new Fault(
      'job-description-incomplete',
      'malformed',
      'Each duty needs what you do and what the customer has of it. Fill in what is named, then send it.',
      wrongs,
    );
  const sentOn = work.now.slice(0, 10);
  const post = await postOf(work, person);
  const set = {
    state: 'sent' as const,
    sentAt: new Date(work.now),
    dueOn: addWorkingDays(sentOn, daysToEvaluate, await readDaysOff(work)),
    ...(post ? { role: post.role, site: post.site, supervisor: post.supervisor ?? null } : {}),
  };
  if (!(await store.changeRow(work, newest.id, newest.revision, set))) throw changed();
  await tellWaits(work, { id: newest.id, person, written: newest.written, askedAt: work.now });
  await append(work, {
    kind: 'job-description.sent',
    subjects: [newest.id],
    digestOf: JSON.stringify(newest.written),
  });
  return newest.id;
}

/** Somebody's place today. */
export async function postOf(work: Work, person: string): Promise<Post | undefined> {
  const today = work.now.slice(0, 10);
  return (await readSourcedPosts(work))
    .map((one) => one.row)
    .find((one) => one.person === person && inForce(one, today));
}

/** Writes into the record that somebody waits, or since when no more: where nobody answers, that row says so. */
export async function tellWaits(
  work: Work,
  told: {
    readonly id: string;
    readonly person: string;
    readonly written: Written;
    readonly askedAt: string;
    readonly answeredAt?: string;
  },
): Promise<void> {
  const { id, person, written, askedAt, answeredAt } = told;
  const row = {
    id: `job-description-${id}`,
    person,
    waitedFor: 'evaluation of the job description',
    askedAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    standards: [...new Set(written.duties.flatMap((one) => one.standards))],
  };
  // The program writes it: whoever writes their duties keeps no record of what managers do.
  const program: Work = { ...work, actor: { orgId: work.actor.orgId, id: 'job-descriptions', roles: ['owner'] } };
  await importApprovals(program, [{ row, from: { file: waitsFrom } }]);
}

export function missing(): Fault {
  return new Fault(
    'job-description-missing',
    'missing',
    'There is no such job description, or it is not yours to see. Take one from the list.',
  );
}

function waits(): Fault {
  return new Fault(
    'job-description-waits',
    'conflict',
    'It was sent and waits to be evaluated, so it stays as it is. Write the next one after that.',
  );
}

export function changed(): Fault {
  return new Fault(
    'job-description-changed',
    'conflict',
    'It was changed elsewhere since you opened it. Copy what you wrote, load it again, and add it.',
  );
}
