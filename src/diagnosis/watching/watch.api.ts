// The route of watching.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { watchOnWire } from './watch-on-wire.use.ts';
import { WatchShape } from './watch.shape.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/watch',
  request: { query: z.object({ site: z.string().optional(), standard: z.string().optional() }) },
  responses: {
    200: {
      description: 'Rates that changed and when, with the dated events of those days, and run charts with limits.',
      content: { 'application/json': { schema: WatchShape } },
    },
  },
});

export function watchApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(route, async (context) => {
    const { site, standard } = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      watchOnWire(work, { ...(site === undefined ? {} : { site }), ...(standard === undefined ? {} : { standard }) }),
    );
    return context.json(WatchShape.parse(found), 200);
  });
  return api;
}
