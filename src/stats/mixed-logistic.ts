// Logistic regression with several partially pooled intercepts and slopes at once: the one door to the mixed fit.
//
// logit P(y = 1) = fixed effects + Σ effects of groupings + Σ slopes over groupings, effects and slopes normal around 0, each
// kind with a standard deviation of its own (generalised linear mixed model: Breslow and Clayton 1993). Deviations by Laplace's
// approximation, restricted (Wood 2011) where not asked otherwise. Promises: the same data and seed give the same answer; it
// ends; what the data can't answer is a warning, and numbers stay finite.
import { boundsOf } from './mixed-bounds.ts';
import { checkData } from './mixed-check.ts';
import { degenerateFit } from './mixed-degenerate.ts';
import type { Method } from './mixed-criterion.ts';
import type { FitWarning, MixedData, MixedFit } from './mixed-data.ts';
import { designOf } from './mixed-design.ts';
import { ModeFinder } from './mixed-modes.ts';
import { FittedModel } from './mixed-result.ts';
import { leastDeviation, searchDeviations } from './mixed-search.ts';
import { startingPoint } from './mixed-start.ts';
import { examine } from './mixed-warnings.ts';

export interface MixedOptions {
  /**
   * `restricted` where left out: the fixed effects are integrated out of the deviations' likelihood. `laplace`: maximum
   * likelihood by Laplace's approximation, as lme4's nAGQ = 1. `penalised`: the same with the fixed effects taken from the
   * penalised step, as lme4's nAGQ = 0.
   */
  readonly method?: Method;
  /**
   * Deviations are kept from none: the mode of their posterior under a flat prior, in place of the likelihood's greatest. For those who go
   * on to draw, since draws begin there; not for `penalised` and `laplace`, which are to be what others' fits are.
   */
  readonly shy?: boolean;
  /** Twice what the criterion could still gain when the search takes its last step; 5e-3 where left out. */
  readonly tolerance?: number;
  /** At most so many evaluations of the criterion; 60 where left out. */
  readonly steps?: number;
  /** Where the search for the deviations begins, by name of grouping: those of a fit to nearly the same rows save most of it. */
  readonly begin?: ReadonlyMap<string, number>;
}

/** Precision of a fixed effect of a scaled column: as good as none, or a weak guess of 2.5 log odds where the data hold nothing (Gelman et al. 2008). */
const free = 1e-8;
const weak = 1 / 2.5 ** 2;

/** A search that began at none might stay there: nothing says which way to go. */
const leastBegun = 0.05;

/**
 * Fits the model. Columns and groupings without variation get an effect of 0; the data are not changed.
 * @throws Fault where columns differ in length or hold what isn't a number
 */
export function fitMixedLogistic(data: MixedData, options: MixedOptions = {}): MixedFit {
  const { method = 'restricted', shy = false, tolerance = 5e-3, steps = 60, begin } = options;
  checkData(data);
  const examined = examine(data);
  if (!examined.fittable) return degenerateFit(data, examined.warnings);
  const kept: MixedData = {
    ...data,
    fixed: examined.fixed.map((index) => data.fixed[index]!),
    groups: examined.groups.map((index) => data.groups[index]!),
    slopes: examined.slopes.map((index) => data.slopes[index]!),
  };
  const design = designOf(kept);
  const ridge = Float64Array.from([
    free,
    ...examined.fixed.map((index) => (examined.softened.has(index) ? weak : free)),
  ]);
  const finder = new ModeFinder(design);
  const start = startingPoint(design, ridge);
  finder.state.dense.set(start.fixed, design.free);
  const deviations = start.deviations.map((one, k) => {
    const { kind, index, unit } = design.components[k]!;
    const known = kind === 'group' ? begin?.get(kept.groups[index]!.name) : undefined;
    return known === undefined ? one : Math.max(leastBegun, known / unit);
  });
  const found = searchDeviations(finder, deviations, {
    method,
    shy,
    bounds: boundsOf(design, shy),
    ridge,
    tolerance,
    steps,
  });
  if (!found) return degenerateFit(data, [...examined.warnings, notConverged()]);
  const warnings: FitWarning[] = [...examined.warnings];
  if (!found.converged || !found.modes.converged) warnings.push(notConverged());
  for (const [k, component] of design.components.entries())
    if (found.deviations[k]! <= leastDeviation * 10) warnings.push(boundary(kept, component));
  return new FittedModel(data, examined, found, warnings);
}

function notConverged(): FitWarning {
  return {
    kind: 'not-converged',
    about: [],
    says: 'The search for the best fit ended before it was sure; its figures are the best it had.',
  };
}

function boundary(data: MixedData, { kind, index }: { kind: 'group' | 'slope'; index: number }): FitWarning {
  if (kind === 'group') {
    const { name } = data.groups[index]!;
    return {
      kind: 'boundary',
      about: [name],
      says: `No difference between the levels of "${name}" beyond chance was seen.`,
    };
  }
  const { column, over } = data.slopes[index]!;
  return {
    kind: 'boundary',
    about: [column, over],
    says: `The effect of "${column}" was not seen to differ between the levels of "${over}" beyond chance.`,
  };
}
