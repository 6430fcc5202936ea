// Routes of serious acts: the catalogue, and one's own, which nobody else may ask for.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { ActsShape } from './acts.shape.ts';
import { readActs, readOwnActs } from './acts.use.ts';
import { json } from '../../platform/http/json-content.ts';

const all = createRoute({
  method: 'get',
  path: '/v1/acts',
  responses: { 200: { description: 'Serious acts, what happened most first.', content: json(ActsShape) } },
});

const own = createRoute({
  method: 'get',
  path: '/v1/me/acts',
  responses: { 200: { description: 'The same of the contacts that one served oneself.', content: json(ActsShape) } },
});

export function actsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(all, async (context) =>
    context.json({ acts: await store.inWork(actorOf(context.req.raw), readActs) }, 200),
  );
  api.openapi(own, async (context) =>
    context.json({ acts: await store.inWork(actorOf(context.req.raw), readOwnActs) }, 200),
  );
  return api;
}
