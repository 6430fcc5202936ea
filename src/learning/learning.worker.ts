// One worker thread of learning: tests a fold, counts the figures, or learns from everything. Same examples, same answers,
// whichever thread does it.
import { parentPort, workerData } from 'node:worker_threads';
import { learn, testFold, type Learned, type Tested } from './cross-validation.core.ts';
import type { Examples } from './examples.core.ts';
import { figuresOf, type Figures } from './figures.core.ts';

export interface LearningStart {
  readonly examples: Examples;
  /** For each row its fold. */
  readonly dealt: Int32Array;
}

export type LearningTask =
  | { readonly do: 'test'; readonly fold: number }
  | { readonly do: 'count'; readonly tested: readonly Tested[]; readonly boundary: Parameters<typeof figuresOf>[2] }
  | { readonly do: 'learn' };

export type LearningResult = Tested | Figures | Learned;

const { examples, dealt } = workerData as LearningStart;

parentPort?.on('message', (task: LearningTask) => {
  try {
    parentPort?.postMessage({ result: done(task) });
  } catch (error) {
    // The stack names our code; no message of ours quotes a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'learning failed' });
  }
});

function done(task: LearningTask): LearningResult {
  if (task.do === 'test') return testFold(examples, dealt, task.fold);
  if (task.do === 'count') return figuresOf(examples, task.tested, task.boundary);
  return learn(examples, Int32Array.from(dealt.keys()));
}
