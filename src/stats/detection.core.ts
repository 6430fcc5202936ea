// How well something rare is found: precision, recall and F1 of a yes or no, average precision of a ranking.

export interface Detection {
  /** Of those flagged, the share that were right; null where none was flagged. */
  readonly precision: number | null;
  /** Of those that should be, the share flagged; null where there are none. */
  readonly recall: number | null;
  /** 2 hits / (2 hits + false alarms + misses); null where there was nothing to find and nothing flagged. */
  readonly f1: number | null;
}

/** @param weights how much each row counts; 1 where left out */
export function detection(
  truth: ArrayLike<boolean | number>,
  flagged: ArrayLike<boolean | number>,
  weights?: ArrayLike<number>,
): Detection {
  let hits = 0;
  let alarms = 0;
  let misses = 0;
  for (let row = 0; row < truth.length; row++) {
    const weight = weights ? weights[row]! : 1;
    if (flagged[row]) {
      if (truth[row]) hits += weight;
      else alarms += weight;
    } else if (truth[row]) misses += weight;
  }
  return {
    precision: hits + alarms > 0 ? hits / (hits + alarms) : null,
    recall: hits + misses > 0 ? hits / (hits + misses) : null,
    f1: hits + alarms + misses > 0 ? (2 * hits) / (2 * hits + alarms + misses) : null,
  };
}

/** The rows from the highest value to the lowest; rows of one value stand in any order, which `averagePrecision` allows for. */
export function ranking(values: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: values.length }, (_, row) => row).sort((a, b) => values[b]! - values[a]!);
}

/**
 * Average precision: the sum over cut-offs of (recall gained) x (precision there). Rows of one value are taken together,
 * so that no order among them is made up (as in scikit-learn's `average_precision_score`, without interpolation).
 * @param order what `ranking` gave for the values; it can be used again for other weights
 * @returns null where there is nothing to find
 */
export function averagePrecision(
  truth: ArrayLike<boolean | number>,
  values: ArrayLike<number>,
  order: ArrayLike<number> = ranking(values),
  weights?: ArrayLike<number>,
): number | null {
  let hits = 0;
  let seen = 0;
  let sum = 0;
  let at = 0;
  while (at < order.length) {
    const value = values[order[at]!]!;
    let gained = 0;
    for (; at < order.length && values[order[at]!] === value; at++) {
      const row = order[at]!;
      const weight = weights ? weights[row]! : 1;
      seen += weight;
      if (truth[row]) gained += weight;
    }
    hits += gained;
    if (gained > 0) sum += (gained * hits) / seen;
  }
  return hits > 0 ? sum / hits : null;
}
