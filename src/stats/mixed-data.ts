// What a mixed logistic regression is given and what it gives back. Columns are typed arrays of `rows` entries each.

/** A fixed effect's column. An intercept is always added and is not listed. */
export interface FixedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** A partially pooled intercept: a level per row, -1 where the row belongs to none. */
export interface Grouping {
  readonly name: string;
  readonly level: Int32Array;
  readonly levels: number;
}

/** The slope of a fixed column, partially pooled over the levels of a grouping (own standard deviation, uncorrelated). */
export interface PooledSlope {
  /** Name of the fixed column whose slope varies. */
  readonly column: string;
  /** Name of the grouping over whose levels it varies. */
  readonly over: string;
  /**
   * 1 for each level whose own slope is looked for; all of them where left out. The others stand at the fixed slope, and each
   * draw gives them slopes from the same normal: for levels whose rows tell next to nothing of a slope of their own.
   */
  readonly among?: Uint8Array;
}

export interface MixedData {
  readonly rows: number;
  /** 1 or 0. */
  readonly outcome: Uint8Array;
  /** Prior weight of each row; absent means 1. */
  readonly weight?: Float64Array;
  readonly fixed: readonly FixedColumn[];
  readonly groups: readonly Grouping[];
  readonly slopes: readonly PooledSlope[];
}

/** Something that the data can't answer, told rather than guessed. */
export interface FitWarning {
  readonly kind:
    | 'separation'
    | 'collinear'
    | 'no-movers'
    | 'too-few-levels'
    | 'no-variation'
    | 'not-converged'
    | 'boundary';
  /** Columns or groupings it is about. */
  readonly about: readonly string[];
  /** One plain sentence without domain words. */
  readonly says: string;
}

export interface FixedEstimate {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
}

export interface GroupEstimate {
  readonly name: string;
  readonly deviation: number;
  /** Most likely effect of each level, in log odds. */
  readonly modes: Float64Array;
  /** Standard error of each level's effect. */
  readonly standardErrors: Float64Array;
}

export interface SlopeEstimate {
  readonly column: string;
  readonly over: string;
  readonly deviation: number;
  /** Each level's departure from the fixed slope. */
  readonly modes: Float64Array;
}

export interface MixedFit {
  readonly intercept: number;
  readonly fixed: readonly FixedEstimate[];
  readonly groups: readonly GroupEstimate[];
  readonly slopes: readonly SlopeEstimate[];
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly warnings: readonly FitWarning[];
  /** Linear predictor of each row at the modes, or at a draw. */
  linear(at?: MixedDraw): Float64Array;
  /**
   * Joint draws of everything, the variance parameters' uncertainty included. Same seed, same draws.
   * @param rows the only rows that the draws will be used on, where they are few: levels of the largest grouping that none of them
   *   has are left at their means, which saves most of the time
   */
  draws(count: number, seed: number, rows?: Int32Array): readonly MixedDraw[];
}

/** One draw from the (approximate) joint distribution; the shapes are those of the fit. */
export interface MixedDraw {
  readonly intercept: number;
  readonly fixed: Float64Array;
  readonly groups: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
  /** Standard deviations the draw was made under: those of the groupings, then those of the slopes. */
  readonly deviations?: Float64Array;
}
