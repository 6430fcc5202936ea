// Routes of finding contacts: the list, and searches kept by a name.
import { createRoute, z } from '@hono/zod-openapi';
import { reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../../platform/http/pages.ts';
import { ContactQueryShape, ListedContactShape, SettlingShape } from './contacts.shape.ts';
import { findContactIds, listContacts, nothingReady } from './find-contacts.use.ts';
import { beingIndexed } from './index-contacts.job.ts';
import { SavedViewShape, SaveViewShape } from './views.shape.ts';
import { dropView, listViews, saveView } from './views.use.ts';
import { json } from '../../platform/http/json-content.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/contacts',
  request: { query: ContactQueryShape.extend(PageQueryShape.shape) },
  responses: {
    200: {
      description: 'Contacts, newest first.',
      content: json(pageOf(ListedContactShape).extend({ settling: SettlingShape })),
    },
  },
});

const views = createRoute({
  method: 'get',
  path: '/v1/views',
  responses: {
    200: { description: 'One’s own, by name.', content: json(z.object({ items: z.array(SavedViewShape) })) },
  },
});

const save = createRoute({
  method: 'post',
  path: '/v1/views',
  request: { body: { content: json(SaveViewShape), required: true } },
  responses: { 201: { description: 'Kept.', content: json(SavedViewShape) } },
});

const drop = createRoute({
  method: 'delete',
  path: '/v1/views/{id}',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Gone.' } },
});

const atPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const idPattern = /^[\w-]{1,100}$/;

export function contactsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { after, limit, ...query } = context.req.valid('query');
    const actor = actorOf(context.req.raw);
    const [at, id] = after === undefined ? [] : placeIn(after, [atPattern, idPattern]);
    const place = at === undefined || id === undefined ? undefined : { at, id };
    const reply = await store.inWork(reading(actor), async (work) => {
      const page = toPage(await findContactIds(work, query, { after: place, limit }), limit, (one) => [one.at, one.id]);
      const items = await listContacts(
        work,
        page.items.map((one) => one.id),
        query.words,
      );
      const settling = beingIndexed(actor.orgId) || (items.length === 0 && !after && (await nothingReady(work)));
      return { items, next: page.next, settling };
    });
    return context.json(reply, 200);
  });
  api.openapi(views, async (context) => {
    const items = await store.inWork(reading(actorOf(context.req.raw)), listViews);
    return context.json({ items }, 200);
  });
  api.openapi(save, async (context) => {
    const asked = context.req.valid('json');
    const saved = await store.inWork(actorOf(context.req.raw), async (work) => saveView(work, asked));
    return context.json(saved, 201);
  });
  api.openapi(drop, async (context) => {
    await store.inWork(actorOf(context.req.raw), async (work) => dropView(work, context.req.valid('param').id));
    return context.body(null, 204);
  });
  return api;
}
