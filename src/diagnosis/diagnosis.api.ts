// Routes of finding causes: run the ladder over all failures, tell one finding, ask and answer the open questions.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { streamLines } from '../platform/http/lines.ts';
import { answerQuestion, readQuestions } from './answer-question.use.ts';
import { diagnoseAll } from './diagnose.job.ts';
import {
  AnswerShape,
  DiagnosisLineShape,
  ExplanationShape,
  KeptAnswerShape,
  QuestionsShape,
} from './diagnosis.shape.ts';
import { explainFinding } from './explain-finding.use.ts';
import { explanationText } from './explanation-text.core.ts';
import type { Explanation } from './explanation.core.ts';
import { loadLadder } from './load-ladder.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });

const run = createRoute({
  method: 'post',
  path: '/v1/diagnosis',
  responses: {
    200: {
      description: 'Progress, a line a batch.',
      content: { 'application/x-ndjson': { schema: DiagnosisLineShape } },
    },
  },
});

const explanation = createRoute({
  method: 'get',
  path: '/v1/findings/{id}/explanation',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: "One failure told whole, by the finding's id or its mark's.", content: json(ExplanationShape) },
  },
});

const questions = createRoute({
  method: 'get',
  path: '/v1/questions',
  responses: { 200: { description: 'Open questions, worth most first.', content: json(QuestionsShape) } },
});

const answer = createRoute({
  method: 'post',
  path: '/v1/answers',
  request: { body: { content: json(AnswerShape), required: true } },
  responses: { 201: { description: 'Kept; the next run reads it.', content: json(KeptAnswerShape) } },
});

export function diagnosisApi(given: ApiContext): Api {
  const { store, ownPacks } = given;
  const api = newApi();
  api.openapi(run, (context) => streamLines(diagnoseAll(store, given.actorOf(context.req.raw), ownPacks)) as never);
  api.openapi(explanation, async (context) => {
    const settings = await loadLadder(ownPacks);
    const { id } = context.req.valid('param');
    const told = await store.inWork(given.actorOf(context.req.raw), async (work) => explainFinding(work, id, settings));
    return context.json(onWire(told), 200);
  });
  api.openapi(questions, async (context) => {
    const open = await store.inWork(given.actorOf(context.req.raw), readQuestions);
    return context.json(
      open.map(({ id, rung, asks, settles }) => ({ id, rung, asks, settles })),
      200,
    );
  });
  api.openapi(answer, async (context) => {
    const { question, answer: said, on } = context.req.valid('json');
    const kept = await store.inWork(given.actorOf(context.req.raw), async (work) =>
      answerQuestion(work, question, said, on),
    );
    return context.json({ question: kept.question, on: kept.on, answer: kept.said, rungAnswer: kept.answer }, 201);
  });
  return api;
}

/** The shape owns its lists; the core's are read-only. */
function onWire(told: Explanation): z.input<typeof ExplanationShape> {
  const { finding, standard, channel, kind, day, site, said, searched, rungs, causes, wouldSettle } = told;
  const { id, mark, contact, standing } = finding;
  return {
    id,
    mark,
    contact,
    standard: {
      id: standard.id,
      kind: standard.kind,
      says: standard.says,
      ...(standard.instead === undefined ? {} : { instead: standard.instead }),
    },
    channel,
    kind,
    day,
    site,
    said: [...said],
    searched,
    rungs: rungs.map((rung) => ({ ...rung, readFrom: [...rung.readFrom] })),
    causes: [...causes],
    standing,
    wouldSettle: [...wouldSettle],
    text: explanationText(told),
  };
}
