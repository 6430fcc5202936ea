// Routes of the shares of the failing: work them out, or read what was worked out last.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { streamLines } from '../../platform/http/lines.ts';
import { type Causes, CausesLineShape, CausesShape } from './causes.shape.ts';
import type { KeptReport } from './causes-report.core.ts';
import { causesOnWire } from './causes-on-wire.core.ts';
import { readCausesReport } from './causes.use.ts';
import { type HowMuch, shareCauses } from './share-causes.job.ts';

const run = createRoute({
  method: 'post',
  path: '/v1/causes',
  request: {
    query: z.object({
      again: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: even where nothing has changed.' }),
      most: z.coerce.number().int().positive().optional().openapi({
        description: 'Marks beyond which nothing is worked out, since it would take minutes.',
      }),
      compare: z.coerce.number().int().min(10_000).optional().openapi({
        description: 'Of more marks, all failures and an even part of the kept ones are compared; the report says so.',
      }),
    }),
  },
  responses: {
    200: {
      description: 'Progress, then the report.',
      content: { 'application/x-ndjson': { schema: CausesLineShape } },
    },
  },
});

const read = createRoute({
  method: 'get',
  path: '/v1/causes',
  responses: {
    200: {
      description: 'How much of the failing each cause explains, as last worked out.',
      content: { 'application/json': { schema: CausesShape } },
    },
  },
});

export function causesApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(run, (context) => {
    const { again, ...much } = context.req.valid('query');
    return streamLines(lines(actorOf(context.req.raw), again === 'yes', much)) as never;
  });
  api.openapi(read, async (context) => {
    const kept = await store.inWork(actorOf(context.req.raw), readCausesReport);
    if (!kept) {
      throw new Fault(
        'causes-not-shared',
        'missing',
        'How much each cause explains has not been worked out yet. Run "customary causes".',
      );
    }
    return context.json(onWire(kept), 200);
  });
  return api;

  async function* lines(
    actor: ReturnType<typeof actorOf>,
    again: boolean,
    much: HowMuch,
  ): AsyncGenerator<z.input<typeof CausesLineShape>> {
    for await (const line of shareCauses(store, actor, ownPacks, again, much))
      yield line.kind === 'done' ? { kind: 'done', causes: onWire(line.kept) } : line;
  }
}

/** @throws ZodError where the report breaks its own shape: a fault of ours, which must not pass for a report */
function onWire(kept: KeptReport): Causes {
  return CausesShape.parse(causesOnWire(kept));
}
