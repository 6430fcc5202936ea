// Routes of "Why do we have it?": as the page shows it, and as a table.
import { createRoute, z } from '@hono/zod-openapi';
import { reading } from '../../kernel/actor.ts';
import { csvLine } from '../../kernel/csv-line.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { WhyShape } from './why.shape.ts';
import { whyTable } from './why-table.core.ts';
import { readWhy } from './why.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/policies/why',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(50) }) },
  responses: { 200: { description: 'Clauses that must show their right to stand.', content: json(WhyShape) } },
});
const table = createRoute({
  method: 'get',
  path: '/v1/policies/why/table',
  responses: {
    200: {
      description: 'The same as a table, a clause a row. No cell is a formula.',
      content: { 'text/csv': { schema: z.string() } },
    },
  },
});

const mostRows = 100_000;

export function whyApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const { limit } = context.req.valid('query');
    const told = await store.inWork(reading(actorOf(context.req.raw)), async (work) => readWhy(work, limit));
    return context.json(WhyShape.parse(told), 200);
  });
  api.openapi(table, async (context) => {
    const told = await store.inWork(reading(actorOf(context.req.raw)), async (work) => readWhy(work, mostRows));
    const headers = {
      'content-disposition': 'attachment; filename="why-do-we-have-it.csv"',
      'content-type': 'text/csv; charset=utf-8',
    };
    return new Response(`\ufeff${whyTable(told).map(csvLine).join('')}`, { headers }) as never;
  });
  return api;
}
