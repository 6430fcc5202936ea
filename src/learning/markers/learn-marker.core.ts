// A marker learned from marked contacts: weights, then on contacts that those were not learned from the calibration, the cuts that
// agree best with people, and the band in which it was wrong. Nothing is random: the same marks give the same marker.
import { agreementTable, cohensKappa } from '../../stats/agreement.core.ts';
import { calibrated, chanceOf } from '../../marking/learned/calibration.core.ts';
import { decide, type MarkerModel, type Question } from '../../marking/learned/marker-model.core.ts';
import { dealFolds } from '../cross-validation.core.ts';
import { fitLogistic, logOdds, type Logistic } from '../logistic.core.ts';
import { knownColumns, onlyKnown } from './known-columns.core.ts';
import { type MarkerExamples, verdictNumber, verdictOfNumber } from './marker-examples.core.ts';
import { wrongBand } from './wrong-band.core.ts';

/** Weights are about as large as a half, before anything is known. */
const penalty = 1;
/** Folds inside what is learned from, for calibration, cuts and band. */
const innerFolds = 5;
/** So many contacts on either side, or whether it applies is left to the cue marker. */
const leastEitherWay = 8;

export interface Weights {
  /** Places among the columns that there are. */
  readonly columns: Int32Array;
  /** Null where the cue marker says whether it applies. */
  readonly applies: Logistic | null;
  readonly met: Logistic;
}

/** Sums of the questions for some rows. */
export interface Sums {
  readonly applies: Float64Array;
  readonly met: Float64Array;
}

/** What can be asked of these rows: is there enough on either side? */
function asksWhetherApplies({ truth }: MarkerExamples, picked: Int32Array): boolean {
  let not = 0;
  for (const row of picked) not += Number(truth[row] === verdictNumber['not-applicable']);
  return not >= leastEitherWay && picked.length - not >= leastEitherWay;
}

/** Where the cue marker says that it doesn't apply, do people mostly say that it does? */
function appliesAlways({ truth, cue }: MarkerExamples, picked: Int32Array): boolean {
  const passed = picked.filter((row) => cue[row] === verdictNumber['not-applicable']);
  const applied = passed.filter((row) => truth[row] !== verdictNumber['not-applicable']).length;
  return passed.length >= leastEitherWay && applied > passed.length / 2;
}

function fitWeights(examples: MarkerExamples, picked: Int32Array, asksApplies: boolean): Weights {
  const { truth } = examples;
  const met = Int8Array.from(picked, (row) => (truth[row] === 0 ? -1 : Number(truth[row] === verdictNumber.met)));
  const applies = Int8Array.from(picked, (row) => Number(truth[row] !== 0));
  const columns = knownColumns(examples, picked, asksApplies ? [met, applies] : [met]);
  const options = { columns: columns.length, penalty };
  const decided = picked.filter((_, at) => met[at]! >= 0);
  return {
    columns,
    applies: asksApplies ? fitLogistic(onlyKnown(examples, picked, columns), applies, options) : null,
    met: fitLogistic(
      onlyKnown(examples, decided, columns),
      met.filter((one) => one >= 0),
      options,
    ),
  };
}

/** The log-odds of the picked rows, for applying and for met. */
export function sumsOf({ columns, applies, met }: Weights, examples: MarkerExamples, picked: Int32Array): Sums {
  const rows = onlyKnown(examples, picked, columns);
  return { applies: applies ? logOdds(applies, rows) : new Float64Array(picked.length), met: logOdds(met, rows) };
}

/** Learns from the picked rows alone. @param folds inside them */
export function learnMarker(examples: MarkerExamples, picked: Int32Array, folds = innerFolds): MarkerModel {
  const asks = asksWhetherApplies(examples, picked);
  const unseen = unseenSums(examples, picked, asks, folds);
  const { columns, applies, met } = fitWeights(examples, picked, asks);
  const truth = Int32Array.from(picked, (row) => examples.truth[row]!);
  const cueApplies = Uint8Array.from(picked, (row) => Number(examples.cue[row] !== 0));
  const decided = Int32Array.from(truth.keys()).filter((at) => truth[at] !== 0);
  const of = (fitted: Logistic, sums: Float64Array, yes: Int32Array): Question => ({
    intercept: fitted.intercept,
    weights: Float32Array.from(fitted.weights),
    calibration: calibrated(sums, yes),
    cut: 0.5,
  });
  const begun = {
    applies:
      applies &&
      of(
        applies,
        unseen.applies,
        truth.map((one) => Number(one !== 0)),
      ),
    met: of(
      met,
      Float64Array.from(decided, (at) => unseen.met[at]!),
      Int32Array.from(decided, (at) => Number(truth[at] === verdictNumber.met)),
    ),
    always: appliesAlways(examples, picked),
    band: { from: 1, to: 0 },
  };
  const cut = bestCuts(begun, unseen, truth, cueApplies);
  const chances = Float64Array.from(decided, (at) => chanceOf(cut.met.calibration, unseen.met[at]!));
  const wasMet = Int8Array.from(decided, (at) => Number(truth[at] === verdictNumber.met));
  return { columns: columns.map((at) => examples.columns[at]!), ...cut, band: wrongBand(chances, wasMet, cut.met.cut) };
}

