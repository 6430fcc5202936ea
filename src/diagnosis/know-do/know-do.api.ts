// Routes of know it, do it: as read by the page, and as a table.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { csvLine } from '../../kernel/csv-line.ts';
import { workbook } from '../../platform/http/table-file.ts';
import { loadLadder } from '../load-ladder.use.ts';
import type { KnowDoReport } from './know-do-report.core.ts';
import { knowDoTable } from './know-do-table.core.ts';
import { KnowDoShape } from './know-do.shape.ts';
import { readKnowDo } from './know-do.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/know-do',
  responses: { 200: { description: 'Certified against kept, standard by standard.', content: json(KnowDoShape) } },
});
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const table = createRoute({
  method: 'get',
  path: '/v1/know-do/table',
  request: { query: z.object({ form: z.enum(['csv', 'xlsx']).default('csv') }) },
  responses: {
    200: {
      description: 'The same as a table, a standard a row. No cell is a formula.',
      content: { 'text/csv': { schema: z.string() }, [sheetType]: { schema: z.string() } },
    },
  },
});

export function knowDoApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  const readFor = async (actor: Actor): Promise<KnowDoReport> => {
    const ladder = await loadLadder(ownPacks);
    return store.inWork(actor, async (work) => readKnowDo(work, ladder, ownPacks));
  };
  api.openapi(read, async (context) => context.json(KnowDoShape.parse(await readFor(actorOf(context.req.raw))), 200));
  api.openapi(table, async (context) => {
    const { form } = context.req.valid('query');
    const rows = knowDoTable(await readFor(actorOf(context.req.raw)));
    const body = form === 'xlsx' ? await workbook('know it, do it', rows) : `\ufeff${rows.map(csvLine).join('')}`;
    const headers = {
      'content-disposition': `attachment; filename="know-it-do-it.${form}"`,
      'content-type': form === 'xlsx' ? sheetType : 'text/csv; charset=utf-8',
    };
    return new Response(body, { headers }) as never;
  });
  return api;
}
