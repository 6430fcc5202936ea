// Routes of agreement: how far people and machines agree, and the rule.
import { createRoute, z } from '@hono/zod-openapi';
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import { reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { AgreementRuleShape, AgreementShape } from './agreement.shape.ts';
import { readAgreement } from './read-agreement.use.ts';
import { setAgreementRule } from './set-agreement-rule.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/agreement',
  request: { query: z.object({ standard: z.string().max(200).optional() }) },
  responses: {
    200: {
      description: 'Standard by standard; reviewers for those who answer for them.',
      content: json(AgreementShape),
    },
  },
});
const setRule = createRoute({
  method: 'put',
  path: '/v1/agreement/rule',
  request: jsonBody(AgreementRuleShape),
  responses: { 204: { description: 'It holds from now on.' } },
});

export function agreementApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const actor = actorOf(context.req.raw);
    const { standard } = context.req.valid('query');
    // Names of members are the program's to read; who sees them is decided with the rest.
    const members = await store.inWork({ orgId: actor.orgId, id: 'agreement', roles: [] }, readEveryMember);
    const names = new Map(members.map((one) => [one.id, one.name]));
    const packs = standard === undefined ? [] : await loadPacks(ownPacks);
    const found = await store.inWork(reading(actor), async (work) => readAgreement(work, { standard, packs }, names));
    return context.json(AgreementShape.parse(found), 200);
  });
  api.openapi(setRule, async (context) => {
    const rule = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => setAgreementRule(work, rule));
    return context.body(null, 204);
  });
  return api;
}
