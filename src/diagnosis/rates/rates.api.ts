// The route of rates.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { splits } from './rates.core.ts';
import { RatesShape } from './rates.shape.ts';
import { type NamedRate, readRates } from './read-rates.use.ts';

const rates = createRoute({
  method: 'get',
  path: '/v1/rates',
  request: {
    query: z.object({
      by: z.enum(splits).default('standard'),
      standard: z.string().optional(),
      people: z.enum(['yes', 'no']).default('no'),
    }),
  },
  responses: {
    200: {
      description: 'Rates of every standard, split as asked, corrected where people marked some with known chances.',
      content: { 'application/json': { schema: RatesShape } },
    },
  },
});

export function ratesApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(rates, async (context) => {
    const { by, standard, people } = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      readRates(work, { by, people: people === 'yes', ...(standard === undefined ? {} : { standard }) }),
    );
    return context.json(
      RatesShape.parse({ ...found, rows: found.rows.map((row) => onWire(row, by === 'person')) }),
      200,
    );
  });
  return api;
}

/** Of a person only what is drawn to everybody leaves the house: a raw rate of few contacts would be read as theirs. */
function onWire({ met, failed, rate, wilson, ...row }: NamedRate, person: boolean): object {
  return { ...row, marked: met + failed, ...(person ? {} : { met, failed, rate, wilson }) };
}
