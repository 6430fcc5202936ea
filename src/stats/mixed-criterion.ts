// What the deviations are judged by: Laplace's approximation to the likelihood with the coefficients integrated out, and its
// exact slope. Written as F = -log-likelihood + ½ uᵀPu + ½ log|H_A| - ½ log|P|, least at the estimate:
//   restricted: A all coefficients, modes over all (Laplace REML; Wood 2011, section 2)
//   laplace: A the random ones, modes over the random ones, the fixed ones being outer parameters (lme4's nAGQ = 1)
//   penalised: A the random ones, modes over all (lme4's nAGQ = 0)
// Where deviations are `shy` of none, their prior (half-normal in σ) is added by log σ. With few levels the likelihood is often
// greatest at none though it is nearly as great far from it; a mode of log σ never is at none (Chung et al. 2013, Psychometrika
// 78:685).
import { invert } from './cholesky.ts';
import { Quadratics } from './mixed-blocks.ts';
import { Coupling } from './mixed-coupling.ts';
import type { Design } from './mixed-design.ts';
import type { ModeFinder, Modes } from './mixed-modes.ts';
import { emptyState, gather, spread, type State } from './mixed-rows.ts';
import { solveSystem, type Prior, type System } from './mixed-system.ts';

export type Method = 'restricted' | 'laplace' | 'penalised';

export interface Judged {
  /** Where it was judged: those that `posterior` belongs to. */
  readonly deviations: Float64Array;
  /** Slope by the logarithm of each deviation. */
  readonly slope: Float64Array;
  /** How much of each deviation's effects the data tell: 1 - (mean posterior variance) / variance. */
  readonly told: Float64Array;
  /** Slope by each fixed effect (of the scaled columns); for `laplace` only. */
  readonly fixedSlope: Float64Array;
  /** Expected information of the logarithms of the deviations, row-major. */
  readonly information: Float64Array;
  /** Information of the fixed effects with the random ones integrated out, row-major. */
  readonly fixedInformation: Float64Array;
  readonly posterior: Posterior;
  /**
   * How far the posterior means of all coefficients lie from their modes, to first order: -H⁻¹Zᵀ(½ h dW/dη) with h each row's variance
   * (Kass and Steffey 1989, JASA 84:717). With it the failures that draws expect are, in the mean, those that were seen; without
   * it every unsure effect adds some, as chances below a half rise more with an effect than they fall.
   */
  readonly skew: State;
}

/** The inverse of H_A on its dense coordinates (stride `size`), and the variances of the eliminated ones. */
export interface Posterior {
  readonly covariance: Float64Array;
  readonly reach: number;
  readonly apart: Float64Array;
}

/** Precisions of all coordinates for these deviations; fixed effects have those of `ridge`, padding 1. */
export function priorOf(design: Design, deviations: Float64Array, ridge: Float64Array): Prior {
  const dense = new Float64Array(design.size);
  for (let c = 0; c < design.size; c++) {
    const component = design.componentOf[c]!;
    if (component === -2) dense[c] = 1;
    else if (component === -1) dense[c] = ridge[c - design.free]!;
    else dense[c] = 1 / deviations[component]! ** 2;
  }
  const apart = design.components.findIndex(({ part }) => part < 0);
  return { dense, apart: apart < 0 ? 1 : 1 / deviations[apart]! ** 2 };
}

/** Deviations with their modes and the system factored there. */
export interface Judgeable {
  readonly deviations: Float64Array;
  readonly modes: Modes;
  readonly system: System;
}

/**
 * Judges deviations at their modes.
 * @param every 1 for the exact slope; 4 looks at every fourth of the eliminated levels, for steps far from the end
 */
