// Shapley's value, exact: what each player adds, averaged over every order in which they could have come. And the same
// for the one game that shares of failing are made of: a chance on the log-odds scale from which shifts are taken away.

/**
 * Weights |S|! (n - |S| - 1)! / n! of a coalition of each size, as seen by a player outside it.
 * Source: Shapley 1953, in Contributions to the Theory of Games II, p. 307.
 */
export function shapleyWeights(players: number): Float64Array {
  const weights = new Float64Array(Math.max(players, 1));
  // 1 / (n * C(n - 1, s)), which needs no factorials.
  let choose = 1;
  for (let size = 0; size < players; size++) {
    weights[size] = 1 / (players * choose);
    choose = (choose * (players - 1 - size)) / (size + 1);
  }
  return weights;
}

/**
 * Shapley's value of any game, over all 2^players coalitions.
 * @param worth what a coalition is worth; bit j of `coalition` says that player j is in it
 * @throws RangeError above 16 players
 */
export function shapley(players: number, worth: (coalition: number) => number): Float64Array {
  if (players > 16) throw new RangeError('Exact Shapley values are for 16 players at most.');
  const weights = shapleyWeights(players);
  const values = new Float64Array(players);
  for (let coalition = 0; coalition < 1 << players; coalition++) {
    const known = worth(coalition);
    const size = bits(coalition);
    for (let player = 0; player < players; player++) {
      if ((coalition >> player) & 1) values[player]! += weights[size - 1]! * known;
      else values[player]! -= weights[size]! * known;
    }
  }
  return values;
}

const most = 8;
const sizes = Uint8Array.from({ length: 1 << most }, (_, coalition) => bits(coalition));
const weightsOf = Array.from({ length: most + 1 }, (_, players) => shapleyWeights(players));

/**
 * The game of one chance p = logistic(linear): a coalition is worth what the chance falls by when its players' shifts are
 * taken from the log odds. A player without a shift is worth nothing and changes nobody else's value, so only those with one
 * are gone through; the exponentials of a coalition are products, so a row costs players + 1 of them.
 */
export class ChanceGame {
  readonly #odds = new Float64Array(1 << most);
  readonly #chance = new Float64Array(1 << most);
  readonly #active = new Int32Array(most);
  readonly #factor = new Float64Array(most);

  /** The chance as it stands, of the last call. */
  get chance(): number {
    return this.#chance[0]!;
  }

  /**
   * Values of the players; 8 of them at most.
   * @param linear log odds as they stand
   * @param shifts what each player adds to the log odds, `players` of them from `at`
   * @param values receives each player's value, `players` of them
   * @param slopes receives each value per unit of shift (its limit, where the shift is 0): what shares a player's value out
   *   among parts that add up to its shift, as Aumann and Shapley 1974 do (Values of Non-Atomic Games, theorem B)
   */
  value(
    linear: number,
    shifts: Float64Array,
    at: number,
    players: number,
    values: Float64Array,
    slopes: Float64Array,
  ): void {
    const odds = this.#odds;
    const chance = this.#chance;
    const active = this.#active;
    let count = 0;
    for (let player = 0; player < players; player++) {
      values[player] = 0;
      slopes[player] = 0;
      const shift = shifts[at + player]!;
      if (shift !== 0) {
        active[count] = player;
        this.#factor[count++] = Math.exp(shift);
      }
    }
    odds[0] = Math.exp(-linear);
    chance[0] = 1 / (1 + odds[0]);
    for (let player = 0, half = 1; player < count; player++, half <<= 1) {
      const factor = this.#factor[player]!;
      for (let coalition = 0; coalition < half; coalition++) {
        const with_ = odds[coalition]! * factor;
        odds[half + coalition] = with_;
        chance[half + coalition] = 1 / (1 + with_);
      }
    }
    const weights = weightsOf[count]!;
    for (let player = 0; player < count; player++) {
      const bit = 1 << player;
      let value = 0;
      for (let coalition = 0; coalition < 1 << count; coalition++) {
        if ((coalition & bit) !== 0) continue;
        value += weights[sizes[coalition]!]! * (chance[coalition]! - chance[coalition | bit]!);
      }
      const who = active[player]!;
      const shift = shifts[at + who]!;
      values[who] = value;
      slopes[who] = Math.abs(shift) > 1e-6 ? value / shift : chance[0] * (1 - chance[0]);
    }
  }
}

function bits(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) count++;
  return count;
}
