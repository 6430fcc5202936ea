// Routes of learning: train or only test on rated turns, list the dissatisfied turns of stored contacts, forget.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { streamLines } from '../platform/http/lines.ts';
import { findDissatisfied } from './find-dissatisfied.job.ts';
import { forgetModels } from './learned-model.use.ts';
import { DissatisfiedLineShape, ForgottenShape, TrainingLineShape, TrainingShape } from './learning.shape.ts';
import { trainDissatisfied } from './train-dissatisfied.job.ts';

const train = createRoute({
  method: 'post',
  path: '/v1/dissatisfied/training',
  request: { body: { content: { 'application/json': { schema: TrainingShape } }, required: true } },
  responses: {
    200: {
      description: 'Progress, rows that could not be used, the figures on unseen dialogues, and what was kept.',
      content: { 'application/x-ndjson': { schema: TrainingLineShape } },
    },
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/dissatisfied/turns',
  responses: {
    200: {
      description: 'Progress, then the turns, most likely first, then what was looked at.',
      content: { 'application/x-ndjson': { schema: DissatisfiedLineShape } },
    },
  },
});

const forget = createRoute({
  method: 'post',
  path: '/v1/dissatisfied/forget',
  responses: {
    200: { description: 'How many models are gone.', content: { 'application/json': { schema: ForgottenShape } } },
  },
});

export function learningApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(train, (context) => {
    const { files, keep } = context.req.valid('json');
    return streamLines(trainDissatisfied(store, actorOf(context.req.raw), { files, keep, ownPacks })) as never;
  });
  api.openapi(list, (context) => streamLines(findDissatisfied(store, actorOf(context.req.raw), ownPacks)) as never);
  api.openapi(forget, async (context) =>
    context.json({ models: await store.inWork(actorOf(context.req.raw), forgetModels) }, 200),
  );
  return api;
}