export function judge(finder: ModeFinder, at: Judgeable, method: Method, every: number): Judged {
  const { modes, system, deviations } = at;
  const { design } = finder;
  const reach = reachOf(design, method);
  const covariance = invert(system.factor, design.size, reach);
  const { leverage, apart } = leverages(system, covariance, reach, every);
  const posterior = { covariance, reach, apart };
  const pull = new Float64Array(design.rows);
  // ½ dlog|H|/dη, since dW/dη = W(1 - 2μ).
  for (let i = 0; i < design.rows; i++) {
    const p = 1 / (1 + Math.exp(-modes.linear[i]!));
    pull[i] = 0.5 * leverage[i]! * modes.weights[i]! * (1 - 2 * p);
  }
  const adjoint = emptyState(design);
  gather(design, pull, adjoint.dense, adjoint.apart);
  const m = method === 'laplace' ? design.free : design.size;
  const fixedPull = adjoint.dense.slice(design.free);
  adjoint.dense.fill(0, m);
  solveSystem(system, adjoint, finder.scratch, m);

  const count = design.components.length;
  const slope = new Float64Array(count);
  const told = new Float64Array(count);
  const { square, trace, cross, levels } = sums(design, modes, adjoint, posterior);
  for (let k = 0; k < count; k++) {
    const variance = deviations[k]! ** 2;
    slope[k] = levels[k]! - (square[k]! + trace[k]!) / variance + (2 * cross[k]!) / variance;
    told[k] = Math.min(1, Math.max(0, 1 - trace[k]! / (levels[k]! * variance)));
  }
  return {
    deviations,
    slope,
    told,
    fixedSlope:
      method === 'laplace' ? slopeOfFixed(finder, modes, system, adjoint.dense, adjoint.apart, fixedPull) : fixedPull,
    information: informationOf(design, posterior, deviations),
    fixedInformation: fixedInformationOf(design, system),
    posterior,
    skew: { dense: adjoint.dense.map((value) => -value), apart: adjoint.apart.map((value) => -value) },
  };
}

/** How many leading coordinates are integrated out. */
function reachOf(design: Design, method: Method): number {
  return method === 'restricted' ? design.size : design.free;
}

/** F at the modes at which `system` was factored. */
export function criterion(
  modes: Modes,
  system: System,
  deviations: Float64Array,
  { method, shy, bounds }: { readonly method: Method; readonly shy: boolean; readonly bounds: Float64Array },
): number {
  const { design } = system;
  const reach = reachOf(design, method);
  let half = modes.penalised;
  for (let c = 0; c < reach; c++) half += Math.log(system.factor[c * design.size + c]!);
  for (const d of system.diagonal) half += 0.5 * Math.log(d);
  for (const [k, { levels }] of design.components.entries()) half += levels * Math.log(deviations[k]!);
  return half + (shy ? priorOfDeviations(deviations, bounds) : 0);
}

/** -log of the half-normal prior's density by log σ, up to a constant. */
export function priorOfDeviations(deviations: Float64Array, bounds: Float64Array): number {
  return deviations.reduce((sum, one, k) => sum + 0.5 * (one / bounds[k]!) ** 2 - Math.log(one), 0);
}

/**
 * zᵢᵀ H_A⁻¹ zᵢ of every row, and the variances of the eliminated grouping's effects, by the inverse of a partitioned matrix.
 * Where only every so many-th level is looked at, its rows stand for those left out (0 there), its variance for theirs.
 */
function leverages(
  { design, weights, diagonal }: System,
  covariance: Float64Array,
  reach: number,
  every: number,
): { leverage: Float64Array; apart: Float64Array } {
  const { size, start, apartLevels, rows, features, featureCount, coordinate } = design;
  const random = reach < size;
  const parts = random ? design.parts.slice(0, -1) : design.parts;
  const leverage = new Float64Array(rows);
  const apart = new Float64Array(apartLevels);
  const coupling = new Coupling(design);
  const quadratics = new Quadratics(design, covariance, reach);
  const along = new Float64Array(size);
  let added = 0;
  for (let j = 0; j < apartLevels; j++) {
    const d = diagonal[j]!;
    if (j % every !== 0) {
      apart[j] = 1 / d + added / (d * d);
      continue;
    }
    coupling.read(j, weights, random);
    added = coupling.times(covariance, along);
    apart[j] = 1 / d + added / (d * d);
    const from = start[j]!;
    const to = start[j + 1]!;
    for (const { at, width, features: own } of parts)
      for (let i = from; i < to; i++) {
        const base = at[i]!;
        if (base < 0) continue;
        let sum = along[coordinate[base]!]!;
        for (let t = 1; t < width; t++) {
          const c = coordinate[base + t]!;
          if (c >= 0) sum += along[c]! * features[i * featureCount + own[t]!]!;
        }
        leverage[i]! -= (2 * sum) / d;
      }
    quadratics.add(leverage, from, to);
    for (let i = from; i < to; i++) leverage[i] = every * (leverage[i]! + apart[j]!);
  }
  quadratics.add(leverage, start[apartLevels]!, rows);
  return { leverage, apart };
}

