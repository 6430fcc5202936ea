// What every route is made with: the store and who asks. Domains add their routes to an Api; the roof mounts them.
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Actor } from '../../kernel/actor.ts';
import { counted } from '../../kernel/counts.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../db/open.ts';
import { answerWithProblem, noSuchRoute } from './problem.ts';

export interface ApiContext {
  readonly store: Store;
  /** Who asks: in-process the person at this machine, who owns the data folder; behind a server whoever its door let in. */
  readonly actorOf: (request: Request) => Actor;
  /** A folder for archives while they are read; emptied after each. */
  readonly spoolDir: string;
  /** Folder of the organisation's own packs, beside those that ship; may be missing. */
  readonly ownPacks: string;
  /** The program's own version. */
  readonly version: string;
}

export type Api = OpenAPIHono;

/** An app as those see it who only ask it. */
export interface App {
  fetch(request: Request, env?: unknown): Response | Promise<Response>;
}

// What is too long is the mistake that one can't see from what one sent: the most there may be is said at once.
function howLarge(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'too_big' || issue.origin !== 'string') return [];
  return [`"${issue.path.join('/')}" may be at most ${counted(Number(issue.maximum))} characters long.`];
}

/** An empty set of routes whose every bad request and thrown Fault becomes problem+json with all that is wrong. */
export function newApi(): Api {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      throw new Fault(
        'malformed-request',
        'malformed',
        ['The request is not as this route expects it; see errors.', ...result.error.issues.flatMap(howLarge)].join(
          ' ',
        ),
        result.error.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.message })),
      );
    },
  });
  api.onError(answerWithProblem);
  api.notFound((context) => answerWithProblem(noSuchRoute(api, context), context));
  return api;
}
