// Routes of pinned moments and lessons. Who may see which is asked in their own work; words are then told by the program.
import { createRoute, z } from '@hono/zod-openapi';
import { type Actor, reading } from '../../kernel/actor.ts';
import { namesOnRecord } from '../../people/names-on-record.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { mayMake, mayPin } from './lessons.access.ts';
import {
  LessonShape,
  LessonsShape,
  LessonStateShape,
  LookAtMomentShape,
  MomentLookedAtShape,
  PinMomentShape,
  PinShape,
  PinsShape,
  WriteLessonShape,
} from './lessons.shape.ts';
import { beginLesson, changeLesson, setLessonState } from './lessons.use.ts';
import { findMoment, lookAt, pinMoment, takePinDown } from './pins.use.ts';
import { findLesson, findLessons, tellLesson, tellLessons } from './read-lessons.use.ts';
import { findPins, tellFoundPins } from './read-pins.use.ts';

const params = z.object({ id: z.string().max(100) });
const lesson = { 200: { description: 'The lesson as it stands.', content: json(LessonShape) } };
const looked = z
  .string()
  .max(200)
  .optional()
  .describe('Every one of these words must stand in it, or begin a word of it.');

const look = createRoute({
  method: 'post',
  path: '/v1/pins/look',
  request: jsonBody(LookAtMomentShape),
  responses: { 200: { description: 'What would be shown; nothing is kept.', content: json(MomentLookedAtShape) } },
});
const pin = createRoute({
  method: 'post',
  path: '/v1/pins',
  request: jsonBody(PinMomentShape),
  responses: { 201: { description: 'It hangs.', content: json(PinShape) } },
});
const listPins = createRoute({
  method: 'get',
  path: '/v1/pins',
  request: { query: z.object({ standard: z.string().max(200).optional(), words: looked }) },
  responses: { 200: { description: 'The newest first.', content: json(PinsShape) } },
});
const down = createRoute({
  method: 'post',
  path: '/v1/pins/{id}/take-down',
  request: { params },
  responses: { 204: { description: 'It hangs no more, in no lesson either.' } },
});
const list = createRoute({
  method: 'get',
  path: '/v1/lessons',
  request: {
    query: z.object({
      standard: z.string().max(200).optional(),
      task: z.string().max(200).optional(),
      words: looked,
    }),
  },
  responses: { 200: { description: 'By title.', content: json(LessonsShape) } },
});
const begin = createRoute({
  method: 'post',
  path: '/v1/lessons',
  request: jsonBody(WriteLessonShape),
  responses: { 201: { description: 'It is being made.', content: json(LessonShape) } },
});
const show = createRoute({ method: 'get', path: '/v1/lessons/{id}', request: { params }, responses: lesson });
const change = createRoute({
  method: 'put',
  path: '/v1/lessons/{id}',
  request: { params, ...jsonBody(WriteLessonShape) },
  responses: lesson,
});
const set = createRoute({
  method: 'put',
  path: '/v1/lessons/{id}/state',
  request: { params, ...jsonBody(LessonStateShape) },
  responses: lesson,
});

export function lessonsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  const program = ({ orgId }: Actor): Actor => reading({ orgId, id: 'lessons', roles: ['owner'] });
  const names = async (actor: Actor) => store.inWork(program(actor), namesOnRecord);
  async function tellOne(actor: Actor, id: string) {
    const kept = await store.inWork(reading(actor), async (work) => findLesson(work, id));
    const told = await store.inWork(program(actor), async (work) => tellLesson(work, actor, kept));
    return LessonShape.parse(told);
  }

  api.openapi(look, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const found = await store.inWork(actor, async (work) => findMoment(work, asked));
    const { hidden, shown, seen } = lookAt(asked, found, await names(actor));
    const turns = shown.map(({ speaker, text }, at) => ({
      turn: asked.fromTurn + at,
      speaker,
      text: found.turns[asked.fromTurn + at]!.text,
      hidden: hidden.filter((one) => one.turn === asked.fromTurn + at),
      shown: text,
    }));
    return context.json(MomentLookedAtShape.parse({ turns, seen }), 200);
  });
  api.openapi(pin, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const known = await names(actor);
    const id = await store.inWork(actor, async (work) => pinMoment(work, asked, known));
    const found = await store.inWork(reading(actor), async (work) => findPins(work, asked.standard));
    const told = await store.inWork(program(actor), async (work) => tellFoundPins(work, actor, found));
    return context.json(PinShape.parse(told.find((one) => one.id === id)), 201);
  });
  api.openapi(listPins, async (context) => {
    const actor = actorOf(context.req.raw);
    const { standard, words } = context.req.valid('query');
    const found = await store.inWork(reading(actor), async (work) => findPins(work, standard));
    const pins = await store.inWork(program(actor), async (work) => tellFoundPins(work, actor, found, words));
    return context.json(PinsShape.parse({ pins, mayPin: mayPin(actor) }), 200);
  });
  api.openapi(down, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => takePinDown(work, id));
    return context.body(null, 204);
  });
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('query');
    const kept = await store.inWork(reading(actor), findLessons);
    const lessons = await store.inWork(program(actor), async (work) => tellLessons(work, actor, kept, asked));
    return context.json(LessonsShape.parse({ lessons, mayMake: actor.readsOnly !== true && mayMake(actor) }), 200);
  });
  api.openapi(begin, async (context) => {
    const actor = actorOf(context.req.raw);
    const { revision: _none, ...content } = context.req.valid('json');
    const id = await store.inWork(actor, async (work) => beginLesson(work, content));
    return context.json(await tellOne(actor, id), 201);
  });
  api.openapi(show, async (context) =>
    context.json(await tellOne(actorOf(context.req.raw), context.req.valid('param').id), 200),
  );
  api.openapi(change, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { revision, ...content } = context.req.valid('json');
    await store.inWork(actor, async (work) => changeLesson(work, id, revision, content));
    return context.json(await tellOne(actor, id), 200);
  });
  api.openapi(set, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { state } = context.req.valid('json');
    await store.inWork(actor, async (work) => setLessonState(work, id, state));
    return context.json(await tellOne(actor, id), 200);
  });
  return api;
}
