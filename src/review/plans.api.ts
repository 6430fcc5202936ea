// Routes of sampling plans: listed, made, changed, ended, drawn from, and a draw drawn again to check it.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { json, jsonBody } from '../platform/http/json-content.ts';
import { checkDraw, readDraws } from './draw/draws.use.ts';
import { drawPlan } from './draw/draw-plan.use.ts';
import { drawOnWire } from './draw/draw-on-wire.core.ts';
import { CheckedDrawShape, DrawnShape, DrawsShape, PlanSaidShape, PlansShape } from './plans.shape.ts';
import { changePlan, endPlan, makePlan, readPlans } from './plans.use.ts';

const params = z.object({ id: z.string().max(200) });

const list = createRoute({
  method: 'get',
  path: '/v1/review-plans',
  responses: { 200: { description: 'Every plan, those that run first.', content: json(PlansShape) } },
});
const make = createRoute({
  method: 'post',
  path: '/v1/review-plans',
  request: jsonBody(PlanSaidShape),
  responses: { 200: { description: 'Made; nothing is drawn yet.', content: json(z.object({ id: z.string() })) } },
});
const change = createRoute({
  method: 'put',
  path: '/v1/review-plans/{id}',
  request: { params, ...jsonBody(PlanSaidShape) },
  responses: { 204: { description: 'So it says from the next draw on.' } },
});
const end = createRoute({
  method: 'post',
  path: '/v1/review-plans/{id}/end',
  request: { params },
  responses: { 204: { description: 'It draws no more; what nobody has begun leaves the queue.' } },
});
const draw = createRoute({
  method: 'post',
  path: '/v1/review-plans/{id}/draw',
  request: { params },
  responses: { 200: { description: 'What is left of the week is drawn.', content: json(DrawnShape) } },
});
const draws = createRoute({
  method: 'get',
  path: '/v1/review-plans/{id}/draws',
  request: { params },
  responses: { 200: { description: 'Its draws, the newest first.', content: json(DrawsShape) } },
});
const check = createRoute({
  method: 'get',
  path: '/v1/review-draws/{id}/check',
  request: { params },
  responses: { 200: { description: 'Drawn again from what is kept of it.', content: json(CheckedDrawShape) } },
});

export function reviewPlansApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readPlans(work));
    return context.json(told, 200);
  });
  api.openapi(make, async (context) => {
    const said = context.req.valid('json');
    return context.json(
      { id: await store.inWork(actorOf(context.req.raw), async (work) => makePlan(work, said)) },
      200,
    );
  });
  api.openapi(change, async (context) => {
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => changePlan(work, id, said));
    return context.body(null, 204);
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => endPlan(work, id));
    return context.body(null, 204);
  });
  api.openapi(draw, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => drawPlan(work, id));
    return context.json({ draw: told.draw === null ? null : drawOnWire(told.draw), says: told.says }, 200);
  });
  api.openapi(draws, async (context) => {
    const { id } = context.req.valid('param');
    const rows = await store.inWork(actorOf(context.req.raw), async (work) => readDraws(work, id));
    return context.json({ draws: rows.map(drawOnWire) }, 200);
  });
  api.openapi(check, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => checkDraw(work, id)), 200);
  });
  return api;
}
