// The route of the history: its last line, by which a reader knows whether anything was done since.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../http/api.ts';
import { ledgerHead } from './ledger-head.ts';
import { LedgerHeadShape } from './ledger.shape.ts';

const head = createRoute({
  method: 'get',
  path: '/v1/ledger',
  responses: {
    200: { description: 'Its last line.', content: { 'application/json': { schema: LedgerHeadShape } } },
  },
});

export function ledgerApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(head, async (context) =>
    context.json({ head: await store.inWork(actorOf(context.req.raw), ledgerHead) }, 200),
  );
  return api;
}
