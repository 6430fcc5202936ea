// How well a boundary is found in contacts that nothing was learned from, each figure with its interval over whole contacts.
import { agreementTable, cohensKappa } from '../stats/agreement.core.ts';
import { bootstrapInterval } from '../stats/bootstrap.ts';
import { averagePrecision, detection, ranking } from '../stats/detection.core.ts';
import type { Examples } from './examples.core.ts';
import type { Tested } from './cross-validation.core.ts';

export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Figures {
  readonly contacts: number;
  readonly rows: number;
  /** Rows whose answer stands below the boundary: what is to be found. */
  readonly toFind: number;
  /** Cohen's kappa over all answers of the scale. */
  readonly kappa: Figure;
  /** Of the rows said to be below the boundary. */
  readonly f1: Figure;
  readonly precision: Figure;
  readonly recall: Figure;
  /** Of the ranking by the chance to be below the boundary; what a coin would reach is the share to find. */
  readonly averagePrecision: Figure;
}

const intervalLevel = 0.95;

/**
 * @param tested every fold once
 * @param boundary one of those learned; answers lower than it are to be found
 * @param draws of the bootstrap; 2,000 where left out
 */
export function figuresOf(
  examples: Examples,
  tested: readonly Tested[],
  boundary: { readonly at: number; readonly index: number; readonly of: number },
  draws = 2000,
): Figures {
  const { truth, contacts } = examples;
  const said = new Int32Array(truth.length);
  const chances = new Float64Array(truth.length);
  for (const fold of tested)
    for (const [at, row] of fold.rows.entries()) {
      said[row] = fold.answers[at]!;
      chances[row] = fold.chances[at * boundary.of + boundary.index]!;
    }
  const below = truth.map((answer) => Number(answer < boundary.at));
  const flagged = said.map((answer) => Number(answer < boundary.at));
  const order = ranking(chances);
  const clusters = new Map([...new Set(contacts)].map((contact, index) => [contact, index]));
  const clusterOf = contacts.map((contact) => clusters.get(contact)!);
  const weights = new Float64Array(truth.length);
  // Every figure from rows that each count as often as their contact was drawn.
  const figure = (of: (weights: Float64Array) => number | null): Figure => {
    const drawn = (copies: Float64Array): number | null => {
      for (let row = 0; row < weights.length; row++) weights[row] = copies[clusterOf[row]!]!;
      return of(weights);
    };
    const value = drawn(new Float64Array(clusters.size).fill(1)) ?? 0;
    const interval = bootstrapInterval({ clusters: clusters.size, figure: drawn, level: intervalLevel, draws });
    return { value, low: interval?.low ?? value, high: interval?.high ?? value };
  };
  return {
    contacts: clusters.size,
    rows: truth.length,
    toFind: below.reduce((sum, one) => sum + one, 0),
    kappa: figure((w) => cohensKappa(agreementTable(truth, said, examples.answers, w))),
    f1: figure((w) => detection(below, flagged, w).f1),
    precision: figure((w) => detection(below, flagged, w).precision),
    recall: figure((w) => detection(below, flagged, w).recall),
    averagePrecision: figure((w) => averagePrecision(below, chances, order, w)),
  };
}
