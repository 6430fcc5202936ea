// The door of a server: whoever calls is told by their session or token, let through by the route's line, and held to a pace.
// Whatever opens no door gets the same answer, so that nothing is learned from it.
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Actor, reading } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import type { Api } from '../platform/http/api.ts';
import { askedOf } from '../platform/http/asked.ts';
import { newPace, type Pace } from '../platform/http/pace.ts';
import { newTurns } from '../platform/http/turns.ts';
import { whenEnded } from '../platform/http/whole-reply.ts';
import { organisationsOf } from '../platform/db/keys.ts';
import type { Store } from '../platform/db/open.ts';
import { admitted } from './routes.access.ts';
import { lineOf } from './routes.core.ts';
import { assertOwnPage, browserOf, takeSession, type Asking as Browsing } from './sign-in/browser.ts';
import { doorOf } from './sign-in/server.core.ts';
import { readCookie } from './sign-in/cookie.core.ts';
import { readSession } from './sign-in/session.core.ts';
import { actorOfSession, noteSeen } from './sign-in/sessions.use.ts';
import type { TellingSession } from './sign-in/telling-session.core.ts';
import { keepSession } from './sign-in/told-session.ts';
import { readToken } from './token.core.ts';
import { actorOfToken } from './tokens.use.ts';

export interface Door {
  readonly store: Store;
  /** A token that lives as long as this process: whoever can read the data folder is its owner. */
  readonly own: { readonly text: string; readonly actor: Actor };
  /** The caller's network address, for counting tries that fail; never logged. */
  readonly addressOf: (env: unknown) => string;
  /** Requests that a member or a token may make each minute. */
  readonly perMinute: number;
  /** Milliseconds. */
  readonly now: () => number;
}

type Asking = Browsing & { readonly req: { readonly raw: Request }; readonly env: unknown };

/** Tries that open nothing, from one address in a minute. */
const failuresPerMinute = 20;
/** Tokens that are known to open at most. */
const mostKnown = 10_000;

/** Put the door before all routes of `app`, behind its edge: call it before they are mounted. */
export function mountDoor(app: Api, { store, own, addressOf, perMinute, now }: Door): void {
  const pace = newPace({ limit: perMinute, seconds: 60 }, now);
  const failures = newPace({ limit: failuresPerMinute, seconds: 60 }, now);
  const turns = newTurns();
  /** Digests of tokens that have opened: behind a proxy everybody comes from one address, and guesses must not keep these out. */
  const opened = new Set<string>();
  /** Organisations found here. */
  const heldHere = new Set<string>();

  app.use(async (context, next) => {
    const asked = askedOf(context.req.raw);
    const line = asked?.route ? lineOf(asked.route) : undefined;
    // What meets no route goes on to be told so; a public one asks for nobody.
    if (!asked?.route || (line?.who === 'anybody' && !line.greets)) return next();
    if (line?.who === 'anybody') {
      const known = await quietly(context);
      if (known) asked.actor = known;
      return next();
    }
    const whole = await letIn(context);
    const seconds = pace.take(`${whole.orgId}/${whole.id}`);
    if (seconds > 0) {
      context.header('retry-after', String(seconds));
      throw tooMany(`Nobody may ask more than ${perMinute} times a minute. Ask again in ${seconds} seconds.`);
    }
    asked.actor = whole;
    asked.actor = admitted(whole, asked.route, context.req.queries('site') ?? []);
    if (!line?.alone) return next();
    const done = turns.take(`${whole.orgId} ${line.alone === 'itself' ? line.route : line.alone}`);
    try {
      await next();
    } catch (error) {
      done();
      throw error;
    }
    context.res = whenEnded(context.res, done);
  });

  /** A token where one is shown, else a session. @throws Fault for whoever shows nothing that opens */
  async function letIn(context: Asking): Promise<Actor> {
    const given = context.req.header('authorization');
    if (given !== undefined) return letInByToken(given, addressOf(context.env), context);
    const telling = await sessionIn(context);
    if (telling === 'over') {
      takeSession(context);
      throw new Fault(
        'session-over',
        'signed-out',
        'You are signed out: your session has ended or was not used for days. Sign in again.',
      );
    }
    if (telling === null) return letInByToken(given, addressOf(context.env), context);
    assertOwnPage(context);
    return telling.actor;
  }

  /** Who asks for what is for anybody: a caller who shows what opens nothing is a stranger. */
  async function quietly(context: Asking): Promise<Actor | null> {
    const text = bearerIn(context.req.header('authorization'));
    if (text !== undefined) return same(text, own.text) ? own.actor : actorOf(text);
    const telling = await sessionIn(context);
    if (telling === 'over') takeSession(context);
    return telling === null || telling === 'over' ? null : telling.actor;
  }

  async function sessionIn(context: Asking): Promise<TellingSession | 'over' | null> {
    const cookie = readCookie(browserOf(context).host, context.req.header('cookie'), 'session');
    if (cookie === null) return null;
    const parts = readSession(cookie);
    const door = doorOf(own.actor);
    const telling =
      parts && (await store.inWork(reading(door), async (work) => actorOfSession(work, parts.id, parts.secret)));
    if (!telling) return 'over';
    if (telling.toNote) await store.inWork(door, async (work) => noteSeen(work, telling));
    keepSession(context.req.raw, telling);
    return telling;
  }

  async function letInByToken(given: string | undefined, address: string, context: Asking): Promise<Actor> {
    const text = bearerIn(given);
    if (text !== undefined && same(text, own.text)) return own.actor;
    // Counted before the look-up: a guess costs nothing but its own turn. The owner's own token never waits, nor one that is known.
    const known = digestOf(text ?? '').toString('hex');
    if (!opened.has(known)) refuseOften(failures, address, (seconds) => context.header('retry-after', String(seconds)));
    const actor = text === undefined ? null : await actorOf(text);
    if (actor) {
      if (opened.size >= mostKnown) opened.clear();
      opened.add(known);
      return actor;
    }
    opened.delete(known);
    // A page that asks before anybody has signed in guesses at nothing.
    if (given !== undefined) failures.take(address);
    if (text === undefined)
      throw new Fault(
        'token-missing',
        'signed-out',
        'This is for people who sign in, and for programs with a token: send it as "Authorization: Bearer TOKEN". An owner makes one with customary token add.',
      );
    throw new Fault(
      'token-refused',
      'signed-out',
      'This token opens nothing: it is mistyped, has ended or has run out. Ask an owner for a new one.',
    );
  }

  // Whose key is here once, stays.
  async function isHeldHere(orgId: string): Promise<boolean> {
    if (!heldHere.has(orgId)) for (const one of await organisationsOf(store.dataDir)) heldHere.add(one);
    return heldHere.has(orgId);
  }

  async function actorOf(text: string): Promise<Actor | null> {
    const token = readToken(text);
    // Only of organisations that are held here: to work as another one would make a key for it.
    if (!token || !(await isHeldHere(token.orgId))) return null;
    return store.inWork(reading(doorOf(token)), async (work) => actorOfToken(work, token.id, token.secret));
  }
}

function bearerIn(given: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(given ?? '')?.[1];
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
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
