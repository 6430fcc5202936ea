// What jobs can do: the long work of the API, each by the routes that a command asks for the same.
import { randomUUID } from 'node:crypto';
import { admitted } from '../../../auth/routes.access.ts';
import { mayDecideFixes } from '../../../fixes/fixes.access.ts';
import { heldTo, type Actor } from '../../../kernel/actor.ts';
import { indexContacts } from '../../../marking/search/index-contacts.job.ts';
import type { Store } from '../../../platform/db/open.ts';
import type { App } from '../../../platform/http/api.ts';
import type { Job, JobWork, Step } from '../../../platform/jobs/job.core.ts';
import { addJob, jobById } from '../../../platform/jobs/jobs.store.ts';
import type { WorkAsked } from '../../../platform/jobs/jobs.shape.ts';
import type { Uploads } from '../../../platform/jobs/uploads.ts';
import { askForSearch } from './after-writes.ts';
import { importUpload } from './import-upload.ts';
import { askApp, linesOf } from './over-app.ts';

/** The route whose line says who may ask for the work. */
const routeOf: Readonly<Record<WorkAsked, string>> = {
  marking: 'POST /v1/marking',
  diagnosis: 'POST /v1/diagnosis',
  causes: 'POST /v1/causes',
  money: 'POST /v1/money',
  forecast: 'POST /v1/forecast',
  all: 'POST /v1/marking',
  import: 'PUT /v1/imports/{id}/files',
  search: 'POST /v1/marking',
  retention: 'POST /v1/retention/erase',
  markers: 'POST /v1/markers/training',
};

/** Who the work is done as. @throws Fault where they may not do it themselves */
export function actingFor(actor: Actor, work: WorkAsked): Actor {
  return admitted(actor, routeOf[work], []);
}

const runs = ['marking', 'diagnosis', 'causes', 'money', 'forecast'] as const;
/** What the person waits for, in their words. */
const saying: Readonly<Record<(typeof runs)[number], string>> = {
  marking: 'marking contacts',
  diagnosis: 'finding causes',
  causes: 'working out how much each cause explains',
  money: 'working out what failing costs',
  forecast: 'making the forecast',
};

/** What pages open with, and what is kept of it until something changes: the next to open one doesn't wait for it. */
const openedFirst = ['/v1/overview', '/v1/know-do', '/v1/report'] as const;

/** @param app the routes alone, without a door: a job was let in when it was asked for */
export function worksOver(app: App, store: Store, uploads: Uploads): Readonly<Record<WorkAsked, JobWork>> {
  const one = (work: (typeof runs)[number]): JobWork => ({
    run: async function* (job, signal) {
      const reply = await askApp(app, job.acting, { method: 'POST', path: `/v1/${work}` });
      yield* steps(linesOf(reply, signal), saying[work]);
      if (work === 'marking') await askForSearch(store, job.orgId);
    },
  });
  const each = Object.fromEntries(runs.map((work) => [work, one(work)])) as Record<(typeof runs)[number], JobWork>;
  const search: JobWork = {
    run: async function* (job) {
      for await (const { contacts } of indexContacts(store, job.acting))
        yield { done: contacts, says: 'making contacts ready to be found' };
    },
  };
  const retention: JobWork = {
    run: async function* (job, signal) {
      const reply = await askApp(app, job.acting, { method: 'POST', path: '/v1/retention/erase' });
      for await (const line of linesOf(reply, signal))
        yield { done: Number(line['contacts']), of: Number(line['of']), says: 'erasing contacts kept long enough' };
    },
  };
  const markers: JobWork = {
    run: async function* (job, signal) {
      const { standard } = job.input;
      const body = standard === undefined ? { due: true } : { standards: [standard] };
      const reply = await askApp(app, job.acting, { method: 'POST', path: '/v1/markers/training', json: body });
      let promoted = false;
      for await (const line of linesOf(reply, signal)) {
        promoted ||= line['promoted'] === true;
        yield { done: Number(line['done'] ?? 0), of: Number(line['of'] ?? 0), says: 'learning from people’s marks' };
      }
      // What came in by itself marks from now on.
      const program: Actor = { orgId: job.orgId, id: 'markers', roles: ['owner'] };
      if (promoted) await store.inWork(program, async (work) => addJob(work, `j${randomUUID()}`, 'marking', {}));
    },
  };
  return {
    ...each,
    search,
    retention,
    markers,
    all: {
      run: async function* (job, signal) {
        for (const work of runs) {
          if (signal.aborted) return;
          yield* each[work].run(job, signal);
        }
        // What came in may tell what became of a fix. A job of somebody held to sites leaves it to one that isn't.
        if (!signal.aborted && mayDecideFixes(job.acting) && heldTo(job.acting) === null)
          await askApp(app, job.acting, { method: 'POST', path: '/v1/fixes/check' });
        // What can't be made ready is told to whoever opens it.
        for (const [done, path] of openedFirst.entries()) {
          if (signal.aborted || heldTo(job.acting) !== null) return;
          yield { done, of: openedFirst.length, says: 'getting pages ready' };
          await askApp(app, job.acting, { method: 'GET', path }).then(async (reply) => reply.arrayBuffer(), noReply);
        }
      },
    },
    import: {
      run: async function* (job, signal) {
        let whole = false;
        try {
          yield* importUpload(app, uploads, job, signal);
          whole = !signal.aborted;
        } finally {
          // What came in stays, wherever it was left. First of what waits: whoever brought contacts looks for them at once.
          await askForSearch(store, job.orgId);
          // A job of its own: what came in is there, whatever becomes of the rest.
          if (job.input['afterwards'] === 'all' && (whole || (await wasCancelled(store, job))))
            await store.inWork(job.acting, async (work) => addJob(work, `j${randomUUID()}`, 'all', {}));
        }
      },
    },
  };
}

/** Whether somebody stopped it, and it isn't only left to the next process. */
async function wasCancelled(store: Store, { orgId, id }: Job): Promise<boolean> {
  const row = await store.inWork({ orgId, id: 'jobs', roles: [] }, async (work) => jobById(work, id));
  return row !== null && row.cancelledAt !== null;
}

const noReply = (): undefined => undefined;

/** Of a line what can be shown: how many contacts or failures, never a name. */
async function* steps(lines: AsyncIterable<Record<string, unknown>>, says: string): AsyncGenerator<Step> {
  for await (const line of lines) {
    const done = [line['contacts'], line['failures'], line['marks'], line['months']].find(
      (value) => typeof value === 'number',
    );
    const of = line['of'];
    yield { done: done ?? 0, says, ...(typeof of === 'number' ? { of } : {}) };
  }
}
