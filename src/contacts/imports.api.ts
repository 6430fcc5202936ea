// Routes of importing contacts: start, one file at a time as a stream of bytes, finish, and what was refused.
import { createRoute, z } from '@hono/zod-openapi';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { streamLines } from '../platform/http/lines.ts';
import { matchToRecord } from './contacts.use.ts';
import { applyFacts, closeImport } from './finish-import.use.ts';
import { importFile } from './import-file.job.ts';
import { defaultLimits } from './readers/read-item.ts';
import {
  FileQueryShape,
  FinishedImportShape,
  FinishImportShape,
  ImportLineShape,
  ImportShape,
  RejectShape,
  StartImportShape,
} from './import.shape.ts';
import { assertImportOpen, listRejects, startImport } from './imports.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });
const params = z.object({ id: z.string() });

const start = createRoute({
  method: 'post',
  path: '/v1/imports',
  request: { body: { content: json(StartImportShape), required: true } },
  responses: { 201: { description: 'The import, ready for files.', content: json(ImportShape) } },
});

const putFile = createRoute({
  method: 'put',
  path: '/v1/imports/{id}/files',
  request: { params, query: FileQueryShape },
  responses: {
    200: {
      description: 'A line for each thing worth saying; the last is `done`.',
      content: { 'application/x-ndjson': { schema: ImportLineShape } },
    },
  },
});

const finish = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/finish',
  request: { params, body: { content: json(FinishImportShape), required: true } },
  responses: { 200: { description: 'Facts applied, counts kept.', content: json(FinishedImportShape) } },
});

const rejects = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/rejects',
  request: { params },
  responses: { 200: { description: 'Everything that could not go in.', content: json(z.array(RejectShape)) } },
});

export function importsApi({ store, actorOf, spoolDir }: ApiContext): Api {
  const api = newApi();
  api.openapi(start, async (context) => {
    const id = await store.inWork(actorOf(context.req.raw), async (work) =>
      startImport(work, context.req.valid('json').label),
    );
    return context.json({ id }, 201);
  });
  api.openapi(putFile, async (context) => {
    const { id: importId } = context.req.valid('param');
    const actor = actorOf(context.req.raw);
    await store.inWork(actor, async (work) => assertImportOpen(work, importId));
    const query = context.req.valid('query');
    const bytes = context.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
    const lines = importFile(store, actor, {
      importId,
      name: query.name,
      bytes,
      spoolDir,
      firstReject: query.rejectsSoFar,
      options: {
        ...(query.columns === undefined ? {} : { columns: query.columns }),
        ...(query.table === undefined ? {} : { table: query.table }),
        ...(query.rep === undefined ? {} : { repLabel: query.rep }),
        ...(query.channel === undefined ? {} : { channel: query.channel }),
        ...(query.transcripts === undefined
          ? {}
          : { heardBy: query.transcripts === 'machine' ? ('recogniser' as const) : ('person' as const) }),
        // The folder's own wrapping must not count among the archives that a person put into each other.
        ...(query.folder === 'yes' ? { limits: { archiveDepth: defaultLimits.archiveDepth + 1 } } : {}),
      },
    });
    return streamLines(lines) as never;
  });
  api.openapi(finish, async (context) => {
    const { id } = context.req.valid('param');
    const { counts, rejects: written } = context.req.valid('json');
    const done = await store.inWork(actorOf(context.req.raw), async (work) => {
      await assertImportOpen(work, id);
      const changed = await applyFacts(work, id);
      // Where the record was brought first, its ids stand in the contacts from now on.
      const { people, sites } = await readSitesAndPeople(work);
      if (people.length > 0 || sites.length > 0) await matchToRecord(work, people, sites);
      return { changed, rejects: await closeImport(work, id, counts, written) };
    });
    await store.analyze(['contact', 'contact_key', 'contact_fact']);
    return context.json(done, 200);
  });
  api.openapi(rejects, async (context) => {
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      listRejects(work, context.req.valid('param').id),
    );
    return context.json(found, 200);
  });
  return api;
}
