// The route that shows how a file would be read, for whoever is about to bring it and may have to say what its columns are.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { beginPreview } from './preview-import.use.ts';
import { FileQueryShape } from './import.shape.ts';
import { ImportPreviewShape } from './preview-import.shape.ts';
import { previewFile } from './preview-file.job.ts';

const preview = createRoute({
  method: 'post',
  path: '/v1/imports/preview',
  request: {
    query: FileQueryShape.omit({ folder: true, rejectsSoFar: true }).extend({
      cut: z.enum(['yes', 'no']).default('no').describe('yes: the bytes are only the beginning of the file.'),
    }),
  },
  responses: {
    200: {
      description: 'How the file would be read; nothing is stored.',
      content: { 'application/json': { schema: ImportPreviewShape } },
    },
  },
});

export function previewImportApi({ store, actorOf, spoolDir }: ApiContext): Api {
  const api = newApi();
  api.openapi(preview, async (context) => {
    const query = context.req.valid('query');
    const key = await store.inWork(actorOf(context.req.raw), beginPreview);
    const bytes = context.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
    const found = await previewFile({
      name: query.name,
      bytes,
      spoolDir,
      key,
      cut: query.cut === 'yes',
      options: {
        ...(query.columns === undefined ? {} : { columns: query.columns }),
        ...(query.table === undefined ? {} : { table: query.table }),
        ...(query.rep === undefined ? {} : { repLabel: query.rep }),
        ...(query.channel === undefined ? {} : { channel: query.channel }),
      },
    });
    return context.json(
      {
        ...found,
        contacts: found.contacts.map((one) => ({ ...one, turns: [...one.turns], answers: [...one.answers] })),
        tables: found.tables.map((one) => ({
          ...one,
          mapping: one.mapping && { ...one.mapping, columns: [...one.mapping.columns] },
        })),
      },
      200,
    );
  });
  return api;
}
