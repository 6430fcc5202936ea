// Routes of disputes: listed, read as they stood at any moment, answered, taken further, withdrawn, taken out as a table, and how long
// answers may take. Opening one stands in src/diagnosis/disputes, where the documents are known that an instruction may be of.
import { createRoute, z } from '@hono/zod-openapi';
import { reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { done, json, jsonBody } from '../../platform/http/json-content.ts';
import { hiddenFrom } from '../people-say.use.ts';
import { answerDispute } from './answer-dispute.use.ts';
import { disputesIn, readDesk } from './dispute-desk.use.ts';
import { disputesAsTable } from './disputes-table.core.ts';
import { deskOf } from './disputes-clock.job.ts';
import {
  AnswerDisputeShape,
  AnsweredDisputeShape,
  DisputeNumbersShape,
  DisputeRuleAskedShape,
  DisputeRuleShape,
  DisputeShape,
  DisputesShape,
  OfContactShape,
  SecondRoundShape,
} from './disputes.shape.ts';
import { keepDisputeRule } from './disputes.use.ts';
import { askSecondRound, withdrawDispute } from './further.use.ts';
import { disputesOfContact, listDisputes, readDispute, transcriptOf } from './read-disputes.use.ts';
import { tellDisputeNumbers } from './told-numbers.use.ts';
import { turnDisputes } from './turn-disputes.use.ts';

const params = z.object({ id: z.string().max(100) });

const list = createRoute({
  method: 'get',
  path: '/v1/disputes',
  request: {
    query: z.object({ show: z.enum(['open', 'answered', 'mine', 'all']).optional() }),
  },
  responses: { 200: { description: 'What waits for whoever asks first.', content: json(DisputesShape) } },
});
const table = createRoute({
  method: 'get',
  path: '/v1/disputes/table',
  responses: {
    200: {
      description: 'Those that whoever asks may read, a row each, without whose they are.',
      content: { 'text/csv': { schema: z.string() } },
    },
  },
});
const readRule = createRoute({
  method: 'get',
  path: '/v1/disputes/rule',
  responses: { 200: { description: 'The clock of disputes.', content: json(DisputeRuleShape) } },
});
const keepRule = createRoute({
  method: 'put',
  path: '/v1/disputes/rule',
  request: jsonBody(DisputeRuleAskedShape),
  responses: done('It holds for disputes from now on.'),
});
const numbers = createRoute({
  method: 'get',
  path: '/v1/disputes/numbers',
  responses: {
    200: { description: 'By standard and by what or who made the marks.', content: json(DisputeNumbersShape) },
  },
});
const readOne = createRoute({
  method: 'get',
  path: '/v1/disputes/{id}',
  request: {
    params,
    query: z.object({ at: z.iso.datetime().optional().describe('How it stood then; now where left out.') }),
  },
  responses: { 200: { description: 'One dispute, with the words it is about.', content: json(DisputeShape) } },
});
const answer = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/answer',
  request: { params, ...jsonBody(AnswerDisputeShape) },
  responses: {
    200: { description: 'Kept; nothing else changes.', content: json(AnsweredDisputeShape) },
    202: { description: 'Kept; causes are to be found anew.', content: json(AnsweredDisputeShape) },
  },
});
const further = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/second-round',
  request: { params, ...jsonBody(SecondRoundShape) },
  responses: done('Somebody else is asked.'),
});
const withdraw = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/withdraw',
  request: { params },
  responses: done('Taken back.'),
});
const ofContact = createRoute({
  method: 'get',
  path: '/v1/contacts/{id}/disputes',
  request: { params },
  responses: {
    200: { description: 'One’s own, and of others’ what was upheld.', content: json(OfContactShape) },
  },
});

export function disputesApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const inHand = await store.inWork(reading(actor), hiddenFrom);
    const told = await store.inWork(disputesIn(actor.orgId), async (work) => {
      await turnDisputes(work);
      return listDisputes(work, actor, { ...context.req.valid('query'), inHand });
    });
    return context.json(DisputesShape.parse(told), 200);
  });
  api.openapi(table, async (context) => {
    const actor = actorOf(context.req.raw);
    const inHand = await store.inWork(reading(actor), hiddenFrom);
    const { disputes } = await store.inWork(disputesIn(actor.orgId), async (work) =>
      listDisputes(work, actor, { inHand }),
    );
    return context.body(disputesAsTable(disputes), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="disputes.csv"',
    });
  });
  api.openapi(readRule, async (context) => {
    const { rule } = await store.inWork(disputesIn(actorOf(context.req.raw).orgId), readDesk);
    return context.json({ ...rule, daysOff: [...rule.daysOff] }, 200);
  });
  api.openapi(keepRule, async (context) => {
    const { days } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => keepDisputeRule(work, days));
    return context.body(null, 204);
  });
  api.openapi(numbers, async (context) => {
    const actor = actorOf(context.req.raw);
    const { members } = await store.inWork(disputesIn(actor.orgId), readDesk);
    const names = new Map(members.map((one) => [one.id, one.name]));
    const rows = await store.inWork(reading(actor), async (work) => tellDisputeNumbers(work, names));
    return context.json({ rows }, 200);
  });
  api.openapi(readOne, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { at } = context.req.valid('query');
    const inHand = await store.inWork(reading(actor), hiddenFrom);
    const told = await store.inWork(disputesIn(actor.orgId), async (work) => {
      await turnDisputes(work);
      return readDispute(work, actor, id, { until: at, inHand });
    });
    const transcript = await store.inWork(actor, async (work) => transcriptOf(work, told));
    return context.json(DisputeShape.parse({ ...told, ...transcript }), 200);
  });
  api.openapi(answer, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const given = context.req.valid('json');
    const desk = await deskOf(store, actor.orgId);
    const effect = await store.inWork(actor, async (work) => answerDispute(work, desk, id, given));
    return context.json({ effect }, effect === 'none' ? 200 : 202);
  });
  api.openapi(further, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { says } = context.req.valid('json');
    const desk = await deskOf(store, actor.orgId);
    await store.inWork(actor, async (work) => askSecondRound(work, desk, id, says));
    return context.body(null, 204);
  });
  api.openapi(withdraw, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => withdrawDispute(work, id));
    return context.body(null, 204);
  });
  api.openapi(ofContact, async (context) => {
    const { id } = context.req.valid('param');
    const disputes = await store.inWork(actorOf(context.req.raw), async (work) => disputesOfContact(work, id));
    return context.json(OfContactShape.parse({ disputes }), 200);
  });
  return api;
}
