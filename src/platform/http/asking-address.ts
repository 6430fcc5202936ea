// From where a request came. Behind a proxy that is what the proxy says, where whoever runs the server has named the proxy: anybody
// else's word for it would let them choose the address that their tries are counted under.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { Fault } from '../../kernel/fault.ts';

const askedFrom = new WeakMap<IncomingMessage, string>();

/**
 * The network address that a request came from; `unknown` where there is no network. Of an IPv6 address its first 64 bits: the rest
 * is for each customer of a network to choose as they like.
 */
export function addressOf(env: unknown): string {
  const incoming = (env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (!incoming) return 'unknown';
  const address = askedFrom.get(incoming) ?? plainly(incoming.socket.remoteAddress ?? 'unknown');
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [before = '', after] = address.split('%')[0]!.split('::');
  const groups = (part: string | undefined): string[] => (part ?? '').split(':').filter((one) => one !== '');
  const [head, tail] = [groups(before), groups(after)];
  const all = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return `${all
    .slice(0, 4)
    .map((one) => Number.parseInt(one, 16).toString(16))
    .join(':')}::`;
}

/**
 * Takes the word of proxies for where a request came from: the last address of `X-Forwarded-For` that is none of theirs.
 * @param proxies addresses in numbers
 */
export function believeProxies(env: unknown, proxies: readonly string[]): void {
  const incoming = (env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (!incoming || !proxies.includes(plainly(incoming.socket.remoteAddress ?? ''))) return;
  // Each proxy adds the address that it was asked from at the end; what stands before may be anybody's invention.
  const told = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',');
  const asker = told
    .split(',')
    .map((one) => plainly(one.trim()))
    .toReversed()
    .find((one) => !proxies.includes(one));
  if (asker !== undefined && isIP(asker) > 0) askedFrom.set(incoming, asker);
}

/** Addresses parted by commas. @throws Fault `proxy-malformed` */
export function proxiesTold(told: string | undefined): string[] {
  const each = (told ?? '')
    .split(',')
    .map((one) => plainly(one.trim()))
    .filter((one) => one !== '');
  const wrong = each.find((one) => isIP(one) === 0);
  if (wrong === undefined) return each;
  throw new Fault(
    'proxy-malformed',
    'malformed',
    '--proxy takes addresses in numbers, parted by commas: 127.0.0.1 for a proxy on this machine.',
  );
}

/** An address of the old kind as such, also where a socket of the new kind tells it. */
function plainly(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
}
