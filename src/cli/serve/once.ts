// Writes that carry an `Idempotency-Key` are done once: the key is taken in the write's own first transaction, so that a stop at
// any moment leaves both or neither, and the same request again gets the same answer for a day.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'hono';
import { lineOf } from '../../auth/routes.core.ts';
import { seal, unseal } from '../../platform/seal.ts';
import type { Actor } from '../../kernel/actor.ts';
import { keyedDigest } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Api } from '../../platform/http/api.ts';
import { askedOf } from '../../platform/http/asked.ts';
import { dropKey, keepAnswer, keptUnder, takeKey, type KeyedWrite } from '../../platform/http/kept-answer.store.ts';

interface Once {
  readonly actor: Actor;
  readonly write: KeyedWrite;
  readonly said: string;
  taken: boolean;
}

const inside = new AsyncLocalStorage<Once>();
const keyPattern = /^[\x21-\x7e]{1,128}$/;
/** Bytes of an answer that are kept at most. */
const mostKept = 256 * 1024;

/** The store whose first transaction inside a keyed write also takes its key. */
export function takingKeys(store: Store): Store {
  return {
    ...store,
    inWork: async (actor, fn) => {
      const once = inside.getStore();
      if (!once || once.taken || actor.id !== once.actor.id) return store.inWork(actor, fn);
      const result = await store.inWork(actor, async (work) => {
        if (!(await takeKey(work, once.write, askedDigest(work, once.said)))) throw underWay();
        return fn(work);
      });
      once.taken = true;
      return result;
    },
  };
}

/** Put it behind the door and before all routes. @param store the one without keys */
export function mountOnce(app: Api, store: Store): void {
  app.use(async (context, next) => {
    const key = context.req.header('idempotency-key');
    const asked = askedOf(context.req.raw);
    const actor = asked?.actor;
    if (key === undefined || !asked?.route || !actor || !lineOf(asked.route)?.writes) return next();
    // A key is kept with who gave it and when.
    if (lineOf(asked.route)?.untold) return next();
    if (!keyPattern.test(key))
      throw new Fault(
        'key-malformed',
        'malformed',
        'An Idempotency-Key has 1 to 128 visible characters. A random UUID is best.',
        [{ pointer: '/Idempotency-Key', detail: '1 to 128 visible characters' }],
      );
    // A file is read as it comes; what is there already is passed over when it comes again.
    if (!isJson(context)) return next();
    const write = { route: asked.route, key };
    const said = `${new URL(context.req.url).pathname}${new URL(context.req.url).search}\n${await context.req.text()}`;
    const before = await store.inWork(actor, async (work) => answerBefore(work, write, said));
    if (before) {
      context.res = before;
      return;
    }
    const once: Once = { actor, write, said, taken: false };
    await inside.run(once, next);
    if (once.taken) await settle(context, once);
  });

  async function settle(context: Context, { actor, write }: Once): Promise<void> {
    const { res } = context;
    const streams = res.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
    const text = streams || res.status >= 300 ? null : await res.clone().text();
    await store.inWork(actor, async (work) => {
      // Refused, or long work that may be asked for again at any time: the key is free.
      if (text === null) await dropKey(work.tx, actor, write);
      else if (text.length <= mostKept)
        await keepAnswer(work.tx, actor, write, res.status, seal(work.key, aboutOf(actor, write), text));
    });
  }
}

async function answerBefore(work: Work, write: KeyedWrite, said: string): Promise<Response | null> {
  const kept = await keptUnder(work, write);
  if (!kept) return null;
  if (kept.asked !== askedDigest(work, said))
    throw new Fault(
      'key-used',
      'conflict',
      'This Idempotency-Key came before with another request. Take a new key for a new request.',
      [{ pointer: '/Idempotency-Key', detail: 'used with another body' }],
    );
  if (kept.status === null || kept.answer === null) throw underWay();
  const body = unseal(work.key, aboutOf(work.actor, write), kept.answer);
  return new Response(kept.status === 204 ? null : body, {
    status: kept.status,
    headers: { ...(body === '' ? {} : { 'content-type': 'application/json' }), 'idempotency-replayed': 'true' },
  });
}

const askedDigest = ({ key }: Work, said: string): string => keyedDigest(key, `asked with a key\u001f${said}`);
const aboutOf = ({ id }: Actor, { route, key }: KeyedWrite): string => `answer ${id} ${route} ${key}`;

function isJson(context: Context): boolean {
  if (context.req.header('transfer-encoding') !== undefined) return false;
  const type = context.req.header('content-type') ?? '';
  if (/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return true;
  // Nothing at all was said; what is put without a word is a file, though an empty one.
  return type === '' && context.req.method !== 'PUT' && Number(context.req.header('content-length') ?? 0) === 0;
}

function underWay(): Fault {
  return new Fault(
    'key-under-way',
    'conflict',
    'A request with this Idempotency-Key is under way, or was stopped after it was done and before it was answered. Look whether it was done before you send it with a new key.',
  );
}
