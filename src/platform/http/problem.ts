// The only place where a Fault becomes a reply: RFC 9457 problem+json, with every field's fault and remedy.
import type { Context } from 'hono';
import { Fault, type FaultDetail, type FaultKind } from '../../kernel/fault.ts';
import { machineFault } from '../machine-failure.ts';

const statusOf: Record<FaultKind, 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503> = {
  malformed: 400,
  'signed-out': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  unready: 422,
  'too-many': 429,
  unavailable: 503,
};

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly kind: FaultKind | 'internal';
  readonly errors: readonly FaultDetail[];
}

/** The problem document of anything thrown. What isn't a Fault is opaque: its text may hold what nobody should see. */
export function problemOf(thrown: unknown): Problem {
  const fault = thrown instanceof Fault ? thrown : machineFault(thrown);
  if (fault) {
    return {
      type: `/problems/${fault.slug}`,
      title: fault.slug.replaceAll('-', ' '),
      status: statusOf[fault.kind],
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
  return context.body(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json' });
}
