// Routes of the forecast: make one, read the last one, test past ones.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { streamLines } from '../../platform/http/lines.ts';
import type { KeptForecast } from './forecast-report.core.ts';
import { type Forecast, ForecastLineShape, ForecastShape } from './forecast.shape.ts';
import { readForecast } from './forecast.use.ts';
import { type ForecastProgress, makeForecast, testForecast } from './make-forecast.job.ts';

const lines = (description: string) => ({
  200: { description, content: { 'application/x-ndjson': { schema: ForecastLineShape } } },
});

const make = createRoute({
  method: 'post',
  path: '/v1/forecast',
  request: {
    query: z.object({
      again: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: even where nothing has changed.' }),
    }),
  },
  responses: lines('Progress, then the forecast.'),
});

const test = createRoute({
  method: 'post',
  path: '/v1/forecast/tests',
  request: { query: z.object({ months: z.coerce.number().int().min(1).max(24).default(6) }) },
  responses: lines('Progress, then how forecasts of past months did.'),
});

const read = createRoute({
  method: 'get',
  path: '/v1/forecast',
  responses: {
    200: {
      description: 'The forecast as last made.',
      content: { 'application/json': { schema: ForecastShape } },
    },
  },
});

export function forecastApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(make, (context) => {
    const again = context.req.valid('query').again === 'yes';
    return streamLines(onWire(makeForecast(store, actorOf(context.req.raw), ownPacks, again))) as never;
  });
  api.openapi(test, (context) => {
    const { months } = context.req.valid('query');
    return streamLines(onWire(testForecast(store, actorOf(context.req.raw), ownPacks, months))) as never;
  });
  api.openapi(read, async (context) => {
    const kept = await store.inWork(actorOf(context.req.raw), readForecast);
    if (!kept)
      throw new Fault('forecast-not-made', 'missing', 'No forecast has been made yet. Run "customary forecast".');
    return context.json(shaped(kept), 200);
  });
  return api;
}

async function* onWire(progress: AsyncIterable<ForecastProgress>): AsyncGenerator<z.input<typeof ForecastLineShape>> {
  for await (const line of progress) {
    if (line.kind === 'done') yield { kind: 'done', forecast: shaped(line.kept) };
    else if (line.kind === 'tested')
      yield { kind: 'tested', tested: { ...line.tested, months: [...line.tested.months] } };
    else yield line;
  }
}

/** @throws ZodError where the report breaks its own shape: a fault of ours, which must not pass for a forecast */
function shaped({ madeAt, report }: KeptForecast): Forecast {
  return ForecastShape.parse({ madeAt, report });
}
