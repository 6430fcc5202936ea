// Routes of webhooks: addresses that are told what was done. An owner's alone; the door sees to it.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../db/open.ts';
import { newApi, type Api } from '../http/api.ts';
import { append } from '../ledger/append.ts';
import { assertCallable } from './call.ts';
import { secretOf } from './postman.ts';
import { addWebhook, endWebhook, triesOf, webhooksOf } from './webhooks.store.ts';
import { json } from '../http/json-content.ts';

const params = z.object({ id: z.string() });
const kinds = z
  .array(z.string().regex(/^[a-z-]{1,40}$/))
  .max(40)
  .describe('First parts of the kinds of the ledger’s lines, e.g. `contacts`, `fix`; none: all.');

const WebhookShape = z
  .object({
    id: z.string(),
    url: z.string(),
    kinds,
    madeAt: z.iso.datetime(),
    failures: z.int().nonnegative().describe('In a row.'),
  })
  .openapi('Webhook');
/** What signs is told this once: who only reads the list must not be able to speak for us. */
const MadeWebhookShape = WebhookShape.extend({
  secret: z
    .string()
    .describe('Signs what is sent: `Customary-Signature: t=TIME,v1=HMAC-SHA-256 of TIME.BODY`. Told this once.'),
}).openapi('MadeWebhook');
const TryShape = z.object({
  at: z.iso.datetime(),
  from: z.int(),
  to: z.int(),
  status: z.int().nullable(),
  failed: z.string().nullable(),
  ms: z.int(),
});

const list = createRoute({
  method: 'get',
  path: '/v1/webhooks',
  responses: { 200: { description: 'All.', content: json(z.object({ items: z.array(WebhookShape) })) } },
});
const add = createRoute({
  method: 'post',
  path: '/v1/webhooks',
  request: {
    body: { content: json(z.object({ url: z.string().max(1000), kinds: kinds.default([]) })), required: true },
  },
  responses: { 201: { description: 'It is told of what is done from now on.', content: json(MadeWebhookShape) } },
});
const end = createRoute({
  method: 'delete',
  path: '/v1/webhooks/{id}',
  request: { params },
  responses: { 204: { description: 'It is told nothing more.' } },
});
const tries = createRoute({
  method: 'get',
  path: '/v1/webhooks/{id}/tries',
  request: { params },
  responses: {
    200: { description: 'The last hundred, newest first.', content: json(z.object({ items: z.array(TryShape) })) },
  },
});

export interface Webhooks {
  readonly store: Store;
  readonly actorOf: (request: Request) => Actor;
  readonly privateToo: boolean;
}

export function webhooksApi({ store, actorOf, privateToo }: Webhooks): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const items = await store.inWork(actorOf(context.req.raw), async (work) =>
      (await webhooksOf(work)).map(({ id, url, kinds: own, madeAt, failures }) => ({
        id,
        url,
        kinds: own,
        madeAt: new Date(madeAt).toISOString(),
        failures,
      })),
    );
    return context.json({ items }, 200);
  });
  api.openapi(add, async (context) => {
    const { url, kinds: own } = context.req.valid('json');
    assertCallable(url, privateToo);
    const id = contentId('h', crypto.randomUUID());
    const made = await store.inWork(actorOf(context.req.raw), async (work) => {
      await addWebhook(work, id, url, own);
      await append(work, { kind: 'webhook.added', subjects: [id], digestOf: JSON.stringify([url, own]) });
      return { id, url, kinds: own, madeAt: work.now, failures: 0, secret: secretOf(work.key, id) };
    });
    return context.json(made, 201);
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => {
      if (!(await endWebhook(work, id))) throw missing();
      await append(work, { kind: 'webhook.ended', subjects: [id] });
    });
    return context.body(null, 204);
  });
  api.openapi(tries, async (context) => {
    const { id } = context.req.valid('param');
    const rows = await store.inWork(actorOf(context.req.raw), async (work) => triesOf(work, id, 100));
    const items = rows.map(({ at, fromSeq, toSeq, status, failed, ms }) => ({
      at: new Date(at).toISOString(),
      from: fromSeq,
      to: toSeq,
      status,
      failed,
      ms,
    }));
    return context.json({ items }, 200);
  });
  return api;
}

function missing(): Fault {
  return new Fault('webhook-missing', 'missing', 'There is no webhook of this id. GET /v1/webhooks lists them.');
}
