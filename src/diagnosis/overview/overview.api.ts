// Routes of the first look: the overview, what to fix first, and failures a page at a time.
import { createRoute, z } from '@hono/zod-openapi';
import { reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../../platform/http/pages.ts';
import { firstFixes } from './first-fixes.use.ts';
import { overviewReader } from './kept-overview.job.ts';
import { FailuresQueryShape, FirstFixShape, OverviewShape, ToldFailureShape } from './overview.shape.ts';
import { listFailures } from './tell-failures.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });

const overview = createRoute({
  method: 'get',
  path: '/v1/overview',
  responses: {
    200: {
      description: 'Shares, cost, one standard to speak of, rates, what to fix first.',
      content: json(OverviewShape),
    },
  },
});

const fixes = createRoute({
  method: 'get',
  path: '/v1/first-fixes',
  request: { query: FailuresQueryShape.extend({ limit: z.coerce.number().int().min(1).max(100).default(20) }) },
  responses: {
    200: { description: 'What to fix first comes first.', content: json(z.object({ items: z.array(FirstFixShape) })) },
  },
});

const failures = createRoute({
  method: 'get',
  path: '/v1/failures',
  request: { query: FailuresQueryShape.extend(PageQueryShape.shape) },
  responses: {
    200: { description: 'Failures of the last run, each with its words.', content: json(pageOf(ToldFailureShape)) },
  },
});

const idPattern = /^[\w-]{1,100}$/;

export function overviewApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  const readOverview = overviewReader(store, ownPacks);
  api.openapi(overview, async (context) => {
    const told = await readOverview(actorOf(context.req.raw));
    return context.json(OverviewShape.parse(told), 200);
  });
  api.openapi(fixes, async (context) => {
    const { limit, ...asked } = context.req.valid('query');
    const items = await store.inWork(reading(actorOf(context.req.raw)), async (work) => firstFixes(work, asked, limit));
    return context.json({ items: z.array(FirstFixShape).parse(items) }, 200);
  });
  api.openapi(failures, async (context) => {
    const { after, limit, ...asked } = context.req.valid('query');
    const [place = ''] = after === undefined ? [] : placeIn(after, [idPattern]);
    const told = await store.inWork(reading(actorOf(context.req.raw)), async (work) =>
      listFailures(work, asked, place, limit),
    );
    const { items, next } = toPage(told, limit, (one) => [one.id]);
    return context.json({ items: z.array(ToldFailureShape).parse(items), next }, 200);
  });
  return api;
}
