// Addresses that somebody named and this server calls: which may be called, and how a name is looked up so that it means no other
// address by the time of the call.
import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublic } from './public-address.ts';

/**
 * Why an address may not be called, in a sentence that says what to write; null where it may. Names are looked at once more when
 * they are called.
 * @param privateToo whether addresses of private networks may be called: the owner of the machine says so
 */
export function whyNotCallable(text: string, privateToo: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username !== '' || url.password !== '' || !['https:', 'http:'].includes(url.protocol))
    return 'Write an address as https://HOST/PATH, without a name and password in it.';
  if (privateToo) return null;
  if (url.protocol !== 'https:') return 'What is sent must not be read on the way: the address begins with https://.';
  const bare = bareHost(url);
  const inside = bare === 'localhost' || /\.(localhost|local|internal)$/.test(bare) || !bare.includes('.');
  if (isIP(bare) ? !isPublic(bare) : inside)
    return 'This is an address of a private network. Name one of the public network.';
  return null;
}

/** An address in numbers is looked up nowhere, so it is asked again at the call: it may have been let in under another rule. */
export function isPrivateInNumbers(text: string): boolean {
  const bare = bareHost(new URL(text));
  return isIP(bare) !== 0 && !isPublic(bare);
}

/** Looked up where the connection is made; what isn't of the public network fails with the code `EPRIVATE`. */
export const publicOnly: LookupFunction = (hostname, options, done) => {
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

const bareHost = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, '');
