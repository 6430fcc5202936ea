// A command's hold on the data: the store opened and the API over it in-process; or, where a server of this machine
// holds the folder, the same API over HTTP. Commands see no difference.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import { organisationOf, rememberFolder, version, type DataFolder } from '../platform/config.ts';
import { openStore, type Store } from '../platform/db/open.ts';
import type { Api, ApiContext, App } from '../platform/http/api.ts';
import { readServerNote, type ServerNote } from '../platform/http/server-note.ts';
import { newClient, type Client } from './client.ts';
import { overHttp } from './serve/over-http.ts';

export interface Session {
  readonly client: Client;
  readonly dataDir: string;
  /** Whether this process holds the embedded database; else a PostgreSQL, or a server does. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/**
 * How the roof makes an app of a context; passed in, since nobody imports the roof.
 * @param before what stands before every route, where a server answers
 */
export type MakeApp = (context: ApiContext, before?: (app: Api) => void) => App;

/** For a command line, which loads the app only where a command needs it. */
export type LoadApp = () => Promise<MakeApp>;

/**
 * Open a data folder and the API over it. The person at this machine is its owner.
 * @throws Fault `data-folder-locked` where another process holds it that is no server; `server-other-version`
 */
export async function openSession(folder: DataFolder, makeApp: MakeApp | Promise<MakeApp>): Promise<Session> {
  const orgId = await organisationOf(folder.path);
  const held = await openHere(folder);
  if (!('kind' in held)) return sessionOver(folder, held);
  return sessionOn(held, { folder, orgId }, await makeApp, async () => held.close());
}

/** A session over a store that is open already; `close` is all that its end does. */
export async function sessionOn(
  store: Store,
  { folder, orgId }: { readonly folder: DataFolder; readonly orgId: string },
  makeApp: MakeApp,
  close: () => Promise<void> = async () => undefined,
): Promise<Session> {
  const actor: Actor = { orgId, id: 'this-machine', roles: ['owner'] };
  const spoolDir = join(folder.path, 'spool');
  await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  const app = makeApp({ store, actorOf: () => actor, spoolDir, ownPacks: join(folder.path, 'packs'), version });
  await rememberFolder(folder.path);
  return {
    client: newClient((request) => app.fetch(request)),
    dataDir: folder.path,
    embedded: store.kind === 'pglite',
    close,
  };
}

/** The store, or the note of the server that holds the folder. */
async function openHere(folder: DataFolder): Promise<Store | ServerNote> {
  const databaseUrl = process.env.DATABASE_URL;
  try {
    return await openStore({
      dataDir: folder.path,
      now: () => new Date(),
      ...(databaseUrl ? { databaseUrl } : {}),
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.slug !== 'data-folder-served') throw error;
    const note = await readServerNote(folder.path);
    // It holds the folder but doesn't answer yet, or no longer.
    if (!note) throw error;
    return note;
  }
}

async function sessionOver(folder: DataFolder, note: ServerNote): Promise<Session> {
  if (note.version !== version) {
    throw new Fault(
      'server-other-version',
      'conflict',
      `The server that holds ${folder.path} is Customary ${note.version}, and this is ${version}. Restart the server with this version.`,
    );
  }
  await rememberFolder(folder.path);
  return {
    client: newClient(overHttp(note)),
    dataDir: folder.path,
    embedded: false,
    close: async () => undefined,
  };
}
