// Routes of steps that need a second approver.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { AdverseStepsShape, AnswerStepShape, AskForStepShape } from './adverse-steps.shape.ts';
import { answerStep, askForStep, listSteps } from './adverse-steps.use.ts';

const path = '/v1/adverse-steps';

const list = createRoute({
  method: 'get',
  path,
  responses: { 200: { description: 'Newest first.', content: json(AdverseStepsShape) } },
});
const ask = createRoute({
  method: 'post',
  path,
  request: jsonBody(AskForStepShape),
  responses: { 201: { description: 'It waits for a second person.', content: json(z.object({ id: z.string() })) } },
});
const answer = createRoute({
  method: 'post',
  path: `${path}/{id}/answer`,
  request: { params: z.object({ id: z.string().max(100) }), ...jsonBody(AnswerStepShape) },
  responses: { 204: { description: 'Answered.' } },
});

export function adverseStepsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const steps = await store.inWork(actorOf(context.req.raw), listSteps);
    return context.json(AdverseStepsShape.parse({ steps }), 200);
  });
  api.openapi(ask, async (context) => {
    const asked = context.req.valid('json');
    const added = await store.inWork(actorOf(context.req.raw), async (work) => askForStep(work, asked));
    return context.json(added, 201);
  });
  api.openapi(answer, async (context) => {
    const { id } = context.req.valid('param');
    const { agreed, says } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => answerStep(work, id, agreed, says));
    return context.body(null, 204);
  });
  return api;
}
