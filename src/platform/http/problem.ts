// The only place where a Fault becomes a reply: RFC 9457 problem+json, with every field's fault and remedy.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Fault, type FaultDetail, type FaultKind } from '../../kernel/fault.ts';
import { sqlStateOf } from '../db/refused-statement.ts';
import { machineFault } from '../machine-failure.ts';
import type { Api } from './api.ts';
import { askedOf } from './asked.ts';
import { methodsOf } from './route-met.ts';

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 411 | 413 | 422 | 429 | 500 | 503;

const statusOf: Record<FaultKind, Status> = {
  malformed: 400,
  'signed-out': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unready: 422,
  'too-many': 429,
  unavailable: 503,
};
/** Faults for which HTTP has a status of its own. */
const statusOfSlug: Readonly<Record<string, Status>> = {
  'method-not-taken': 405,
  'body-length-missing': 411,
  'body-too-large': 413,
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly kind: FaultKind | 'internal';
  readonly errors: readonly FaultDetail[];
  /** `urn:customary:request:ID`, where a server answered: the same id stands in its log. */
  readonly instance?: string;
}

/** The Fault that anything thrown stands for; null where it is a mistake of ours. */
export function faultBehind(thrown: unknown): Fault | null {
  if (thrown instanceof Fault) return thrown;
  // Hono throws these for a body that is no JSON, or not the kind that the route reads.
  if (thrown instanceof HTTPException && thrown.status === 400) {
    return new Fault('body-malformed', 'malformed', 'The body is no JSON. Correct it and send it again.');
  }
  // Texts go as they came to the database, which keeps all of Unicode but this one character; in JSON it says so otherwise.
  if (['22021', '22P05'].includes(sqlStateOf(thrown) ?? ''))
    return new Fault(
      'malformed-request',
      'malformed',
      'A text of the request holds a character that cannot be kept (NUL, or half of a pair). Take it out and send it again.',
    );
  return machineFault(thrown);
}

/** The problem document of anything thrown. What isn't a Fault is opaque: its text may hold what nobody should see. */
export function problemOf(thrown: unknown): Problem {
  const fault = faultBehind(thrown);
  if (fault) {
    return {
      type: `/problems/${fault.slug}`,
      title: fault.slug.replaceAll('-', ' '),
      status: statusOfSlug[fault.slug] ?? statusOf[fault.kind],
      detail: fault.message,
      kind: fault.kind,
      errors: fault.errors,
    };
  }
  return {
    type: '/problems/internal',
    title: 'internal error',
    status: 500,
    detail:
      'Something went wrong that should not have. Run the command again with CUSTOMARY_DEBUG=1 to see where, and report it.',
    kind: 'internal',
    errors: [],
  };
}

/** The reply to a request that threw. */
export function answerWithProblem(thrown: Error, context: Context): Response {
  // A developer's switch: the place in our code, never printed by default since a driver's text may quote a row.
  if (process.env.CUSTOMARY_DEBUG && !(thrown instanceof Fault)) console.error(thrown);
  const problem = problemOf(thrown);
  const asked = askedOf(context.req.raw);
  const told = asked ? toldByServer(problem, asked.id) : problem;
  if (problem.status === 401) context.header('www-authenticate', 'Bearer realm="customary"');
  return context.body(JSON.stringify(told), problem.status as Status, { 'content-type': 'application/problem+json' });
}

function toldByServer(problem: Problem, id: string): Problem {
  const instance = `urn:customary:request:${id}`;
  if (problem.kind !== 'internal') return { ...problem, instance };
  const detail =
    'Something went wrong in the server that should not have. Its log has a line of this request that says where; report it.';
  return { ...problem, detail, instance };
}

/** There is nothing at the path, or not by this method; the reply then names the methods that there are. */
export function noSuchRoute(app: Api, context: Context): Fault {
  const methods = methodsOf(app, context.req.path);
  if (methods.length === 0) {
    return new Fault('no-such-route', 'missing', 'There is nothing at this path. /v1/openapi.json names every route.');
  }
  context.header('allow', methods.join(', '));
  return new Fault('method-not-taken', 'malformed', `This path takes ${methods.join(', ')}.`);
}
