// Routes of the forecast: make one, read the last one, test past ones.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { present } from '../../kernel/present.ts';
import { streamLines } from '../../platform/http/lines.ts';
import type { KeptForecast } from './forecast-report.core.ts';
import { forecastOnWire } from './forecast-on-wire.use.ts';
import { type Forecast, ForecastLineShape, type ForecastRead, ForecastReadShape } from './forecast.shape.ts';
import { forecastAsked, readForecast } from './forecast.use.ts';
import { type ForecastProgress, makeForecast, testForecast } from './make-forecast.job.ts';

const lines = (description: string) => ({
  200: { description, content: { 'application/x-ndjson': { schema: ForecastLineShape } } },
});

const chosen = z.object({
  site: z.string().optional().describe('Only this site, by id or name.'),
  standard: z.string().optional().describe('Only this standard.'),
});

const make = createRoute({
  method: 'post',
  path: '/v1/forecast',
  request: {
    query: chosen.extend({
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
  request: { query: chosen },
  responses: {
    200: {
      description: 'The forecast as last made; of kind nothing where none was made yet.',
      content: { 'application/json': { schema: ForecastReadShape } },
    },
  },
});

export function forecastApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  const named = async (request: Request, { site, standard }: z.infer<typeof chosen> = {}): Promise<Named> => {
    const asked = await store.inWork(actorOf(request), async (work) =>
      forecastAsked(work, present({ site, standard })),
    );
    return async (kept) => store.inWork(actorOf(request), async (work) => forecastOnWire(work, kept, asked));
  };
  api.openapi(make, async (context) => {
    const query = context.req.valid('query');
    const again = query.again === 'yes';
    return streamLines(
      onWire(await named(context.req.raw, query), makeForecast(store, actorOf(context.req.raw), ownPacks, again)),
    ) as never;
  });
  api.openapi(test, async (context) => {
    const { months } = context.req.valid('query');
    return streamLines(
      onWire(await named(context.req.raw), testForecast(store, actorOf(context.req.raw), ownPacks, months)),
    ) as never;
  });
  api.openapi(read, async (context) => {
    const kept = await store.inWork(actorOf(context.req.raw), readForecast);
    const told = await named(context.req.raw, context.req.valid('query'));
    return context.json(kept ? await told(kept) : notMade, 200);
  });
  return api;
}

const notMade: ForecastRead = {
  madeAt: null,
  report: { kind: 'nothing', why: 'not-made', told: ['No forecast has been made yet.'] },
};

type Named = (kept: KeptForecast) => Promise<Forecast>;

async function* onWire(
  named: Named,
  progress: AsyncIterable<ForecastProgress>,
): AsyncGenerator<z.input<typeof ForecastLineShape>> {
  for await (const line of progress) {
    if (line.kind === 'done') yield { kind: 'done', forecast: await named(line.kept) };
    else if (line.kind === 'tested')
      yield { kind: 'tested', tested: { ...line.tested, months: [...line.tested.months] } };
    else yield line;
  }
}
