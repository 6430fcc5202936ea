// The route of marking: marks what waits, a line of progress for each batch.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { streamLines } from '../platform/http/lines.ts';
import { keptPacks } from '../standards/kept-standards.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { readOrganisation, readSpokenWords } from '../people/people-record.use.ts';
import { markContacts } from './mark-contacts.job.ts';
import { MarkingLineShape, MarkingQueryShape } from './marking.shape.ts';

const mark = createRoute({
  method: 'post',
  path: '/v1/marking',
  request: { query: MarkingQueryShape },
  responses: {
    200: {
      description: 'Progress, a line a batch; no line where nothing waited.',
      content: { 'application/x-ndjson': { schema: MarkingLineShape } },
    },
  },
});

export function markingApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(mark, (context) => {
    const actor = actorOf(context.req.raw);
    const againSoon = context.req.valid('query').again === 'soon';
    return streamLines(run()) as never;

    async function* run(): AsyncGenerator<z.infer<typeof MarkingLineShape>> {
      const packs = await loadPacks(ownPacks);
      const { words, kept } = await store.inWork(actor, async (work) => ({
        words: await readSpokenWords(work),
        kept: (await readOrganisation(work))?.standards ?? [],
      }));
      yield* markContacts(store, actor, keptPacks(packs, kept), words, againSoon);
    }
  });
  return api;
}
