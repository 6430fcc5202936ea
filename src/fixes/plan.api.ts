// Routes of planning: one question answered, and what could be proved of the patterns there are.
import { createRoute } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../platform/http/api.ts';
import { PlanAnswerShape, PlanQuestionShape, ProvableFixesShape } from './plan.shape.ts';
import { answerPlan, whyNothingToMend, provableFixes } from './plan.use.ts';

const json = <T>(schema: T) => ({ 'application/json': { schema } });

const ask = createRoute({
  method: 'post',
  path: '/v1/plan',
  request: { body: { content: json(PlanQuestionShape), required: true } },
  responses: { 200: { description: 'How many contacts, shops or reviews answer it.', content: json(PlanAnswerShape) } },
});
const provable = createRoute({
  method: 'get',
  path: '/v1/plan',
  responses: {
    200: {
      description: 'Fixes of the largest patterns, and whether they could be proved.',
      content: json(ProvableFixesShape),
    },
  },
});

export function planApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(ask, async (context) => {
    const { ask: asked, standard, ...told } = context.req.valid('json');
    const answer = await store.inWork(actorOf(context.req.raw), async (work) =>
      answerPlan(work, asked, standard, told),
    );
    return context.json(PlanAnswerShape.parse(answer), 200);
  });
  api.openapi(provable, async (context) => {
    const { fixes, why } = await store.inWork(actorOf(context.req.raw), async (work) => ({
      fixes: await provableFixes(work),
      why: await whyNothingToMend(work),
    }));
    const count = fixes.filter((one) => one.answer.provable).length;
    const says = fixes.length === 0 ? nothing[why ?? 'no-days'] : provableSays(count, fixes.length);
    return context.json(ProvableFixesShape.parse({ fixes, noFailures: why === 'no-failures', says }), 200);
  });
  return api;
}

const nothing = {
  'no-failures': 'Nothing failed, so there is nothing to mend.',
  'no-leading-cause':
    'No failure has a cause that leads, so there is no pattern to plan a fix for: bring the records that customary report asks for. What you would mend anyway is planned by itself: customary plan fix STANDARD',
  'no-days':
    'There is nothing to plan a fix for: a fix is proved by comparing sites from day to day, and no pattern stands at a site with marks that have a day. Bring contacts with their days and sites: customary diagnose FOLDER',
} as const;

function provableSays(count: number, all: number): string {
  if (count === 0)
    return `Of the fixes of the ${all} largest patterns none could be proved within a year at the present flow. What each would need stands with it; done without, nobody will know whether it worked.`;
  const rest = all - count;
  return `${count} of ${all} fixes of the largest patterns could be proved within a year at the present flow${rest > 0 ? `; ${count === 1 ? 'it stands' : 'they stand'} first, the others with what they would need` : ''}.`;
}
