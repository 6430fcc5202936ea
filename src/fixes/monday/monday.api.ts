// Routes of the Monday page: read it, choose whether it comes by mail, have one sent now. Who may: src/auth/routes.core.ts.
import { createRoute, z } from '@hono/zod-openapi';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { MondayChoiceShape, MondayShape } from './monday.shape.ts';
import { keepChoice, readChoice, sendMeOne } from './monday.use.ts';
import { mondayReader } from './kept-monday.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/monday',
  request: { query: z.object({ monday: z.iso.date().optional().describe('Of an earlier week: its Monday.') }) },
  responses: {
    200: { description: 'The page of the last week, or of the one asked for.', content: json(MondayShape) },
  },
});
const choose = createRoute({
  method: 'put',
  path: '/v1/monday/choice',
  request: jsonBody(z.object({ isOn: z.boolean() })),
  responses: { 200: { description: 'It is so from the next Monday on.', content: json(MondayChoiceShape) } },
});
const send = createRoute({
  method: 'post',
  path: '/v1/monday/send',
  responses: {
    202: {
      description: 'One is on its way, or waits where no mail server is set.',
      content: json(z.object({ to: z.string().nullable() })),
    },
  },
});

export interface MondayContext {
  readonly store: Store;
  readonly server: { readonly mail: boolean };
  readonly mailer: Mailer;
  /** Of the app, for links in letters. */
  readonly address: () => string | null;
}

export function mondayApi({ store, server, mailer, address }: MondayContext): Api {
  const api = newApi();
  const reader = mondayReader();
  api.openapi(read, async (context) => {
    const { monday } = context.req.valid('query');
    const told = await store.inWork(actorAsked(context.req.raw), async (work) => ({
      ...(await reader(work, monday)),
      choice: await readChoice(work),
    }));
    return context.json(MondayShape.parse({ ...told, sends: server.mail }), 200);
  });
  api.openapi(choose, async (context) => {
    const { isOn } = context.req.valid('json');
    const choice = await store.inWork(actorAsked(context.req.raw), async (work) => keepChoice(work, isOn));
    return context.json(choice, 200);
  });
  api.openapi(send, async (context) => {
    const actor = actorAsked(context.req.raw);
    const sent = await store.inWork(actor, async (work) => sendMeOne(work, address()));
    void mailer.sendWaiting(actor.orgId);
    return context.json(sent, 202);
  });
  return api;
}
