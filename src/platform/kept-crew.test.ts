// Which crew is handed out: the kept one where it is the same, grown where it is too small, and no more than one is ever kept.
import { expect, it } from 'vitest';
import type { Crew } from './crew.ts';
import { KeptCrew } from './kept-crew.ts';

class Threads implements Crew<never, never> {
  size: number;
  resting = false;
  closed = false;
  constructor(size: number) {
    this.size = size;
  }
  async run(): Promise<never> {
    throw new Error('nobody works here');
  }
  grow(size: number): void {
    this.size = Math.max(this.size, size);
  }
  rest(resting: boolean): void {
    this.resting = resting;
  }
  async close(): Promise<void> {
    this.closed = true;
  }
}

it('what was kept is handed out again for the same, awake', async () => {
  const kept = new KeptCrew<never, never>();
  const two = new Threads(2);
  expect(await kept.take('a', 2, () => two)).toBe(two);
  await kept.keep('a', two);
  expect(two.resting).toBe(true);
  expect(await kept.take('a', 1, () => new Threads(1))).toBe(two);
  expect([two.resting, two.closed]).toEqual([false, false]);
});

it('one that is too small grows', async () => {
  const kept = new KeptCrew<never, never>();
  const one = new Threads(1);
  await kept.keep('a', one);
  expect(await kept.take('a', 2, () => new Threads(2))).toBe(one);
  expect([one.size, one.resting, one.closed]).toEqual([2, false, false]);
});

it('one made for something else goes and a new one is started', async () => {
  const kept = new KeptCrew<never, never>();
  const [two, other] = [new Threads(2), new Threads(2)];
  await kept.keep('a', two);
  expect(await kept.take('b', 2, () => other)).toBe(other);
  expect(two.closed).toBe(true);
});

it('of two that are given back, the later one is kept', async () => {
  const kept = new KeptCrew<never, never>();
  const [one, two] = [new Threads(1), new Threads(1)];
  await kept.keep('a', one);
  await kept.keep('a', two);
  expect([one.closed, two.closed]).toEqual([true, false]);
  expect(await kept.take('a', 1, () => new Threads(1))).toBe(two);
});
