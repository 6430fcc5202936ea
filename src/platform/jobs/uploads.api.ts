// The routes by which a file is sent before somebody says what to do with it, and dropped again. In-process as well: commands send
// theirs the same way.
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../http/api.ts';
import { json } from '../http/json-content.ts';
import { UploadShape } from './jobs.shape.ts';
import { newUploads, type Uploads } from './uploads.ts';

const upload = createRoute({
  method: 'put',
  path: '/v1/uploads',
  responses: { 201: { description: 'It waits for a job, a day at most.', content: json(UploadShape) } },
});

const drop = createRoute({
  method: 'delete',
  path: '/v1/uploads/{id}',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'It waits no longer, if it did.' } },
});

/** Files that were sent and wait, of whichever part of the program has this folder for archives. */
export function uploadsIn(spoolDir: string): Uploads {
  return newUploads(join(spoolDir, 'uploads'));
}

export function uploadsApi({ actorOf, spoolDir }: ApiContext): Api {
  const api = newApi();
  const uploads = uploadsIn(spoolDir);
  api.openapi(upload, async (context) => {
    const kept = await uploads.keep(actorOf(context.req.raw).orgId, context.req.raw.body);
    return context.json(kept, 201);
  });
  api.openapi(drop, async (context) => {
    await uploads.drop(actorOf(context.req.raw).orgId, context.req.valid('param').id);
    return context.body(null, 204);
  });
  return api;
}
