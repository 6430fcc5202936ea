// Routes of job descriptions: one's own, and those to evaluate.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { evaluate, keepAgreedDuties } from './evaluate.use.ts';
import {
  EvaluationShape,
  JobDescriptionShape,
  JobDescriptionsShape,
  OwnJobDescriptionsShape,
  SaveJobDescriptionShape,
} from './job-description.shape.ts';
import { readOne, readOthers, readOwn } from './read-job-descriptions.use.ts';
import { readWhoAnswers, type WhoAnswers } from './who-answers.use.ts';
import { saveOwn, sendOwn } from './write-own.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });
const params = z.object({ id: z.string() });
const one = (description: string) => ({ 200: { description, content: json(JobDescriptionShape) } });

const mine = createRoute({
  method: 'get',
  path: '/v1/job-descriptions/mine',
  responses: { 200: { description: 'All versions, the newest first.', content: json(OwnJobDescriptionsShape) } },
});
const save = createRoute({
  method: 'put',
  path: '/v1/job-descriptions/mine',
  request: { body: { content: json(SaveJobDescriptionShape), required: true } },
  responses: one('Kept.'),
});
const send = createRoute({
  method: 'post',
  path: '/v1/job-descriptions/mine/send',
  responses: one('Sent: the clock runs.'),
});
const list = createRoute({
  method: 'get',
  path: '/v1/job-descriptions',
  responses: { 200: { description: 'Of others, what waits first.', content: json(JobDescriptionsShape) } },
});
const show = createRoute({
  method: 'get',
  path: '/v1/job-descriptions/{id}',
  request: { params },
  responses: one('One’s own, or of somebody one answers for.'),
});
const say = createRoute({
  method: 'post',
  path: '/v1/job-descriptions/{id}/evaluation',
  request: { params, body: { content: json(EvaluationShape), required: true } },
  responses: one('Evaluated; what was agreed are duties of the record.'),
});

export function jobDescriptionsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  const programOf = (actor: Actor): Actor => ({ orgId: actor.orgId, id: 'job-descriptions', roles: ['owner'] });
  const answering = async (actor: Actor): Promise<WhoAnswers> => store.inWork(programOf(actor), readWhoAnswers);
  api.openapi(mine, async (context) => {
    const actor = actorOf(context.req.raw);
    const who = await answering(actor);
    const told = await store.inWork(actor, async (work) => readOwn(work, who));
    return context.json(OwnJobDescriptionsShape.parse(told), 200);
  });
  api.openapi(save, async (context) => {
    const body = context.req.valid('json');
    const actor = actorOf(context.req.raw);
    const who = await answering(actor);
    const told = await store.inWork(actor, async (work) => readOne(work, await saveOwn(work, body), who));
    return context.json(JobDescriptionShape.parse(told), 200);
  });
  api.openapi(send, async (context) => {
    const actor = actorOf(context.req.raw);
    const who = await answering(actor);
    const told = await store.inWork(actor, async (work) => readOne(work, await sendOwn(work), who));
    return context.json(JobDescriptionShape.parse(told), 200);
  });
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const who = await answering(actor);
    const told = await store.inWork(actor, async (work) => readOthers(work, who));
    return context.json(JobDescriptionsShape.parse(told), 200);
  });
  api.openapi(show, async (context) => {
    const { id } = context.req.valid('param');
    const actor = actorOf(context.req.raw);
    const who = await answering(actor);
    const told = await store.inWork(actor, async (work) => readOne(work, id, who));
    return context.json(JobDescriptionShape.parse(told), 200);
  });
  api.openapi(say, async (context) => {
    const { id } = context.req.valid('param');
    const actor = actorOf(context.req.raw);
    const evaluation = context.req.valid('json');
    const who = await answering(actor);
    await store.inWork(actor, async (work) => evaluate(work, id, evaluation, who));
    // Duties are the whole organisation's, which whoever evaluates may see only a site of.
    await store.inWork(programOf(actor), async (work) => keepAgreedDuties(work, id));
    const told = await store.inWork(actor, async (work) => readOne(work, id, who));
    return context.json(JobDescriptionShape.parse(told), 200);
  });
  return api;
}
