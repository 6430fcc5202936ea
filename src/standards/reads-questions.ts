// Questions that others asked, a mystery shop's say: which standards they speak of.
import type { Channel } from './encounter.core.ts';
import type { Pack } from './pack.core.ts';
import type { Verdict } from './standard.core.ts';
import { yesAndNo } from './yes-and-no.ts';

/** Which standards a question in any words decides, and what a yes comes to. */
export type ReadsQuestion = (question: string) => readonly { readonly standard: string; readonly yes: Verdict }[];

/**
 * A standard is told only where yes or no comes to met, and the other to missed.
 * @param standards those that may be told: of a form's questions
 */
export function readsQuestions(packs: readonly Pack[], channel: Channel, standards: readonly string[]): ReadsQuestion {
  if (standards.length === 0) return () => [];
  const verdicts = yesAndNo(packs, channel, standards);
  return (question) => {
    const found = verdicts(question);
    return standards.flatMap((standard) => {
      const { yes, no } = found.get(standard) ?? {};
      const decided = [yes, no].includes('met') && [yes, no].includes('failed');
      return yes !== undefined && decided ? [{ standard, yes }] : [];
    });
  };
}
