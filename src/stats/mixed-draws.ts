// Joint draws of all coefficients and deviations. A draw begins normal around the means with the inverse of H; then each
// component's deviation is drawn from its profile, and the draw is carried over to it exactly for the working model: a smaller
// deviation is as if the effects had been seen near 0 once more, a larger one adds what the old one had taken away. What two
// deviations change together is left out (as in Wood, Pya and Säfken 2016, who stop at the first order). So a slope that varies
// between sites only is as unsure as the sites' deviation is, which gives it the heavy tails of Student's t.
import { fours, invert, solveLower, solveUpper, subtractTimes } from './cholesky.ts';
import { coordinatesOf, type Component, type Design } from './mixed-design.ts';
import { drawUntold, untoldOf, type Untold } from './mixed-untold.ts';
import { likelyDeviations, shiftedFactor } from './mixed-profile.ts';
import { addTo, byPlace, copyOf, emptyState, spreadPlaces, type State } from './mixed-rows.ts';
import type { Searched } from './mixed-search.ts';
import { scratchOf, solveSystem } from './mixed-system.ts';
import { chanceOf, type Chance } from './normal-draws.ts';

/** A draw in the coordinates of the system, with the deviations (of scaled columns) it was drawn under. */
export interface RawDraw {
  readonly state: State;
  readonly deviations: Float64Array;
  /** By component: slopes of the levels that have no coordinate of it, in their order. */
  readonly untold: readonly Float64Array[];
}

/** Equally likely values of a deviation; each needs a factor of its own, so they are few. */
const likelyValues = 20;

/**
 * Carries a draw over to another deviation of one component and says which: the draw is to be lessened by C · by, or where
 * that isn't the way, is changed in place.
 */
type Carry = (dense: Float64Array, chance: Chance, by: Float64Array) => number;

/** So many draws are carried over at once, as one product of matrices. */
const batch = 64;

export class DrawMaker {
  readonly #design: Design;
  readonly #found: Searched;
  readonly #row: Float64Array;
  /** Posterior means: what draws lie around. */
  readonly #centre: State;
  #prepared: { carries: readonly Carry[]; whole: Float64Array; untold: readonly Untold[] } | undefined;

