// The route of a backup: everything that is kept, keys included, as one file for the owner. It is written beside first, so that
// what is sent is whole, and nothing of it stays here.
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import { backup } from '../../platform/db/backup.ts';
import { organisationsOf } from '../../platform/db/keys.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { noteBackup } from './note-backup.use.ts';

const make = createRoute({
  method: 'post',
  path: '/v1/backup',
  responses: {
    200: {
      description: 'What `customary restore` takes. Guard it like the data folder itself.',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
  },
});

export function backupApi({ store, actorOf, spoolDir }: ApiContext): Api {
  const api = newApi();
  api.openapi(make, async (context) => {
    const actor = actorOf(context.req.raw);
    const others = (await organisationsOf(store.dataDir)).filter((orgId) => orgId !== actor.orgId);
    if (others.length > 0)
      throw new Fault(
        'backup-of-others',
        'forbidden',
        'Other organisations are kept beside yours, and a backup holds all of them. Ask whoever runs the server for customary backup.',
      );
    // First, so that the history in the file tells of it too.
    const now = await store.inWork(actor, noteBackup);
    const file = join(spoolDir, `${randomUUID()}.backup`);
    try {
      await backup(store, file, () => new Date(now));
      const handle = await open(file);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-length': String((await handle.stat()).size),
        'content-disposition': `attachment; filename="customary-${now.slice(0, 10)}.backup"`,
        'cache-control': 'no-store',
      };
      // Its handle closes by itself once it is read, or left.
      return new Response(handle.readableWebStream({ autoClose: true }) as ReadableStream<Uint8Array>, {
        headers,
      }) as never;
    } finally {
      // What is open is read to its end all the same.
      await rm(file, { force: true });
    }
  });
  return api;
}
