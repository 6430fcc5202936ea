import { expect, it } from 'vitest';
import { partsSince } from './reading.core.ts';

const part = (id: string, text: string) => ({ id, text });

it('what changed since the version read last is told part by part, word by word', () => {
  const told = partsSince(
    [part('1', 'Say the price.'), part('2', 'Wait.')],
    [part('1', 'Say the whole price.'), part('3', 'Ask.')],
  );
  expect(told.parts.map((one) => [one.id, one.since])).toEqual([
    ['1', 'changed'],
    ['3', 'new'],
  ]);
  expect(told.parts[0]!.pieces.filter((one) => one.was === 'added').map((one) => one.text.trim())).toEqual(['whole']);
  expect(told.gone).toEqual([{ id: '2', text: 'Wait.' }]);
});

it('what was never read has nothing that changed', () => {
  expect(partsSince(null, [part('1', 'Ask.')])).toEqual({
    parts: [{ id: '1', text: 'Ask.', since: null, pieces: [] }],
    gone: [],
  });
});
