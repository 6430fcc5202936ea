// Routes of undoing an import: look at what would go, then let it go. `last` in place of an id is the last import.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { HeldImportShape, UndoneImportShape } from './undo-import.shape.ts';
import { lookAtImport, undoImport } from './undo-import.use.ts';

const params = z.object({ id: z.string() });

const look = createRoute({
  method: 'get',
  path: '/v1/imports/{id}',
  request: { params },
  responses: {
    200: { description: 'What is held of it.', content: { 'application/json': { schema: HeldImportShape } } },
  },
});

const undo = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/undo',
  request: { params },
  responses: {
    200: { description: 'What was taken out.', content: { 'application/json': { schema: UndoneImportShape } } },
  },
});

export function undoImportApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(look, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => lookAtImport(work, id)), 200);
  });
  api.openapi(undo, async (context) => {
    const { id } = context.req.valid('param');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => undoImport(work, id)), 200);
  });
  return api;
}
