// What a pooled logistic regression is given. Columns are typed arrays of `rows` entries each, without gaps.

interface FamilyHead {
  readonly name: string;
  /**
   * `own`: the coefficients lie around a mean that is found from the data, as effects of one kind do. `zero`: around 0. One
   * family at most has an own mean: it is the one that is asked about.
   */
  readonly mean: 'own' | 'zero';
  /** Standard deviation of the coefficients around their mean, in log odds; found from the data where left out. */
  readonly deviation?: number;
}

/** Coefficients of one kind, partially pooled: one a column, or one a level (-1 where a row has none). */
export type PooledFamily = FamilyHead &
  ({ readonly columns: readonly Float64Array[] } | { readonly level: Int32Array; readonly levels: number });

export interface PooledData {
  readonly rows: number;
  /** 1 or 0. */
  readonly outcome: Uint8Array;
  readonly families: readonly PooledFamily[];
}

export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

/** One joint draw of all coefficients, in the order of the fit's own making. */
export type PooledDraw = Float64Array;

export interface PooledFit {
  readonly converged: boolean;
  /** Common effect of the family with an own mean; null where there is none. */
  readonly mean: Estimate | null;
  /** Standard deviation of a family's coefficients, as taken for the estimates. */
  deviation(family: string): number;
  /** Coefficients of a family, its mean included, at a draw or at the mode. */
  effects(family: string, at?: PooledDraw): Float64Array;
  /**
   * What the data alone say of each coefficient of a family: its own pull towards the others taken away again, all else
   * as in the fit. For asking whether it is 0: a pooled estimate would be named for what its neighbours do.
   */
  alone(family: string): readonly Estimate[];
  /** Linear predictor of each row. */
  linear(at?: PooledDraw): Float64Array;
  /** Same seed, same draws. */
  draws(count: number, seed: number): readonly PooledDraw[];
}
