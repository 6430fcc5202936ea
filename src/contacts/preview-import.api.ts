// The route that shows how a file would be read, for whoever is about to bring it and may have to say what its columns are.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { assertMayBringContacts } from './import.access.ts';
import { FileQueryShape, MappingShape, RejectShape } from './import.shape.ts';
import { previewFile } from './preview-file.job.ts';

const count = z.int().nonnegative();

export const ImportPreviewShape = z
  .object({
    tables: z.array(
      z.object({
        file: z.string(),
        headers: z.array(z.string()),
        rows: z.array(z.array(z.string())).describe('The first rows as they stand; cells are cut at 200 characters.'),
        mapping: MappingShape.nullable().describe('null: nothing in it was recognised; say what the columns are.'),
        howSure: z.number().min(0).max(1),
      }),
    ),
    contacts: z
      .array(
        z.object({
          channel: z.string(),
          turns: z.array(z.object({ speaker: z.enum(['rep', 'customer', 'other']), text: z.string() })),
          answers: z.array(z.object({ question: z.string(), answer: z.string() })),
          repFrom: z.string(),
          site: z.string().optional(),
          startedAt: z.string().optional(),
          outcome: z.string().optional(),
        }),
      )
      .describe('The first of them as they would be kept, personal data taken out.'),
    counts: z.object({ contacts: count, facts: count, rejects: count }),
    rejects: z.array(RejectShape),
    said: z.array(z.string()),
    more: z.boolean().describe('There is more in the file than was read for this.'),
  })
  .openapi('ImportPreview');
export type ImportPreview = z.infer<typeof ImportPreviewShape>;

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
    const key = await store.inWork(actorOf(context.req.raw), async (work) => {
      assertMayBringContacts(work.actor);
      return Promise.resolve(work.key);
    });
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
