// Routes of legal holds: list them, place one, release one.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { LegalHoldShape, LegalHoldsShape, PlaceHoldShape, ReleaseHoldShape } from './legal-hold.shape.ts';
import { listHolds, placeHold, releaseHold } from './legal-hold.use.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/legal-holds',
  responses: { 200: { description: 'All of them, newest first.', content: json(LegalHoldsShape) } },
});

const place = createRoute({
  method: 'post',
  path: '/v1/legal-holds',
  request: jsonBody(PlaceHoldShape),
  responses: { 201: { description: 'It stands.', content: json(LegalHoldShape) } },
});

const release = createRoute({
  method: 'post',
  path: '/v1/legal-holds/{id}/release',
  request: { params: z.object({ id: z.string() }), ...jsonBody(ReleaseHoldShape) },
  responses: { 200: { description: 'It is released.', content: json(LegalHoldShape) } },
});

export function legalHoldApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) =>
    context.json({ holds: await store.inWork(actorOf(context.req.raw), listHolds) }, 200),
  );
  api.openapi(place, async (context) => {
    const { says, ...on } = context.req.valid('json');
    const placed = await store.inWork(actorOf(context.req.raw), async (work) => placeHold(work, on as never, says));
    return context.json(placed, 201);
  });
  api.openapi(release, async (context) => {
    const { id } = context.req.valid('param');
    const { says } = context.req.valid('json');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => releaseHold(work, id, says)), 200);
  });
  return api;
}
