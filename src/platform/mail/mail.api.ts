// The route of mail that waits. Who may: src/auth/routes.core.ts.
import { createRoute } from '@hono/zod-openapi';
import type { Store } from '../db/open.ts';
import { newApi, type Api } from '../http/api.ts';
import { actorAsked } from '../http/asked.ts';
import { OutboxShape } from './mail.shape.ts';
import { readOutbox } from './post-mail.ts';

const outbox = createRoute({
  method: 'get',
  path: '/v1/mail/outbox',
  responses: {
    200: {
      description: 'Mail that has not been sent, newest first.',
      content: { 'application/json': { schema: OutboxShape } },
    },
  },
});

export function mailApi({
  store,
  server,
}: {
  readonly store: Store;
  readonly server: { readonly mail: boolean };
}): Api {
  const api = newApi();
  api.openapi(outbox, async (context) => {
    const mail = await store.inWork(actorAsked(context.req.raw), readOutbox);
    return context.json(OutboxShape.parse({ sends: server.mail, mail }), 200);
  });
  return api;
}
