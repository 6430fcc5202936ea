// Routes of the record as pages show it: its rows a page at a time, and one of them whole.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json } from '../../platform/http/json-content.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../../platform/http/pages.ts';
import { listEntries, readEntry } from './entries.use.ts';
import { EntriesQueryShape, EntryParamsShape, EntryShape, ListedEntryShape } from './entries.shape.ts';
import { noDay } from './entry.core.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/record/entries',
  request: { query: PageQueryShape.extend(EntriesQueryShape.shape) },
  responses: { 200: { description: 'Rows of the record, the latest first.', content: json(pageOf(ListedEntryShape)) } },
});

const one = createRoute({
  method: 'get',
  path: '/v1/record/entries/{kind}/{key}',
  request: { params: EntryParamsShape },
  responses: { 200: { description: 'One row, and what it was before.', content: json(EntryShape) } },
});

const place = [/^\d{4}-\d{2}-\d{2}$/, /^[a-z-]{1,40}$/, /^[^\0]{1,1000}$/] as const;

export function recordEntriesApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const { after, limit, kind, site, person, words, day } = context.req.valid('query');
    const [from = '', atKind = '', key = ''] = after === undefined ? [] : placeIn(after, place);
    const asked = {
      ...(kind ? { kind } : {}),
      ...(site ? { site } : {}),
      ...(person ? { person } : {}),
      ...(words ? { words } : {}),
      ...(day ? { day } : {}),
    };
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      listEntries(work, asked, after === undefined ? null : { from, kind: atKind, key }, limit),
    );
    return context.json(
      toPage(found, limit, (last) => [last.from ?? noDay, last.kind, last.key]),
      200,
    );
  });
  api.openapi(one, async (context) => {
    const { kind, key } = context.req.valid('param');
    const { entry, names, ...told } = await store.inWork(actorOf(context.req.raw), async (work) =>
      readEntry(work, kind, key),
    );
    const { cells, parts, origin, digest, recordedAt } = entry;
    const whole = { ...told, cells, parts, origin, digest, recordedAt, names: Object.fromEntries(names) };
    return context.json(EntryShape.parse(whole), 200);
  });
  return api;
}
