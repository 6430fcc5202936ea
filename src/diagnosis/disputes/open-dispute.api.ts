// Routes of disputing a mark: what may be chosen, and the dispute itself. They stand here since an instruction may be of any document.
import { createRoute, z } from '@hono/zod-openapi';
import { newApi, type Api, type ApiContext } from '../../platform/http/api.ts';
import { json, jsonBody } from '../../platform/http/json-content.ts';
import { disputesIn, readDesk } from '../../review/disputes/dispute-desk.use.ts';
import { DisputeAskedShape, OpenedDisputeShape } from '../../review/disputes/disputes.shape.ts';
import { openDispute, ownMark } from '../../review/disputes/open-dispute.use.ts';
import { disputeForm, instructionOf } from './instructions.use.ts';
import { DisputeFormShape } from './open-dispute.shape.ts';

const params = z.object({ id: z.string().max(200) });

const form = createRoute({
  method: 'get',
  path: '/v1/marks/{id}/dispute-form',
  request: { params },
  responses: { 200: { description: 'What may be chosen.', content: json(DisputeFormShape) } },
});
const open = createRoute({
  method: 'post',
  path: '/v1/marks/{id}/disputes',
  request: { params, ...jsonBody(DisputeAskedShape) },
  responses: { 201: { description: 'Somebody else is asked, until a day.', content: json(OpenedDisputeShape) } },
});

export function openDisputeApi({ store, actorOf }: ApiContext): Api {
  const api = newApi();
  api.openapi(form, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const mark = await store.inWork(actor, async (work) => ownMark(work, id));
    const told = await store.inWork(disputesIn(actor.orgId), async (work) => disputeForm(work, mark));
    return context.json(DisputeFormShape.parse(told), 200);
  });
  api.openapi(open, async (context) => {
    const actor = actorOf(context.req.raw);
    const { id } = context.req.valid('param');
    const { ground, says, instruction } = context.req.valid('json');
    const mark = await store.inWork(actor, async (work) => ownMark(work, id));
    // What is written, and who signs in, is read for them: they are held to their own.
    const { desk, followed } = await store.inWork(disputesIn(actor.orgId), async (work) => ({
      desk: await readDesk(work),
      followed: ground === 'instruction' ? await instructionOf(work, mark, instruction) : undefined,
    }));
    const opened = await store.inWork(actor, async (work) =>
      openDispute(work, desk, id, { ground, says, instruction: followed }),
    );
    return context.json(opened, 201);
  });
  return api;
}
