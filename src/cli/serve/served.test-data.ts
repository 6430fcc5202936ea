// A server's app over a test's store, without a network: tokens of any role, and requests by them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { onTestFailed, onTestFinished } from 'vitest';
import { addToken, type TokenAsked } from '../../auth/tokens.use.ts';
import { beforeEmptying } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import type { LogLine } from '../../platform/http/log.ts';
import type { MakeApp } from '../session.ts';
import { servedApp, type Served } from './served-app.ts';

export interface ServedHere {
  readonly logged: LogLine[];
  /** Milliseconds since the test began, by the server's clock; a test may move it. */
  readonly clock: { now: number };
  ask(method: string, path: string, init?: Asking): Promise<Response>;
  token(asked: Omit<TokenAsked, 'says'>, orgId?: string): Promise<string>;
}

export interface Asking {
  readonly token?: string;
  /** Text and bytes go as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address that it comes from. */
  readonly from?: string;
}

export const own = 'own-token-of-this-test';
/** What the server of a test would have printed in its terminal. */
export const terminalToken = 'AAAA-BBBB-CCCC-DDDD';

/** @param makeApp the roof's @param perMinute requests a token may make each minute */
export async function serveHere(
  makeApp: MakeApp,
  store: Store,
  { perMinute = 100_000, signIn = {}, names = [] }: Pick<Served, 'perMinute' | 'signIn'> & { names?: string[] } = {},
): Promise<ServedHere> {
  const folder = await mkdtemp(join(tmpdir(), 'customary-served-'));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  const logged: LogLine[] = [];
  const clock = { now: 0 };
  const app = servedApp(tellingWhatBroke(makeApp, logged), {
    context: { store, spoolDir: folder, ownPacks: join(folder, 'packs'), version: 'test' },
    own: { text: own, actor: { orgId: 'harbor', id: 'this-machine', roles: ['owner'] } },
    names: { names, anyAddress: false },
    log: (line) => logged.push(line),
    ending: () => false,
    perMinute,
    // A password's hash may be cheap here: it guards nothing.
    signIn: { terminalToken, cost: 16, ...signIn },
    now: () => clock.now,
  });
  beforeEmptying(async () => app.end());
  return {
    logged,
    clock,
    ask: async (method, path, { token, body, headers = {}, from = '10.0.0.1' } = {}) => {
      const text =
        body === undefined || typeof body === 'string' || body instanceof Uint8Array
          ? (body as string | Uint8Array<ArrayBuffer> | undefined)
          : JSON.stringify(body);
      const request = new Request(`http://localhost${path}`, {
        method,
        ...(text === undefined ? {} : { body: text }),
        headers: {
          host: 'localhost',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          ...headers,
        },
      });
      return app.fetch(request, { incoming: { socket: { remoteAddress: from } } });
    },
    token: async (asked, orgId = 'harbor') =>
      store.inWork({ orgId, id: 'test', roles: ['owner'] }, async (work) => {
        const { text } = await addToken(work, { says: 'a test', ...asked });
        return text;
      }),
  };
}

/** The same app; a test that fails shows what the server didn't expect, of which its reply says nothing. */
function tellingWhatBroke(makeApp: MakeApp, logged: readonly LogLine[]): MakeApp {
  const broke: string[] = [];
  onTestFailed(() => {
    const lines = logged.filter((line) => line.level === 'error').map((line) => JSON.stringify(line));
    if (broke.length + lines.length > 0)
      console.error(['The server met what it should not:', ...broke, ...lines].join('\n'));
  });
  return (context, before) =>
    makeApp(context, (app) => {
      app.use(async (asked, next) => {
        await next();
        if (asked.res.status === 500 && asked.error)
          broke.push(`${asked.req.method} ${asked.req.path}: ${inspect(asked.error)}`);
      });
      before?.(app);
    });
}

/** The problem document of a refusal. */
export async function problemIn(reply: Response): Promise<{ type: string; detail: string; instance?: string }> {
  return (await reply.json()) as { type: string; detail: string; instance?: string };
}
