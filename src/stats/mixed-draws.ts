// Joint draws of all coefficients and deviations. A draw begins normal around the modes with the inverse of H; then each
// component's deviation is drawn from its profile, and the draw is carried over to it exactly for the working model: a smaller
// deviation is as if the effects had been seen near 0 once more, a larger one adds what the old one had taken away. What two
// deviations change together is left out (as in Wood, Pya and Säfken 2016, who stop at the first order). So a slope that varies
// between sites only is as unsure as the sites' deviation is, which gives it the heavy tails of Student's t.
import { invert, solveLower, solveUpper } from './cholesky.ts';
import { coordinatesOf, type Component, type Design } from './mixed-design.ts';
import { likelyDeviations, shiftedFactor } from './mixed-profile.ts';
import { emptyState, spread, type State } from './mixed-rows.ts';
import type { Searched } from './mixed-search.ts';
import { scratchOf, solveSystem } from './mixed-system.ts';
import { chanceOf, type Chance } from './normal-draws.ts';

/** A draw in the coordinates of the system, with the deviations (of scaled columns) it was drawn under. */
export interface RawDraw {
  readonly state: State;
  readonly deviations: Float64Array;
}

/** Equally likely values of a deviation; each needs a factor of its own, so they are few. */
const likelyValues = 20;

/** Something that carries a draw over to another deviation of one component, in place. */
type Carry = (state: State, chance: Chance) => number;

export class DrawMaker {
  readonly #design: Design;
  readonly #found: Searched;
  #carries: readonly Carry[] | undefined;

  constructor(found: Searched) {
    this.#design = found.system.design;
    this.#found = found;
  }

  *draw(count: number, seed: number): Generator<RawDraw> {
    const design = this.#design;
    const { modes, system } = this.#found;
    const { size, apartLevels, start } = design;
    const chance = chanceOf(seed);
    const carries = (this.#carries ??= this.#prepare());
    const apart = design.components.findIndex(({ part }) => part < 0);
    const row = new Float64Array(design.rows);
    const none = new Float64Array(apartLevels);
    for (let k = 0; k < count; k++) {
      const state = emptyState(design);
      for (let c = 0; c < size; c++) state.dense[c] = chance.normal();
      solveUpper(system.factor, size, state.dense);
      for (let c = 0; c < size; c++) state.dense[c]! += modes.state.dense[c]!;
      const deviations = Float64Array.from(carries, (carry) => carry(state, chance));
      if (apart >= 0) {
        // Given the others, eliminated effects are independent: mean (Dû - Cᵀ(x - x̂)) / D', variance 1 / D'.
        const away = state.dense.map((value, c) => value - modes.state.dense[c]!);
        spread(design, { dense: away, apart: none }, row);
        const change = 1 / deviations[apart]! ** 2 - 1 / this.#found.judged.deviations[apart]! ** 2;
        for (let j = 0; j < apartLevels; j++) {
          let sum = system.diagonal[j]! * modes.state.apart[j]!;
          for (let i = start[j]!; i < start[j + 1]!; i++) sum -= system.weights[i]! * row[i]!;
          const precision = system.diagonal[j]! + change;
          state.apart[j] = sum / precision + chance.normal() / Math.sqrt(precision);
        }
      }
      yield { state, deviations };
    }
  }

  #prepare(): Carry[] {
    const { system, judged } = this.#found;
    const { size } = this.#design;
    const { posterior } = judged;
    const whole = posterior.reach === size ? posterior.covariance : invert(system.factor, size);
    return this.#design.components.map((component, k) =>
      component.part < 0 ? this.#carryApart(component, k) : this.#carryDense(component, k, whole),
    );
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
      { modes: at, covariance, diagonal: false, deviation, ...this.#sureness(k), bound: boundOf(design, component) },
      likelyValues,
    );
    const factors = new Map<number, ReturnType<typeof shiftedFactor>>();
    return (state, chance) => {
      const value = likely[Math.floor(chance.uniform() * likelyValues)]!;
      const change = 1 / value ** 2 - 1 / deviation ** 2;
      if (!factors.has(value)) factors.set(value, shiftedFactor(covariance, q, change));
      const shifted = factors.get(value);
      if (!shifted) return deviation;
      const { factor, size: padded } = shifted;
      const x = new Float64Array(padded);
      const root = Math.sqrt(Math.abs(change));
      if (change > 0) {
        // Kriging: x -= C(I + dC)⁻¹(d u + √d e).
        for (let i = 0; i < q; i++) x[i] = -(change * state.dense[coordinates[i]!]! + root * chance.normal());
        solveLower(factor, padded, x);
        solveUpper(factor, padded, x);
      } else {
        // x += C(I - gC)⁻¹ g û + √g C L⁻ᵀ e, g = -d, LLᵀ = I - gC.
        for (let i = 0; i < q; i++) x[i] = -change * at[i]!;
        solveLower(factor, padded, x);
        for (let i = 0; i < q; i++) x[i]! += root * chance.normal();
        solveUpper(factor, padded, x);
      }
      for (let i = 0; i < q; i++) {
        const by = x[i]!;
        const line = coordinates[i]! * size;
        for (let c = 0; c < size; c++) state.dense[c]! += by * whole[line + c]!;
      }
      return value;
    };
  }

  /** The eliminated grouping has too many levels for a factor; its deviation moves the others to first order. */
  #carryApart(component: Component, k: number): Carry {
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
        bound: boundOf(design, component),
      },
      likelyValues,
    );
    // dx/d log s = H⁻¹ (2 u / s²).
    const slope = emptyState(design);
    for (let j = 0; j < design.apartLevels; j++) slope.apart[j] = (2 * modes.state.apart[j]!) / deviation ** 2;
    solveSystem(system, slope, scratchOf(design), design.size);
    return (state, chance) => {
      const value = likely[Math.floor(chance.uniform() * likelyValues)]!;
      const log = Math.min(0.5, Math.max(-0.5, Math.log(value / deviation)));
      for (let c = 0; c < design.size; c++) state.dense[c]! += log * slope.dense[c]!;
      return value;
    };
  }

  #sureness(k: number): { information: number; slope: number } {
    const { judged } = this.#found;
    const count = this.#design.components.length;
    return { information: judged.information[k * count + k]!, slope: judged.slope[k]! };
  }
}

/** 2.5 log odds between the least and the greatest value of a column: wider than anything believable (Gelman et al. 2008). */
function boundOf(design: Design, { part, place }: Component): number {
  const feature = design.parts[part]?.features[place] ?? 0;
  let largest = 0;
  for (let i = 0; i < design.rows; i++)
    largest = Math.max(largest, Math.abs(design.features[i * design.featureCount + feature]!));
  return 2.5 / Math.max(largest, 1e-9);
}
