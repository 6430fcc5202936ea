// Do our cues and standards say what people's labels say? Kappa, AC1, precision and recall, with intervals by dialogue, against every
// labelled set of the data folder that speaks to one of them. What each label means, and doesn't, stands at the head of
// truth/star.ts, truth/multidogo.ts and truth/wording.ts, after reading twenty rows of each; a goal stands only where a label asks
// what we ask. `CUSTOMARY_BENCH_SHOW=hello npm run bench -- truth` also prints the commonest disagreements of each row that has
// the word in its name, on stderr: they are words of the data and stay out of every file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from './bench.ts';
import { dataFolder } from './labelled-contacts.ts';
import { shippedPacks } from './speed/own-engine.ts';
import type { LabelComparison } from './truth/comparison.ts';
import { compareMultiDoGo, folder as multiDoGo } from './truth/multidogo.ts';
import { compareStar, file as star } from './truth/star.ts';
import { compareWording } from './truth/wording.ts';

export const name = 'truth';

/** A quick run takes every fifth dialogue of the large sets. */
const quickly = 5;

const notSaid = [
  'STAR completion and happy: completion says whether a chat broke off, happy whether the customer had been told to keep to one task; neither is about how they were served.',
  'Mystery shops: the banks were asked about sustainable investments, and no question is one of ours; they test the import of past forms.',
  'ABCD is labelled with the actions taken in a system, vCons and written policies not at all; satisfaction is the bench dissatisfied.',
];

/** @returns five measures a comparison: how often it is labelled so, kappa, AC1, precision, recall */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = dataFolder();
  if (!folder)
    return { measures: [], left_out: ['Everything: set CUSTOMARY_BENCH_DATA to the folder with the public sets.'] };
  const packs = await shippedPacks();
  const every = quick ? quickly : 1;
  const leftOut = [star, multiDoGo].filter((path) => !existsSync(join(folder, path)));
  const comparisons = [
    ...(leftOut.includes(star) ? [] : compareStar(join(folder, star), packs, every)),
    ...(leftOut.includes(multiDoGo) ? [] : compareMultiDoGo(join(folder, multiDoGo), packs, every)),
    ...compareWording(folder, packs),
  ];
  comparisons.forEach(show);
  return {
    measures: comparisons.flatMap((one) => one.measures(quick)),
    left_out: [...leftOut.map((path) => `There is no ${path} in the data folder.`), ...notSaid],
  };
}

function show(comparison: LabelComparison): void {
  const asked = process.env['CUSTOMARY_BENCH_SHOW'];
  if (asked === undefined || !comparison.what.includes(asked)) return;
  process.stderr.write(`${[comparison.what, ...comparison.commonest()].join('\n')}\n`);
}
