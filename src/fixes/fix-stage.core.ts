// How far a fix is, in the few words that stand where it isn't the matter itself: on the letter that began it.
import type { FixStateName } from './fix.core.ts';

export type FixStage = 'proposed' | 'running' | 'too-early' | 'verified' | 'not-verified' | 'dropped';

const stages: Readonly<Record<FixStateName, readonly [FixStage, string]>> = {
  proposed: ['proposed', 'Proposed'],
  reopened: ['proposed', 'Opened again'],
  begun: ['running', 'Under way'],
  done: ['running', 'Done, and being watched'],
  'too-early': ['too-early', 'Too early to say'],
  verified: ['verified', 'Verified'],
  'not-verified': ['not-verified', 'Not verified'],
  harmed: ['not-verified', 'It does harm'],
  dropped: ['dropped', 'Dropped'],
};

/** The stage of a fix by its state, with the word for it. */
export function fixStageOf(state: string): { readonly stage: FixStage; readonly word: string } {
  const [stage, word] = stages[state as FixStateName] ?? (['proposed', state] as const);
  return { stage, word };
}
