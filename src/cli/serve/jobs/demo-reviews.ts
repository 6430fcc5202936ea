// The demo's reviewers: a plan, a draw, and most of what it drew marked by three people who slip now and then, two of them blind to each
// other. Through the same routes as anybody; some are left for whoever looks around. Of one standard there is enough then to learn from,
// with the past marks of it that came with the demo.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoReviewers } from '../../../auth/sign-in/demo-reviewers.use.ts';
import { contactsAfter, findContacts } from '../../../contacts/contacts.use.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/moment.ts';
import { readMarksBeside } from '../../../marking/marks-beside.use.ts';
import { standardsInUse } from '../../../marking/pack-set.use.ts';
import type { Store } from '../../../platform/db/open.ts';
import type { App } from '../../../platform/http/api.ts';
import type { JobWork, Step } from '../../../platform/jobs/job.core.ts';
import { addJobOnce } from '../../../platform/jobs/jobs.store.ts';
import { contactInHand } from '../../../review/contact-in-hand.use.ts';
import type { ReviewTask } from '../../../review/reviews.shape.ts';
import { askApp } from './over-app.ts';
import { reviewerSaid } from './reviewer-said.core.ts';

export const demoReviewsJob = 'demo-reviews';

/** What is asked of each contact. */
const asked: readonly string[] = [
  'opening.help-offered',
  'enquiry.need-before-price',
  'close.asked-for-business',
  'close.thanked',
  'atrocity.bare-refusal',
  'enquiry.advice-tied',
];
/** What is learned from it: whoever looks around finds a marker that was tested and may be let in, or may not. */
const taught = 'enquiry.need-before-price';
const aWeek = 96;
const seenByTwo = 0.5;
const leftOpen = 9;
const lastWeeks = 8;

/**
 * @param owner who sets the plan up
 * @param wanted standards that are asked, as far as they are kept, a serious act among them; the last one is hard to tell
 * @param learns the one that is learned
 */
export function demoReviewsWork(store: Store, app: () => App, owner: Actor, wanted = asked, learns = taught): JobWork {
  return {
    run: async function* (_job, signal) {
      yield* demoReviews({ store, app: app(), owner, wanted, learns }, signal);
    },
  };
}

interface Reviewed {
  readonly store: Store;
  readonly app: App;
  readonly owner: Actor;
  readonly wanted: readonly string[];
  readonly learns: string;
}

async function* demoReviews(
  { store, app, owner, wanted, learns }: Reviewed,
  signal: AbortSignal,
): AsyncGenerator<Step> {
  const { standards, from } = await store.inWork(owner, async (work) => {
    const kept = new Set((await standardsInUse(work)).map(({ id }) => id));
    const last = (await contactsAfter(work, '1900-01-01'))?.last ?? work.now.slice(0, 10);
    return { standards: wanted.filter((id) => kept.has(id)), from: addDays(last, -7 * lastWeeks) };
  });
  if (standards.length === 0) return;
  const reviewers = await store.inWork(owner, demoReviewers);
  const ask = async <Reply>(actor: Actor, method: string, path: string, json?: unknown): Promise<Reply> =>
    (await (await askApp(app, actor, { method, path, ...(json === undefined ? {} : { json }) })).json()) as Reply;
  const plan = await planOf(ask, owner, standards, from);
  if (plan === null) return;
  await ask(owner, 'POST', `/v1/review-plans/${plan}/draw`, {});
  const failures = await plannedFailures(store.dataDir);
  let done = 0;
  // By turns, so that each has seen some of what the others saw; the third decides where two differ.
  for (let idle = 0; idle < reviewers.length && !signal.aborted;) {
    const place = done % reviewers.length;
    const reviewer = reviewers[(place + idle) % reviewers.length]!;
    const queue = await ask<{ waiting: number }>(reviewer, 'GET', '/v1/reviews');
    const { task } =
      queue.waiting <= leftOpen
        ? { task: null }
        : await ask<{ task: string | null }>(reviewer, 'POST', '/v1/reviews/next');
    if (task === null) {
      idle++;
      continue;
    }
    idle = 0;
    const said = await marksFor(store, owner, reviewer, {
      place: reviewers.indexOf(reviewer),
      form: await ask<ReviewTask>(reviewer, 'GET', `/v1/reviews/${task}`),
      failures,
      vague: standards.at(-1)!,
    });
    await ask(reviewer, 'PUT', `/v1/reviews/${task}`, { began: 0, marks: said, seconds: 60 + (done % 50), send: true });
    done++;
    if (done % 10 === 0) yield { done, says: 'reviewers of the demo mark contacts' };
  }
  if (!signal.aborted && standards.includes(learns))
    await store.inWork(owner, async (work) => addJobOnce(work, 'demo-marker', 'markers', { standard: learns }));
}

type Ask = <Reply>(actor: Actor, method: string, path: string, json?: unknown) => Promise<Reply>;

/** The plan's id; null where the demo has one already. */
async function planOf(ask: Ask, owner: Actor, standards: readonly string[], fromDay: string): Promise<string | null> {
  const { plans } = await ask<{ plans: readonly unknown[] }>(owner, 'GET', '/v1/review-plans');
  if (plans.length > 0) return null;
  const { id } = await ask<{ id: string }>(owner, 'POST', '/v1/review-plans', {
    name: 'Enquiries and closings',
    standards,
    fromDay,
    aWeek,
    seenByTwo,
    targets: ['atrocities'],
    targetedAWeek: 4,
  });
  return id;
}

interface Marking {
  readonly place: number;
  readonly form: ReviewTask;
  /** `contact standard`, as planned. */
  readonly failures: ReadonlySet<string>;
  readonly vague: string;
}

async function marksFor(store: Store, owner: Actor, reviewer: Actor, { place, form, failures, vague }: Marking) {
  const id = await store.inWork(reviewer, async (work) => contactInHand(work, form.id));
  const { planned, said } = await store.inWork(owner, async (work) => ({
    planned: (await findContacts(work, [id]))[0]?.source.originalId ?? id,
    said: (await readMarksBeside(work, [id])).said,
  }));
  const differing = form.sides?.filter((one) => one.differs).map((one) => one.standard);
  return form.standards
    .filter((one) => differing === undefined || differing.includes(one.id))
    .map((one) => {
      const machine = said.get(`${id} ${one.id}`)?.[0]?.verdict ?? null;
      const truth = { contact: planned, standard: one.id, failed: failures.has(`${planned} ${one.id}`), machine };
      const verdict = reviewerSaid(truth, place, vague);
      return {
        standard: one.id,
        verdict,
        evidence: [],
        ...(differing === undefined ? {} : { comment: 'Read once more from the start: this is what the words show.' }),
      };
    });
}

/** From the file beside the organisation's; none where the demo was made elsewhere. */
async function plannedFailures(dataDir: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(dataDir, 'organisation', 'truth.json'), 'utf8').catch(() => '');
  const found = new Set<string>();
  for (const [, contact, standard] of text.matchAll(/\{"contact":"([^"]+)","standard":"([^"]+)"/g))
    found.add(`${contact!} ${standard!}`);
  return found;
}