/** Per component: Σ u², the trace of its part of H_A⁻¹, Σ u · adjoint, and how many levels it has. */
function sums(design: Design, { state }: Modes, adjoint: Modes['state'], { covariance, reach, apart }: Posterior) {
  const count = design.components.length;
  const square = new Float64Array(count);
  const trace = new Float64Array(count);
  const cross = new Float64Array(count);
  for (let c = 0; c < design.free; c++) {
    const k = design.componentOf[c]!;
    if (k < 0 || c >= reach) continue;
    square[k]! += state.dense[c]! ** 2;
    cross[k]! += state.dense[c]! * adjoint.dense[c]!;
    trace[k]! += covariance[c * design.size + c]!;
  }
  const k = design.components.findIndex(({ part }) => part < 0);
  for (let j = 0; j < design.apartLevels; j++) {
    square[k]! += state.apart[j]! ** 2;
    cross[k]! += state.apart[j]! * adjoint.apart[j]!;
    trace[k]! += apart[j]!;
  }
  return { square, trace, cross, levels: design.components.map(({ levels }) => levels) };
}

/**
 * 2 ‖δ_kl σ_k² I - C_kl‖² / (σ_k² σ_l²), the expected information of a linear mixed model (Searle, Casella and McCulloch 1992,
 * chapter 6) written with C = H_A⁻¹; taken for the working model of the last step. Only steers the search and its intervals.
 */
function informationOf(design: Design, { covariance, apart }: Posterior, deviations: Float64Array): Float64Array {
  const { components, componentOf, free, size } = design;
  const count = components.length;
  const norms = new Float64Array(count * count);
  for (let r = 0; r < free; r++) {
    const k = componentOf[r]!;
    if (k < 0) continue;
    for (let c = 0; c < r; c++) {
      const l = componentOf[c]!;
      if (l >= 0) norms[k * count + l]! += (k === l ? 2 : 1) * covariance[r * size + c]! ** 2;
    }
    norms[k * count + k]! += (deviations[k]! ** 2 - covariance[r * size + r]!) ** 2;
  }
  const own = components.findIndex(({ part }) => part < 0);
  if (own >= 0) for (const one of apart) norms[own * count + own]! += (deviations[own]! ** 2 - one) ** 2;
  const information = new Float64Array(count * count);
  for (let k = 0; k < count; k++)
    for (let l = 0; l < count; l++) {
      const both = norms[k * count + l]! + (k === l ? 0 : norms[l * count + k]!);
      information[k * count + l] = (2 * both) / (deviations[k]! * deviations[l]!) ** 2;
    }
  return information;
}

/** The fixed effects' Schur complement, from the last rows of the factor. */
function fixedInformationOf({ size, free, featureCount }: Design, { factor }: System): Float64Array {
  const out = new Float64Array(featureCount * featureCount);
  for (let a = 0; a < featureCount; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let t = 0; t <= b; t++) sum += factor[(free + a) * size + free + t]! * factor[(free + b) * size + free + t]!;
      out[a * featureCount + b] = sum;
      out[b * featureCount + a] = sum;
    }
  return out;
}

/** dF/dβ = -Xᵀ(y - μ) + ridge β + Xᵀv - XᵀWZ a, v = ½ h dW/dη and a = H⁻¹Zᵀv: the modes move with β. */
function slopeOfFixed(
  { design, scratch }: ModeFinder,
  { linear, state, weights }: Modes,
  { prior }: System,
  dense: Float64Array,
  apart: Float64Array,
  fixedPull: Float64Array,
): Float64Array {
  const { row } = scratch;
  spread(design, { dense, apart }, row);
  for (let i = 0; i < design.rows; i++) {
    const p = 1 / (1 + Math.exp(-linear[i]!));
    row[i] = -design.weight[i]! * (design.outcome[i]! - p) - weights[i]! * row[i]!;
  }
  gather(design, row, scratch.dense);
  const slope = fixedPull.slice(0, design.featureCount);
  for (let f = 0; f < slope.length; f++) {
    const c = design.free + f;
    slope[f]! += scratch.dense[c]! + prior.dense[c]! * state.dense[c]!;
  }
  return slope;
}
