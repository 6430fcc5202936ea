// Are dissatisfied turns found? By the model that `customary dissatisfied train` would make of public rated dialogues, tested by
// 10 folds grouped by dialogue: every figure is of folds from which neither weights nor cuts were learned.
//
// What is asked: several people rated each turn of the customer from 1 to 5, 3 being neutral. The turn's rating is the one given
// most, of two given alike the lower; 1 and 2 are dissatisfied (6 to 7 % of the turns). The model sees the turn itself and what
// stood before it, never what comes after. kappa: Cohen's, over all five ratings. F1: of dissatisfied against not, by the rating
// it gives. Average precision: of all turns in the order of their chance to be dissatisfied, equal chances taken together.
// What the ratings don't mean: MultiWOZ is people playing customers with people playing a system, CCPE is talk about films;
// raters saw text alone and agree poorly among themselves (kappa of one against the others' mode: .18 and .15).
// The weights of blocks of features and the penalty were chosen once, with these two sets in view, among some twenty settings
// that moved average precision by .01 or less but for the penalty (.03); nothing else of the test was seen.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tested } from '../src/learning/cross-validation.core.ts';
import type { Figures } from '../src/learning/figures.core.ts';
import { LabelledExamples } from '../src/learning/labelled-examples.ts';
import { LearningCrew } from '../src/learning/learning-crew.job.ts';
import { readLabelled } from '../src/learning/read-labelled.ts';
import { dissatisfiedBelow } from '../src/learning/satisfaction.core.ts';
import { compilePacks, noWords } from '../src/standards/engine/compile-packs.ts';
import type { CompiledPacks } from '../src/standards/engine/compiled.core.ts';
import { loadPacks } from '../src/standards/packs.use.ts';
import { estimate, figure, type BenchResult, type Measure } from './bench.ts';
import { dataFolder } from './labelled-contacts.ts';

export const name = 'dissatisfied';

const sets = [
  { set: 'MWOZ', kappa: '>= 0.23', f1: '>= 0.26', averagePrecision: '>= 0.18' },
  { set: 'CCPE', kappa: '>= 0.19', f1: '>= 0.36', averagePrecision: '>= 0.27' },
  { set: 'SGD', kappa: '', f1: '', averagePrecision: '' },
  { set: 'ReDial', kappa: '', f1: '', averagePrecision: '' },
] as const;
const folds = 10;
/** A quick run takes every third dialogue and half the folds. */
const quickly = { every: 3, folds: 5 } as const;

/** @returns kappa, F1 and average precision of each set, with 95 % intervals by drawing dialogues again (BCa, 2,000 draws) */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder)
    return { measures: [], left_out: ['Everything: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'] };
  const packs = compilePacks(await loadPacks(), noWords);
  const measures: Measure[] = [];
  const leftOut: string[] = [];
  for (const { set, ...goals } of sets) {
    const path = join(folder, 'satisfaction-uss', `${set}.txt`);
    if (!existsSync(path)) {
      leftOut.push(`${set}: there is no satisfaction-uss/${set}.txt in the data folder.`);
      continue;
    }
    const began = performance.now();
    const found = await figuresOf(path, packs, quick);
    const unit = `of ${found.rows} turns`;
    measures.push(
      figure(`${set}: share of turns dissatisfied`, found.toFind / found.rows, unit, ''),
      estimate(`${set}: kappa over five ratings`, found.kappa, { unit, goal: goals.kappa, quick }),
      estimate(`${set}: F1, dissatisfied`, found.f1, { unit, goal: goals.f1, quick }),
      estimate(`${set}: average precision, dissatisfied`, found.averagePrecision, {
        unit,
        goal: goals.averagePrecision,
        quick,
      }),
      estimate(`${set}: precision`, found.precision, { unit, goal: '', quick }),
      estimate(`${set}: recall`, found.recall, { unit, goal: '', quick }),
      figure(`${set}: time to prepare, test and count`, (performance.now() - began) / 1000, 's', ''),
    );
  }
  return { measures, left_out: leftOut };
}

async function figuresOf(path: string, packs: CompiledPacks, quick: boolean): Promise<Figures> {
  const { dialogues, rejects } = await readLabelled(path, readFileSync(path, 'utf8'));
  if (rejects.length > 0) throw new Error(`${path}: ${rejects.length} rows could not be read.`);
  const prepared = new LabelledExamples(packs, new Uint8Array(32));
  for (const [index, dialogue] of dialogues.entries())
    if (!quick || index % quickly.every === 0) prepared.add(dialogue);
  const crew = new LearningCrew(prepared.build(), quick ? quickly.folds : folds);
  try {
    const tested: Tested[] = [];
    for await (const one of crew.test()) tested.push(one);
    return await crew.figures(tested, dissatisfiedBelow);
  } finally {
    await crew.close();
  }
}
