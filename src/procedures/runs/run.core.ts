// A run of a procedure as a checklist: what happened, in its order, and how each step stands after it.
import type { Step } from '../procedure.core.ts';

/** What may be said of a step. `open` takes a tick or a skip back. */
export const stepWords = ['done', 'skipped', 'open', 'unclear'] as const;
export type StepWord = (typeof stepWords)[number];

export interface RunEvent {
  readonly what: StepWord | 'ended';
  readonly step: string | null;
  readonly why: string | null;
}

export interface RunStep extends Step {
  readonly state: 'open' | 'done' | 'skipped';
  /** Why it was skipped. */
  readonly why?: string;
  /** Somebody said during this run that they don't understand it. */
  readonly unclear: boolean;
}

/** A run that was left for longer is not taken up again; a new one begins. */
export const resumedWithinDays = 7;

/** Each step as the last word on it left it. */
export function stepsAfter(steps: readonly Step[], events: readonly RunEvent[]): RunStep[] {
  return steps.map((step) => {
    const own = events.filter((one) => one.step === step.id);
    const last = own.findLast((one) => one.what !== 'unclear');
    const state = last?.what === 'done' || last?.what === 'skipped' ? last.what : 'open';
    const unclear = own.some((one) => one.what === 'unclear');
    return state === 'skipped' && last?.why ? { ...step, state, why: last.why, unclear } : { ...step, state, unclear };
  });
}

export interface StepConfusion {
  readonly step: string;
  /** Runs in which it was called unclear, or skipped. */
  readonly unclear: number;
  readonly skipped: number;
  /** Readers who don't understand it, and their wrong answers about it. */
  readonly notUnderstood: number;
  readonly checkWrong: number;
  readonly why: readonly string[];
}

/** What runs of one version came to at a step. */
export interface RunsAtStep {
  readonly step: string;
  readonly what: 'unclear' | 'skipped';
  readonly runs: number;
  readonly whys: readonly string[];
}

/** Steps that confuse somebody, whoever does or reads them, the most confusing first. @param mostWords of each step that are told */
export function confusionOf(
  steps: readonly Step[],
  runs: readonly RunsAtStep[],
  readers: readonly { readonly part: string; readonly notUnderstood: number; readonly checkWrong: number }[],
  mostWords = 5,
): StepConfusion[] {
  const weight = (one: StepConfusion): number => one.unclear + one.notUnderstood + one.checkWrong;
  return steps
    .map(({ id }): StepConfusion => {
      const of = (what: string) => runs.find((one) => one.step === id && one.what === what);
      const [unclear, skipped] = [of('unclear'), of('skipped')];
      const read = readers.find((one) => one.part === id);
      return {
        step: id,
        unclear: unclear?.runs ?? 0,
        skipped: skipped?.runs ?? 0,
        notUnderstood: read?.notUnderstood ?? 0,
        checkWrong: read?.checkWrong ?? 0,
        why: [...(unclear?.whys ?? []), ...(skipped?.whys ?? [])].slice(0, mostWords),
      };
    })
    .filter((one) => weight(one) + one.skipped > 0)
    .toSorted((one, other) => weight(other) - weight(one) || other.skipped - one.skipped);
}
