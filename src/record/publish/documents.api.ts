// Routes of documents: the register, one document whole, what changed between two versions, what waits for
// a decision, a draft begun, its state, and published.
import { createRoute, z } from '@hono/zod-openapi';
import { beginDraft } from '../../documents/drafts/begin-draft.use.ts';
import { DocumentKindShape } from '../../documents/drafts/drafts.shape.ts';
import { reJustify } from '../../documents/review/re-justify.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../../platform/http/pages.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import { beginDraftFrom } from './begin-from.use.ts';
import {
  BeginShape,
  BegunShape,
  DocumentsToDecideShape,
  DraftStateShape,
  ListedDocumentShape,
  PartChangeShape,
  PublishedShape,
  RegisterQueryShape,
  ReviewAskedShape,
  WholeDocumentShape,
} from './documents.shape.ts';
import { readDraftState } from './draft-state.use.ts';
import { memberNames } from './member-names.use.ts';
import { publishDraft } from './publish-draft.use.ts';
import { readChanges } from './read-changes.use.ts';
import { readDocument } from './read-document.use.ts';
import { listDocuments } from './register.use.ts';
import { documentsToDecide } from './to-decide.use.ts';

const path = '/v1/documents/{kind}/{id}';
const params = z.object({ kind: DocumentKindShape, id: z.string().min(1).max(200) });

const list = createRoute({
  method: 'get',
  path: '/v1/documents',
  request: { query: PageQueryShape.extend(RegisterQueryShape.shape) },
  responses: { 200: { description: 'Documents by their titles.', content: json(pageOf(ListedDocumentShape)) } },
});
const begin = createRoute({
  method: 'post',
  path: '/v1/documents',
  request: jsonBody(BeginShape),
  responses: { 200: { description: 'The draft, begun now or open already.', content: json(BegunShape) } },
});
const decide = createRoute({
  method: 'get',
  path: '/v1/documents/to-decide',
  responses: {
    200: { description: 'Drafts first, then what is suspended.', content: json(DocumentsToDecideShape) },
  },
});
const one = createRoute({
  method: 'get',
  path,
  request: { params, query: z.object({ version: z.string().max(100).optional(), day: z.string().max(20).optional() }) },
  responses: { 200: { description: 'One document whole.', content: json(WholeDocumentShape) } },
});
const changes = createRoute({
  method: 'get',
  path: `${path}/changes`,
  request: { params, query: z.object({ from: z.string().min(1).max(100), to: z.string().min(1).max(100) }) },
  responses: {
    200: {
      description: 'What is different in the one from the other, part by part.',
      content: json(z.object({ changes: z.array(PartChangeShape) })),
    },
  },
});
const review = createRoute({
  method: 'post',
  path: `${path}/review`,
  request: { params, ...jsonBody(ReviewAskedShape) },
  responses: { 204: { description: 'It stands, until the next look.' } },
});
const state = createRoute({
  method: 'get',
  path: `${path}/draft`,
  request: { params },
  responses: { 200: { description: 'Its open draft.', content: json(DraftStateShape) } },
});
const publish = createRoute({
  method: 'post',
  path: '/v1/document-drafts/{draft}/publish',
  request: {
    params: z.object({ draft: z.string().min(1).max(100) }),
    ...jsonBody(z.object({ revision: z.int().positive() })),
  },
  responses: { 200: { description: 'Published.', content: json(PublishedShape) } },
});

const place = [/^[^\0]{0,600}$/, /^[a-z-]{1,40}$/, /^[^\0]{1,200}$/] as const;

export function documentsApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  const standardIds = async (): Promise<ReadonlySet<string>> =>
    new Set((await loadPacks(ownPacks)).flatMap((pack) => pack.standards.map((standard) => standard.id)));

  api.openapi(list, async (context) => {
    const { after, limit, day, kind, state: stands, words, due, asked: waits } = context.req.valid('query');
    const at = after === undefined ? null : placeIn(after, place);
    const asked = {
      kind,
      words,
      due: due === 'yes',
      asked: waits === 'yes',
      state: stands,
      ...(day === undefined ? {} : { day }),
    };
    const found = await store.inWork(actorOf(context.req.raw), async (work) =>
      listDocuments(work, asked, at && { title: at[0]!, kind: at[1]!, id: at[2]! }, limit),
    );
    const rows = found.map((row) => ListedDocumentShape.parse(row));
    return context.json(
      toPage(rows, limit, (last) => [last.title.toLowerCase(), last.kind, last.id]),
      200,
    );
  });
  api.openapi(begin, async (context) => {
    const { kind, id, title, letters = [], ...content } = context.req.valid('json');
    const begun = await store.inWork(actorOf(context.req.raw), async (work) =>
      id !== undefined && title === undefined
        ? beginDraftFrom(work, kind, id, { letters })
        : beginDraft(work, { kind, id, content: { ...withoutAbsent(content), title: title ?? '' }, letters }),
    );
    return context.json(begun, 200);
  });
  api.openapi(decide, async (context) => {
    const standards = await standardIds();
    const items = await store.inWork(actorOf(context.req.raw), async (work) => documentsToDecide(work, standards));
    return context.json({ items }, 200);
  });
  api.openapi(one, async (context) => {
    const { kind, id } = context.req.valid('param');
    const asked = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => readDocument(work, kind, id, asked));
    return context.json(WholeDocumentShape.parse({ ...found, names: Object.fromEntries(found.names) }), 200);
  });
  api.openapi(changes, async (context) => {
    const { kind, id } = context.req.valid('param');
    const { from, to } = context.req.valid('query');
    const found = await store.inWork(actorOf(context.req.raw), async (work) => readChanges(work, kind, id, from, to));
    return context.json({ changes: found.map((change) => PartChangeShape.parse(change)) }, 200);
  });
  api.openapi(review, async (context) => {
    const { kind, id } = context.req.valid('param');
    const { why, nextDue } = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => reJustify(work, kind, id, why, nextDue));
    return context.body(null, 204);
  });
  api.openapi(state, async (context) => {
    const { kind, id } = context.req.valid('param');
    const standards = await standardIds();
    const told = await store.inWork(actorOf(context.req.raw), async (work) => {
      const found = await readDraftState(work, kind, id, standards);
      const { draft, said, others, authors, clashes } = found;
      const people = [
        draft.begunBy,
        draft.changedBy,
        ...said.map((word) => word.member),
        ...clashes.map((clash) => clash.by),
      ];
      return { ...found, names: Object.fromEntries(await memberNames(work, [...people, ...others, ...authors])) };
    });
    return context.json(DraftStateShape.parse(told), 200);
  });
  api.openapi(publish, async (context) => {
    const { draft } = context.req.valid('param');
    const { revision } = context.req.valid('json');
    const standards = await standardIds();
    const published = await store.inWork(actorOf(context.req.raw), async (work) =>
      publishDraft(work, draft, revision, standards),
    );
    return context.json(published, 200);
  });
  return api;
}

/** Without what was left out, so that the usual stands there. */
function withoutAbsent<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
