import { expect, it } from 'vitest';
import { heldWords, publishedWords, type PastVersion } from './history-words.core.ts';

const past = (version: string, from: string, to: string | null, at: string | null): PastVersion => ({
  version,
  from,
  to,
  held: to !== null && to <= from ? [] : [{ from, ...(to === null ? {} : { to }) }],
  text: at === null ? null : { publishedAt: at },
});
const all = [
  past('3', '2026-03-02', null, '2026-03-02T15:40:09.000Z'),
  past('2.1', '2026-03-02', '2026-03-02', '2026-03-02T13:05:00.000Z'),
  past('2', '2026-03-02', '2026-03-02', '2026-03-01T09:00:00.000Z'),
  past('1', '2025-01-01', '2026-03-02', null),
];

it('each of several versions that began on one day says what took its place', () => {
  expect(all.map((one) => heldWords(one, all))).toEqual([
    'Since 2 March 2026',
    'Version 3 took its place on the day on which it would have begun, 2 March 2026: it stood for no day.',
    'Version 2.1 took its place on the day on which it would have begun, 2 March 2026: it stood for no day.',
    '1 January 2025 until 2 March 2026',
  ]);
});

it('one that was taken back on its first day names none; one that was suspended tells each stretch', () => {
  const back = past('2', '2026-03-02', '2026-03-02', null);
  expect(heldWords(back, [back])).toBe(
    'It ended on the day on which it would have begun, 2 March 2026: it stood for no day.',
  );
  const held = [{ from: '2026-01-01', to: '2026-02-01' }, { from: '2026-03-01' }];
  expect(heldWords({ ...back, to: null, held }, [back])).toBe(
    '1 January 2026 until 1 February 2026; since 1 March 2026',
  );
});

it('of two that were published on one day the time is told, of one alone the day', () => {
  expect(all.map(({ text }) => text && publishedWords(text.publishedAt, all))).toEqual([
    '2 March 2026 at 15:40 UTC',
    '2 March 2026 at 13:05 UTC',
    '1 March 2026',
    null,
  ]);
});
