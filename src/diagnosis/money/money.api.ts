// Routes of what failing costs: count it, or read what was counted last.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { streamLines } from '../../platform/http/lines.ts';
import { countMoney, type MoneyAsked } from './count-money.job.ts';
import type { KeptMoney } from './money-report.core.ts';
import { type Money, MoneyLineShape, MoneyShape } from './money.shape.ts';
import { readMoney } from './money.use.ts';

const count = createRoute({
  method: 'post',
  path: '/v1/money',
  request: {
    query: z.object({
      again: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: even where nothing has changed.' }),
      most: z.coerce.number().int().positive().optional().openapi({
        description: 'Marks beyond which nothing is counted, nor where no outcome is known and nothing stated.',
      }),
      assume: z.coerce.number().min(0).max(1).default(0.1).openapi({
        description: 'Share of what would be won that missing a standard loses, where outcomes can’t tell.',
      }),
    }),
  },
  responses: {
    200: { description: 'Progress, then the report.', content: { 'application/x-ndjson': { schema: MoneyLineShape } } },
  },
});

const read = createRoute({
  method: 'get',
  path: '/v1/money',
  responses: {
    200: {
      description: 'What failing costs, as last counted.',
      content: { 'application/json': { schema: MoneyShape } },
    },
  },
});

export function moneyApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(count, (context) => {
    const { again, assume, most } = context.req.valid('query');
    return streamLines(
      lines(actorOf(context.req.raw), {
        again: again === 'yes',
        assumedLost: assume,
        ...(most === undefined ? {} : { most }),
      }),
    ) as never;
  });
  api.openapi(read, async (context) => {
    const kept = await store.inWork(actorOf(context.req.raw), readMoney);
    if (!kept)
      throw new Fault(
        'money-not-counted',
        'missing',
        'What failing costs has not been counted yet. Run "customary money".',
      );
    return context.json(onWire(kept), 200);
  });
  return api;

  async function* lines(
    actor: ReturnType<typeof actorOf>,
    asked: MoneyAsked,
  ): AsyncGenerator<z.input<typeof MoneyLineShape>> {
    for await (const line of countMoney(store, actor, ownPacks, asked))
      yield line.kind === 'done' ? { kind: 'done', money: onWire(line.kept) } : line;
  }
}

/** @throws ZodError where the report breaks its own shape: a fault of ours, which must not pass for a report */
function onWire({ madeAt, report }: KeptMoney): Money {
  return MoneyShape.parse({ madeAt, report });
}
