// Routes of fixes: list, propose, one, what became of it, and the check against the contacts.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { changeFix } from './change-fix.use.ts';
import { checkFixes } from './check-fixes.use.ts';
import { fixesSentence, toldFix, type FixToTell } from './fix-told.core.ts';
import { assertMayDecideFixes, mayDecideFixes } from './fixes.access.ts';
import { heldTo, type Actor } from '../kernel/actor.ts';
import { ChangedFixShape, ChangeShape, CheckedFixesShape, FixesShape, FixShape, ProposalShape } from './fixes.shape.ts';
import { readFix, readFixes, todayOf } from './fixes.use.ts';
import { proposeFix } from './propose-fix.use.ts';
import { toldOnce } from './told-once.use.ts';
import type { Work } from '../platform/db/work.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });
const params = z.object({ id: z.string() });
const query = z.object({
  evidence: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe('No: the answer leaves out what the contacts say, for whoever tells many changes at once.'),
});

const list = createRoute({
  method: 'get',
  path: '/v1/fixes',
  responses: { 200: { description: 'Every fix, with what its contacts say today.', content: json(FixesShape) } },
});
const propose = createRoute({
  method: 'post',
  path: '/v1/fixes',
  request: { query, body: { content: json(ProposalShape), required: true } },
  responses: { 200: { description: 'Kept; the same one twice is one.', content: json(ChangedFixShape) } },
});
const check = createRoute({
  method: 'post',
  path: '/v1/fixes/check',
  responses: {
    200: { description: 'Verdicts as of today; those that changed are kept.', content: json(CheckedFixesShape) },
  },
});
const show = createRoute({
  method: 'get',
  path: '/v1/fixes/{id}',
  request: { params },
  responses: { 200: { description: 'One fix.', content: json(FixShape) } },
});
const change = createRoute({
  method: 'post',
  path: '/v1/fixes/{id}/{verb}',
  request: {
    params: params.extend({ verb: z.enum(['begin', 'done', 'drop', 'reopen']) }),
    query,
    body: { content: json(ChangeShape), required: true },
  },
  responses: { 200: { description: 'As it stands now; told twice it is one.', content: json(ChangedFixShape) } },
});

export function fixesApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const told = await store.inWork(actorOf(context.req.raw), async (work) =>
      toldOnce(work, ownPacks, async () => {
        const fixes = await readFixes(work);
        return FixesShape.parse({ fixes: fixes.map((one) => onWire(work, one)), says: fixesSentence(fixes) });
      }),
    );
    return context.json(FixesShape.parse(told), 200);
  });
  api.openapi(propose, async (context) => {
    const proposal = context.req.valid('json');
    const evidence = context.req.valid('query').evidence === 'yes';
    const told = await store.inWork(actorOf(context.req.raw), async (work) => {
      const { id, added } = await proposeFix(work, proposal);
      return { changed: added, fix: onWire(work, await readFix(work, id, { evidence })) };
    });
    return context.json(ChangedFixShape.parse(told), 200);
  });
  api.openapi(check, async (context) => {
    const actor = actorOf(context.req.raw);
    const { changed, ...checked } = await store.inWork(ofAll(actor), async (work) => checkFixes(work));
    const told = await store.inWork(actor, async (work) => {
      const fixes = heldTo(actor) === null ? checked.fixes : await readFixes(work);
      const seen = new Set(fixes.map(({ fix }) => fix.id));
      const own = changed.filter((id) => seen.has(id));
      return { fixes: fixes.map((one) => onWire(work, one)), changed: own, says: fixesSentence(fixes) };
    });
    return context.json(CheckedFixesShape.parse(told), 200);
  });
  api.openapi(show, async (context) => {
    const { id } = context.req.valid('param');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => onWire(work, await readFix(work, id)));
    return context.json(FixShape.parse(told), 200);
  });
  api.openapi(change, async (context) => {
    const { id, verb } = context.req.valid('param');
    const said = context.req.valid('json');
    const evidence = context.req.valid('query').evidence === 'yes';
    const told = await store.inWork(actorOf(context.req.raw), async (work) => {
      const changed = await changeFix(work, id, verb, said);
      return { changed, fix: onWire(work, await readFix(work, id, { evidence })) };
    });
    return context.json(ChangedFixShape.parse(told), 200);
  });
  return api;
}

/** Whoever checks, over all sites: what stayed as it was stands elsewhere too, and a verdict is everybody's. */
function ofAll(actor: Actor): Actor {
  assertMayDecideFixes(actor);
  return heldTo(actor) === null ? actor : { orgId: actor.orgId, id: actor.id, roles: ['owner'] };
}

function onWire(work: Work, read: FixToTell): ReturnType<typeof toldFix> {
  return toldFix(read, todayOf(work), mayDecideFixes(work.actor));
}
