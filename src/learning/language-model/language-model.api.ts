// Routes of a language model as marker: set it, try it, have it asked, read what it said. Who may: src/auth/routes-of-review.core.ts.
import { createRoute, z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { titleOf } from '../../standards/title.core.ts';
import { askForModel } from './ask-for-model.use.ts';
import { LanguageModelShape, ModelSaysShape, SetModelShape, TriedShape } from './language-model.shape.ts';
import { maySetModel } from './model-marker.access.ts';
import { readModelSaid } from './model-agreement.use.ts';
import { readModelMarker, removeModelMarker, setModelMarker } from './model-marker.use.ts';
import { readModelSays } from './model-says.use.ts';
import { tryModel } from './try-model.job.ts';

const path = '/v1/language-model';
const read = createRoute({
  method: 'get',
  path,
  responses: { 200: { description: 'What is set, used and said.', content: json(LanguageModelShape) } },
});
const set = createRoute({
  method: 'put',
  path,
  request: jsonBody(SetModelShape),
  responses: { 204: { description: 'It is set; nothing was asked of it.' } },
});
const remove = createRoute({
  method: 'delete',
  path,
  responses: { 204: { description: 'It is asked nothing more and its key is forgotten; what it said stays.' } },
});
const attempt = createRoute({
  method: 'post',
  path: `${path}/try`,
  responses: {
    200: { description: 'What it made of a contact that was made up.', content: json(TriedShape) },
  },
});
const ask = createRoute({
  method: 'post',
  path: `${path}/ask`,
  responses: {
    202: {
      description: 'It is asked about contacts that it hasn’t seen, as a job: POST /v1/jobs/{id}/cancel stops it.',
      content: json(z.object({ job: z.string() })),
    },
  },
});
const says = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}/language-model',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: { description: 'What it said of this contact.', content: json(ModelSaysShape) } },
});

export interface LanguageModelContext {
  readonly store: Store;
  readonly actorOf: (request: Request) => Actor;
  /** Whether addresses of this machine and of private networks may be called: the owner of the machine says so. */
  readonly privateToo: boolean;
  /** A job was asked for. */
  readonly look: () => void;
}

export function languageModelApi({ store, actorOf, privateToo, look }: LanguageModelContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const actor = actorOf(context.req.raw);
    const told = await store.inWork(actor, async (work) => ({
      set: await readModelMarker(work),
      privateToo,
      canSet: maySetModel(work.actor),
      choices: (await standardsInUse(work)).map((one) => ({ id: one.id, title: titleOf(one) })),
      ...(await readModelSaid(work)),
    }));
    return context.json(told as z.infer<typeof LanguageModelShape>, 200);
  });
  api.openapi(set, async (context) => {
    const { key, ...settings } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => setModelMarker(work, settings, key, privateToo));
    return context.body(null, 204);
  });
  api.openapi(remove, async (context) => {
    await store.inWork(actorOf(context.req.raw), removeModelMarker);
    return context.body(null, 204);
  });
  api.openapi(attempt, async (context) => {
    const tried = await tryModel(store, actorOf(context.req.raw), privateToo, context.req.raw.signal);
    return context.json({ ...tried, verdicts: [...tried.verdicts] }, 200);
  });
  api.openapi(ask, async (context) => {
    const job = await store.inWork(actorOf(context.req.raw), askForModel);
    look();
    return context.json({ job }, 202);
  });
  api.openapi(says, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readModelSays(work, id));
    return context.json(told as z.infer<typeof ModelSaysShape>, 200);
  });
  return api;
}
