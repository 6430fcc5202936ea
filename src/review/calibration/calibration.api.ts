// Routes of calibrations.
import { createRoute, z } from '@hono/zod-openapi';
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { done, json, jsonBody } from '../../platform/http/json-content.ts';
import { beginCalibration, calibrationChoices } from './begin-calibration.use.ts';
import {
  AgreeKeyShape,
  AgreeOutcomeShape,
  BeginCalibrationShape,
  CalibrationChoicesShape,
  CalibrationShape,
  CalibrationsShape,
  CommentShape,
} from './calibration.shape.ts';
import { listCalibrations } from './list-calibrations.use.ts';
import { readCalibration } from './read-calibration.use.ts';
import { agreeKey, agreeOutcome, closeCalibration, commentOn } from './talk-over.use.ts';
import { calibrationsIn, dropCalibration, revealNow, turnCalibrations } from './turn-calibrations.use.ts';

const params = z.object({ id: z.string().max(100) });

const list = createRoute({
  method: 'get',
  path: '/v1/calibrations',
  responses: { 200: { description: 'The newest first.', content: json(CalibrationsShape) } },
});
const choices = createRoute({
  method: 'get',
  path: '/v1/calibrations/choices',
  responses: {
    200: { description: 'Standards in use, and who may take part.', content: json(CalibrationChoicesShape) },
  },
});
const begin = createRoute({
  method: 'post',
  path: '/v1/calibrations',
  request: jsonBody(BeginCalibrationShape),
  responses: { 201: { description: 'Begun.', content: json(z.object({ id: z.string() })) } },
});
const read = createRoute({
  method: 'get',
  path: '/v1/calibrations/{id}',
  request: { params },
  responses: { 200: { description: 'Blind until it is revealed.', content: json(CalibrationShape) } },
});
const reveal = createRoute({
  method: 'post',
  path: '/v1/calibrations/{id}/reveal',
  request: { params },
  responses: done('Shown.'),
});
const drop = createRoute({
  method: 'post',
  path: '/v1/calibrations/{id}/drop',
  request: { params },
  responses: done('Taken back.'),
});
const comment = createRoute({
  method: 'post',
  path: '/v1/calibrations/{id}/comments',
  request: { params, ...jsonBody(CommentShape) },
  responses: done('Said.'),
});
const key = createRoute({
  method: 'put',
  path: '/v1/calibrations/{id}/key',
  request: { params, ...jsonBody(AgreeKeyShape) },
  responses: done('Written down; the last word stands.'),
});
const outcome = createRoute({
  method: 'put',
  path: '/v1/calibrations/{id}/outcome',
  request: { params, ...jsonBody(AgreeOutcomeShape) },
  responses: done('Written down; the last word stands.'),
});
const close = createRoute({
  method: 'post',
  path: '/v1/calibrations/{id}/close',
  request: { params },
  responses: done('Closed, with its key.'),
});

export function calibrationApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(list, async (context) => {
    const actor = actorOf(context.req.raw);
    const found = await store.inWork(calibrationsIn(actor.orgId), async (work) => {
      await turnCalibrations(work);
      return listCalibrations(work, actor);
    });
    return context.json(CalibrationsShape.parse(found), 200);
  });
  api.openapi(choices, async (context) => {
    const found = await store.inWork(actorOf(context.req.raw), calibrationChoices);
    return context.json(CalibrationChoicesShape.parse(found), 200);
  });
  api.openapi(begin, async (context) => {
    const said = context.req.valid('json');
    const id = await store.inWork(actorOf(context.req.raw), async (work) => beginCalibration(work, said));
    return context.json({ id }, 201);
  });
  api.openapi(read, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const found = await store.inWork(calibrationsIn(actor.orgId), async (work) => {
      await turnCalibrations(work);
      const names = new Map((await readEveryMember(work)).map((one) => [one.id, one.name]));
      return readCalibration(work, actor, id, names);
    });
    return context.json(CalibrationShape.parse(found), 200);
  });
  api.openapi(reveal, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => revealNow(work, id));
    return context.body(null, 204);
  });
  api.openapi(drop, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => dropCalibration(work, id));
    return context.body(null, 204);
  });
  api.openapi(comment, async (context) => {
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => commentOn(work, id, said));
    return context.body(null, 204);
  });
  api.openapi(key, async (context) => {
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => agreeKey(work, id, said));
    return context.body(null, 204);
  });
  api.openapi(outcome, async (context) => {
    const { id } = context.req.valid('param');
    const said = context.req.valid('json');
    await store.inWork(actorOf(context.req.raw), async (work) => agreeOutcome(work, id, said));
    return context.body(null, 204);
  });
  api.openapi(close, async (context) => {
    const { id } = context.req.valid('param');
    await store.inWork(actorOf(context.req.raw), async (work) => closeCalibration(work, id));
    return context.body(null, 204);
  });
  return api;
}
