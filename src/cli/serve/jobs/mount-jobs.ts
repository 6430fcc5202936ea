// The jobs of a server: the runner, what it can do, the routes to ask for it and to hear of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Actor, heldTo } from '../../../kernel/actor.ts';
import { actorAsked } from '../../../platform/http/asked.ts';
import { organisationsOf } from '../../../platform/db/keys.ts';
import type { Store } from '../../../platform/db/open.ts';
import type { Api, App } from '../../../platform/http/api.ts';
import type { Log } from '../../../platform/http/log.ts';
import type { JobWork } from '../../../platform/jobs/job.core.ts';
import { newFeed } from '../../../platform/jobs/feed.ts';
import { addJob } from '../../../platform/jobs/jobs.store.ts';
import type { WorkAsked } from '../../../platform/jobs/jobs.shape.ts';
import { jobsApi } from '../../../platform/jobs/jobs.api.ts';
import { newRunner } from '../../../platform/jobs/runner.ts';
import { uploadsIn } from '../../../platform/jobs/uploads.api.ts';
import { lineOf } from '../../../auth/routes.core.ts';
import { askForSearch, mountAfterWrites } from './after-writes.ts';
import { actingFor, worksOver } from './works.ts';

export interface JobServer {
  /** Puts what follows a write behind the door: call it before routes are mounted. */
  before(app: Api): void;
  routes(): Api;
  begin(): Promise<void>;
  /** Asks for what commands, or whoever works beside the server, brought to be made ready to be found; then for other work. */
  catchUp(asked?: readonly { readonly work: WorkAsked; readonly actor: Actor }[]): Promise<void>;
  /** Looks now: a job was asked for. */
  look(): void;
  /** Leaves what runs, and waits for it a while. */
  end(): Promise<void>;
}

/** What runs is waited for so long when a server ends, in milliseconds; then the next one takes it up. */
const patience = 10_000;
const hourly = 3_600_000;

/**
 * @param inner the routes alone, in-process
 * @param own work that nobody asks for by a route
 */
export function newJobServer(
  store: Store,
  spoolDir: string,
  log: Log,
  inner: () => App,
  own: Readonly<Record<string, JobWork>> = {},
): JobServer {
  const feed = newFeed(store);
  const uploads = uploadsIn(spoolDir);
  let app: App | undefined;
  const works = worksOver({ fetch: async (request, env) => (app ??= inner()).fetch(request, env) }, store, uploads);
  const runner = newRunner({ store, works: { ...works, ...own }, log, told: (orgId) => feed.stir(orgId) });
  const seesJobs = lineOf('GET /v1/jobs')?.who ?? [];
  let tidying: NodeJS.Timeout | undefined;

  async function catchUp(): Promise<void> {
    for (const orgId of await organisationsOf(store.dataDir)) await askForSearch(store, orgId);
  }

  return {
    before: (outer) => mountAfterWrites(outer, store, feed, () => runner.look()),
    routes: () =>
      jobsApi({
        store,
        actorOf: actorAsked,
        actingAs: actingFor,
        look: () => runner.look(),
        feed,
        uploads,
        // Of the whole organisation, as the list is: whoever is held to sites hears only that something changed.
        hearsJobs: (actor) =>
          heldTo(actor) === null && seesJobs !== 'anybody' && actor.roles.some((role) => seesJobs.includes(role)),
      }),
    begin: async () => {
      await uploads.tidy(Date.now());
      tidying = setInterval(() => void uploads.tidy(Date.now()).catch(() => undefined), hourly).unref();
      await catchUp();
      await runner.begin();
    },
    catchUp: async (asked = []) => {
      await catchUp();
      for (const { work: name, actor } of asked)
        await store.inWork(actingFor(actor, name), async (work) => addJob(work, `j${randomUUID()}`, name, {}));
      runner.look();
    },
    look: () => runner.look(),
    end: async () => {
      clearInterval(tidying);
      feed.end();
      await Promise.race([runner.end(), wait(patience, undefined, { ref: false })]);
    },
  };
}
