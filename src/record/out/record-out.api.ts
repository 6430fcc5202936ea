// The route by which the whole record leaves: a workbook with a sheet a table.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { workbookOf } from '../../platform/http/table-file.ts';
import { takeRecordOut } from './record-out.use.ts';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const out = createRoute({
  method: 'get',
  path: '/v1/record/out',
  responses: {
    200: {
      description: 'A workbook that the import takes in again. No cell is a formula.',
      content: { [sheetType]: { schema: z.string() } },
    },
  },
});

export function recordOutApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(out, async (context) => {
    const sheets = await store.inWork(actorOf(context.req.raw), takeRecordOut);
    // A workbook has a sheet at least; an empty one is refused when it is brought in, and says so.
    const bytes = await workbookOf(sheets.length > 0 ? sheets : [{ name: 'empty', rows: [] }]);
    const headers = { 'content-disposition': 'attachment; filename="record.xlsx"', 'content-type': sheetType };
    return new Response(bytes, { headers }) as never;
  });
  return api;
}
