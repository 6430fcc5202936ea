// Routes of what is done and not written, and of what the duties rest on.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { BaseShape, UnwrittenShape } from './oral-tradition.shape.ts';
import { readBase } from './read-base.use.ts';
import { readUnwritten } from './read-unwritten.use.ts';

const unwritten = createRoute({
  method: 'get',
  path: '/v1/dark-ages',
  responses: {
    200: {
      description: 'What is done and stands nowhere, by kind, the most often first.',
      content: { 'application/json': { schema: UnwrittenShape } },
    },
  },
});
const base = createRoute({
  method: 'get',
  path: '/v1/base',
  responses: {
    200: {
      description: 'Each duty with what it rests on; those that lack most first.',
      content: { 'application/json': { schema: BaseShape } },
    },
  },
});

export function oralTraditionApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(unwritten, async (context) => {
    const items = await store.inWork(actorOf(context.req.raw), readUnwritten);
    return context.json(UnwrittenShape.parse({ items }), 200);
  });
  api.openapi(base, async (context) => {
    const told = await store.inWork(actorOf(context.req.raw), readBase);
    return context.json(BaseShape.parse(told), 200);
  });
  return api;
}