/** Verdicts of rows by a model, as numbers. */
export function verdictsOf(
  model: MarkerModel,
  examples: MarkerExamples,
  picked: Int32Array,
): { verdicts: Int32Array; met: Float64Array } {
  const place = new Map([...examples.columns].map((column, at) => [column, at]));
  // A column of the model that none of these contacts holds weighs nothing here.
  const held = Int32Array.from(model.columns.keys()).filter((at) => place.has(model.columns[at]!));
  const of = ({ weights, intercept }: Question): Logistic => ({
    weights: Float64Array.from(held, (at) => weights[at]!),
    intercept,
  });
  const weights: Weights = {
    columns: held.map((at) => place.get(model.columns[at]!)!),
    applies: model.applies && of(model.applies),
    met: of(model.met),
  };
  const sums = sumsOf(weights, examples, picked);
  return {
    verdicts: picked.map(
      (row, at) =>
        verdictNumber[
          decide(model, { applies: sums.applies[at]!, met: sums.met[at]! }, examples.cue[row] !== 0).verdict
        ],
    ),
    met: sums.met.map((sum) => chanceOf(model.met.calibration, sum)),
  };
}

function unseenSums(examples: MarkerExamples, picked: Int32Array, asks: boolean, folds: number): Sums {
  const dealt = dealFolds(
    Int32Array.from(picked, (row) => examples.persons[row]!),
    folds,
    2,
  );
  const sums = { applies: new Float64Array(picked.length), met: new Float64Array(picked.length) };
  for (let fold = 0; fold < folds; fold++) {
    const left = Int32Array.from(picked.keys()).filter((at) => dealt[at] === fold);
    if (left.length === 0) continue;
    const weights = fitWeights(
      examples,
      picked.filter((_, at) => dealt[at] !== fold),
      asks,
    );
    const some = sumsOf(
      weights,
      examples,
      left.map((at) => picked[at]!),
    );
    for (const [index, at] of left.entries()) {
      sums.applies[at] = some.applies[index]!;
      sums.met[at] = some.met[index]!;
    }
  }
  return sums;
}

/** Chances that are tried as cuts. */
const tried = Array.from({ length: 33 }, (_, at) => 0.1 + at * 0.025);

// First where it is met, then where it applies: the highest kappa over all three answers; of two alike the one nearer to a half.
function bestCuts<M extends Pick<MarkerModel, 'applies' | 'always' | 'met' | 'band'>>(
  model: M,
  sums: Sums,
  truth: Int32Array,
  cueApplies: Uint8Array,
): M {
  const kappa = (with_: M): number => {
    const said = truth.map(
      (_, at) =>
        verdictNumber[decide(with_, { applies: sums.applies[at]!, met: sums.met[at]! }, cueApplies[at] === 1).verdict],
    );
    return cohensKappa(agreementTable(truth, said, verdictOfNumber.length)) ?? 0;
  };
  const best = (candidates: readonly M[]): M => {
    let [found, highest, off] = [candidates[0]!, -2, 2];
    for (const [at, one] of candidates.entries()) {
      const here = kappa(one);
      const from = Math.abs(tried[at]! - 0.5);
      if (here > highest + 1e-9 || (here > highest - 1e-9 && from < off)) [found, highest, off] = [one, here, from];
    }
    return found;
  };
  const { applies, met } = model;
  const metCut = best(tried.map((cut) => ({ ...model, met: { ...met, cut } })));
  return applies ? best(tried.map((cut) => ({ ...metCut, applies: { ...applies, cut } }))) : metCut;
}
