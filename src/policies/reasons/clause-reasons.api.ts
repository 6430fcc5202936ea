// Routes of why clauses stand: read with a policy, said, and linked to standards.
import { createRoute, z } from '@hono/zod-openapi';
import { present } from '../../kernel/present.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { ClauseAtShape, ClauseLinksShape, ClauseReasonsShape, PolicyReasonsShape } from './clause-reasons.shape.ts';
import { readClauseReasons, sayClauseReasons } from './clause-reasons.use.ts';
import { linkClause } from './link-clause.use.ts';

const read = createRoute({
  method: 'get',
  path: '/v1/policies/{policy}/reasons',
  request: {
    params: ClauseAtShape.pick({ policy: true }),
    query: z.object({ version: z.string().max(200).optional() }),
  },
  responses: { 200: { description: 'Each clause with why it stands.', content: json(PolicyReasonsShape) } },
});
const say = createRoute({
  method: 'put',
  path: '/v1/policies/{policy}/{version}/clauses/{clause}/reasons',
  request: { params: ClauseAtShape, ...jsonBody(ClauseReasonsShape) },
  responses: { 204: { description: 'Said, beside what was said before.' } },
});
const link = createRoute({
  method: 'put',
  path: '/v1/policies/{policy}/{version}/clauses/{clause}/links',
  request: { params: ClauseAtShape, ...jsonBody(ClauseLinksShape) },
  responses: { 204: { description: 'Linked; causes read it when they are found next.' } },
});

export function clauseReasonsApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(read, async (context) => {
    const { policy } = context.req.valid('param');
    const { version } = context.req.valid('query');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readClauseReasons(work, policy, version));
    return context.json(PolicyReasonsShape.parse(told), 200);
  });
  api.openapi(say, async (context) => {
    const at = context.req.valid('param');
    const reasons = present(context.req.valid('json'));
    await store.inWork(actorOf(context.req.raw), async (work) => sayClauseReasons(work, at, reasons));
    return context.body(null, 204);
  });
  api.openapi(link, async (context) => {
    const at = context.req.valid('param');
    const links = context.req.valid('json');
    const packs = await loadPacks(ownPacks);
    const known = new Set(packs.flatMap((pack) => pack.standards.map((one) => one.id)));
    await store.inWork(actorOf(context.req.raw), async (work) => linkClause(work, at, links, known));
    return context.body(null, 204);
  });
  return api;
}
