// The penalised step: the most likely coefficients for given deviations, by Newton's method (penalised iteratively
// reweighted least squares: Bates et al. 2015, section 3; Breslow and Clayton 1993). Each Newton system is solved by conjugate
// gradients with the last factor as preconditioner, so that one costly factor serves several steps.
import type { Design } from './mixed-design.ts';
import { solveLower, solveUpper } from './cholesky.ts';
import { addTo, copyOf, dot, emptyState, gather, spread, timesSchur, type State } from './mixed-rows.ts';
import {
  backSubstitute,
  factorSystem,
  schurSide,
  scratchOf,
  type Prior,
  type Scratch,
  type System,
} from './mixed-system.ts';

export interface Modes {
  readonly state: State;
  readonly linear: Float64Array;
  /** -log-likelihood + ½ Σ precision · coefficient². */
  readonly penalised: number;
  readonly logLikelihood: number;
  /** W = weight · μ(1 - μ). */
  readonly weights: Float64Array;
  readonly converged: boolean;
}

const newtonSteps = 60;
const gradientSteps = 40;

/** log(1 + eˣ) without overflow. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Finds modes; keeps its last factor and starts where it last ended, so that near problems are cheap. */
export class ModeFinder {
  readonly design: Design;
  readonly scratch: Scratch;
  state: State;
  system: System | undefined;
  /** How often a system was factored and how many steps of conjugate gradients were made, for those who measure. */
  factored = 0;
  gradients = 0;
  readonly #space: Float64Array;
  readonly #linear: Float64Array;
  readonly #trial: Float64Array;
  readonly #residual: Float64Array;
  readonly #weights: Float64Array;
  readonly #cheap: boolean;

  constructor(design: Design) {
    this.design = design;
    this.scratch = scratchOf(design);
    this.state = emptyState(design);
    this.#space = new Float64Array(design.size * design.size);
    this.#linear = new Float64Array(design.rows);
    this.#trial = new Float64Array(design.rows);
    this.#residual = new Float64Array(design.rows);
    this.#weights = new Float64Array(design.rows);
    this.#cheap = cheapToFactor(design);
  }

  /** Factors at the weights of the last modes. */
  factor(prior: Prior): System | undefined {
    this.factored += 1;
    this.system = factorSystem(this.design, this.#weights, prior, this.#space);
    return this.system;
  }

  /**
   * @param m how many leading coordinates are free: `design.size`, or `design.free` to hold the fixed effects
   * @param tolerance Newton's decrement (about twice what the penalised likelihood could still gain) at which to stop
   */
  find(prior: Prior, m: number, tolerance: number): Modes {
    const { design } = this;
    let value = this.#evaluate(this.state, prior, this.#linear);
    let converged = false;
    const gradient = emptyState(design);
    for (let step = 0; step < newtonSteps && !converged; step++) {
      this.#atLinear(this.#linear);
      this.#gradient(prior, gradient, m);
      if (!this.system || this.#cheap) {
        if (!this.factor(prior)) break;
      }
      const { move, decrement } = this.#newton(gradient, prior, m);
      const next = this.#walk(move, value, prior);
      converged = decrement <= (next === undefined ? 1e-6 : tolerance);
      if (next === undefined) break;
      value = next;
    }
    this.#atLinear(this.#linear);
    const { dense, apart } = this.state;
    let penalty = 0;
    for (let c = 0; c < design.size; c++) penalty += prior.dense[c]! * dense[c]! ** 2;
    for (let j = 0; j < design.apartLevels; j++) penalty += prior.apart * apart[j]! ** 2;
    return {
      state: copyOf(this.state),
      linear: this.#linear.slice(),
      penalised: value,
      logLikelihood: penalty / 2 - value,
      weights: this.#weights,
      converged,
    };
  }

  #evaluate({ dense, apart }: State, prior: Prior, linear: Float64Array): number {
    const { design } = this;
    spread(design, { dense, apart }, linear);
    let value = 0;
    for (let i = 0; i < design.rows; i++)
      value += design.weight[i]! * (softplus(linear[i]!) - design.outcome[i]! * linear[i]!);
    for (let c = 0; c < design.size; c++) value += 0.5 * prior.dense[c]! * dense[c]! ** 2;
    let square = 0;
    for (let j = 0; j < design.apartLevels; j++) square += apart[j]! ** 2;
    return value + 0.5 * prior.apart * square;
  }

