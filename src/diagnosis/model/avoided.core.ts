// Failures that would not have happened, under one set of coefficients: per player, per part, and for each excuse alone.
import type { MixedDraw } from '../../stats/mixed-data.ts';
import { ChanceGame } from '../../stats/shapley.core.ts';
import type { Design } from './design.core.ts';
import {
  type CountedRows,
  linearOf,
  type Parts,
  peopleShift,
  personnelPlayer,
  playerCount,
  shiftOf,
} from './players.core.ts';

/** All as shares of the expected failures. */
export interface Avoided {
  /** By player, in the order of the causes, the excuses last. They add up to `all`. */
  readonly players: Float64Array;
  /** By part, in the order of the parts. With `people` they add up to the players. */
  readonly parts: Float64Array;
  readonly people: number;
  /** Everything moved at once. */
  readonly all: number;
  /** Each excuse moved alone, in the order of `excuseNames`. */
  readonly alone: Float64Array;
}

export function excuseNames(design: Design): string[] {
  return [...new Set(design.excuses.map((one) => one.name))];
}

/**
 * Shapley's value of each player over its 64 coalitions, row by row; inside a player the value goes by what each part adds to the
 * log odds (Aumann and Shapley 1974), so that parts add up to their player.
 * @param offset added to the log odds, where kept marks were sampled
 */
export function avoidedUnder(
  design: Design,
  parts: Parts,
  draw: MixedDraw,
  counted: CountedRows,
  offset: number,
): Avoided {
  const size = counted.rows.length;
  const linear = linearOf(design, draw, counted);
  const shifts = new Float64Array(size * playerCount);
  const byPart = parts.list.map(() => new Float64Array(size));
  parts.list.forEach((part, index) => {
    const own = byPart[index]!;
    shiftOf(design, draw, part, counted, own);
    for (let at = 0; at < size; at++) shifts[at * playerCount + part.player]! += own[at]!;
  });
  const people = new Float64Array(size);
  if (peopleShift(design, draw, counted, people)) {
    for (let at = 0; at < size; at++) shifts[at * playerCount + personnelPlayer]! += people[at]!;
  }

  const game = new ChanceGame();
  const values = new Float64Array(playerCount);
  const slopes = new Float64Array(playerCount);
  const players = new Float64Array(playerCount);
  const partSums = new Float64Array(parts.list.length);
  const names = excuseNames(design);
  const alone = new Float64Array(names.length);
  const excuseOf = design.excuses.map((one) => names.indexOf(one.name));
  const aloneShift = new Float64Array(names.length);
  let peopleSum = 0;
  let failures = 0;
  for (let at = 0; at < size; at++) {
    const weight = counted.weight[at]!;
    const here = linear[at]! + offset;
    game.value(here, shifts, at * playerCount, playerCount, values, slopes);
    failures += weight * game.chance;
    for (let player = 0; player < playerCount; player++) players[player]! += weight * values[player]!;
    peopleSum += weight * slopes[personnelPlayer]! * people[at]!;
    for (let index = 0; index < parts.list.length; index++) {
      const shift = byPart[index]![at]!;
      if (shift !== 0) partSums[index]! += weight * slopes[parts.list[index]!.player]! * shift;
    }
    aloneShift.fill(0);
    for (let index = 0; index < excuseOf.length; index++) {
      aloneShift[excuseOf[index]!]! += byPart[parts.exposures + index]![at]!;
    }
    for (let name = 0; name < names.length; name++) {
      alone[name]! += weight * (game.chance - 1 / (1 + Math.exp(aloneShift[name]! - here)));
    }
  }
  const share = (sum: number): number => (failures > 0 ? sum / failures : 0);
  return {
    players: players.map(share),
    parts: partSums.map(share),
    people: share(peopleSum),
    all: share(players.reduce((sum, one) => sum + one, 0)),
    alone: alone.map(share),
  };
}
