// Threads that test what can be learned from examples, count its figures and learn it: one crew for one set of examples.
import { startCrew, type Crew } from '../platform/crew.ts';
import { dealFolds, type Learned, type Tested } from './cross-validation.core.ts';
import type { Examples } from './examples.core.ts';
import type { Figures } from './figures.core.ts';
import type { LearningResult, LearningStart, LearningTask } from './learning.worker.ts';
import { boundariesOf } from './ordered-model.core.ts';

export class LearningCrew {
  private readonly crew: Crew<LearningTask, LearningResult>;
  private readonly boundaries: readonly number[];
  private readonly folds: number;

  constructor(examples: Examples, folds: number) {
    this.folds = folds;
    this.boundaries = boundariesOf(examples);
    const start: LearningStart = { examples, dealt: dealFolds(examples.contacts, folds, 1) };
    this.crew = startCrew(new URL('./learning.worker.ts', import.meta.url), start);
  }

  /** Every fold, in order, tested by what the others teach. */
  async *test(): AsyncGenerator<Tested> {
    const running = Array.from({ length: this.folds }, async (_, fold) => this.crew.run({ do: 'test', fold }));
    // Waited for in order: one that fails early must not go unheard until its turn.
    for (const one of running) one.catch(() => undefined);
    for (const one of running) yield (await one) as Tested;
  }

  /** @param below answers lower than this are what is to be found; enough rows must stand on either side of it */
  async figures(tested: readonly Tested[], below: number): Promise<Figures> {
    const boundary = { at: below, index: this.boundaries.indexOf(below), of: this.boundaries.length };
    return (await this.crew.run({ do: 'count', tested, boundary })) as Figures;
  }

  async learn(): Promise<Learned> {
    return (await this.crew.run({ do: 'learn' })) as Learned;
  }

  async close(): Promise<void> {
    await this.crew.close();
  }
}
