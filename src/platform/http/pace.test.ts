import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newPace } from './pace.ts';

it('lets so many through at once, then one as soon as one is refilled', () => {
  let now = 0;
  const pace = newPace({ limit: 3, seconds: 60 }, () => now);
  expect([1, 2, 3].map(() => pace.take('a'))).toEqual([0, 0, 0]);
  expect(pace.take('a')).toBe(20);
  expect(pace.take('b')).toBe(0);
  now = 19_999;
  expect(pace.take('a')).toBe(1);
  now = 20_000;
  expect(pace.take('a')).toBe(0);
});

it('never lets more through in any stretch than the limit and what was refilled in it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 200 }), (gaps) => {
      let now = 0;
      const pace = newPace({ limit: 5, seconds: 60 }, () => now);
      const taken = gaps.flatMap((gap) => {
        now += gap;
        return pace.take('a') === 0 ? [now] : [];
      });
      for (const [nth, from] of taken.entries())
        for (const [later, to] of taken.entries())
          if (later >= nth) expect(later - nth + 1).toBeLessThanOrEqual(5 + ((to - from) / 60_000) * 5 + 1e-6);
    }),
  );
});

it('whoever waits as long as told is let through', () => {
  let now = 0;
  const pace = newPace({ limit: 7, seconds: 60 }, () => now);
  for (let times = 0; times < 50; times += 1) {
    const seconds = pace.take('a');
    if (seconds === 0) continue;
    now += seconds * 1000;
    expect(pace.take('a')).toBe(0);
  }
});
