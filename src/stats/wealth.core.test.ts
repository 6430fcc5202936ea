import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wealthNeeded, wealthOf } from './wealth.core.ts';

/** A coin that comes up so often, without any chance of its own. */
function coin(seed: number, share: number, times: number): boolean[] {
  let state = (seed + 1) * 2654435761;
  return Array.from({ length: times }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32 < share;
  });
}

describe('wealthOf', () => {
  it('of even duels hardly ever reaches what is needed, however often one looks', () => {
    const rich = Array.from({ length: 1000 }, (_, seed) =>
      wealthOf(coin(seed, 0.5, 400)).some((wealth) => wealth >= wealthNeeded(0.05)),
    );
    expect(rich.filter(Boolean).length).toBeLessThanOrEqual(50);
  });
  it('of duels that one mostly wins is soon enough', () => {
    const rich = Array.from({ length: 50 }, (_, seed) => wealthOf(coin(seed, 0.8, 60)).at(-1)! >= wealthNeeded(0.05));
    expect(rich.filter(Boolean).length).toBeGreaterThan(45);
  });
  it('is never nothing, and what was does not hang on what comes', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.array(fc.boolean(), { maxLength: 20 }), (won, more) => {
        const first = wealthOf(won);
        expect(first.every((one) => one > 0)).toBe(true);
        expect(wealthOf([...won, ...more]).slice(0, won.length)).toEqual(first);
      }),
    );
  });
  it('is fair: the mean of the two ways a duel can go is what was held before', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (won) => {
        const before = wealthOf(won).at(-1) ?? 1;
        const after = [true, false].map((one) => wealthOf([...won, one]).at(-1)!);
        expect((after[0]! + after[1]!) / 2).toBeCloseTo(before, 9);
      }),
    );
  });
});
