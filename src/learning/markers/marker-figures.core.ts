// How far a learned marker agrees with people on contacts of people it has not heard, beside the cue marker on the same, and how far
// its chances come true. What is unsure agrees with nobody: a marker gains nothing by saying nothing.
import { agreementTable, cohensKappa, gwetsAc1 } from '../../stats/agreement.core.ts';
import { bootstrapInterval } from '../../stats/bootstrap.ts';
import { dealFolds } from '../cross-validation.core.ts';
import type { Figure } from '../figures.core.ts';
import { learnMarker, verdictsOf } from './learn-marker.core.ts';
import { type MarkerExamples, verdictNumber, verdictOfNumber } from './marker-examples.core.ts';

export interface MarkerFigures {
  readonly reviews: number;
  readonly persons: number;
  readonly folds: number;
  /** Cohen's kappa with people. */
  readonly learned: Figure;
  readonly cue: Figure;
  /** Learned minus cue. */
  readonly difference: Figure;
  readonly ac1: { readonly learned: number; readonly cue: number };
  /** Shares of the reviews. */
  readonly agreed: { readonly learned: number; readonly cue: number };
  readonly unsure: { readonly learned: number; readonly cue: number };
  /** Of met or failed: what it gave as the chance of met, and how often people said so. */
  readonly calibration: readonly { readonly said: number; readonly seen: number; readonly contacts: number }[];
  /** Mean distance of the two, weighted by contacts. */
  readonly calibrationError: number;
  /** Whether intervals are over people; where fewer than so many served, over contacts. */
  readonly over: 'people' | 'contacts';
}

const mostFolds = 10;
/** Of fewer people, drawing them again says little: contacts are drawn. */
const enoughPeople = 10;
const bins = 5;

/** What is said of every contact by what the contacts of other people taught. */
export interface Unseen {
  readonly verdicts: Int32Array;
  readonly met: Float64Array;
  readonly folds: number;
}

/** What a marker says of contacts of people whom it did not hear: each person is left out once. */
export function crossValidated(examples: MarkerExamples): Unseen {
  const people = new Set(examples.persons).size;
  const folds = Math.min(mostFolds, people);
  const dealt = dealFolds(examples.persons, folds, 1);
  const all = Int32Array.from(dealt.keys());
  const verdicts = new Int32Array(all.length);
  const met = new Float64Array(all.length);
  for (let fold = 0; fold < folds; fold++) {
    const rows = all.filter((row) => dealt[row] === fold);
    const said = verdictsOf(
      learnMarker(
        examples,
        all.filter((row) => dealt[row] !== fold),
      ),
      examples,
      rows,
    );
    for (const [at, row] of rows.entries()) [verdicts[row], met[row]] = [said.verdicts[at]!, said.met[at]!];
  }
  return { verdicts, met, folds };
}

/** @param draws of the bootstrap */
export function markerFigures(examples: MarkerExamples, { verdicts, met, folds }: Unseen, draws = 1000): MarkerFigures {
  const { truth, cue, persons } = examples;
  const categories = verdictOfNumber.length;
  const people = new Set(persons).size;
  const over = people >= enoughPeople ? 'people' : 'contacts';
  const clusterOf = over === 'people' ? numbered(persons) : Int32Array.from(truth.keys());
  const clusters = over === 'people' ? people : truth.length;
  const weights = new Float64Array(truth.length);
  const figure = (of: () => number | null): Figure => {
    const drawn = (copies: Float64Array): number | null => {
      for (let row = 0; row < weights.length; row++) weights[row] = copies[clusterOf[row]!]!;
      return of();
    };
    const value = drawn(new Float64Array(clusters).fill(1)) ?? 0;
    const interval = bootstrapInterval({ clusters, figure: drawn, draws });
    return { value, low: interval?.low ?? value, high: interval?.high ?? value };
  };
  const kappa = (said: Int32Array): number | null => cohensKappa(agreementTable(truth, said, categories, weights));
  const ac1 = (said: Int32Array): number => gwetsAc1(agreementTable(truth, said, categories)) ?? 0;
  const shareOf = (said: Int32Array, holds: (said: number, row: number) => boolean): number =>
    said.reduce((sum, one, row) => sum + Number(holds(one, row)), 0) / Math.max(1, said.length);
  const both = (holds: (said: number, row: number) => boolean) => ({
    learned: shareOf(verdicts, holds),
    cue: shareOf(cue, holds),
  });
  const table = reliability(truth, met);
  return {
    reviews: truth.length,
    persons: people,
    folds,
    learned: figure(() => kappa(verdicts)),
    cue: figure(() => kappa(cue)),
    difference: figure(() => {
      const [learned, other] = [kappa(verdicts), kappa(cue)];
      return learned === null || other === null ? null : learned - other;
    }),
    ac1: { learned: ac1(verdicts), cue: ac1(cue) },
    agreed: both((one, row) => one === truth[row]),
    unsure: both((one) => one === verdictNumber.unsure),
    calibration: table,
    calibrationError:
      table.reduce((sum, one) => sum + one.contacts * Math.abs(one.said - one.seen), 0) /
      Math.max(
        1,
        table.reduce((sum, one) => sum + one.contacts, 0),
      ),
    over,
  };
}

function reliability(truth: Int32Array, met: Float64Array): MarkerFigures['calibration'] {
  const rows = Array.from(truth.keys())
    .filter((row) => truth[row] !== verdictNumber['not-applicable'])
    .toSorted((a, b) => met[a]! - met[b]!);
  return Array.from({ length: bins }, (_, bin) =>
    rows.slice(Math.floor((bin * rows.length) / bins), Math.floor(((bin + 1) * rows.length) / bins)),
  )
    .filter((some) => some.length > 0)
    .map((some) => ({
      said: some.reduce((sum, row) => sum + met[row]!, 0) / some.length,
      seen: some.reduce((sum, row) => sum + Number(truth[row] === verdictNumber.met), 0) / some.length,
      contacts: some.length,
    }));
}

function numbered(persons: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return persons.map((person) => {
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  });
}
