// Routes of one standard: told whole with the versions that contacts were marked by, tried on contacts, saved, kept or not.
import { createRoute, z } from '@hono/zod-openapi';
import { readOrganisation, readSpokenWords } from '../people/people-record.use.ts';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { rateSource, rateWords } from '../standards/base-rates.core.ts';
import { changedPacks } from '../standards/changed-packs.use.ts';
import { keepStandard, mayChange } from '../standards/keep-standard.use.ts';
import { keptIds } from '../standards/kept-standards.ts';
import { loadBaseRates } from '../standards/load-base-rates.use.ts';
import {
  KeptShape,
  OneStandardShape,
  PreviewAskShape,
  PreviewShape,
  SaveStandardShape,
} from '../standards/one-standard.shape.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { saveStandard } from '../standards/save-standard.use.ts';
import { examplesOf, findStandard, listensFor, outcomesOf, writtenOf } from '../standards/standard-told.use.ts';
import { savedTexts } from '../standards/saved-texts.use.ts';
import { listStandards } from '../standards/standards.use.ts';
import { previewStandard } from './preview/preview-standard.job.ts';
import { readVersions } from './standard-versions.use.ts';
import { json } from '../platform/http/json-content.ts';

const params = z.object({ id: z.string().max(200) });

const one = createRoute({
  method: 'get',
  path: '/v1/standards/{id}',
  request: { params },
  responses: { 200: { description: 'The standard, told whole.', content: json(OneStandardShape) } },
});

const preview = createRoute({
  method: 'post',
  path: '/v1/standards/preview',
  request: { body: { content: json(PreviewAskShape), required: true } },
  responses: {
    200: { description: 'What the change does to contacts; nothing is stored.', content: json(PreviewShape) },
  },
});

const save = createRoute({
  method: 'put',
  path: '/v1/standards/{id}',
  request: { params, body: { content: json(SaveStandardShape), required: true } },
  responses: { 200: { description: 'Saved; the standard as it is now.', content: json(OneStandardShape) } },
});

const keep = createRoute({
  method: 'put',
  path: '/v1/standards/{id}/kept',
  request: { params, body: { content: json(KeptShape), required: true } },
  responses: { 200: { description: 'Whether the organisation keeps it.', content: json(KeptShape) } },
});

export function oneStandardApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(one, async (context) => context.json(await told(context.req.raw, context.req.valid('param').id), 200));
  api.openapi(preview, async (context) => {
    const { standard, written, contacts, seconds } = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    const changed = changedPacks(packs, standard, written);
    const nothing = { met: 0, failed: 0, 'not-applicable': 0, unsure: 0 };
    if (!changed.packs) {
      const errors = [...changed.errors];
      const untried = { examples: [], others: [], of: 0, looked: 0, before: nothing, after: nothing, flipped: 0 };
      return context.json({ errors, ...untried, flips: [] }, 200);
    }
    const actor = actorOf(context.req.raw);
    const words = await store.inWork(actor, readSpokenWords);
    const own = outcomesOf(changed.packs, standard);
    const known = new Set(own.map(wordsOf));
    const shipped = await examplesOf(packs, findStandard(packs, standard), changed.packs);
    const tried = await previewStandard(store, actor, {
      standard,
      now: packs,
      changed: changed.packs,
      words,
      most: contacts,
      milliseconds: seconds * 1000,
      clock: () => performance.now(),
    });
    const others = shipped.filter((example) => !example.passed && !known.has(wordsOf(example)));
    return context.json({ errors: [], examples: own, others, ...tried }, 200);
  });
  api.openapi(save, async (context) => {
    const { id } = context.req.valid('param');
    const asked = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    await store.inWork(actorOf(context.req.raw), async (work) => saveStandard(work, packs, ownPacks, { id, ...asked }));
    return context.json(await told(context.req.raw, id), 200);
  });
  api.openapi(keep, async (context) => {
    const { id } = context.req.valid('param');
    const { kept } = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    await store.inWork(actorOf(context.req.raw), async (work) => keepStandard(work, packs, id, kept));
    return context.json({ kept }, 200);
  });
  return api;

  async function told(request: Request, id: string): Promise<z.infer<typeof OneStandardShape>> {
    const packs = await loadPacks(ownPacks);
    const found = findStandard(packs, id);
    const actor = actorOf(request);
    const { organisation, versions, saved, change } = await store.inWork(actor, async (work) => ({
      organisation: await readOrganisation(work),
      versions: await readVersions(work, id),
      saved: await savedTexts(work, id),
      change: mayChange(work),
    }));
    const stated = listStandards(packs).find((other) => other.id === id)!;
    const published = (await loadBaseRates(ownPacks)).get(id) ?? [];
    return {
      standard: {
        ...stated,
        channels: [...stated.channels],
        inUse: keptIds(packs, organisation?.standards ?? []).has(id),
      },
      ...listensFor(packs, found),
      examples: await examplesOf(packs, found),
      published: published.map((rate) => ({ says: `${rateWords(rate)} (${rate.counted})`, source: rateSource(rate) })),
      ...(await writtenOf(found)),
      changedHere: found.pack.changes !== undefined,
      versions,
      saved,
      can: { change },
    };
  }
}

/** An example by its words: the same in two files is one. */
function wordsOf({ turns, answers }: { turns: readonly unknown[]; answers: readonly unknown[] }): string {
  return JSON.stringify([turns, answers]);
}
