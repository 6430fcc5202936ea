// Failures that would not have happened, under one set of coefficients after the other: per player, per part, and for each
// excuse alone. What doesn't depend on the coefficients is laid out once.
import type { MixedDraw } from '../../stats/mixed-data.ts';
import { ChanceGame } from '../../stats/shapley.core.ts';
import type { Design } from './design.core.ts';
import { coefficientOf, outlying, type Parts, personnelPlayer, playerCount } from './players.core.ts';

/** All as shares of the expected failures. */
export interface Avoided {
  /** By player, in the order of the causes, the excuses last. They add up to `all`. */
  readonly players: Float64Array;
  /** By part, in the order of the parts. With `people` they add up to the players. */
  readonly parts: Float64Array;
  readonly people: number;
  /** The part of it by people who stand out more likely than not. */
  readonly surePeople: number;
  /** Everything moved at once. */
  readonly all: number;
  /** Each excuse moved alone, in the order of `excuseNames`. */
  readonly alone: Float64Array;
}

/** The rows that shares are worked out on, and how many marks each stands for. */
export interface CountedRows {
  readonly rows: Int32Array;
  readonly weight: Float64Array;
}

export function excuseNames(design: Design): string[] {
  return [...new Set(design.excuses.map((one) => one.name))];
}

/** A column where most rows are 0 is kept as the rows that aren't. */
interface Sparse {
  readonly at: Int32Array;
  readonly value: Float64Array;
}

export class SharingTable {
  readonly #parts: Parts;
  readonly #weight: Float64Array;
  readonly #offset: number;
  readonly #fixed: readonly Sparse[];
  readonly #groups: readonly Int32Array[];
  readonly #slopes: readonly { readonly column: Sparse; readonly level: Int32Array }[];
  readonly #beyond: readonly { readonly rows: Sparse; readonly level: Int32Array | undefined }[];
  readonly #people: number;
  /** 1 for people who stand out more likely than not. */
  readonly #sure: Float64Array;
  readonly #excuseOf: Int32Array;
  readonly #excuseAlone: readonly Sparse[];
  readonly #isControl: readonly boolean[];
  readonly #excuses: number;
  // Filled anew for each set of coefficients, never made anew: there are hundreds of sets.
  readonly #linear: Float64Array;
  readonly #shifts: Float64Array;
  readonly #alone: Float64Array;
  readonly #slope: Float64Array;

