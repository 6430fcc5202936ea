// Routes of one's own letter while it is being written.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { KeptLetterDraftShape, LetterDraftShape } from './letter-draft.shape.ts';
import { keepDraft, readDraft, throwDraftAway } from './letter-draft.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });
const path = '/v1/letter-draft';

const read = createRoute({
  method: 'get',
  path,
  responses: { 200: { description: 'One’s own; null where none was begun.', content: json(KeptLetterDraftShape) } },
});
const keep = createRoute({
  method: 'put',
  path,
  request: { body: { content: json(LetterDraftShape), required: true } },
  responses: { 204: { description: 'Kept in the place of the one before.' } },
});
const drop = createRoute({ method: 'delete', path, responses: { 204: { description: 'Gone.' } } });

export function letterDraftApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const draft = await store.inWork(actorOf(context.req.raw), readDraft);
    return context.json({ draft }, 200);
  });
  api.openapi(keep, async (context) => {
    const draft = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => keepDraft(work, draft));
    return context.body(null, 204);
  });
  api.openapi(drop, async (context) => {
    await store.inWork(actorOf(context.req.raw), throwDraftAway);
    return context.body(null, 204);
  });
  return api;
}
