// A fit in the data's own units and shapes: what was left out of it stands there as 0.
import { coordinatesByLevel } from './mixed-design.ts';
import type {
  FitWarning,
  FixedEstimate,
  GroupEstimate,
  MixedData,
  MixedDraw,
  MixedFit,
  SlopeEstimate,
} from './mixed-data.ts';
import { DrawMaker, type RawDraw } from './mixed-draws.ts';
import type { State } from './mixed-rows.ts';
import type { Searched } from './mixed-search.ts';
import type { Examined } from './mixed-warnings.ts';
import { invert } from './cholesky.ts';

export class FittedModel implements MixedFit {
  readonly intercept: number;
  readonly fixed: readonly FixedEstimate[];
  readonly groups: readonly GroupEstimate[];
  readonly slopes: readonly SlopeEstimate[];
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly warnings: readonly FitWarning[];
  readonly #data: MixedData;
  readonly #examined: Examined;
  readonly #found: Searched;
  #maker: DrawMaker | undefined;

  constructor(data: MixedData, examined: Examined, found: Searched, warnings: readonly FitWarning[]) {
    this.#data = data;
    this.#examined = examined;
    this.#found = found;
    const draw = this.#unpack({ state: found.modes.state, deviations: found.deviations, untold: [] });
    const errors = this.#unpack({ state: this.#variances(), deviations: found.deviations, untold: [] }, Math.sqrt);
    this.intercept = draw.intercept;
    this.fixed = data.fixed.map(({ name }, f) => ({ name, estimate: draw.fixed[f]!, standardError: errors.fixed[f]! }));
    this.groups = data.groups.map(({ name }, g) => ({
      name,
      deviation: draw.deviations[g]!,
      modes: draw.groups[g]!,
      standardErrors: errors.groups[g]!,
    }));
    this.slopes = data.slopes.map(({ column, over }, s) => ({
      column,
      over,
      deviation: draw.deviations[data.groups.length + s]!,
      modes: draw.slopes[s]!,
    }));
    this.logLikelihood = -found.value + found.prior + unitsOf(found);
    this.iterations = found.iterations;
    this.converged = found.converged && found.modes.converged;
    this.warnings = warnings;
  }

  linear(at?: MixedDraw): Float64Array {
    const { rows, fixed, groups, slopes } = this.#data;
    const intercept = at ? at.intercept : this.intercept;
    const out = new Float64Array(rows).fill(intercept);
    for (const [f, { values }] of fixed.entries()) {
      const by = at ? at.fixed[f]! : this.fixed[f]!.estimate;
      if (by !== 0) for (let i = 0; i < rows; i++) out[i]! += by * values[i]!;
    }
    for (const [g, { level }] of groups.entries()) {
      const effects = at ? at.groups[g]! : this.groups[g]!.modes;
      for (let i = 0; i < rows; i++) if (level[i]! >= 0) out[i]! += effects[level[i]!]!;
    }
    for (const [s, { column, over }] of slopes.entries()) {
      const effects = at ? at.slopes[s]! : this.slopes[s]!.modes;
      const { values } = fixed.find(({ name }) => name === column)!;
      const { level } = groups.find(({ name }) => name === over)!;
      for (let i = 0; i < rows; i++) if (level[i]! >= 0) out[i]! += effects[level[i]!]! * values[i]!;
    }
    return out;
  }

  draws(count: number, seed: number, rows?: Int32Array): readonly MixedDraw[] {
    this.#maker ??= new DrawMaker(this.#found);
    return this.#maker.draw(count, seed, rows && this.#levelsApart(rows)).map((raw) => this.#unpack(raw));
  }

  /** 1 for each level of the eliminated grouping, in the design's order, that one of these rows has. */
  #levelsApart(rows: Int32Array): Uint8Array | undefined {
    const { apart, apartLevel } = this.#found.system.design;
    if (apart < 0) return undefined;
    const { level, levels } = this.#data.groups[this.#examined.groups[apart]!]!;
    const seen = new Uint8Array(levels);
    for (const row of rows) if (level[row]! >= 0) seen[level[row]!] = 1;
    return Uint8Array.from(apartLevel, (one) => seen[one]!);
  }

  #variances(): State {
    const { system, judged } = this.#found;
    const { size } = system.design;
    const { covariance, reach, apart } = judged.posterior;
    const whole = reach === size ? covariance : invert(system.factor, size);
    return { dense: Float64Array.from({ length: size }, (_, c) => whole[c * size + c]!), apart };
  }

  /** `of` is applied before units (to variances, the square root). */
  #unpack(
    { state, deviations, untold }: RawDraw,
    of: (value: number) => number = (value) => value,
  ): Required<MixedDraw> {
    const { design } = this.#found.system;
    const data = this.#data;
    const fixed = new Float64Array(data.fixed.length);
    for (const [k, f] of this.#examined.fixed.entries())
      fixed[f] = of(state.dense[design.free + k + 1]!) / design.scale[k + 1]!;
    const groups = data.groups.map(({ levels }) => new Float64Array(levels));
    const slopes = data.slopes.map(
      ({ over }) => new Float64Array(data.groups.find(({ name }) => name === over)?.levels ?? 0),
    );
    const spreads = new Float64Array(groups.length + slopes.length);
    for (const [k, component] of design.components.entries()) {
      const { kind, index, unit } = component;
      const own = kind === 'group' ? this.#examined.groups[index]! : this.#examined.slopes[index]!;
      const into = kind === 'group' ? groups[own]! : slopes[own]!;
      spreads[kind === 'group' ? own : groups.length + own] = deviations[k]! * unit;
      if (component.part < 0) {
        for (const [j, level] of design.apartLevel.entries()) into[level] = of(state.apart[j]!);
        continue;
      }
      let next = 0;
      for (const [level, c] of coordinatesByLevel(design, component).entries())
        into[level] = unit * (c >= 0 ? of(state.dense[c]!) : (untold[k]?.[next++] ?? 0));
    }
    return { intercept: of(state.dense[design.free]!), fixed, groups, slopes, deviations: spreads };
  }
}

/**
 * What integrating the fixed effects out leaves in the likelihood: ½ log 2π each, and the scale of its column, so that the
 * likelihood doesn't depend on units. Nothing where they were not integrated out.
 */
function unitsOf({ judged, system: { design } }: Searched): number {
  if (judged.posterior.reach < design.size) return 0;
  let sum = 0;
  for (const scale of design.scale) sum += 0.5 * Math.log(2 * Math.PI) - Math.log(scale);
  return sum;
}
