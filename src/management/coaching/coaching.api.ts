// Routes of coaching from a mark. Who may see a note is asked in their own work; its words are then told by the program, since an
// example stands in somebody else's contact.
import { createRoute, z } from '@hono/zod-openapi';
import { type Actor, reading } from '../../kernel/actor.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { loadPacks } from '../../standards/packs.use.ts';
import {
  CoachingDraftShape,
  CoachingNotesShape,
  CoachingNoteShape,
  CoachingReplyShape,
  GiveCoachingShape,
} from './coaching.shape.ts';
import type { KeptNote } from './coaching.core.ts';
import { exampleOfPack } from './example.core.ts';
import { acknowledgeNote, lookAgain, noteFor, readNote, withdrawNote } from './follow-note.use.ts';
import { giveNote, momentToCoach } from './give-note.use.ts';
import { exampleChosen, findNotes, type PackExample, tellDraft, tellNotes } from './read-notes.use.ts';

const params = z.object({ id: z.string().max(100) });
const told = { 200: { description: 'The note as it stands.', content: json(CoachingNoteShape) } };

const begin = createRoute({
  method: 'get',
  path: '/v1/coaching/draft',
  request: {
    query: z.object({
      mark: z.string().max(200),
      example: z.string().max(200).optional().describe('The mark of the example to show.'),
    }),
  },
  responses: { 200: { description: 'What a note is begun with.', content: json(CoachingDraftShape) } },
});
const give = createRoute({
  method: 'post',
  path: '/v1/coaching',
  request: jsonBody(GiveCoachingShape),
  responses: told,
});
const list = createRoute({
  method: 'get',
  path: '/v1/coaching',
  request: {
    query: z.object({
      person: z.string().max(200).optional().describe('Notes to this person.'),
      at: z.string().max(40).optional().describe('As they stood at this moment.'),
    }),
  },
  responses: { 200: { description: 'The newest first, without examples.', content: json(CoachingNotesShape) } },
});
const show = createRoute({
  method: 'get',
  path: '/v1/coaching/{id}',
  request: { params, query: z.object({ at: z.string().max(40).optional() }) },
  responses: told,
});
const opened = createRoute({ method: 'post', path: '/v1/coaching/{id}/read', request: { params }, responses: told });
const reply = createRoute({
  method: 'post',
  path: '/v1/coaching/{id}/acknowledge',
  request: { params, ...jsonBody(CoachingReplyShape) },
  responses: told,
});
const withdraw = createRoute({
  method: 'post',
  path: '/v1/coaching/{id}/withdraw',
  request: { params },
  responses: told,
});
const look = createRoute({
  method: 'post',
  path: '/v1/coaching/{id}/look',
  request: { params, ...jsonBody(CoachingReplyShape) },
  responses: told,
});

export function coachingApi({ store, actorOf, ownPacks }: ApiContext): Api {
  const api = newApi();
  const program = ({ orgId }: Actor): Actor => reading({ orgId, id: 'coaching', roles: ['owner'] });
  async function packExamples(): Promise<PackExample> {
    const packs = await loadPacks(ownPacks);
    const all = new Map(packs.flatMap((pack) => pack.standards.map((one) => [one.id, one.examples] as const)));
    return (standard) => exampleOfPack(all.get(standard) ?? []);
  }
  async function tell(actor: Actor, notes: readonly KeptNote[], whole = true) {
    const ofPack = whole ? await packExamples() : null;
    return store.inWork(program(actor), async (work) => tellNotes(work, actor, notes, ofPack));
  }
  async function tellOne(actor: Actor, id: string) {
    const [note] = await tell(actor, [await store.inWork(reading(actor), async (work) => noteFor(work, id))]);
    return CoachingNoteShape.parse(note);
  }

  api.openapi(begin, async (context) => {
    const actor = actorOf(context.req.raw);
    const { mark, example } = context.req.valid('query');
    const moment = await store.inWork(actor, async (work) => momentToCoach(work, mark));
    const ofPack = await packExamples();
    const draft = await store.inWork(program(actor), async (work) => tellDraft(work, actor, moment, ofPack, example));
    return context.json(CoachingDraftShape.parse(draft), 200);
  });
  api.openapi(give, async (context) => {
    const actor = actorOf(context.req.raw);
    const { example: chosen, followUp, ...words } = context.req.valid('json');
    const moment = await store.inWork(actor, async (work) => momentToCoach(work, words.mark));
    const example = await store.inWork(program(actor), async (work) => exampleChosen(work, moment, chosen));
    const given = { ...words, example, ...(followUp === undefined ? {} : { followUp }) };
    const id = await store.inWork(actor, async (work) => giveNote(work, given));
    return context.json(await tellOne(actor, id), 200);
  });
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const { person, at } = context.req.valid('query');
    const asked = person === undefined ? {} : { person };
    const found = await store.inWork(reading(actor), async (work) => findNotes(work, asked, at));
    return context.json(CoachingNotesShape.parse({ notes: await tell(actor, found, false) }), 200);
  });
  api.openapi(show, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { at } = context.req.valid('query');
    if (at === undefined) return context.json(await tellOne(actor, id), 200);
    const [kept] = await store.inWork(reading(actor), async (work) => findNotes(work, { id }, at));
    if (!kept) return context.json(await tellOne(actor, 'none'), 200);
    const [note] = await tell(actor, [kept]);
    return context.json(CoachingNoteShape.parse(note), 200);
  });
  api.openapi(opened, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    await store.inWork(actor, async (work) => readNote(work, id));
    return context.json(await tellOne(actor, id), 200);
  });
  api.openapi(reply, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { says } = context.req.valid('json');
    await store.inWork(actor, async (work) => acknowledgeNote(work, id, says));
    return context.json(await tellOne(actor, id), 200);
  });
  api.openapi(withdraw, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    await store.inWork(actor, async (work) => withdrawNote(work, id));
    return context.json(await tellOne(actor, id), 200);
  });
  api.openapi(look, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { says } = context.req.valid('json');
    await store.inWork(actor, async (work) => lookAgain(work, id, says));
    return context.json(await tellOne(actor, id), 200);
  });
  return api;
}
