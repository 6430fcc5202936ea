// Routes of standards: list, explain, try a text, check packs. They need no store: packs are files.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../kernel/fault.ts';
import { readOrganisation } from '../people/people-record.use.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { checkFiles, tryText } from './check-and-try.use.ts';
import { keptIds } from './kept-standards.ts';
import { loadBaseRates } from './load-base-rates.use.ts';
import { loadPacks } from './packs.use.ts';
import { explainText, listText } from './standards-text.ts';
import {
  CheckedShape,
  PackFilesShape,
  StandardListShape,
  StandardToldShape,
  TriedShape,
  TryTextShape,
} from './standards.shape.ts';
import { listStandards } from './standards.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });

const list = createRoute({
  method: 'get',
  path: '/v1/standards',
  responses: {
    200: {
      description: 'Every standard that there is, and which of them the organisation keeps.',
      content: json(StandardListShape),
    },
  },
});

const explain = createRoute({
  method: 'get',
  path: '/v1/standards/{id}/explanation',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'When it applies, what counts, its phrases, examples.', content: json(StandardToldShape) },
  },
});

const attempt = createRoute({
  method: 'post',
  path: '/v1/standards/try',
  request: { body: { content: json(TryTextShape), required: true } },
  responses: { 200: { description: 'The text marked; nothing is stored.', content: json(TriedShape) } },
});

const check = createRoute({
  method: 'post',
  path: '/v1/standards/check',
  request: { body: { content: json(PackFilesShape), required: true } },
  responses: { 200: { description: 'Mistakes and examples that come out otherwise.', content: json(CheckedShape) } },
});

/** @param context without a store, every standard is in use */
export function standardsApi({
  ownPacks,
  store,
  actorOf,
}: Pick<ApiContext, 'ownPacks'> & Partial<Pick<ApiContext, 'store' | 'actorOf'>>): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const packs = await loadPacks(ownPacks);
    const organisation = store && actorOf ? await store.inWork(actorOf(context.req.raw), readOrganisation) : null;
    const kept = keptIds(packs, organisation?.standards ?? []);
    const standards = listStandards(packs);
    const shown = standards.map((one) => ({ ...one, channels: [...one.channels], inUse: kept.has(one.id) }));
    return context.json({ standards: shown, text: listText(standards, undefined, kept) }, 200);
  });
  api.openapi(explain, async (context) => {
    const { id } = context.req.valid('param');
    const published = (await loadBaseRates(ownPacks)).get(id);
    const text = explainText(await loadPacks(ownPacks), id, published);
    if (text === null) {
      throw new Fault(
        'standard-unknown',
        'missing',
        'There is no standard of this id. customary standards list shows all of them.',
      );
    }
    return context.json({ text }, 200);
  });
  api.openapi(attempt, async (context) => {
    const { text, channel } = context.req.valid('json');
    return context.json(tryText(await loadPacks(ownPacks), text, channel), 200);
  });
  api.openapi(check, async (context) => context.json(await checkFiles(context.req.valid('json').files, ownPacks), 200));
  return api;
}
