// Routes of procedures: found, read, run as a checklist; what was searched for in vain.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { readProcedure, readRuns } from './one-procedure.use.ts';
import { MissedSearchShape, MissesShape, MissKeptShape, ProcedureShape, ProceduresShape } from './procedures.shape.ts';
import { BeginRunShape, RunShape, RunsShape, StepSaidShape } from './runs/run.shape.ts';
import { beginRun, endRun, readRun, sayOfStep } from './runs/run.use.ts';
import { findProcedures, keepMissedSearch, readMisses } from './search/search.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });
const params = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/v1/procedures',
  request: {
    query: z.object({
      words: z.string().max(200).default('').describe('Each must begin some word of the procedure.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: { description: 'Those in force today that fit.', content: json(ProceduresShape) } },
});
const missed = createRoute({
  method: 'post',
  path: '/v1/procedures/missed',
  request: { body: { content: json(MissedSearchShape), required: true } },
  responses: {
    200: { description: 'Kept without who searched, where nothing fits.', content: json(MissKeptShape) },
  },
});
const misses = createRoute({
  method: 'get',
  path: '/v1/procedures/missed',
  responses: { 200: { description: 'Of the last half year, the most wanted first.', content: json(MissesShape) } },
});
const show = createRoute({
  method: 'get',
  path: '/v1/procedures/{id}',
  request: { params },
  responses: { 200: { description: 'In force today, else the last there was.', content: json(ProcedureShape) } },
});
const runs = createRoute({
  method: 'get',
  path: '/v1/procedures/{id}/runs',
  request: { params },
  responses: { 200: { description: 'The newest runs.', content: json(RunsShape) } },
});
const begin = createRoute({
  method: 'post',
  path: '/v1/procedures/{id}/runs',
  request: { params, body: { content: json(BeginRunShape), required: true } },
  responses: { 200: { description: 'Begun, or one’s own taken up again.', content: json(RunShape) } },
});
const showRun = createRoute({
  method: 'get',
  path: '/v1/procedure-runs/{id}',
  request: { params },
  responses: { 200: { description: 'As it stands.', content: json(RunShape) } },
});
const say = createRoute({
  method: 'post',
  path: '/v1/procedure-runs/{id}/steps/{step}',
  request: { params: params.extend({ step: z.string() }), body: { content: json(StepSaidShape), required: true } },
  responses: { 200: { description: 'As it stands now.', content: json(RunShape) } },
});
const end = createRoute({
  method: 'post',
  path: '/v1/procedure-runs/{id}/end',
  request: { params },
  responses: { 200: { description: 'Ended as it stands.', content: json(RunShape) } },
});

export function proceduresApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { words, limit } = context.req.valid('query');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => findProcedures(work, words, limit));
    return context.json(ProceduresShape.parse(told), 200);
  });
  api.openapi(missed, async (context) => {
    const { words } = context.req.valid('json');
    const kept = await store.inWork(actorOf(context.req.raw), async (work) => keepMissedSearch(work, words));
    return context.json({ kept }, 200);
  });
  api.openapi(misses, async (context) => {
    const told = await store.inWork(actorOf(context.req.raw), readMisses);
    return context.json(MissesShape.parse(told), 200);
  });
  api.openapi(show, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readProcedure(work, id));
    return context.json(ProcedureShape.parse(told), 200);
  });
  api.openapi(runs, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readRuns(work, id));
    return context.json(RunsShape.parse(told), 200);
  });
  api.openapi(begin, async (context) => {
    const { id } = context.req.valid('param');
    const { site } = context.req.valid('json');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => beginRun(work, id, site));
    return context.json(RunShape.parse(told), 200);
  });
  api.openapi(showRun, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readRun(work, id));
    return context.json(RunShape.parse(told), 200);
  });
  api.openapi(say, async (context) => {
    const { id, step } = context.req.valid('param');
    const { what, why } = context.req.valid('json');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => sayOfStep(work, id, step, what, why));
    return context.json(RunShape.parse(told), 200);
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => endRun(work, id));
    return context.json(RunShape.parse(told), 200);
  });
  return api;
}
