// What sign-in needs to know of the browser that asks, and what it gives it to keep.
import { Fault } from '../../kernel/fault.ts';
import { isLoopback, readCookie, writeCookie, type CookieWish } from './cookie.core.ts';
import { deviceOf } from './session.core.ts';

/** A request while it is answered, as far as sign-in looks at it. */
export interface Asking {
  readonly req: { readonly method: string; header(name: string): string | undefined };
  header(name: string, value: string, options?: { append?: boolean }): void;
}

const year = 365 * 24 * 3600;

export interface Browser {
  /** As it called the server, with the port. */
  readonly host: string;
  /** `https://care.example.org`: where it stands. */
  readonly origin: string;
  readonly device: string;
  /** What it keeps of an earlier sign-in, by which others' guesses don't slow it down. */
  readonly known: string | null;
}

/** The edge has made sure of Host and Origin by now. */
export function browserOf({ req }: Asking): Browser {
  const host = req.header('host') ?? '';
  return {
    host,
    origin: req.header('origin') ?? `${isLoopback(host) ? 'http' : 'https'}://${host}`,
    device: deviceOf(req.header('user-agent') ?? ''),
    known: readCookie(host, req.header('cookie'), 'known'),
  };
}

/**
 * Where a link leads that is made for whoever is signed in: to the server's own name, else to where their browser stands.
 * @param address the server's name, where it has one
 */
export function originOfLinks(context: Asking, address: string | null = null): string {
  return address ?? new URL(browserOf(context).origin).origin;
}

/**
 * The same where nobody has shown who they are: anybody may say that the server is called by an address of theirs, and the
 * link would lead there. Null where it has no name and wasn't called as this machine: then no link may be made.
 */
export function originOfStrangersLinks(context: Asking, address: string | null = null): string | null {
  return address !== null || isLoopback(browserOf(context).host) ? originOfLinks(context, address) : null;
}

/** Give the browser a cookie. */
export function give(context: Asking, wish: CookieWish): void {
  context.header('set-cookie', writeCookie(browserOf(context).host, wish), { append: true });
}

export interface Given {
  readonly session: { readonly text: string; readonly lasts: number };
  readonly known: string | null;
}

/** Give the browser its session: from now on it is whoever signed in. */
export function giveSession(context: Asking, { session, known }: Given): void {
  give(context, { name: 'session', value: session.text, lasts: session.lasts });
  if (known !== null) give(context, { name: 'known', value: known, lasts: year });
}

/** Take the session away again. */
export function takeSession(context: Asking): void {
  give(context, { name: 'session', value: '', lasts: 0 });
}

/**
 * A cookie comes along by itself, so a change that it lets through must be asked for by a page of this very server.
 * Browsers say so in one of two headers, and no page can make them say it.
 * @throws Fault `origin-missing`
 */
export function assertOwnPage({ req }: Asking): void {
  if (req.method === 'GET' || req.method === 'HEAD') return;
  if (req.header('origin') !== undefined || req.header('sec-fetch-site') === 'same-origin') return;
  throw new Fault(
    'origin-missing',
    'forbidden',
    'Changes with a session are for the pages of this server. A program shows a token instead: customary token add.',
  );
}

/** The Fault of a try that has to wait; the reply says for how long. */
export function later(context: Asking, seconds: number): Fault {
  context.header('retry-after', String(seconds));
  return new Fault(
    'tries-too-often',
    'too-many',
    `Too many tries opened nothing. Wait ${seconds} seconds, then try again: nothing is locked.`,
  );
}
