// What was tried with a person before anyone decides anything: acts, never attitudes.
import type { Day } from '../kernel/moment.ts';

export type Tried = 'training' | 'coaching' | 'another-role' | 'own-account';

/** One thing tried with one person about some standards, and what came of it. */
export interface Attempt {
  readonly id: string;
  readonly person: string;
  readonly tried: Tried;
  readonly standards: readonly string[];
  readonly on: Day;
  /** What was seen afterwards. */
  readonly result?: 'kept' | 'not-kept';
  /** For `own-account`: what the person said of it. */
  readonly account?: 'did-not-know' | 'could-not' | 'was-told-to' | 'chose-not-to';
}
