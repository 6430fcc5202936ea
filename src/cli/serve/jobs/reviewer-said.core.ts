// What a made-up reviewer says of a contact whose truth was planned: mostly that, with the slips that people make. One of them is
// strict, and on one standard nobody quite knows what counts.
import { sha256 } from '../../../kernel/digest.ts';
import type { Verdict } from '../../../standards/standard.core.ts';

export interface Truth {
  readonly contact: string;
  readonly standard: string;
  /** Whether it was planned to be missed. */
  readonly failed: boolean;
  /** What the machine says; null where it says that the standard doesn't apply. */
  readonly machine: Verdict | null;
}

/** How often each slips, by their place; the second takes what was kept for missed. */
const slips = [0.03, 0.05, 0.04] as const;
const strict = 1;
const strictness = 0.1;
/** How often anybody is at a loss about the standard whose wording is vague. */
const vagueness = 0.35;

/** @param reviewer their place in the list of reviewers @param vague the standard that is hard to tell */
export function reviewerSaid({ contact, standard, failed, machine }: Truth, reviewer: number, vague: string): Verdict {
  const chance = (about: string): number =>
    Number.parseInt(sha256(`${contact} ${standard} ${reviewer} ${about}`).slice(0, 8), 16) / 2 ** 32;
  const truth: Verdict = failed ? 'failed' : machine === null ? 'not-applicable' : 'met';
  if (standard === vague && chance('vague') < vagueness) return chance('guess') < 0.5 ? 'met' : 'failed';
  if (reviewer === strict && truth === 'met' && chance('strict') < strictness) return 'failed';
  if (chance('slip') >= slips[reviewer]!) return truth;
  return truth === 'met' ? 'failed' : truth === 'failed' ? 'met' : 'unsure';
}
