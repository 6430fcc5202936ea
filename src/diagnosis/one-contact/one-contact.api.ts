// The route of one contact.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { loadLadder } from '../load-ladder.use.ts';
import { OneContactShape } from './one-contact.shape.ts';
import { readContact } from './one-contact.use.ts';

const one = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'Its words, what was said of them, and why.',
      content: { 'application/json': { schema: OneContactShape } },
    },
  },
});

export function oneContactApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(one, async (context) => {
    const ladder = await loadLadder(ownPacks);
    const { id } = context.req.valid('param');
    const read = await store.inWork(actorOf(context.req.raw), async (work) => readContact(work, id, ladder));
    return context.json(read, 200);
  });
  return api;
}
