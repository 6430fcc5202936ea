// Routes of learned markers: list, one standard's, learn, let in, go back to the cues, and by which rule it is learned again.
import { createRoute, z } from '@hono/zod-openapi';
import { takeUpMarkers } from '../../marking/mark-contacts.job.ts';
import { readOrganisation, readSpokenWords } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { streamLines } from '../../platform/http/lines.ts';
import { keptPacks } from '../../standards/kept-standards.ts';
import type { Pack } from '../../standards/pack.core.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { listStandards } from '../../standards/standards.use.ts';
import {
  MarkerRuleShape,
  MarkersShape,
  MarkerTrainingLineShape,
  OneMarkersShape,
  PromoteShape,
  StandsShape,
  TrainMarkersShape,
} from './markers.shape.ts';
import { promoteMarker, rollBackMarker, setRule, standardOf } from './markers.use.ts';
import { readMarkers, readOneMarkers } from './read-markers.use.ts';
import { trainMarkers } from './train-markers.job.ts';

const params = z.object({ standard: z.string().max(200) });

const list = createRoute({
  method: 'get',
  path: '/v1/markers',
  responses: { 200: { description: 'Every standard that is kept.', content: json(MarkersShape) } },
});

const one = createRoute({
  method: 'get',
  path: '/v1/markers/{standard}',
  request: { params },
  responses: { 200: { description: 'Its markers, with their cards.', content: json(OneMarkersShape) } },
});

const train = createRoute({
  method: 'post',
  path: '/v1/markers/training',
  request: jsonBody(TrainMarkersShape),
  responses: {
    200: {
      description: 'Progress, and of each standard what was learned or what is lacking.',
      content: { 'application/x-ndjson': { schema: MarkerTrainingLineShape } },
    },
  },
});

const promote = createRoute({
  method: 'post',
  path: '/v1/markers/{standard}/promote',
  request: { params, ...jsonBody(PromoteShape) },
  responses: { 200: { description: 'It marks from the next marking on.', content: json(StandsShape) } },
});

const rollBack = createRoute({
  method: 'post',
  path: '/v1/markers/{standard}/roll-back',
  request: { params },
  responses: { 200: { description: 'The cues mark again; their marks are back.', content: json(StandsShape) } },
});

const rule = createRoute({
  method: 'put',
  path: '/v1/markers/{standard}/rule',
  request: { params, ...jsonBody(MarkerRuleShape) },
  responses: { 200: { description: 'The rule that holds now.', content: json(MarkerRuleShape) } },
});

export function markersApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  /** In one transaction, with the standards that the organisation keeps. */
  async function inWork<T>(request: Request, run: (work: Work, packs: readonly Pack[]) => Promise<T>): Promise<T> {
    const all = await loadPacks(ownPacks);
    return store.inWork(actorOf(request), async (work) =>
      run(work, keptPacks(all, (await readOrganisation(work))?.standards ?? [])),
    );
  }
  api.openapi(list, async (context) =>
    context.json(await inWork(context.req.raw, async (work, packs) => readMarkers(work, listStandards(packs))), 200),
  );
  api.openapi(train, (context) => {
    const { standards, due } = context.req.valid('json');
    const asked = { ...(standards ? { standards } : {}), due, ownPacks };
    return streamLines(trainMarkers(store, actorOf(context.req.raw), asked)) as never;
  });
  api.openapi(one, async (context) => {
    const { standard } = context.req.valid('param');
    const told = await inWork(context.req.raw, async (work, packs) =>
      readOneMarkers(work, standardOf(listStandards(packs), standard)),
    );
    return context.json(told, 200);
  });
  api.openapi(promote, async (context) => {
    const { standard } = context.req.valid('param');
    const { marker } = context.req.valid('json');
    await inWork(context.req.raw, async (work, packs) =>
      promoteMarker(work, standardOf(listStandards(packs), standard), marker),
    );
    return context.json({ standard, stands: 'learned' as const, marker }, 200);
  });
  api.openapi(rollBack, async (context) => {
    const { standard } = context.req.valid('param');
    await inWork(context.req.raw, async (work, packs) => {
      standardOf(listStandards(packs), standard);
      await rollBackMarker(work, standard);
      // At once: what the cues said before is still there, and is read again from now on.
      await takeUpMarkers(work, packs, await readSpokenWords(work));
    });
    return context.json({ standard, stands: 'cue' as const }, 200);
  });
  api.openapi(rule, async (context) => {
    const { standard } = context.req.valid('param');
    const asked = context.req.valid('json');
    await inWork(context.req.raw, async (work, packs) =>
      setRule(work, standardOf(listStandards(packs), standard), asked),
    );
    return context.json(asked, 200);
  });
  return api;
}
