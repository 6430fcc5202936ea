// Routes of answers to letters, and of what a letter cites and what came of it: what is adopted goes on in documents and fixes.
import { createRoute, z } from '@hono/zod-openapi';
import { tellFailures } from '../../diagnosis/overview/tell-failures.use.ts';
import { mayReadContacts } from '../../marking/search/contacts.access.ts';
import { siteNames } from '../../people/names-of.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { answerLetter, lookAtLetter, signLetter } from '../../policies/letters/answer-letter.use.ts';
import { citedOf, followedOf } from '../../policies/letters/follow-letters.use.ts';
import { lettersIn } from '../../policies/letters/letter-desk.use.ts';
import { AnswerLetterShape, LookShape, SignShape } from '../../policies/letters/letters.shape.ts';
import { answerersOfLetter } from '../../policies/letters/read-letters.use.ts';
import { deskOf } from '../../policies/letters/letters-clock.job.ts';
import { toldFix } from '../fix-told.core.ts';
import { verbsFor } from '../fix.core.ts';
import { mayDecideFixes } from '../fixes.access.ts';
import { fixWhereSeen, readFix, todayOf } from '../fixes.use.ts';
import { moveLetters } from './move-letters.job.ts';
import { readVersionTexts } from '../../documents/versions/version-texts.use.ts';
import type { DocumentKind } from '../../documents/document.core.ts';
import type { Work } from '../../platform/db/work.ts';
import { letterChoices } from './letter-choices.use.ts';
import { LetterChoicesShape, LetterFollowedShape } from './letters-followed.shape.ts';

const params = z.object({ id: z.string().max(100) });
const done = { 204: { description: 'It stands so for everybody.' } };

const followed = createRoute({
  method: 'get',
  path: '/v1/letters/{id}/followed',
  request: { params },
  responses: { 200: { description: 'What it cites and what came of it.', content: json(LetterFollowedShape) } },
});
const choices = createRoute({
  method: 'get',
  path: '/v1/letter-choices',
  request: {
    query: z.object({ mark: z.union([z.string().max(100), z.array(z.string().max(100)).max(20)]).optional() }),
  },
  responses: { 200: { description: 'What a letter may be about, for its form.', content: json(LetterChoicesShape) } },
});
const answer = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/answer',
  request: { params, ...jsonBody(AnswerLetterShape) },
  responses: done,
});
const look = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/look',
  request: { params, ...jsonBody(LookShape) },
  responses: done,
});
const sign = createRoute({
  method: 'post',
  path: '/v1/letters/{id}/sign',
  request: { params, ...jsonBody(SignShape) },
  responses: done,
});

export function lettersFollowedApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  const begin = async (orgId: string, id: string) => {
    const desk = await deskOf(store, orgId);
    const chain = await store.inWork(lettersIn(orgId), async (work) => answerersOfLetter(work, desk, id));
    return { desk, chain };
  };
  api.openapi(followed, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { came, fix } = await store.inWork(lettersIn(actor.orgId), async (work) => {
      const found = await followedOf(work, id);
      if (found?.fix === undefined) return { came: found, fix: null };
      const told = toldFix(await readFix(work, found.fix), todayOf(work), false);
      const { id: fixId, says, title, state, stateSays, sentences, evidence } = told;
      const change = evidence?.change ?? null;
      return { came: found, fix: { id: fixId, says, title, state, stateSays, sentences, change } };
    });
    const own = fix ? await store.inWork(actor, async (work) => ownFix(work, fix.id)) : null;
    const quotes = mayReadContacts(actor)
      ? await store.inWork(actor, async (work) => tellFailures(work, await citedOf(work, id)))
      : [];
    const published = await store.inWork(actor, async (work) => publishedOf(work, came?.document, id));
    return context.json(
      LetterFollowedShape.parse({
        quotes,
        document: came?.document ?? null,
        published,
        says: came?.says ?? '',
        on: came?.on ?? null,
        fix: fix && { ...fix, ...own },
      }),
      200,
    );
  });
  api.openapi(choices, async (context) => {
    const actor = actorOf(context.req.raw);
    const { mark = [] } = context.req.valid('query');
    const told = await store.inWork(actor, async (work) =>
      letterChoices(work, typeof mark === 'string' ? [mark] : mark),
    );
    return context.json(LetterChoicesShape.parse(told), 200);
  });
  api.openapi(answer, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const given = context.req.valid('json');
    const { desk, chain } = await begin(actor.orgId, id);
    await store.inWork(actor, async (work) => answerLetter(work, desk, id, given, chain));
    await moveLetters(store, actor.orgId);
    return context.body(null, 204);
  });
  api.openapi(look, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    const { desk } = await begin(actor.orgId, id);
    await store.inWork(actor, async (work) => lookAtLetter(work, desk, id, said));
    await moveLetters(store, actor.orgId);
    return context.body(null, 204);
  });
  api.openapi(sign, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    const { desk } = await begin(actor.orgId, id);
    await store.inWork(actor, async (work) => signLetter(work, desk, id, said));
    await moveLetters(store, actor.orgId);
    return context.body(null, 204);
  });
  return api;
}

/** Whether whoever asks may open it, and what they may do with it. */
async function ownFix(work: Work, id: string) {
  const seen = await fixWhereSeen(work, id);
  if (!seen) return { here: false, can: [], waits: [] };
  const { fix, state } = seen;
  const left = fix.sites.filter((site) => !state.doneOn.has(site));
  const names = await siteNames(work, left);
  const verbs = mayDecideFixes(work.actor) ? verbsFor(state) : [];
  return {
    here: true,
    can: verbs.filter((verb) => verb === 'begin' || (verb === 'done' && left.length > 0)),
    waits: left.map((id) => ({ id, name: names.get(id) ?? id })),
  };
}

async function publishedOf(work: Work, document: string | undefined, letter: string) {
  const [kind, ...rest] = document?.split('/') ?? [];
  if (kind === undefined) return null;
  const texts = await readVersionTexts(work, kind as DocumentKind, rest.join('/'));
  const first = texts.find(({ letters }) => letters.includes(letter));
  return first ? { version: first.version, from: first.content.from } : null;
}
