// The penalised step: the most likely coefficients for given deviations, by Newton's method (penalised iteratively
// reweighted least squares: Bates et al. 2015, section 3; Breslow and Clayton 1993). Each Newton system is solved by conjugate
// gradients with the last factor as preconditioner, so that one costly factor serves several steps.
import type { Design } from './mixed-design.ts';
import { emptyState, gather, spread, type State } from './mixed-rows.ts';
import { factorSystem, scratchOf, solveSystem, type Prior, type Scratch, type System } from './mixed-system.ts';

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
export function softplus(x: number): number {
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

  constructor(design: Design) {
    this.design = design;
    this.scratch = scratchOf(design);
    this.state = emptyState(design);
    this.#space = new Float64Array(design.size * design.size);
    this.#linear = new Float64Array(design.rows);
    this.#trial = new Float64Array(design.rows);
    this.#residual = new Float64Array(design.rows);
    this.#weights = new Float64Array(design.rows);
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
      if (!this.system || this.#cheapToFactor()) {
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
      state: { dense: dense.slice(), apart: apart.slice() },
      linear: this.#linear.slice(),
      penalised: value,
      logLikelihood: penalty / 2 - value,
      weights: this.#weights,
      converged,
    };
  }

  /** One factor against a dozen steps of conjugate gradients over the rows. */
  #cheapToFactor(): boolean {
    const { size, rows, featureCount } = this.design;
    return size ** 3 / 3 < 60 * rows * featureCount;
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

  /** H move = gradient by preconditioned conjugate gradients (Hestenes and Stiefel 1952). */
  #newton(gradient: State, prior: Prior, m: number): { move: State; decrement: number } {
    const { design } = this;
    const move = emptyState(design);
    const left: State = { dense: gradient.dense.slice(), apart: gradient.apart.slice() };
    const product = emptyState(design);
    let z: State = { dense: left.dense.slice(), apart: left.apart.slice() };
    solveSystem(this.system!, z, this.scratch, m);
    const direction: State = { dense: z.dense.slice(), apart: z.apart.slice() };
    let rz = dot(left, z);
    const first = rz;
    for (let k = 0; k < gradientSteps && rz > 0; k++) {
      this.gradients += 1;
      this.#times(direction, prior, product, m);
      const along = rz / dot(direction, product);
      add(move, direction, along);
      add(left, product, -along);
      z = { dense: left.dense.slice(), apart: left.apart.slice() };
      solveSystem(this.system!, z, this.scratch, m);
      const next = dot(left, z);
      if (next <= 1e-6 * first) break;
      if (k === gradientSteps - 2) {
        // The factor is too old to help: make a new one and start again from here in the next Newton step.
        this.factor(prior);
        break;
      }
      const ratio = next / rz;
      rz = next;
      for (let c = 0; c < design.size; c++) direction.dense[c] = z.dense[c]! + ratio * direction.dense[c]!;
      for (let j = 0; j < design.apartLevels; j++) direction.apart[j] = z.apart[j]! + ratio * direction.apart[j]!;
    }
    return { move, decrement: dot(gradient, move) };
  }

  /** product = H v at the present weights. */
  #times(v: State, prior: Prior, product: State, m: number): void {
    const { design, scratch } = this;
    const { row } = scratch;
    spread(design, v, row);
    for (let i = 0; i < design.rows; i++) row[i]! *= this.#weights[i]!;
    gather(design, row, product.dense, product.apart);
    for (let c = 0; c < m; c++) product.dense[c]! += prior.dense[c]! * v.dense[c]!;
    product.dense.fill(0, m);
    for (let j = 0; j < design.apartLevels; j++) product.apart[j]! += prior.apart * v.apart[j]!;
  }

  /** Goes along `move`, by halves of it while the penalised likelihood is worse. */
  #walk(move: State, value: number, prior: Prior): number | undefined {
    const { state } = this;
    for (let length = 1; length > 1e-6; length /= 2) {
      const trial: State = { dense: state.dense.slice(), apart: state.apart.slice() };
      add(trial, move, length);
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

function dot(a: State, b: State): number {
  let sum = 0;
  for (let c = 0; c < a.dense.length; c++) sum += a.dense[c]! * b.dense[c]!;
  for (let j = 0; j < a.apart.length; j++) sum += a.apart[j]! * b.apart[j]!;
  return sum;
}

function add(a: State, b: State, by: number): void {
  for (let c = 0; c < a.dense.length; c++) a.dense[c]! += by * b.dense[c]!;
  for (let j = 0; j < a.apart.length; j++) a.apart[j]! += by * b.apart[j]!;
}
