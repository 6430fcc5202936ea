import { expect, it } from 'vitest';
import { endsOf, type KnownEnd } from './ends.core.ts';

const end = (contact: string, outcome: KnownEnd['outcome'], day: string, customer = 'ann'): KnownEnd => ({
  contact,
  day,
  customer,
  ...(outcome === undefined ? {} : { outcome }),
});
const last = end('last', 'served', '2026-06-30', 'zoe');

it('who was undecided and decided later is counted there, once', () => {
  const ends = endsOf([end('a', 'pending', '2026-01-10'), end('b', 'won', '2026-02-01'), last]);
  expect(ends.get('a')).toBe('decided-later');
  expect(ends.get('b')).toBe('won');
});

it('who was undecided and did not come back is lost, once enough days have gone by', () => {
  expect(endsOf([end('a', 'pending', '2026-01-10'), last]).get('a')).toBe('lost');
  expect(endsOf([end('a', 'pending', '2026-06-10'), last]).get('a')).toBe('open');
  expect(endsOf([end('a', 'pending', '2026-01-10'), end('b', 'lost', '2026-05-01'), last]).get('a')).toBe('lost');
});

it('an undecided contact of nobody known, or of no day, stays open: whether they came back can’t be seen', () => {
  const [{ customer: _customer, ...nobody }, { day: _day, ...undated }] = [
    end('a', 'pending', '2026-01-10'),
    end('b', 'pending', '2026-01-10'),
  ];
  const ends = endsOf([nobody, undated, last]);
  expect([ends.get('a'), ends.get('b')]).toEqual(['open', 'open']);
});

it('contacts that were only served, or whose outcome nobody said, end nothing', () => {
  expect([...endsOf([last, end('x', undefined, '2026-01-01')])]).toEqual([]);
});
