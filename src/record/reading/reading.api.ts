// Routes of reading: what is to be read, a document as its reader has it, their answer, and what readers said.
import { createRoute, z } from '@hono/zod-openapi';
import { answerFactor, answerVersion } from '../../documents/reading/answer-version.use.ts';
import { endQuestion, setQuestion } from '../../documents/reading/check-questions.use.ts';
import { present } from '../../kernel/present.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import {
  AnsweredShape,
  FactorSaidShape,
  GivenAnswerShape,
  NewQuestionShape,
  ReadersShape,
  ReadingAtShape,
  ReadingQueryShape,
  ReadingShape,
  ReadingVersionAtShape,
  ToReadShape,
} from './reading.shape.ts';
import { listReading, readDocument, readReadersOf, versionWithParts } from './reading.use.ts';

const list = createRoute({
  method: 'get',
  path: '/v1/reading',
  responses: { 200: { description: 'What waits for whoever asks to be read.', content: json(ToReadShape) } },
});
const read = createRoute({
  method: 'get',
  path: '/v1/reading/{kind}/{id}',
  request: { params: ReadingAtShape, query: ReadingQueryShape },
  responses: { 200: { description: 'The version in force, or the one asked for.', content: json(ReadingShape) } },
});
const answer = createRoute({
  method: 'post',
  path: '/v1/reading/{kind}/{id}/{version}/answer',
  request: { params: ReadingVersionAtShape, ...jsonBody(GivenAnswerShape) },
  responses: { 200: { description: 'Kept, or to be looked at once more.', content: json(AnsweredShape) } },
});
const factor = createRoute({
  method: 'post',
  path: '/v1/reading/{kind}/{id}/{version}/factor',
  request: { params: ReadingVersionAtShape, ...jsonBody(FactorSaidShape) },
  responses: { 204: { description: 'Counted.' } },
});
const readers = createRoute({
  method: 'get',
  path: '/v1/readers/{kind}/{id}',
  request: { params: ReadingAtShape, query: ReadingQueryShape },
  responses: { 200: { description: 'Who has read it, and what readers said.', content: json(ReadersShape) } },
});
const ask = createRoute({
  method: 'post',
  path: '/v1/readers/{kind}/{id}/questions',
  request: { params: ReadingAtShape, ...jsonBody(NewQuestionShape) },
  responses: { 200: { description: 'Asked from now on.', content: json(z.object({ id: z.string() })) } },
});
const end = createRoute({
  method: 'delete',
  path: '/v1/readers/{kind}/{id}/questions/{question}',
  request: { params: ReadingAtShape.extend({ question: z.string().max(100) }) },
  responses: { 204: { description: 'Asked no more; what was answered stays.' } },
});

export function readingApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const found = await store.inWork(actorOf(context.req.raw), listReading);
    const items = found.map(({ version, state, last }) => ({ ...version, state, last }));
    return context.json(ToReadShape.parse({ items, all: items.length }), 200);
  });
  api.openapi(read, async (context) => {
    const { kind, id } = context.req.valid('param');
    const { version } = context.req.valid('query');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readDocument(work, kind, id, version));
    return context.json(ReadingShape.parse(told), 200);
  });
  api.openapi(answer, async (context) => {
    const at = context.req.valid('param');
    const given = context.req.valid('json');
    const taken = await store.inWork(actorOf(context.req.raw), async (work) => {
      const { parts } = await versionWithParts(work, at.kind, at.id, at.version);
      return answerVersion(work, at, parts, given);
    });
    return context.json(AnsweredShape.parse(taken), 200);
  });
  api.openapi(factor, async (context) => {
    const at = context.req.valid('param');
    const said = present(context.req.valid('json'));
    await store.inWork(actorOf(context.req.raw), async (work) => {
      const { parts } = await versionWithParts(work, at.kind, at.id, at.version);
      await answerFactor(work, at, parts, said);
    });
    return context.body(null, 204);
  });
  api.openapi(readers, async (context) => {
    const { kind, id } = context.req.valid('param');
    const { version } = context.req.valid('query');
    const told = await store.inWork(actorOf(context.req.raw), async (work) => readReadersOf(work, kind, id, version));
    return context.json(ReadersShape.parse(told), 200);
  });
  api.openapi(ask, async (context) => {
    const { kind, id } = context.req.valid('param');
    const given = context.req.valid('json');
    const asked = await store.inWork(actorOf(context.req.raw), async (work) => {
      const { owner, parts } = await versionWithParts(work, kind, id);
      return setQuestion(work, { kind, id, owner }, parts, given);
    });
    return context.json({ id: asked }, 200);
  });
  api.openapi(end, async (context) => {
    const { kind, id, question } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => {
      const { owner } = await versionWithParts(work, kind, id);
      await endQuestion(work, { kind, id, owner }, question);
    });
    return context.body(null, 204);
  });
  return api;
}
