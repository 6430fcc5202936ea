// The first bytes of a stream and the stream with them, however small the pieces in which it comes.
import { expect, it } from 'vitest';
import { byteHead } from './byte-head.ts';

it('takes a stream that comes byte by byte as fast as any', { timeout: 5000 }, async () => {
  const size = 300_000;
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < size; at++) yield Uint8Array.of(at & 255);
  };
  const { head, all, ended } = await byteHead(bytes(), size - 1);
  expect([head.length, ended]).toEqual([size - 1, false]);
  let sum = 0;
  let count = 0;
  for await (const piece of all) {
    sum += piece[0]!;
    count += piece.length;
  }
  const whole = Array.from({ length: size }, (_, at) => at & 255).reduce((one, other) => one + other, 0);
  expect([count, sum]).toEqual([size, whole]);
});
