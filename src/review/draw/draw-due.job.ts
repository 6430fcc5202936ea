// Plans drawn from without anybody asking: what is left of each plan's week, from whatever has come in and is marked. And what has
// waited for a second reviewer for as long as its plan says is closed.
import { organisationsOf } from '../../platform/db/keys.ts';
import type { Store } from '../../platform/db/open.ts';
import { placeOf, type Log } from '../../platform/http/log.ts';
import type { Actor } from '../../kernel/actor.ts';
import { closeLateSets } from '../close-late-sets.use.ts';
import { readRunning } from '../plans.use.ts';
import { drawPlan } from './draw-plan.use.ts';

const hourly = 3_600_000;
/** A server that just began has better things to do first. */
const firstLook = 60_000;

/** The program itself, doing what those who planned it have set. */
const drawer = (orgId: string): Actor => ({ orgId, id: 'reviews', roles: ['owner'] });

/** Draws from every running plan of one organisation, and closes what waits for a second no more. Returns how many draws it came to. */
export async function drawDue(store: Store, orgId: string): Promise<number> {
  await store.inWork(drawer(orgId), closeLateSets);
  const plans = await store.inWork(drawer(orgId), async (work) => readRunning(work));
  let draws = 0;
  for (const id of plans) {
    const { draw } = await store.inWork(drawer(orgId), async (work) => drawPlan(work, id));
    if (draw !== null) draws++;
  }
  return draws;
}

/** Soon, and every hour; what fails is tried again an hour later. Returns what ends it, and waits for what runs. */
export function drawHourly(store: Store, log: Log): () => Promise<void> {
  let running = Promise.resolve();
  const look = (): void => {
    running = running.then(async () => {
      for (const orgId of await organisationsOf(store.dataDir))
        await drawDue(store, orgId).catch((error: unknown) =>
          log({ level: 'error', says: 'drawing contacts for review failed', at: placeOf(error) }),
        );
    });
  };
  let timer = setTimeout(() => {
    look();
    timer = setInterval(look, hourly).unref();
  }, firstLook).unref();
  return async () => {
    clearTimeout(timer);
    await running;
  };
}