  constructor(found: Searched) {
    this.#design = found.system.design;
    this.#found = found;
    this.#row = new Float64Array(this.#design.rows);
    this.#centre = copyOf(found.modes.state);
    addTo(this.#centre, found.judged.skew, 1);
  }

  /** @param apart 1 for each eliminated level that is drawn; all where left out */
  draw(count: number, seed: number, apart?: Uint8Array): RawDraw[] {
    const chance = chanceOf(seed);
    const draws: RawDraw[] = [];
    while (draws.length < count) draws.push(...this.#batch(Math.min(batch, count - draws.length), chance, apart));
    return draws;
  }

  #batch(count: number, chance: Chance, asked: Uint8Array | undefined): RawDraw[] {
    const { system } = this.#found;
    const { size } = this.#design;
    const { carries, whole, untold } = (this.#prepared ??= this.#prepare());
    const dense = new Float64Array(fours(count) * size);
    const by = new Float64Array(dense.length);
    const deviations: Float64Array[] = [];
    for (let k = 0; k < count; k++) {
      const own = dense.subarray(k * size, (k + 1) * size);
      for (let c = 0; c < size; c++) own[c] = chance.normal();
      solveUpper(system.factor, size, own);
      for (let c = 0; c < size; c++) own[c]! += this.#centre.dense[c]!;
      const less = by.subarray(k * size, (k + 1) * size);
      deviations.push(Float64Array.from(carries, (carry) => carry(own, chance, less)));
    }
    subtractTimes(dense, by, whole, fours(count), size);
    return deviations.map((one, k) => {
      const own = dense.slice(k * size, (k + 1) * size);
      const apart = this.#apart(own, one, chance, asked);
      return { state: { dense: own, apart }, deviations: one, untold: drawUntold(untold, own, one, chance) };
    });
  }

  /** Given the others, eliminated effects are independent: mean (Dû - Cᵀ(x - x̂)) / D', variance 1 / D'. */
  #apart(dense: Float64Array, deviations: Float64Array, chance: Chance, asked: Uint8Array | undefined): Float64Array {
    const design = this.#design;
    const { system, judged } = this.#found;
    const centre = this.#centre;
    const { apartLevels, start } = design;
    const out = new Float64Array(apartLevels);
    const k = design.components.findIndex(({ part }) => part < 0);
    if (k < 0) return out;
    const row = this.#row;
    const away = byPlace(
      design,
      dense.map((value, c) => value - centre.dense[c]!),
    );
    if (!asked) spreadPlaces(design, away, row, 0, start[apartLevels]!);
    const change = 1 / deviations[k]! ** 2 - 1 / judged.deviations[k]! ** 2;
    for (let j = 0; j < apartLevels; j++) {
      if (asked?.[j] === 0) {
        out[j] = centre.apart[j]!;
        continue;
      }
      if (asked) spreadPlaces(design, away, row, start[j]!, start[j + 1]!);
      let sum = system.diagonal[j]! * centre.apart[j]!;
      for (let i = start[j]!; i < start[j + 1]!; i++) sum -= system.weights[i]! * row[i]!;
      const precision = system.diagonal[j]! + change;
      out[j] = sum / precision + chance.normal() / Math.sqrt(precision);
    }
    return out;
  }

  #prepare(): { carries: readonly Carry[]; whole: Float64Array; untold: readonly Untold[] } {
    const { system, judged } = this.#found;
    const { size } = this.#design;
    const { posterior } = judged;
    const whole = posterior.reach === size ? posterior.covariance : invert(system.factor, size);
    const carries = this.#design.components.map((component, k) =>
      component.part < 0 ? this.#carryApart(k) : this.#carryDense(component, k, whole),
    );
    return { carries, whole, untold: untoldOf(this.#design, system.weights) };
  }

  #carryDense(component: Component, k: number, whole: Float64Array): Carry {
    const design = this.#design;
    const { modes, judged } = this.#found;
    const { size } = design;
    const coordinates = coordinatesOf(design, component);
    const q = coordinates.length;
    const covariance = new Float64Array(q * q);
    for (let i = 0; i < q; i++)
      for (let j = 0; j < q; j++) covariance[i * q + j] = whole[coordinates[i]! * size + coordinates[j]!]!;
    const at = Float64Array.from(coordinates, (c) => modes.state.dense[c]!);
    const deviation = judged.deviations[k]!;
    const likely = likelyDeviations(
      { modes: at, covariance, diagonal: false, deviation, ...this.#sureness(k), bound: this.#found.bounds[k]! },
      likelyValues,
    );
    const factors = new Map<number, ReturnType<typeof shiftedFactor>>();
    return (dense, chance, less) => {
      const value = likely[Math.floor(chance.uniform() * likelyValues)]!;
      const change = 1 / value ** 2 - 1 / deviation ** 2;
      if (!factors.has(value)) factors.set(value, shiftedFactor(covariance, q, change));
      const shifted = factors.get(value);
      if (!shifted) return deviation;
      const { factor, size: padded } = shifted;
      const x = new Float64Array(padded);
      const root = Math.sqrt(Math.abs(change));
      if (change > 0) {
        // Kriging: less C(I + dC)⁻¹(d u + √d e).
        for (let i = 0; i < q; i++) x[i] = change * dense[coordinates[i]!]! + root * chance.normal();
        solveLower(factor, padded, x);
        solveUpper(factor, padded, x);
      } else {
        // More by C(I - gC)⁻¹ g û + √g C L⁻ᵀ e, g = -d, LLᵀ = I - gC.
        for (let i = 0; i < q; i++) x[i] = change * at[i]!;
        solveLower(factor, padded, x);
        for (let i = 0; i < q; i++) x[i]! += root * chance.normal();
        solveUpper(factor, padded, x);
      }
      for (let i = 0; i < q; i++) less[coordinates[i]!]! += x[i]!;
      return value;
    };
  }

  /** The eliminated grouping has too many levels for a factor; its deviation moves the others to first order. */
  #carryApart(k: number): Carry {
    const design = this.#design;
    const { modes, judged, system } = this.#found;
    const deviation = judged.deviations[k]!;
    const likely = likelyDeviations(
      {
        modes: modes.state.apart,
        covariance: judged.posterior.apart,
        diagonal: true,
        deviation,
        ...this.#sureness(k),
        bound: this.#found.bounds[k]!,
      },
      likelyValues,
    );
    // dx/d log s = H⁻¹ (2 u / s²).
    const slope = emptyState(design);
    for (let j = 0; j < design.apartLevels; j++) slope.apart[j] = (2 * modes.state.apart[j]!) / deviation ** 2;
    solveSystem(system, slope, scratchOf(design), design.size);
    return (dense, chance) => {
      const value = likely[Math.floor(chance.uniform() * likelyValues)]!;
      const log = Math.min(0.5, Math.max(-0.5, Math.log(value / deviation)));
      for (let c = 0; c < design.size; c++) dense[c]! += log * slope.dense[c]!;
      return value;
    };
  }

  #sureness(k: number): { information: number; slope: number } {
    const { judged } = this.#found;
    const count = this.#design.components.length;
    return { information: judged.information[k * count + k]!, slope: judged.slope[k]! };
  }
}
