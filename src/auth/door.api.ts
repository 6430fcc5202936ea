// The door of a server: whoever calls is told by their token, let through by the route's line, and held to a pace.
// Whatever opens no door gets the same answer, so that nothing is learned from it.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import type { Api } from '../platform/http/api.ts';
import { askedOf } from '../platform/http/asked.ts';
import { newPace, type Pace } from '../platform/http/pace.ts';
import { newTurns } from '../platform/http/turns.ts';
import { whenEnded } from '../platform/http/whole-reply.ts';
import { organisationsOf } from '../platform/db/keys.ts';
import type { Store } from '../platform/db/open.ts';
import { assertMayCall } from './routes.access.ts';
import { lineOf } from './routes.core.ts';
import { readToken } from './token.core.ts';
import { actorOfToken } from './tokens.use.ts';

export interface Door {
  readonly store: Store;
  /** A token that lives as long as this process: whoever can read the data folder is its owner. */
  readonly own: { readonly text: string; readonly actor: Actor };
  /** The caller's network address, for counting tries that fail; never logged. */
  readonly addressOf: (env: unknown) => string;
  /** Requests a token may make each minute. */
  readonly perMinute: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Tries that open nothing, from one address in a minute. */
const failuresPerMinute = 20;

/** Put the door before all routes of `app`, behind its edge: call it before they are mounted. */
export function mountDoor(app: Api, { store, own, addressOf, perMinute, now }: Door): void {
  const pace = newPace({ limit: perMinute, seconds: 60 }, now);
  const failures = newPace({ limit: failuresPerMinute, seconds: 60 }, now);
  const turns = newTurns();

  app.use(async (context, next) => {
    const asked = askedOf(context.req.raw);
    const line = asked?.route ? lineOf(asked.route) : undefined;
    // What meets no route goes on to be told so; a public one asks for nobody.
    if (!asked?.route || line?.who === 'anybody') return next();
    const actor = await letIn(context.req.header('authorization'), addressOf(context.env), (seconds) =>
      context.header('retry-after', String(seconds)),
    );
    asked.actor = actor;
    const seconds = pace.take(`${actor.orgId}/${actor.id}`);
    if (seconds > 0) {
      context.header('retry-after', String(seconds));
      throw tooMany(`This token may ask ${perMinute} times a minute. Ask again in ${seconds} seconds.`);
    }
    assertMayCall(actor, asked.route, context.req.queries('site') ?? []);
    if (!line?.alone) return next();
    const done = turns.take(`${actor.orgId} ${line.alone === 'itself' ? line.route : line.alone}`);
    try {
      await next();
    } catch (error) {
      done();
      throw error;
    }
    context.res = whenEnded(context.res, done);
  });

  async function letIn(given: string | undefined, address: string, later: (seconds: number) => void): Promise<Actor> {
    const text = /^Bearer +(\S+)$/i.exec(given ?? '')?.[1];
    if (text !== undefined && same(text, own.text)) return own.actor;
    // Counted before the look-up: a guess costs nothing but its own turn. The owner's own token never waits.
    refuseOften(failures, address, later);
    const actor = text === undefined ? null : await actorOf(text);
    if (actor) return actor;
    failures.take(address);
    if (text === undefined)
      throw new Fault(
        'token-missing',
        'signed-out',
        'This needs a token: send it as "Authorization: Bearer TOKEN". An owner makes one with customary token add.',
      );
    throw new Fault(
      'token-refused',
      'signed-out',
      'This token opens nothing: it is mistyped, has ended or has run out. Ask an owner for a new one.',
    );
  }

  async function actorOf(text: string): Promise<Actor | null> {
    const token = readToken(text);
    // Only of organisations that are held here: to work as another one would make a key for it.
    if (!token || !(await organisationsOf(store.dataDir)).includes(token.orgId)) return null;
    const nobody: Actor = { orgId: token.orgId, id: 'door', roles: [] };
    return store.inWork(nobody, async (work) => actorOfToken(work, token.id, token.secret));
  }
}

function refuseOften(failures: Pace, address: string, later: (seconds: number) => void): void {
  const seconds = failures.wait(address);
  if (seconds === 0) return;
  later(seconds);
  throw tooMany(`Too many tries from this address opened nothing. Try again in ${seconds} seconds.`);
}

function tooMany(sentence: string): Fault {
  return new Fault('asked-too-often', 'too-many', sentence);
}

// Digests have one length whatever was given, and comparing them tells nothing by its time.
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
