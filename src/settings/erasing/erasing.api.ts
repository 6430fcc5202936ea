// Routes of keeping and erasing: for how long, what would go, erase what is due, erase what somebody asked for.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { streamLines } from '../../platform/http/lines.ts';
import { eraseAsked, previewAsked } from './erase-asked.use.ts';
import { eraseOld } from './erase-old.job.ts';
import {
  AskedToEraseShape,
  ErasingLineShape,
  ErasureShape,
  PreviewQueryShape,
  RetentionPreviewShape,
  RetentionShape,
  SetRetentionShape,
  ToEraseShape,
} from './erasing.shape.ts';
import { previewRetention, readRetention, setRetention } from './retention.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/retention',
  responses: { 200: { description: 'For how long, and what was erased.', content: json(RetentionShape) } },
});

const preview = createRoute({
  method: 'get',
  path: '/v1/retention/preview',
  request: { query: PreviewQueryShape },
  responses: { 200: { description: 'What would go now.', content: json(RetentionPreviewShape) } },
});

const set = createRoute({
  method: 'put',
  path: '/v1/retention',
  request: jsonBody(SetRetentionShape),
  responses: { 200: { description: 'It is set. Nothing has gone yet.', content: json(RetentionShape) } },
});

const eraseDue = createRoute({
  method: 'post',
  path: '/v1/retention/erase',
  responses: {
    200: {
      description: 'Progress, a line a batch.',
      content: { 'application/x-ndjson': { schema: ErasingLineShape } },
    },
  },
});

const lookAtAsked = createRoute({
  method: 'post',
  path: '/v1/erasures/preview',
  request: jsonBody(AskedToEraseShape),
  responses: { 200: { description: 'How many contacts that is.', content: json(ToEraseShape) } },
});

const erase = createRoute({
  method: 'post',
  path: '/v1/erasures',
  request: jsonBody(AskedToEraseShape),
  responses: { 201: { description: 'They are gone for good.', content: json(ErasureShape) } },
});

export function erasingApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) =>
    context.json((await store.inWork(actorOf(context.req.raw), readRetention)) as never, 200),
  );
  api.openapi(preview, async (context) => {
    const { months } = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => previewRetention(work, months));
    return context.json(found, 200);
  });
  api.openapi(set, async (context) => {
    const { months, erases } = context.req.valid('json');
    const now = await store.inWork(actorOf(context.req.raw), async (work) => {
      await setRetention(work, months, erases);
      return readRetention(work);
    });
    return context.json(now as never, 200);
  });
  api.openapi(eraseDue, (context) => streamLines(eraseOld(store, actorOf(context.req.raw))) as never);
  api.openapi(lookAtAsked, async (context) => {
    const asked = context.req.valid('json');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => previewAsked(work, asked)), 200);
  });
  api.openapi(erase, async (context) => {
    const asked = context.req.valid('json');
    return context.json(await store.inWork(actorOf(context.req.raw), async (work) => eraseAsked(work, asked)), 201);
  });
  return api;
}
