// Routes of jobs: ask for one, see them, cancel one, and hear how they get on.
import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Actor } from '../../kernel/actor.ts';
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../db/open.ts';
import { newApi, type Api } from '../http/api.ts';
import { PageQueryShape, pageOf, placeIn, toPage } from '../http/pages.ts';
import { append } from '../ledger/append.ts';
import type { Feed } from './feed.ts';
import { jobOnWire } from './job-on-wire.ts';
import { AskJobShape, JobShape, type WorkAsked, worksAsked } from './jobs.shape.ts';
import { addJob, againJob, cancelJob, jobById, jobsBefore } from './jobs.store.ts';
import type { Uploads } from './uploads.ts';
import { json } from '../http/json-content.ts';

const params = z.object({ id: z.string() });

const ask = createRoute({
  method: 'post',
  path: '/v1/jobs',
  request: { body: { content: json(AskJobShape), required: true } },
  responses: { 202: { description: 'It waits, or did already.', content: json(JobShape) } },
});
const list = createRoute({
  method: 'get',
  path: '/v1/jobs',
  request: { query: PageQueryShape },
  responses: { 200: { description: 'Newest first.', content: json(pageOf(JobShape)) } },
});
const one = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}',
  request: { params },
  responses: { 200: { description: 'How far it is.', content: json(JobShape) } },
});
const cancel = createRoute({
  method: 'post',
  path: '/v1/jobs/{id}/cancel',
  request: { params },
  responses: { 200: { description: 'It is left at its next step; what it did stays.', content: json(JobShape) } },
});
const again = createRoute({
  method: 'post',
  path: '/v1/jobs/{id}/again',
  request: { params },
  responses: {
    200: { description: 'It waits once more; what it had done is not done twice.', content: json(JobShape) },
  },
});
const events = createRoute({
  method: 'get',
  path: '/v1/events',
  responses: {
    200: {
      description:
        'Server-sent events: `job` with a job, `changed` with `{what}`, the kinds of the ledger’s new lines.',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
});

export interface Jobs {
  readonly store: Store;
  readonly actorOf: (request: Request) => Actor;
  /** Who the work would be done as. @throws Fault where they may not do it themselves */
  readonly actingAs: (actor: Actor, work: WorkAsked) => Actor;
  /** Called when there is something to look at. */
  readonly look: () => void;
  readonly feed: Feed;
  readonly uploads: Uploads;
  /** Whether they hear of jobs, and not only that something changed. */
  readonly hearsJobs: (actor: Actor) => boolean;
  /** Milliseconds until whoever listens has to ask again. */
  readonly letIn?: number;
}

const atPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const idPattern = /^[\w-]{1,60}$/;
/** Proxies end what says nothing for a while. */
const stillHere = 15_000;
/** Whoever listens is let in anew after so long: a session that was ended meanwhile hears nothing more. */
const letInFor = 300_000;

export function jobsApi({ store, actorOf, actingAs, look, feed, uploads, hearsJobs, letIn = letInFor }: Jobs): Api {
  const api = newApi();
  api.openapi(ask, async (context) => {
    const { work: name, input } = context.req.valid('json');
    const actor = actingAs(actorOf(context.req.raw), name);
    if (name === 'import') for (const id of uploadsIn(input)) await (await uploads.read(actor.orgId, id)).cancel();
    const row = await store.inWork(actor, async (work) => {
      const added = await addJob(work, contentId('j', crypto.randomUUID()), name, input);
      await append(work, { kind: 'job.asked', subjects: [added.id] });
      return added;
    });
    look();
    return context.json(jobOnWire(row), 202);
  });
  api.openapi(list, async (context) => {
    const { after, limit } = context.req.valid('query');
    const [at, id] = after === undefined ? [] : placeIn(after, [atPattern, idPattern]);
    const place = at === undefined || id === undefined ? undefined : { at, id };
    const rows = await store.inWork(actorOf(context.req.raw), async (work) => jobsBefore(work, place, limit + 1));
    return context.json(
      toPage(rows.map(jobOnWire), limit, (job) => [job.askedAt, job.id]),
      200,
    );
  });
  api.openapi(one, async (context) => {
    const { id } = context.req.valid('param');
    const row = await store.inWork(actorOf(context.req.raw), async (work) => jobById(work, id));
    if (!row) throw missing();
    return context.json(jobOnWire(row), 200);
  });
  api.openapi(cancel, async (context) => {
    const { id } = context.req.valid('param');
    const row = await store.inWork(actorOf(context.req.raw), async (work) => {
      const found = await cancelJob(work, id);
      if (!found) throw missing();
      await append(work, { kind: 'job.cancelled', subjects: [id] });
      return found;
    });
    look();
    return context.json(jobOnWire(row), 200);
  });
  api.openapi(again, async (context) => {
    const { id } = context.req.valid('param');
    const actor = actorOf(context.req.raw);
    const row = await store.inWork(actor, async (work) => {
      const found = await jobById(work, id);
      if (!found) throw missing();
      // What nobody asks for by a route is done as the program itself.
      const asked = worksAsked.find((one) => one === found.work);
      const waits = await againJob(work, id, asked === undefined ? found.acting : actingAs(actor, asked));
      if (!waits)
        throw new Fault(
          'job-not-ended',
          'conflict',
          'This job is done or still goes on: only one that failed or was cancelled is tried again.',
        );
      await append(work, { kind: 'job.asked', subjects: [id] });
      return waits;
    });
    look();
    return context.json(jobOnWire(row), 200);
  });
  api.openapi(events, (context) => {
    const actor = actorOf(context.req.raw);
    const all = hearsJobs(actor);
    return streamSSE(context, async (stream) => {
      await new Promise<void>((resolve) => {
        const hush = feed.listen(actor.orgId, ({ event, data }) => {
          if (event === 'over') end();
          else if (all || event === 'changed')
            stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => undefined);
        });
        const beat = setInterval(() => void stream.write(': still here\n\n').catch(() => undefined), stillHere);
        const over = setTimeout(() => end(), letIn);
        const end = (): void => {
          clearInterval(beat);
          clearTimeout(over);
          hush();
          resolve();
        };
        stream.onAbort(end);
      });
    }) as never;
  });
  return api;
}

/** The files that an import is to read. @throws Fault `upload-missing` where it names none, or not as a list */
function uploadsIn(input: Readonly<Record<string, string>>): string[] {
  try {
    const files = JSON.parse(input['files'] ?? '[]') as readonly { readonly upload?: unknown }[];
    const named = files.map((one) => String(one.upload));
    return input['upload'] === undefined && named.length > 0 ? named : [input['upload'] ?? '', ...named];
  } catch {
    return [''];
  }
}

function missing(): Fault {
  return new Fault('job-missing', 'missing', 'No job goes by this id. GET /v1/jobs lists them.');
}
