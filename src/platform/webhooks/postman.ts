// Tells webhooks what was done: the ledger's lines in their order, at least once each, again after a while where it failed. A process
// that is killed in between tells the same lines again; each has its number.
import type { Actor } from '../../kernel/actor.ts';
import { keyedDigest } from '../../kernel/digest.ts';
import { organisationsOf } from '../db/keys.ts';
import type { Store } from '../db/open.ts';
import { placeOf, type Log } from '../http/log.ts';
import { call } from './call.ts';
import { claimWebhook, keepTry, linesAfter } from './webhooks.store.ts';

export interface Postman {
  begin(): void;
  /** Looks once, and tells what is due. */
  look(): Promise<void>;
  end(): Promise<void>;
}

const every = 5000;
const mostLines = 100;
/** Seconds until it is tried again after so many failures: from half a minute to six hours. */
const pause = (failures: number): number => Math.min(6 * 3600, 30 * 4 ** Math.min(failures, 10));

/** What signs what is sent to a webhook: of the organisation's key, so that it is nowhere kept. */
export function secretOf(key: Uint8Array, id: string): string {
  return `whs_${keyedDigest(key, `webhook secret\u001f${id}`)}`;
}

/** @param privateToo whether addresses of private networks may be called: the owner of the machine says so */
export function newPostman(store: Store, log: Log, privateToo: boolean): Postman {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let ending = false;

  async function look(): Promise<void> {
    for (const orgId of await organisationsOf(store.dataDir)) while (!ending && (await tellOne(orgId)));
  }

  /** Whether one was told something, so that there may be more. */
  async function tellOne(orgId: string): Promise<boolean> {
    const actor: Actor = { orgId, id: 'webhooks', roles: [] };
    const due = await store.inWork(actor, async (work) => {
      const hook = await claimWebhook(work);
      return hook && { hook, lines: await linesAfter(work, hook.toldTo, mostLines), key: work.key };
    });
    if (!due) return false;
    const { hook, lines, key } = due;
    const to = lines.at(-1)?.seq ?? hook.toldTo;
    const told = lines.filter((line) => hook.kinds.length === 0 || hook.kinds.includes(line.kind.split('.')[0]!));
    const body = JSON.stringify({ organisation: orgId, webhook: hook.id, events: told });
    const answer = told.length === 0 ? null : await call(hook.url, secretOf(key, hook.id), body, privateToo);
    const taken = answer === null || (answer.status !== null && answer.status >= 200 && answer.status < 300);
    await store.inWork(actor, async (work) => {
      const next = taken ? null : new Date(Date.parse(work.now) + pause(hook.failures) * 1000).toISOString();
      await keepTry(work, hook, to, answer, next);
    });
    return taken;
  }

  const looking = (): Promise<void> =>
    (running = running.then(look).catch((error: unknown) => {
      log({ level: 'error', says: 'telling webhooks failed', at: placeOf(error) });
    }));

  return {
    begin: () => {
      timer = setInterval(() => void looking(), every).unref();
    },
    look: looking,
    end: async () => {
      ending = true;
      clearInterval(timer);
      await running;
    },
  };
}
