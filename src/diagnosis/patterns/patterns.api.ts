// The route of patterns: what people confirm, fix and verify.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { listPatterns } from './list-patterns.use.ts';
import { PatternsShape } from './patterns.shape.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/patterns',
  request: { query: z.object({ site: z.string().optional(), standard: z.string().optional() }) },
  responses: {
    200: {
      description: 'Patterns of the last run, worth most first; of one site or standard, where asked.',
      content: { 'application/json': { schema: PatternsShape } },
    },
  },
});

export function patternsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { site, standard } = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      listPatterns(work, { ...(site === undefined ? {} : { site }), ...(standard === undefined ? {} : { standard }) }),
    );
    return context.json(PatternsShape.parse(found), 200);
  });
  return api;
}