  #atLinear(linear: Float64Array): void {
    const { rows, weight, outcome } = this.design;
    for (let i = 0; i < rows; i++) {
      const p = 1 / (1 + Math.exp(-linear[i]!));
      this.#residual[i] = weight[i]! * (outcome[i]! - p);
      this.#weights[i] = weight[i]! * p * (1 - p);
    }
  }

  /** Ascent direction: Zᵀ(y - μ) - P x. */
  #gradient(prior: Prior, out: State, m: number): void {
    const { design, state } = this;
    gather(design, this.#residual, out.dense, out.apart);
    for (let c = 0; c < design.size; c++) out.dense[c]! -= prior.dense[c]! * state.dense[c]!;
    out.dense.fill(0, m);
    for (let j = 0; j < design.apartLevels; j++) out.apart[j]! -= prior.apart * state.apart[j]!;
  }

  /**
   * H move = gradient. The eliminated grouping is eliminated at the present weights; what is left is solved by preconditioned
   * conjugate gradients (Hestenes and Stiefel 1952).
   */
  #newton(gradient: State, prior: Prior, m: number): { move: State; decrement: number } {
    const { design, scratch } = this;
    const diagonal = this.#diagonal(prior);
    const left = schurSide(design, this.#weights, diagonal, gradient, scratch, m);
    const move = emptyState(design);
    const product = new Float64Array(design.size);
    const z = left.slice();
    this.#precondition(z, m);
    const direction = z.slice();
    let rz = dot(left, z);
    const first = rz;
    for (let k = 0; rz > 1e-4 * first; k++) {
      if (k === gradientSteps) {
        // The factor is too old to help. What was found is still a way down; the next step has a new factor.
        this.factor(prior);
        break;
      }
      this.gradients += 1;
      timesSchur(design, this.#weights, diagonal, direction, product, scratch.row);
      for (let c = 0; c < m; c++) product[c]! += prior.dense[c]! * direction[c]!;
      product.fill(0, m);
      const along = rz / dot(direction, product);
      for (let c = 0; c < m; c++) {
        move.dense[c]! += along * direction[c]!;
        left[c]! -= along * product[c]!;
      }
      z.set(left);
      this.#precondition(z, m);
      const next = dot(left, z);
      for (let c = 0; c < m; c++) direction[c] = z[c]! + (next / rz) * direction[c]!;
      rz = next;
    }
    move.apart.set(gradient.apart);
    backSubstitute(design, this.#weights, diagonal, move, scratch);
    return { move, decrement: dot(gradient.dense, move.dense) + dot(gradient.apart, move.apart) };
  }

  #diagonal(prior: Prior): Float64Array {
    const { start, apartLevels } = this.design;
    const diagonal = new Float64Array(apartLevels).fill(prior.apart);
    for (let j = 0; j < apartLevels; j++)
      for (let i = start[j]!; i < start[j + 1]!; i++) diagonal[j]! += this.#weights[i]!;
    return diagonal;
  }

  #precondition(z: Float64Array, m: number): void {
    const { factor } = this.system!;
    solveLower(factor, this.design.size, z, m);
    solveUpper(factor, this.design.size, z, m);
  }

  /** Goes along `move`, by halves of it while the penalised likelihood is worse. */
  #walk(move: State, value: number, prior: Prior): number | undefined {
    const { state } = this;
    for (let length = 1; length > 1e-6; length /= 2) {
      const trial: State = copyOf(state);
      addTo(trial, move, length);
      const found = this.#evaluate(trial, prior, this.#trial);
      if (found <= value + 1e-10 * Math.abs(value)) {
        this.state = trial;
        this.#linear.set(this.#trial);
        return found;
      }
    }
    return undefined;
  }
}

/** Whether a new factor costs less than the steps of conjugate gradients over the rows that an old one asks for, about four. */
function cheapToFactor({ rows, featureCount, parts, plainCount, start, apartLevels, size }: Design): boolean {
  const width = parts.slice(0, -1).reduce((sum, part) => sum + part.width, 0);
  const others = featureCount + plainCount;
  let work = size ** 3 / 12 + (rows * featureCount ** 2) / 2;
  for (let j = 0; j < apartLevels; j++) work += ((start[j + 1]! - start[j]!) * (width - plainCount) + others) ** 2 / 2;
  return work < 4 * rows * 2 * (featureCount + width);
}
