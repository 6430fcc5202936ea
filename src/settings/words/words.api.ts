// Routes of the organisation's words.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { KeptWordsShape, WordsShape } from './words.shape.ts';
import { readWords, saveWords, type Words } from './words.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/organisation',
  responses: {
    200: { description: 'What it calls itself, its customers, its products.', content: json(KeptWordsShape) },
  },
});

const save = createRoute({
  method: 'put',
  path: '/v1/organisation',
  request: jsonBody(WordsShape),
  responses: { 200: { description: 'It is kept; the history has it.', content: json(KeptWordsShape) } },
});

export function wordsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) =>
    context.json(onWire(await store.inWork(actorOf(context.req.raw), readWords)), 200),
  );
  api.openapi(save, async (context) => {
    const words = context.req.valid('json');
    return context.json(
      onWire(await store.inWork(actorOf(context.req.raw), async (work) => saveWords(work, words))),
      200,
    );
  });
  return api;
}

function onWire(words: Words | null) {
  return { words: words && { ...words, otherNames: [...words.otherNames], products: [...words.products] } };
}
