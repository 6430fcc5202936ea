// What stands before every route of a server: the request's id, its line in the log, its place in the metrics, the check
// of Host and Origin, the limit of its body, the reply's entity tag, and headers that every reply carries.
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Api } from './api.ts';
import { askedOf, keepAsked } from './asked.ts';
import { assertJsonBody, limitBody } from './body-limit.ts';
import { tagReply } from './etag.ts';
import { assertFromHere, type ServedNames } from './host-and-origin.ts';
import { placeOf, type Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { answerWithProblem, faultBehind, noSuchRoute } from './problem.ts';
import { routeMet } from './route-met.ts';
import { whenEnded } from './whole-reply.ts';

export interface Edge {
  readonly served: ServedNames;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether the server is about to end: replies then ask for their connection to be closed. */
  readonly ending: () => boolean;
  /** Routes of which neither a line nor a figure is kept. */
  readonly untold: (route: string) => boolean;
}

const givenId = /^[A-Za-z0-9._-]{1,64}$/;
const headers = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Put the edge before all routes of `app`: call it before they are mounted. */
export function mountEdge(app: Api, { served, log, metrics, ending, untold }: Edge): void {
  app.use(async (context, next) => {
    const began = performance.now();
    const route = routeMet(context);
    const given = context.req.header('x-request-id') ?? '';
    const asked = { id: givenId.test(given) ? given : randomUUID(), route };
    metrics.begin();
    context.header('x-request-id', asked.id);
    if (ending()) context.header('connection', 'close');
    try {
      keepAsked(context.req.raw, asked);
      assertFromHere(context.req.raw.headers, served, context.req.method);
      if (route) limitBody(context, route);
      if (route) assertJsonBody(context, route);
      keepAsked(context.req.raw, asked);
      await next();
      await tagReply(context);
    } catch (thrown) {
      // Inside `next` every failure is answered by the routes' own onError: only the checks above end here.
      context.res = answerWithProblem(thrown as Error, context);
    }
    for (const [name, value] of Object.entries(headers))
      if (!context.res.headers.has(name)) context.header(name, value);
    finish(context, began, route ?? 'none');
  });
  app.notFound((context) => answerWithProblem(noSuchRoute(app, context), context));

  function finish(context: Context, began: number, route: string): void {
    const { status } = context.res;
    const asked = askedOf(context.req.raw);
    context.res = whenEnded(context.res, () => {
      if (untold(route)) return metrics.leave();
      const ms = performance.now() - began;
      metrics.end(route, status, ms / 1000);
      const { error } = context;
      const unexpected = status === 500 && error !== undefined && faultBehind(error) === null;
      log({
        level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
        says: 'answered',
        ...(asked ? { request: asked.id } : {}),
        route,
        status,
        ms: Math.round(ms),
        ...(asked?.actor ? { organisation: asked.actor.orgId } : {}),
        ...(unexpected ? { at: placeOf(error) } : {}),
      });
    });
  }
}
