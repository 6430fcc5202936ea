// Routes of reviews: the queue, a task taken, written, sent, given back; what people say of a contact; all marks taken out.
import { createRoute, z } from '@hono/zod-openapi';
import { csvLine } from '../kernel/csv-line.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { json, jsonBody } from '../platform/http/json-content.ts';
import { workbook } from '../platform/http/table-file.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { keepReview } from './keep-review.use.ts';
import { readPeopleSay } from './people-say.use.ts';
import { nextFor, readQueue } from './queue.use.ts';
import { reviewCells, reviewHeads, takeReviewsOut } from './reviews-out.use.ts';
import {
  KeepReviewShape,
  KeptReviewShape,
  NextReviewShape,
  PeopleSayShape,
  ReviewMarksShape,
  ReviewQueueShape,
  ReviewTaskShape,
  SkipReviewShape,
} from './reviews.shape.ts';
import { giveBack, skipTask, takeNext, takeTask } from './take-task.use.ts';
import { readTask } from './task-form.use.ts';

const params = z.object({ task: z.string().max(200) });
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const queue = createRoute({
  method: 'get',
  path: '/v1/reviews',
  responses: { 200: { description: 'What waits for you.', content: json(ReviewQueueShape) } },
});
const marks = createRoute({
  method: 'get',
  path: '/v1/reviews/marks',
  request: { query: z.object({ as: z.enum(['json', 'csv', 'xlsx']).default('json') }) },
  responses: {
    200: {
      description: 'Every mark of people that may be seen. No cell of a table is a formula.',
      content: { ...json(ReviewMarksShape), 'text/csv': { schema: z.string() }, [sheet]: { schema: z.string() } },
    },
  },
});
const next = createRoute({
  method: 'post',
  path: '/v1/reviews/next',
  responses: { 200: { description: 'The next one, now in your hand.', content: json(NextReviewShape) } },
});
const one = createRoute({
  method: 'get',
  path: '/v1/reviews/{task}',
  request: { params },
  responses: { 200: { description: 'The form, or what came of it.', content: json(ReviewTaskShape) } },
});
const take = createRoute({
  method: 'post',
  path: '/v1/reviews/{task}/take',
  request: { params },
  responses: { 200: { description: 'Now in your hand for half an hour.', content: json(ReviewTaskShape) } },
});
const keep = createRoute({
  method: 'put',
  path: '/v1/reviews/{task}',
  request: { params, ...jsonBody(KeepReviewShape) },
  responses: { 200: { description: 'Kept; or sent, and what the machine said.', content: json(KeptReviewShape) } },
});
const back = createRoute({
  method: 'post',
  path: '/v1/reviews/{task}/give-back',
  request: { params },
  responses: { 204: { description: 'In the queue again.' } },
});
const skip = createRoute({
  method: 'post',
  path: '/v1/reviews/{task}/skip',
  request: { params, ...jsonBody(SkipReviewShape) },
  responses: { 204: { description: 'For somebody else.' } },
});
const people = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}/people',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 200: { description: 'One verdict per standard, without names.', content: json(PeopleSayShape) } },
});

export function reviewsApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(queue, async (context) =>
    context.json(await store.inWork(actorOf(context.req.raw), async (work) => readQueue(work)), 200),
  );
  api.openapi(marks, async (context) => {
    const all = await store.inWork(actorOf(context.req.raw), async (work) => takeReviewsOut(work));
    const { as } = context.req.valid('query');
    if (as === 'json')
      return context.json(
        ReviewMarksShape.parse({
          marks: all.map(({ taskId: task, contactId: contact, ...rest }) => ({ ...rest, task, contact })),
        }),
        200,
      );
    const headers = { 'content-disposition': `attachment; filename="reviews.${as}"` };
    const rows = [[...reviewHeads], ...all.map(reviewCells)];
    if (as === 'xlsx')
      return new Response(await workbook('reviews', rows), { headers: { ...headers, 'content-type': sheet } }) as never;
    // Spreadsheets take the file for UTF-8 by its first mark alone.
    const text = `\ufeff${rows.map((row) => csvLine(row)).join('')}`;
    return new Response(text, { headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' } }) as never;
  });
  api.openapi(next, async (context) =>
    context.json({ task: await store.inWork(actorOf(context.req.raw), async (work) => takeNext(work)) }, 200),
  );
  api.openapi(one, async (context) => {
    const { task } = context.req.valid('param');
    const packs = await loadPacks(ownPacks);
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readTask(work, task, packs));
    return context.json(told, 200);
  });
  api.openapi(take, async (context) => {
    const { task } = context.req.valid('param');
    const packs = await loadPacks(ownPacks);
    const told = await store.inWork(actorOf(context.req.raw), async (work) => {
      await takeTask(work, task);
      return readTask(work, task, packs);
    });
    return context.json(told, 200);
  });
  api.openapi(keep, async (context) => {
    const { task } = context.req.valid('param');
    const asked = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    const told = await store.inWork(actorOf(context.req.raw), async (work) => {
      const kept = { ...(await keepReview(work, task, asked)), keptAt: work.now };
      if (!kept.sent) return kept;
      return { ...kept, task: await readTask(work, task, packs), next: await nextFor(work) };
    });
    return context.json(told, 200);
  });
  api.openapi(back, async (context) => {
    const { task } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => giveBack(work, task));
    return context.body(null, 204);
  });
  api.openapi(skip, async (context) => {
    const { task } = context.req.valid('param');
    const { because } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => skipTask(work, task, because));
    return context.body(null, 204);
  });
  api.openapi(people, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => readPeopleSay(work, id)), 200);
  });
  return api;
}
