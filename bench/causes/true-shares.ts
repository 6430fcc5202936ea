// The truth that shares are held against: failures expected under the planted chances, and under the same chances with each
// coalition of players at its reference. Nothing of the fit is in it.
import { ChanceGame } from '../../src/stats/shapley.core.ts';

/** @returns shares of the expected failures by player, in the order of `parts` */
export function trueShares(chance: Float64Array, parts: readonly Float64Array[]): Float64Array {
  const players = parts.length;
  const game = new ChanceGame();
  const shifts = new Float64Array(players);
  const values = new Float64Array(players);
  const slopes = new Float64Array(players);
  const shares = new Float64Array(players);
  let expected = 0;
  for (let row = 0; row < chance.length; row++) {
    const p = chance[row]!;
    for (let player = 0; player < players; player++) shifts[player] = parts[player]![row]!;
    game.value(Math.log(p / (1 - p)), shifts, 0, players, values, slopes);
    for (let player = 0; player < players; player++) shares[player]! += values[player]!;
    expected += p;
  }
  return shares.map((one) => one / expected);
}
