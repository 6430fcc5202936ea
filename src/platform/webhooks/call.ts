// Calls an address that somebody named: the public network alone, no redirect followed, nothing waited for long, little read.
import { createHmac } from 'node:crypto';
import { lookup as lookUp } from 'node:dns';
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Fault } from '../../kernel/fault.ts';
import { isPublic } from './public-address.ts';

/** Milliseconds for the whole call. */
const patience = 10_000;

/** @throws Fault `webhook-address` where the address may not be called. Names are looked at once more when they are called. */
export function assertCallable(text: string, privateToo: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url ? bareHost(url) : '';
  if (!url || url.username !== '' || url.password !== '' || !['https:', 'http:'].includes(url.protocol))
    throw refused('Write an address as https://HOST/PATH, without a name and password in it.');
  if (privateToo) return;
  if (url.protocol !== 'https:')
    throw refused('What is sent must not be read on the way: the address begins with https://.');
  const inside = bare === 'localhost' || /\.(localhost|local|internal)$/.test(bare) || !bare.includes('.');
  if (isIP(bare) ? !isPublic(bare) : inside)
    throw refused('This is an address of a private network. Name one of the public network.');
}

const bareHost = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, '');

export interface Answer {
  readonly status: number | null;
  /** Why there was no answer, in our own words. */
  readonly failed: string | null;
  readonly ms: number;
}

/** Posts the body, signed. Never throws for what the other side does. */
export async function call(url: string, secret: string, body: string, privateToo: boolean): Promise<Answer> {
  const began = performance.now();
  const ended = (status: number | null, failed: string | null): Answer => ({
    status,
    failed,
    ms: Math.round(performance.now() - began),
  });
  // Asked again: one may have been added while private networks were open to it, and an address in numbers is looked up nowhere.
  const bare = bareHost(new URL(url));
  if (!privateToo && isIP(bare) && !isPublic(bare)) return ended(null, 'private-address');
  const at = Math.floor(Date.now() / 1000);
  return new Promise((resolve) => {
    const sent = (url.startsWith('https:') ? securely : plainly)(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(patience),
      lookup: privateToo ? undefined : publicOnly,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'customary',
        'customary-signature': `t=${at},v1=${signed(secret, at, body)}`,
      },
    });
    sent.on('response', (reply) => {
      // What it says is nothing to us, and may be endless.
      reply.destroy();
      resolve(ended(reply.statusCode ?? null, null));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(
        ended(
          null,
          error.code === 'EPRIVATE'
            ? 'private-address'
            : error.name === 'AbortError' || error.name === 'TimeoutError'
              ? 'too-slow'
              : 'unreachable',
        ),
      );
    });
    sent.end(body);
  });
}

/** What the receiver works out for itself and compares: HMAC-SHA-256 over `TIME.BODY`, in hex. */
export function signed(secret: string, at: number, body: string): string {
  return createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
}

// Looked at where the connection is made, so that a name can't mean another address by then.
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const open = error ? [] : found.filter((one) => isPublic(one.address));
    if (error || open.length === 0) {
      done(error ?? Object.assign(new Error('private'), { code: 'EPRIVATE' }), '', 4);
      return;
    }
    if (options.all) done(null, open);
    else done(null, open[0]!.address, open[0]!.family);
  });
};

function refused(sentence: string): Fault {
  return new Fault('webhook-address', 'malformed', sentence, [
    { pointer: '/url', detail: 'an address that may be called' },
  ]);
}
