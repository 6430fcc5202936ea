// Calls an address that somebody named: the public network alone, no redirect followed, nothing waited for long, little read.
import { createHmac } from 'node:crypto';
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { Fault } from '../../kernel/fault.ts';
import { isPrivateInNumbers, publicOnly, whyNotCallable } from '../http/calling-out.ts';

/** Milliseconds for the whole call. */
const patience = 10_000;

/** @throws Fault `webhook-address` where the address may not be called. Names are looked at once more when they are called. */
export function assertCallable(text: string, privateToo: boolean): void {
  const why = whyNotCallable(text, privateToo);
  if (why === null) return;
  throw new Fault('webhook-address', 'malformed', why, [{ pointer: '/url', detail: 'an address that may be called' }]);
}

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
  if (!privateToo && isPrivateInNumbers(url)) return ended(null, 'private-address');
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
