// Routes of letters: listed, read, sent under one's name or shielded, joined, spoken under, taken a level up; and how long
// answers may take. Answering stands in src/fixes/letters, since what is adopted goes on there.
import { createRoute, z } from '@hono/zod-openapi';
import { reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { done, json, jsonBody } from '../../platform/http/json-content.ts';
import { throwDraftAway } from '../letter-draft.use.ts';
import { appealLetter } from './answer-letter.use.ts';
import { answerersFor, lettersIn, readDesk, shieldedIn } from './letter-desk.use.ts';
import { deskOf } from './letters-clock.job.ts';
import { keepLetterRule } from './letter-rule.use.ts';
import {
  GrowShape,
  HandedInShape,
  LetterAskedShape,
  LetterRuleShape,
  LetterShape,
  LettersShape,
  SayShape,
  SentLetterShape,
  TellingShape,
} from './letters.shape.ts';
import { answerersOfLetter, listLetters, readLetter } from './read-letters.use.ts';
import { peopleBySite, readyLetter, whatTells } from './ready-letter.use.ts';
import { handInShielded, sendLetter } from './send-letter.use.ts';
import { growLetter, leaveLetter, sayOnLetter, supportLetter } from './talk.use.ts';
import { turnLetters } from './turn-letters.use.ts';

const params = z.object({ id: z.string().max(100) });
const query = z.object({
  state: z.enum(['open', 'answered']).optional(),
  which: z.enum(['for-me', 'mine', 'joined']).optional().describe('Only those that concern whoever asks.'),
});

const list = createRoute({
  method: 'get',
  path: '/v1/letters',
  request: { query },
  responses: { 200: { description: 'What waits for whoever asks first.', content: json(LettersShape) } },
});
const readRule = createRoute({
  method: 'get',
  path: '/v1/letters/rule',
  responses: { 200: { description: 'The clock of letters.', content: json(LetterRuleShape) } },
});
const keepRule = createRoute({
  method: 'put',
  path: '/v1/letters/rule',
  request: jsonBody(LetterRuleShape),
  responses: done('It holds for letters from now on.'),
});
const sendOne = createRoute({
  method: 'post',
  path: '/v1/letters',
  request: jsonBody(LetterAskedShape),
  responses: { 201: { description: 'Everybody inside may read it.', content: json(SentLetterShape) } },
});
const telling = createRoute({
  method: 'post',
  path: '/v1/letters/telling',
  request: jsonBody(LetterAskedShape),
  responses: { 200: { description: 'Nothing is kept.', content: json(TellingShape) } },
});
const shielded = createRoute({
  method: 'post',
  path: '/v1/letters/shielded',
  request: jsonBody(LetterAskedShape),
  responses: {
    201: { description: 'It comes out tomorrow. Nothing is kept of who wrote it.', content: json(HandedInShape) },
  },
});
const readOne = createRoute({
  method: 'get',
  path: '/v1/letters/{id}',
  request: { params },
  responses: { 200: { description: 'One letter.', content: json(LetterShape) } },
});
const say = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/say',
  request: { params, ...jsonBody(SayShape) },
  responses: done('Said.'),
});
const grow = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/grow',
  request: { params, ...jsonBody(GrowShape) },
  responses: done('A letter now.'),
});
const appeal = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/appeal',
  request: { params },
  responses: done('Whoever stands above is asked.'),
});
const join = createRoute({
  method: 'put',
  path: '/v1/letters/{id}/support',
  request: { params },
  responses: done('Joined, once.'),
});
const leave = createRoute({
  method: 'delete',
  path: '/v1/letters/{id}/support',
  request: { params },
  responses: done('Left.'),
});

export function lettersApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const told = await store.inWork(lettersIn(actor.orgId), async (work) => {
      await turnLetters(work);
      return listLetters(work, actor, context.req.valid('query'));
    });
    return context.json(LettersShape.parse(told), 200);
  });
  api.openapi(readRule, async (context) => {
    const { rule } = await store.inWork(lettersIn(actorOf(context.req.raw).orgId), readDesk);
    return context.json({ ...rule, daysOff: [...rule.daysOff] }, 200);
  });
  api.openapi(keepRule, async (context) => {
    const rule = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => keepLetterRule(work, rule));
    return context.body(null, 204);
  });
  api.openapi(sendOne, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const desk = await deskOf(store, actor.orgId);
    // One transaction: the key of the request is taken in it.
    const sent = await store.inWork(actor, async (work) => {
      const ready = await readyLetter(work, asked);
      return sendLetter(work, desk, ready, await answerersFor(work, desk, { ...ready, writer: actor.id }));
    });
    return context.json(sent, 201);
  });
  api.openapi(telling, async (context) => {
    const actor = actorOf(context.req.raw);
    const asked = context.req.valid('json');
    const [desk, posts] = await store.inWork(
      lettersIn(actor.orgId),
      async (work) => [await readDesk(work), await peopleBySite(work)] as const,
    );
    const tells = await store.inWork(reading(actor), async (work) =>
      whatTells(work, desk, await readyLetter(work, asked), posts),
    );
    return context.json({ tells }, 200);
  });
  api.openapi(shielded, async (context) => {
    const actor = actorOf(context.req.raw);
    const { orgId } = actor;
    const asked = context.req.valid('json');
    const desk = await deskOf(store, orgId);
    // As the writer only what is read: no row of this transaction could tell them.
    const ready = await store.inWork(reading(actor), async (work) => readyLetter(work, asked));
    const [asking] = await store.inWork(lettersIn(orgId), async (work) =>
      answerersFor(work, desk, { ...ready, writer: null }),
    );
    const { code } = await store.inWork(shieldedIn(orgId), async (work) => handInShielded(work, desk, ready));
    await store.inWork(actor, throwDraftAway);
    const name = desk.members.find((one) => one.id === asking?.owner)?.name;
    return context.json({ code, comesTo: name ?? 'the owner' }, 201);
  });
  api.openapi(readOne, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const told = await store.inWork(lettersIn(actor.orgId), async (work) => {
      await turnLetters(work);
      return readLetter(work, actor, id);
    });
    return context.json(LetterShape.parse(told), 200);
  });
  api.openapi(say, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { says } = context.req.valid('json');
    const desk = await deskOf(store, actor.orgId);
    await store.inWork(actor, async (work) => sayOnLetter(work, desk, id, says));
    return context.body(null, 204);
  });
  api.openapi(grow, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const rest = context.req.valid('json');
    const desk = await deskOf(store, actor.orgId);
    await store.inWork(actor, async (work) => growLetter(work, desk, id, rest));
    return context.body(null, 204);
  });
  api.openapi(appeal, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const desk = await deskOf(store, actor.orgId);
    const chain = await store.inWork(lettersIn(actor.orgId), async (work) => answerersOfLetter(work, desk, id));
    await store.inWork(actor, async (work) => appealLetter(work, desk, id, chain));
    return context.body(null, 204);
  });
  api.openapi(join, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const desk = await deskOf(store, actor.orgId);
    await store.inWork(actor, async (work) => supportLetter(work, desk, id));
    return context.body(null, 204);
  });
  api.openapi(leave, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => leaveLetter(work, id));
    return context.body(null, 204);
  });
  return api;
}