  /**
   * @param offset added to the log odds, where kept marks were sampled
   * @param sure 1 for people who stand out more likely than not, by person
   */
  constructor(design: Design, parts: Parts, { rows, weight }: CountedRows, offset: number, sure: Float64Array) {
    const { data } = design;
    const level = (of: Int32Array): Int32Array => rows.map((row) => of[row]!);
    const named = (name: string): Int32Array => level(data.groups.find((one) => one.name === name)!.level);
    this.#parts = parts;
    this.#weight = weight;
    this.#offset = offset;
    this.#fixed = data.fixed.map(({ values }) => sparse(values, rows));
    this.#groups = data.groups.map((one) => level(one.level));
    this.#slopes = data.slopes.map(({ column, over }) => ({
      column: this.#fixed[data.fixed.findIndex((one) => one.name === column)]!,
      level: named(over),
    }));
    this.#beyond = parts.list.map(({ beyond, slope }) => ({
      rows: sparse(beyond, rows),
      level: slope < 0 ? undefined : this.#slopes[slope]!.level,
    }));
    this.#people = design.people;
    this.#sure = sure;
    const names = excuseNames(design);
    this.#isControl = design.excuses.map((one) => one.excuse.control === true);
    this.#excuseAlone = design.excuses.map((one) => sparse(one.alone, rows));
    this.#excuses = names.length;
    this.#excuseOf = Int32Array.from(design.excuses, (one) => names.indexOf(one.name));
    this.#linear = new Float64Array(rows.length);
    this.#shifts = new Float64Array(rows.length * playerCount);
    this.#alone = new Float64Array(rows.length * names.length);
    this.#slope = new Float64Array(rows.length * playerCount);
  }

  /**
   * Shapley's value of each player over its 64 coalitions, row by row; inside a player the value goes by what each part adds
   * to the log odds (Aumann and Shapley 1974), so that parts add up to their player.
   */
  under(draw: MixedDraw): Avoided {
    this.#layOut(draw);
    const size = this.#weight.length;
    const game = new ChanceGame();
    const values = new Float64Array(playerCount);
    const slopes = new Float64Array(playerCount);
    const players = new Float64Array(playerCount);
    const alone = new Float64Array(this.#excuses);
    let failures = 0;
    for (let at = 0; at < size; at++) {
      const weight = this.#weight[at]!;
      const here = this.#linear[at]!;
      game.value(here, this.#shifts, at * playerCount, playerCount, values, slopes);
      failures += weight * game.chance;
      for (let player = 0; player < playerCount; player++) {
        players[player]! += weight * values[player]!;
        this.#slope[at * playerCount + player] = weight * slopes[player]!;
      }
      for (let excuse = 0, first = at * this.#excuses; excuse < this.#excuses; excuse++) {
        const shift = this.#alone[first + excuse]!;
        if (shift !== 0) alone[excuse]! += weight * (game.chance - 1 / (1 + Math.exp(shift - here)));
      }
    }
    const share = (sum: number): number => (failures > 0 ? sum / failures : 0);
    return {
      players: players.map(share),
      parts: Float64Array.from(this.#beyond, (_, part) => share(this.#partSum(part, draw))),
      people: share(this.#peopleSum(draw, false)),
      surePeople: share(this.#peopleSum(draw, true)),
      all: share(players.reduce((sum, one) => sum + one, 0)),
      alone: alone.map(share),
    };
  }

  #layOut(draw: MixedDraw): void {
    const linear = this.#linear.fill(draw.intercept + this.#offset);
    this.#fixed.forEach(({ at, value }, column) => {
      const by = draw.fixed[column]!;
      for (let i = 0; i < at.length; i++) linear[at[i]!]! += by * value[i]!;
    });
    this.#groups.forEach((level, group) => {
      const by = draw.groups[group]!;
      for (let at = 0; at < level.length; at++) if (level[at]! >= 0) linear[at]! += by[level[at]!]!;
    });
    this.#slopes.forEach(({ column, level }, slope) => {
      const by = draw.slopes[slope]!;
      for (let i = 0; i < column.at.length; i++) {
        const one = level[column.at[i]!]!;
        if (one >= 0) linear[column.at[i]!]! += by[one]! * column.value[i]!;
      }
    });
    const shifts = this.#shifts.fill(0);
    const alone = this.#alone.fill(0);
    this.#beyond.forEach(({ rows }, part) => {
      const { player } = this.#parts.list[part]!;
      for (let i = 0; i < rows.at.length; i++) {
        const at = rows.at[i]!;
        const shift = rows.value[i]! * this.#coefficient(part, at, draw);
        shifts[at * playerCount + player]! += shift;
      }
    });
    this.#excuseAlone.forEach(({ at, value }, excuse) => {
      const part = this.#parts.list[this.#parts.exposures + excuse]!;
      const by = this.#isControl[excuse] ? (draw.fixed[part.column] ?? 0) : coefficientOf(part, draw);
      for (let i = 0; i < at.length; i++) alone[at[i]! * this.#excuses + this.#excuseOf[excuse]!]! += by * value[i]!;
    });
    if (this.#people < 0) return;
    const above = outlying(draw.groups[this.#people]!);
    const who = this.#groups[this.#people]!;
    for (let at = 0; at < who.length; at++)
      if (who[at]! >= 0) shifts[at * playerCount + personnelPlayer]! += above[who[at]!]!;
  }

  #coefficient(part: number, at: number, draw: MixedDraw): number {
    const one = this.#parts.list[part]!;
    const { level } = this.#beyond[part]!;
    const own = level === undefined ? -1 : level[at]!;
    return one.portion * (coefficientOf(one, draw) + (own >= 0 ? draw.slopes[one.slope]![own]! : 0));
  }

  #partSum(part: number, draw: MixedDraw): number {
    const { rows } = this.#beyond[part]!;
    const { player } = this.#parts.list[part]!;
    let sum = 0;
    for (let i = 0; i < rows.at.length; i++) {
      const at = rows.at[i]!;
      sum += this.#slope[at * playerCount + player]! * rows.value[i]! * this.#coefficient(part, at, draw);
    }
    return sum;
  }

  #peopleSum(draw: MixedDraw, sureOnly: boolean): number {
    if (this.#people < 0) return 0;
    const above = outlying(draw.groups[this.#people]!);
    const who = this.#groups[this.#people]!;
    let sum = 0;
    for (let at = 0; at < who.length; at++) {
      const one = who[at]!;
      if (one < 0 || (sureOnly && this.#sure[one] === 0)) continue;
      sum += this.#slope[at * playerCount + personnelPlayer]! * above[one]!;
    }
    return sum;
  }
}

function sparse(values: Float64Array, rows: Int32Array): Sparse {
  let count = 0;
  for (const row of rows) if (values[row] !== 0) count++;
  const at = new Int32Array(count);
  const value = new Float64Array(count);
  let next = 0;
  rows.forEach((row, position) => {
    if (values[row] === 0) return;
    at[next] = position;
    value[next++] = values[row]!;
  });
  return { at, value };
}
