// What follows a write: whoever listens is told, and contacts that moved are made ready to be found.
import { randomUUID } from 'node:crypto';
import { lineOf } from '../../../auth/routes.core.ts';
import type { Store } from '../../../platform/db/open.ts';
import type { Api } from '../../../platform/http/api.ts';
import { askedOf } from '../../../platform/http/asked.ts';
import { whenEnded } from '../../../platform/http/whole-reply.ts';
import type { Feed } from '../../../platform/jobs/feed.ts';
import { addJob } from '../../../platform/jobs/jobs.store.ts';

/** Besides those that may not run at once since they move contacts. */
const touchContacts = new Set(['POST /v1/imports/{id}/finish', 'POST /v1/past-marks', 'POST /v1/record']);

/** Asks for contacts to be made ready to be found; one that waits already is enough. */
export async function askForSearch(store: Store, orgId: string): Promise<void> {
  await store.inWork({ orgId, id: 'jobs', roles: [] }, async (work) => addJob(work, `j${randomUUID()}`, 'search', {}));
}

/** Asks for causes to be found anew, after people ruled of marks; one that waits already is enough. */
async function askForCauses(store: Store, orgId: string): Promise<void> {
  const acting = { orgId, id: 'disputes', roles: ['owner' as const] };
  await store.inWork(acting, async (work) => addJob(work, `j${randomUUID()}`, 'diagnosis', {}));
}

/** A dispute whose answer changes what counts says so by its status; with who served, a contact is found otherwise as well. */
const answersDispute = 'POST /v1/disputes/{id}/answer';

/** @param look called when a job was asked for */
export function mountAfterWrites(app: Api, store: Store, feed: Feed, look: () => void): void {
  app.use(async (context, next) => {
    await next();
    const asked = askedOf(context.req.raw);
    const line = asked?.route ? lineOf(asked.route) : undefined;
    const orgId = asked?.actor?.orgId;
    if (orgId === undefined || !line?.writes || context.res.status >= 300) return;
    const ruled = line.route === answersDispute && context.res.status === 202;
    const moved = line.alone === 'contacts' || touchContacts.has(line.route) || ruled;
    context.res = whenEnded(context.res, () => {
      feed.stir(orgId);
      // A search that is late is no reason to fail what was done: the next write, or start, asks again.
      if (moved) askForSearch(store, orgId).then(look, () => undefined);
      if (ruled) askForCauses(store, orgId).then(look, () => undefined);
    });
  });
}
