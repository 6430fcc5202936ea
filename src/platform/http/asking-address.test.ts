import { expect, it } from 'vitest';
import { addressOf, believeProxies, proxiesTold } from './asking-address.ts';

const asked = (from: string, forwarded?: string) => ({
  incoming: {
    socket: { remoteAddress: from },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  },
});

it.each([
  ['nobody is named', [], '10.0.0.9', '203.0.113.5', '10.0.0.9'],
  ['somebody else than the named one says it', ['10.0.0.1'], '10.0.0.9', '203.0.113.5', '10.0.0.9'],
  ['the named one says it', ['10.0.0.1'], '10.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['the asker invented the ones before', ['10.0.0.1'], '10.0.0.1', '1.2.3.4, 203.0.113.5', '203.0.113.5'],
  [
    'two named ones stand behind each other',
    ['10.0.0.1', '10.0.0.2'],
    '10.0.0.1',
    '203.0.113.5, 10.0.0.2',
    '203.0.113.5',
  ],
  ['the named one says nothing', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
  ['what it says is no address', ['10.0.0.1'], '10.0.0.1', 'me', '10.0.0.1'],
  ['the old kind is told as the new one', ['127.0.0.1'], '::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
  ['a whole network is one customer’s', [], '2001:DB8:2:3:4:5:6:7', undefined, '2001:db8:2:3::'],
  ['the same is told short', [], '2001:db8::7', undefined, '2001:db8:0:0::'],
] as const)('where %s, a request came from who asked for it', (_what, proxies, from, forwarded, expected) => {
  const env = asked(from, forwarded);
  believeProxies(env, proxies);
  expect(addressOf(env)).toBe(expected);
});

it('a proxy is named by its address in numbers', () => {
  expect(proxiesTold(' 127.0.0.1, ::1 ')).toEqual(['127.0.0.1', '::1']);
  expect(proxiesTold(undefined)).toEqual([]);
  expect(() => proxiesTold('proxy.example')).toThrow('--proxy takes addresses');
});
