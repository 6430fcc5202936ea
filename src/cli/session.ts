// A command's hold on the data: the store opened, the API over it in-process, the client to call it with.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../kernel/actor.ts';
import { organisationOf, rememberFolder, version, type DataFolder } from '../platform/config.ts';
import { openStore, type Store } from '../platform/db/open.ts';
import type { ApiContext } from '../platform/http/api.ts';
import { newClient, type Client } from './client.ts';

export interface Session {
  readonly client: Client;
  readonly store: Store;
  readonly actor: Actor;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** How the roof makes an app of a context; passed in, since nobody imports the roof. */
export type MakeApp = (context: ApiContext) => { fetch(request: Request): Response | Promise<Response> };

/**
 * Open a data folder and the API over it. The person at this machine is its owner.
 * @throws Fault `data-folder-locked` where another process holds it
 */
export async function openSession(folder: DataFolder, makeApp: MakeApp): Promise<Session> {
  const orgId = await organisationOf(folder.path);
  const databaseUrl = process.env.DATABASE_URL;
  const store = await openStore({
    dataDir: folder.path,
    now: () => new Date(),
    ...(databaseUrl ? { databaseUrl } : {}),
  });
  const actor: Actor = { orgId, id: 'this-machine', roles: ['owner'] };
  const spoolDir = join(folder.path, 'spool');
  await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  const app = makeApp({ store, actorOf: () => actor, spoolDir, ownPacks: join(folder.path, 'packs'), version });
  await rememberFolder(folder.path);
  return {
    client: newClient((request) => app.fetch(request)),
    store,
    actor,
    dataDir: folder.path,
    close: async () => store.close(),
  };
}
