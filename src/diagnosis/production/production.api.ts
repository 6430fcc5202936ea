// The route of production: which sites produce less than their size, price and place would give, and what they share.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { ProductionShape } from './production.shape.ts';
import { readProduction } from './production.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/production',
  responses: {
    200: {
      description: 'What each site produces beside what its circumstances would give.',
      content: { 'application/json': { schema: ProductionShape } },
    },
  },
});

export function productionApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const report = await store.inWork(actorOf(context.req.raw), readProduction);
    return context.json(ProductionShape.parse(report), 200);
  });
  return api;
}
