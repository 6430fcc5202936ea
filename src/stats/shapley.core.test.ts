import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceGame, shapley, shapleyWeights } from './shapley.core.ts';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The definition itself: what each player adds, averaged over every order. */
function byOrders(players: number, worth: (coalition: number) => number): number[] {
  const sums = Array.from({ length: players }, () => 0);
  let orders = 0;
  const go = (before: number, left: readonly number[]): void => {
    if (left.length === 0) orders++;
    for (const player of left)
      go(
        before | (1 << player),
        left.filter((one) => one !== player),
      );
  };
  go(0, [...sums.keys()]);
  const weigh = (before: number, left: readonly number[], ways: number): void => {
    for (const player of left) {
      const after = before | (1 << player);
      const rest = left.filter((one) => one !== player);
      let below = 1;
      for (let nth = 2; nth <= rest.length; nth++) below *= nth;
      sums[player]! += (ways * below * (worth(after) - worth(before))) / orders;
      weigh(after, rest, ways);
    }
  };
  weigh(0, [...sums.keys()], 1);
  return sums;
}

describe('Shapley values', () => {
  it('are those of the glove game: one left glove, two right ones', () => {
    const worth = (coalition: number): number => ((coalition & 1) === 1 && (coalition & 6) !== 0 ? 1 : 0);
    const [left, right, other] = [...shapley(3, worth)];
    expect(left).toBeCloseTo(2 / 3, 12);
    expect(right).toBeCloseTo(1 / 6, 12);
    expect(other).toBeCloseTo(1 / 6, 12);
  });

  it('are those of the airport game: runways of 8, 11, 13 and 18', () => {
    const lengths = [8, 11, 13, 18];
    const worth = (coalition: number): number =>
      Math.max(0, ...lengths.filter((_, player) => (coalition >> player) & 1));
    expect([...shapley(4, worth)].map((one) => Number(one.toFixed(6)))).toEqual([2, 3, 4, 9]);
  });

  it('weigh every order alike', () => {
    for (let players = 1; players <= 8; players++) {
      const weights = shapleyWeights(players);
      let choose = 1;
      let sum = 0;
      for (let size = 0; size < players; size++) {
        sum += weights[size]! * choose;
        choose = (choose * (players - 1 - size)) / (size + 1);
      }
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it('are the average over all orders, for any game', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 32, maxLength: 32 }), (table) => {
        const worth = (coalition: number): number => (coalition === 0 ? 0 : table[coalition]!);
        const expected = byOrders(5, worth);
        shapley(5, worth).forEach((value, player) => expect(value).toBeCloseTo(expected[player]!, 9));
      }),
      { numRuns: 40 },
    );
  });

  it('refuse more players than can be gone through', () => {
    expect(() => shapley(17, () => 0)).toThrow(RangeError);
  });
});

describe('the game of one chance', () => {
  const shift = fc.double({ min: -3, max: 3, noNaN: true });
  const shiftsOf = fc.array(fc.oneof(shift, fc.constant(0)), { minLength: 6, maxLength: 6 });
  const linear = fc.double({ min: -6, max: 6, noNaN: true });

  function value(
    at: number,
    shifts: readonly number[],
  ): { values: Float64Array; slopes: Float64Array; chance: number } {
    const game = new ChanceGame();
    const values = new Float64Array(shifts.length);
    const slopes = new Float64Array(shifts.length);
    game.value(at, Float64Array.from(shifts), 0, shifts.length, values, slopes);
    return { values, slopes, chance: game.chance };
  }

  it('has the values of the same game gone through coalition by coalition', () => {
    fc.assert(
      fc.property(linear, shiftsOf, (at, shifts) => {
        const worth = (coalition: number): number =>
          logistic(at) -
          logistic(at - shifts.reduce((sum, one, player) => sum + ((coalition >> player) & 1 ? one : 0), 0));
        const expected = shapley(6, worth);
        value(at, shifts).values.forEach((one, player) => expect(one).toBeCloseTo(expected[player]!, 10));
      }),
    );
  });

  it('gives away all that moving everybody would avoid', () => {
    fc.assert(
      fc.property(linear, shiftsOf, (at, shifts) => {
        const { values, chance } = value(at, shifts);
        const all = shifts.reduce((sum, one) => sum + one, 0);
        expect(chance).toBeCloseTo(logistic(at), 12);
        expect(values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(logistic(at) - logistic(at - all), 10);
      }),
    );
  });

  it('treats equals alike, gives nothing to who changes nothing, and keeps the sign of the shift', () => {
    fc.assert(
      fc.property(linear, shiftsOf, shift, (at, shifts, both) => {
        const { values } = value(at, [both, both, 0, ...shifts.slice(3)]);
        expect(values[0]).toBeCloseTo(values[1]!, 12);
        expect(values[2]).toBe(0);
        values.forEach((one, player) => {
          const own = [both, both, 0, ...shifts.slice(3)][player]!;
          if (Math.abs(one) > 1e-9) expect(Math.sign(one)).toBe(Math.sign(own));
        });
      }),
    );
  });

  it('gives each value per unit of shift, so that parts of a shift can share it out', () => {
    const { values, slopes } = value(-1, [1.2, 0.5, 0]);
    expect(slopes[0]! * 1.2).toBeCloseTo(values[0]!, 12);
    expect(slopes[2]).toBe(0);
    const near = value(-1, [1e-7, 0.5]);
    expect(near.slopes[0]).toBeCloseTo(value(-1, [1e-4, 0.5]).slopes[0]!, 1);
  });
});
