// The planted truth in the same words as the model's answer: failures expected without a cause's exposures, shared out by
// Shapley over the six players, from the planted chances themselves.
import { logistic } from './causal-model.ts';
import { type Player, players } from './exposures.core.ts';
import type { PlannedRows } from './planned-rows.core.ts';

export interface TrueShares {
  /** Failures expected as everything stood. */
  readonly expected: number;
  /** Share of them, by player; a player whose exposures lower failing has less than nothing. */
  readonly shares: Readonly<Record<Player, number>>;
  /** What would remain with all six at their reference. */
  readonly unexplained: number;
}

/**
 * Average attributable fractions (G. E. Eide and O. Gefeller 1995, Journal of Clinical Epidemiology 48:233): each player's
 * part averaged over every order in which the six could be put right. 64 passes over the rows.
 */
export function trueShares(rows: Pick<PlannedRows, 'size' | 'chance' | 'parts'>): TrueShares {
  const subsets = 1 << players.length;
  const remaining = new Float64Array(subsets);
  const parts = players.map((player) => rows.parts[player]);
  const without = new Float64Array(subsets);
  for (let row = 0; row < rows.size; row++) {
    const chance = rows.chance[row]!;
    const logit = Math.log(chance / (1 - chance));
    // Sums over all subsets, each from the one without its lowest player.
    for (let subset = 0; subset < subsets; subset++) {
      const low = subset & -subset;
      without[subset] = subset === 0 ? 0 : without[subset ^ low]! + parts[31 - Math.clz32(low)]![row]!;
      const same = subset > 0 && without[subset] === 0;
      remaining[subset]! += same ? chance : logistic(logit - without[subset]!);
    }
  }
  const expected = remaining[0]!;
  const shares = Object.fromEntries(players.map((player, i) => [player, shareOf(i, remaining)])) as Record<
    Player,
    number
  >;
  return { expected, shares, unexplained: expected === 0 ? 1 : remaining[subsets - 1]! / expected };
}

function shareOf(player: number, remaining: Float64Array): number {
  const expected = remaining[0]!;
  if (expected === 0) return 0;
  let sum = 0;
  for (let subset = 0; subset < remaining.length; subset++) {
    if ((subset & (1 << player)) !== 0) continue;
    const size = bits(subset);
    const weight = (factorial(size) * factorial(players.length - size - 1)) / factorial(players.length);
    sum += weight * (remaining[subset]! - remaining[subset | (1 << player)]!);
  }
  return sum / expected;
}

function bits(value: number): number {
  let count = 0;
  for (let left = value; left > 0; left &= left - 1) count++;
  return count;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
