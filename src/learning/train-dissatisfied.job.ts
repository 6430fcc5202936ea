// Learning which turns are dissatisfied from turns that people rated: read, tested on folds, and kept only where it is asked for
// and finds more than chance would.
import type { Actor } from '../kernel/actor.ts';
import { countOf } from '../kernel/counts.ts';
import { Fault } from '../kernel/fault.ts';
import type { Reject } from '../contacts/contact.core.ts';
import type { Store } from '../platform/db/open.ts';
import { readSpokenWords } from '../people/people-record.use.ts';
import { compiledLast } from '../standards/compiled-last.ts';
import { loadPacks } from '../standards/packs.use.ts';
import type { Tested } from './cross-validation.core.ts';
import type { Examples } from './examples.core.ts';
import type { Figures } from './figures.core.ts';
import { keepModel, mayTrainNow } from './learned-model.use.ts';
import { LabelledExamples } from './labelled-examples.ts';
import { LearningCrew } from './learning-crew.job.ts';
import type { TrainedOn } from './model-file.core.ts';
import { readLabelled } from './read-labelled.ts';
import { dissatisfiedBelow, type LabelledDialogue } from './satisfaction.core.ts';

export type TrainingLine =
  | {
      readonly kind: 'progress';
      readonly step: 'reading' | 'testing' | 'learning';
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'reject'; readonly reject: Reject }
  | { readonly kind: 'figures'; readonly trainedOn: TrainedOn; readonly figures: Figures; readonly folds: number }
  | { readonly kind: 'kept'; readonly model: string };

/** Fewer than these teach nothing that a fold could show. */
const leastLabels = { dialogues: 50, dissatisfied: 30, others: 30 } as const;
const folds = 10;
/** Dialogues prepared between two lines of progress. */
const readAtOnce = 50;

export interface Training {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Whether to keep what was learned; else it is only tested. */
  readonly keep: boolean;
  readonly ownPacks: string;
}

/**
 * @throws Fault `training-forbidden`, `labels-too-few`, and, where it should be kept, `model-no-better`: its ranking can't be
 *   told from chance
 */
export async function* trainDissatisfied(store: Store, actor: Actor, training: Training): AsyncGenerator<TrainingLine> {
  const { key, words } = await store.inWork(actor, async (work) => {
    mayTrainNow(work);
    return { key: work.key, words: await readSpokenWords(work) };
  });
  const dialogues: LabelledDialogue[] = [];
  for (const { name, text } of training.files) {
    const read = await readLabelled(name, text);
    for (const reject of read.rejects) yield { kind: 'reject', reject };
    for (const dialogue of read.dialogues) dialogues.push(dialogue);
  }
  const prepared = new LabelledExamples(compiledLast(await loadPacks(training.ownPacks), words), key);
  for (const [index, dialogue] of dialogues.entries()) {
    prepared.add(dialogue);
    if ((index + 1) % readAtOnce === 0) {
      yield { kind: 'progress', step: 'reading', done: index + 1, of: dialogues.length };
      // Preparing is work for this thread; others of the process get their turn in between.
      await new Promise(setImmediate);
    }
  }
  const examples = prepared.build();
  const trainedOn = { files: training.files.length, ...counted(examples) };
  assertEnough(trainedOn);
  const crew = new LearningCrew(examples, folds);
  try {
    const tested: Tested[] = [];
    for await (const one of crew.test()) {
      tested.push(one);
      yield { kind: 'progress', step: 'testing', done: tested.length, of: folds };
    }
    const figures = await crew.figures(tested, dissatisfiedBelow);
    yield { kind: 'figures', trainedOn, figures, folds };
    if (!training.keep) return;
    assertBetterThanChance(figures);
    yield { kind: 'progress', step: 'learning', done: 0, of: 1 };
    const learned = await crew.learn();
    const model = await store.inWork(actor, async (work) => keepModel(work, learned, { trainedOn, figures }));
    yield { kind: 'kept', model };
  } finally {
    await crew.close();
  }
}

function counted(examples: Examples): Omit<TrainedOn, 'files'> {
  return {
    dialogues: new Set(examples.contacts).size,
    ratedTurns: examples.truth.length,
    dissatisfied: examples.truth.reduce((sum, answer) => sum + Number(answer < dissatisfiedBelow), 0),
  };
}

function assertEnough({ dialogues, ratedTurns, dissatisfied }: TrainedOn): void {
  const others = ratedTurns - dissatisfied;
  if (dialogues >= leastLabels.dialogues && dissatisfied >= leastLabels.dissatisfied && others >= leastLabels.others)
    return;
  throw new Fault(
    'labels-too-few',
    'unready',
    `There ${dialogues === 1 ? 'is' : 'are'} ${countOf(dialogues, 'dialogue')} with rated turns: ${countOf(dissatisfied, 'turn')} dissatisfied, ${others.toLocaleString('en-US')} not; to learn takes ${leastLabels.dialogues} dialogues and ${leastLabels.dissatisfied} turns of each. Rate more turns, or name more files.`,
  );
}

function assertBetterThanChance({ averagePrecision, toFind, rows }: Figures): void {
  if (averagePrecision.low > toFind / rows) return;
  throw new Fault(
    'model-no-better',
    'unready',
    'On dialogues it had not seen, what was learned finds dissatisfied turns no better than chance would, so it was not kept. Rate more turns, by the same rule, and train again.',
  );
}
