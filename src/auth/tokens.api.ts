// Routes of tokens: list, add, end.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { AddedTokenShape, EndedTokenShape, TokenAskedShape, TokensShape } from './token.shape.ts';
import { addToken, endToken, listTokens } from './tokens.use.ts';
import { json } from '../platform/http/json-content.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/tokens',
  responses: { 200: { description: 'Every token there ever was, newest first.', content: json(TokensShape) } },
});
const add = createRoute({
  method: 'post',
  path: '/v1/tokens',
  request: { body: { content: json(TokenAskedShape), required: true } },
  responses: { 201: { description: 'The token, told this once.', content: json(AddedTokenShape) } },
});
const end = createRoute({
  method: 'post',
  path: '/v1/tokens/{id}/end',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: { description: 'It opens nothing any more.', content: json(EndedTokenShape) } },
});

export function tokensApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const tokens = await store.inWork(actorOf(context.req.raw), listTokens);
    return context.json(TokensShape.parse({ tokens }), 200);
  });
  api.openapi(add, async (context) => {
    const asked = context.req.valid('json');
    const added = await store.inWork(actorOf(context.req.raw), async (work) => addToken(work, asked));
    return context.json(AddedTokenShape.parse(added), 201);
  });
  api.openapi(end, async (context) => {
    const { id } = context.req.valid('param');
    const ended = await store.inWork(actorOf(context.req.raw), async (work) => endToken(work, id));
    return context.json(EndedTokenShape.parse(ended), 200);
  });
  return api;
}
