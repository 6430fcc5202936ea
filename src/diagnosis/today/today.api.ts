// The route of what waits today.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { TodayShape } from './today.shape.ts';
import { readToday } from './today.use.ts';

const today = createRoute({
  method: 'get',
  path: '/v1/today',
  responses: {
    200: { description: 'What waits for whoever asks.', content: { 'application/json': { schema: TodayShape } } },
  },
});

export function todayApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(today, async (context) => {
    const told = await store.inWork(actorOf(context.req.raw), readToday);
    return context.json(TodayShape.parse(told), 200);
  });
  return api;
}
