// Routes about the server itself: does it run, is it ready, what has it done.
import { createRoute, z } from '@hono/zod-openapi';
import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../../kernel/fault.ts';
import { appliedMigrations, readMigrations } from '../db/migrate.ts';
import type { Store } from '../db/open.ts';
import { newApi, type Api } from './api.ts';
import type { Metrics } from './metrics.ts';

const says = z.object({ says: z.string() });
const json = { 'application/json': { schema: says } };

const health = createRoute({
  method: 'get',
  path: '/healthz',
  responses: { 200: { description: 'The process answers.', content: json } },
});
const ready = createRoute({
  method: 'get',
  path: '/readyz',
  responses: { 200: { description: 'The database answers and is of this version.', content: json } },
});
const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  responses: {
    200: { description: 'Counts in the text format of Prometheus.', content: { 'text/plain': { schema: z.string() } } },
  },
});

export interface ServerState {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly ending: () => boolean;
}

/** Milliseconds that the database may take to answer. */
const patience = 5000;

export function serverApi({ store, metrics: counted, ending }: ServerState): Api {
  const api = newApi();
  api.openapi(health, (context) => context.json({ says: 'running' }, 200));
  api.openapi(ready, async (context) => {
    if (ending()) throw notReady('The server is about to end. Ask another one, or later.');
    const late = new AbortController();
    const applied = await Promise.race([
      appliedMigrations(store).finally(() => late.abort()),
      wait(patience, null, { signal: late.signal }).catch(() => null),
    ]);
    if (applied === null) throw notReady('The database did not answer within 5 seconds. Ask again.');
    const missing = (await readMigrations()).filter((one) => applied.get(one.name) !== one.sha256);
    if (missing.length > 0 || applied.size === 0)
      throw notReady('The database is of another version. Stop the server and run customary migrate.');
    return context.json({ says: 'ready' }, 200);
  });
  api.openapi(metrics, (context) =>
    context.text(counted.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  return api;
}

function notReady(sentence: string): Fault {
  return new Fault('not-ready', 'unavailable', sentence);
}
