// Routes of answers to marks: given, taken back, read, those of a contact, those that wait.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { AnswerMarkShape, MarkAnswersShape, WaitingAnswersShape } from './mark-answers.shape.ts';
import { answerMark, answersOfContact, readMarkAnswer, waitingAnswers, withdrawAnswer } from './mark-answers.use.ts';

const params = z.object({ id: z.string().max(200) });

const give = createRoute({
  method: 'put',
  path: '/v1/marks/{id}/answer',
  request: { params, ...jsonBody(AnswerMarkShape) },
  responses: { 204: { description: 'Kept beside the mark, which stays as it is.' } },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/v1/marks/{id}/answer',
  request: { params },
  responses: { 204: { description: 'Taken back.' } },
});

const seen = createRoute({
  method: 'post',
  path: '/v1/marks/{id}/answer/read',
  request: { params },
  responses: { 204: { description: 'Whoever answered is told that it was read.' } },
});

const ofContact = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}/answers',
  request: { params },
  responses: { 200: { description: 'What was said of its marks.', content: json(MarkAnswersShape) } },
});

const waiting = createRoute({
  method: 'get',
  path: '/v1/mark-answers',
  responses: {
    200: {
      description: 'Those that nobody has read yet, the longest waiting first.',
      content: json(WaitingAnswersShape),
    },
  },
});

/** As many as a page shows; how many there are is told. */
const shown = 20;

export function markAnswersApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(give, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => answerMark(work, id));
    return context.body(null, 204);
  });
  api.openapi(withdraw, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => withdrawAnswer(work, id));
    return context.body(null, 204);
  });
  api.openapi(seen, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => readMarkAnswer(work, id));
    return context.body(null, 204);
  });
  api.openapi(ofContact, async (context) => {
    const { id } = context.req.valid('param');
    const answers = await store.inWork(actorOf(context.req.raw), async (work) => answersOfContact(work, id));
    return context.json({ answers }, 200);
  });
  api.openapi(waiting, async (context) => {
    const { items, all } = await store.inWork(actorOf(context.req.raw), async (work) => waitingAnswers(work, shown));
    return context.json({ items: [...items], all }, 200);
  });
  return api;
}
