// The route of sites.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { SitesShape } from './sites.shape.ts';
import { listSites } from './sites.use.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/sites',
  responses: { 200: { description: 'Every site on record, in order of name.', content: json(SitesShape) } },
});

export function sitesApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) =>
    context.json(SitesShape.parse(await store.inWork(actorOf(context.req.raw), listSites)), 200),
  );
  return api;
}
