// Routes of a draft while it is written and approved: saves, who is here, decisions, approval, its end; and the rules of approving.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { askApproval, sayOfDraft } from '../approval/approve-draft.use.ts';
import { endRule, readRules, setRule } from '../approval/rules.use.ts';
import { beHere, decideDraft, dropDraft, listSaves, readSave } from './decide-draft.use.ts';
import type { DraftContent } from './draft.core.ts';
import {
  ClashedShape,
  DecisionsShape,
  DocumentKindShape,
  DraftContentShape,
  RevisionShape,
  RulesShape,
  RuleShape,
  SavedShape,
  SaveShape,
  SayShape,
} from './drafts.shape.ts';
import { saveDraft } from './save-draft.use.ts';

const path = '/v1/document-drafts/{draft}';
const params = z.object({ draft: z.string().min(1).max(100) });
const done = { 204: { description: 'Done.' } };

const save = createRoute({
  method: 'put',
  path,
  request: { params, ...jsonBody(SaveShape) },
  responses: {
    200: { description: 'Saved, with what others saved meanwhile.', content: json(SavedShape) },
    409: {
      description: 'Two wrote in the same place: all else is saved, and there both texts are kept.',
      content: { 'application/problem+json': { schema: ClashedShape } },
    },
  },
});
const drop = createRoute({ method: 'delete', path, request: { params }, responses: done });
const saves = createRoute({
  method: 'get',
  path: `${path}/saves`,
  request: { params },
  responses: {
    200: {
      description: 'Every save, latest first.',
      content: json(z.object({ saves: z.array(z.object({ revision: z.int(), by: z.string(), at: z.string() })) })),
    },
  },
});
const oneSave = createRoute({
  method: 'get',
  path: `${path}/saves/{revision}`,
  request: { params: params.extend({ revision: z.coerce.number().int().positive() }) },
  responses: { 200: { description: 'The draft as it was then.', content: json(DraftContentShape) } },
});
const here = createRoute({
  method: 'post',
  path: `${path}/here`,
  request: { params, ...jsonBody(z.object({ here: z.boolean() })) },
  responses: done,
});
const decide = createRoute({
  method: 'put',
  path: `${path}/decisions`,
  request: { params, ...jsonBody(DecisionsShape) },
  responses: done,
});
const ask = createRoute({
  method: 'post',
  path: `${path}/ask`,
  request: { params, ...jsonBody(RevisionShape) },
  responses: done,
});
const say = createRoute({
  method: 'post',
  path: `${path}/says`,
  request: { params, ...jsonBody(SayShape) },
  responses: done,
});

const rulesPath = '/v1/document-rules/{kind}';
const ofKind = z.object({ kind: DocumentKindShape });
const scope = z.object({ scope: z.string().min(1).max(120) });
const rules = createRoute({
  method: 'get',
  path: rulesPath,
  request: { params: ofKind },
  responses: { 200: { description: 'The widest first.', content: json(RulesShape) } },
});
const putRule = createRoute({
  method: 'put',
  path: rulesPath,
  request: { params: ofKind, query: scope, ...jsonBody(RuleShape) },
  responses: done,
});
const dropRule = createRoute({
  method: 'delete',
  path: rulesPath,
  request: { params: ofKind, query: scope },
  responses: done,
});

export function draftsApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(save, async (context) => {
    const { draft } = context.req.valid('param');
    const { began, content, settles } = context.req.valid('json');
    const { fresh, ...saved } = await store.inWork(actorOf(context.req.raw), async (work) =>
      saveDraft(work, draft, began, content as DraftContent, settles),
    );
    const told = SavedShape.parse(saved);
    if (fresh === 0) return context.json(told, 200);
    // Not a fault, which would undo the save: all that clashes with nobody is kept, and so are both texts of what does.
    return context.body(
      JSON.stringify({
        type: '/problems/document-part-changed',
        title: 'Somebody changed the same part',
        status: 409,
        detail:
          'Somebody changed the same part while you wrote. Both texts are kept and everything else of yours is saved: choose between the two.',
        kind: 'conflict',
        errors: saved.clashes.map((clash) => ({ pointer: `/${clash.place}`, detail: 'Two people wrote here.' })),
        saved: told,
      }),
      409,
      { 'content-type': 'application/problem+json' },
    ) as never;
  });
  api.openapi(drop, async (context) => {
    const { draft } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => dropDraft(work, draft));
    return context.body(null, 204);
  });
  api.openapi(saves, async (context) => {
    const { draft } = context.req.valid('param');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => listSaves(work, draft));
    return context.json({ saves: found }, 200);
  });
  api.openapi(oneSave, async (context) => {
    const { draft, revision } = context.req.valid('param');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => readSave(work, draft, revision));
    return context.json(DraftContentShape.parse(found), 200);
  });
  api.openapi(here, async (context) => {
    const { draft } = context.req.valid('param');
    const { here: is } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => beHere(work, draft, is));
    return context.body(null, 204);
  });
  api.openapi(decide, async (context) => {
    const { draft } = context.req.valid('param');
    const decisions = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => decideDraft(work, draft, decisions));
    return context.body(null, 204);
  });
  api.openapi(ask, async (context) => {
    const { draft } = context.req.valid('param');
    const { revision } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => askApproval(work, draft, revision));
    return context.body(null, 204);
  });
  api.openapi(say, async (context) => {
    const { draft } = context.req.valid('param');
    const { revision, said, why = '' } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => sayOfDraft(work, draft, revision, said, why));
    return context.body(null, 204);
  });
  api.openapi(rules, async (context) => {
    const { kind } = context.req.valid('param');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => readRules(work, kind));
    return context.json(RulesShape.parse({ rules: found }), 200);
  });
  api.openapi(putRule, async (context) => {
    const { kind } = context.req.valid('param');
    const rule = context.req.valid('json');
    const { scope: of } = context.req.valid('query');
    await store.inWork(actorOf(context.req.raw), async (work) => setRule(work, kind, of, rule));
    return context.body(null, 204);
  });
  api.openapi(dropRule, async (context) => {
    const { kind } = context.req.valid('param');
    const { scope: of } = context.req.valid('query');
    await store.inWork(actorOf(context.req.raw), async (work) => endRule(work, kind, of));
    return context.body(null, 204);
  });
  return api;
}
