// The route of past marks: all tables of a request go in together, or none.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { importPastMarks } from './past-marks.use.ts';
import { PastMarksFilesShape, PastMarksTakenShape } from './past-marks.shape.ts';
import { readPastMarks } from './read-past-marks.ts';

const bring = createRoute({
  method: 'post',
  path: '/v1/past-marks',
  request: { body: { content: { 'application/json': { schema: PastMarksFilesShape } }, required: true } },
  responses: {
    200: {
      description: 'What went in, and which rows could not and why.',
      content: { 'application/json': { schema: PastMarksTakenShape } },
    },
  },
});

export function pastMarksApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(bring, async (context) => {
    const standards = new Map(
      (await loadPacks(ownPacks)).flatMap((pack) => pack.standards.map((one) => [one.id, one.kind] as const)),
    );
    const { files } = context.req.valid('json');
    const read = await Promise.all(files.map(async ({ name, text }) => readPastMarks(name, text, standards)));
    const taken = await store.inWork(actorOf(context.req.raw), async (work) =>
      importPastMarks(
        work,
        read.flatMap((one) => one.rows),
      ),
    );
    return context.json({ ...taken, rejects: read.flatMap((one) => [...one.rejects]) }, 200);
  });
  return api;
}
