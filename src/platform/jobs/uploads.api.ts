// The route by which a file is sent before somebody says what to do with it. In-process as well: commands send theirs the same way.
import { join } from 'node:path';
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../http/api.ts';
import { json } from '../http/json-content.ts';
import { UploadShape } from './jobs.shape.ts';
import { newUploads, type Uploads } from './uploads.ts';

const upload = createRoute({
  method: 'put',
  path: '/v1/uploads',
  responses: { 201: { description: 'It waits for a job, a day at most.', content: json(UploadShape) } },
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
  return api;
}
