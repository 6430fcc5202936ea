import { describe, expect, it } from 'vitest';
import { assertFromHere, type ServedNames } from './host-and-origin.ts';

const own: ServedNames = { names: [], anyAddress: false };
const beyond: ServedNames = { names: ['care.example.org'], anyAddress: true };
const refusal = (headers: Record<string, string>, served = own, method = 'GET'): string | null => {
  try {
    assertFromHere(new Headers(headers), served, method);
    return null;
  } catch (error) {
    return (error as { slug: string }).slug;
  }
};

describe('the name that a server is called by', () => {
  it.each(['localhost', 'localhost:4747', '127.0.0.1:4747', '[::1]:4747', 'LOCALHOST:4747', 'localhost:80'])(
    'this machine’s own, %s, is answered',
    (host) => expect(refusal({ host })).toBeNull(),
  );
  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:4747',
    '10.0.0.5',
    '',
    'a b',
    'localhost@evil.example',
    'localhost/x',
  ])('another one, "%s", is not', (host) => expect(refusal({ host })).toBe('host-unknown'));
  it('beyond this machine, addresses in numbers and told names are answered, and no other', () => {
    for (const host of ['10.0.0.5:4747', '[fe80::1]', 'care.example.org', 'Care.Example.org:443'])
      expect([host, refusal({ host }, beyond)]).toEqual([host, null]);
    expect(refusal({ host: 'rebound.example' }, beyond)).toBe('host-unknown');
  });
});

describe('the page that a request comes from', () => {
  const host = 'localhost:4747';
  it('of this server is answered, and so is a program', () => {
    expect(refusal({ host, origin: 'http://localhost:4747', 'sec-fetch-site': 'same-origin' })).toBeNull();
    expect(refusal({ host })).toBeNull();
  });
  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
  ])('of elsewhere, %o, is not', (headers) => {
    expect(refusal({ host, ...(headers as Record<string, string>) })).toBe('cross-site');
  });
  // What Chromium and Firefox send where somebody follows a link in a web mailer, or is sent back by another's sign-in.
  const followed = { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  it('a link that a person follows from elsewhere opens its page', () => {
    expect(refusal(followed)).toBeNull();
  });
  it.each([
    ['a form that is sent from elsewhere', followed, 'POST'],
    ['a frame', { ...followed, 'sec-fetch-dest': 'iframe' }, 'GET'],
    ['a script', { ...followed, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 'GET'],
    ['a link with the origin of elsewhere', { ...followed, origin: 'http://evil.example' }, 'GET'],
  ])('%s does not', (_what, headers, method) => {
    expect(refusal(headers, own, method)).toBe('cross-site');
  });
});
