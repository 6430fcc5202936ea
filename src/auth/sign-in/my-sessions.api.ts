// Routes of one's own sessions: where am I signed in, sign me out there, sign me out everywhere else.
import { createRoute, z } from '@hono/zod-openapi';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { actorAsked } from '../../platform/http/asked.ts';
import { myself } from '../members/myself.core.ts';
import { endSessions, listSessions } from './sessions.use.ts';
import { EndedShape, SessionsShape } from './sign-in.shape.ts';
import { sessionOf } from './told-session.ts';
import { json } from '../../platform/http/json-content.ts';

const ended = { 200: { description: 'How many were ended.', content: json(EndedShape) } };

const list = createRoute({
  method: 'get',
  path: '/v1/me/sessions',
  responses: { 200: { description: 'Open sessions, the one used last first.', content: json(SessionsShape) } },
});
const endOthers = createRoute({ method: 'post', path: '/v1/me/sessions/end', responses: ended });
const endOne = createRoute({
  method: 'post',
  path: '/v1/me/sessions/{id}/end',
  request: { params: z.object({ id: z.string() }) },
  responses: ended,
});

export function mySessionsApi({ store }: { readonly store: Store }): Api {
  const api = newApi();
  const currentOf = (request: Request): string | null => sessionOf(request)?.session.id ?? null;

  api.openapi(list, async (context) => {
    const { raw } = context.req;
    const sessions = await store.inWork(myself(actorAsked(raw)), listSessions);
    const told = sessions.map((one) => ({ ...one, current: one.id === currentOf(raw) }));
    return context.json(SessionsShape.parse({ sessions: told }), 200);
  });
  api.openapi(endOthers, async (context) => {
    const { raw } = context.req;
    const count = await store.inWork(myself(actorAsked(raw)), async (work) =>
      endSessions(work, { allBut: currentOf(raw) }),
    );
    return context.json({ ended: count }, 200);
  });
  api.openapi(endOne, async (context) => {
    const { id } = context.req.valid('param');
    const count = await store.inWork(myself(actorAsked(context.req.raw)), async (work) => endSessions(work, { id }));
    if (count === 0)
      throw new Fault(
        'session-unknown',
        'missing',
        'You have no open session of this id: it may have ended by itself.',
      );
    return context.json({ ended: count }, 200);
  });
  return api;
}
