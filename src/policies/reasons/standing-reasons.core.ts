// Which of all that was said for a clause holds for its words as they are now.
import { sha256 } from '../../kernel/digest.ts';
import type { SaidReasons, StandingReasons } from './clause-reasons.core.ts';

/** By which the words of a clause are known again, whatever spaces stand between them. */
export function wordsDigest(text: string): string {
  return sha256(text.replace(/\s+/gu, ' ').trim()).slice(0, 32);
}

/** How the reasons of a clause stand: the last that were said of its words, else the last that were said of others. @param said oldest first */
export function standingOf(
  clause: { readonly id: string; readonly text: string },
  said: readonly SaidReasons[],
): StandingReasons {
  const own = said.filter((one) => one.clause === clause.id);
  const digest = wordsDigest(clause.text);
  const same = own.findLast((one) => one.wordsDigest === digest);
  const last = same ?? own.at(-1);
  if (!last) return { state: 'none', reasons: {} };
  return { state: same ? 'said' : 'of-other-words', reasons: last.reasons, by: last.by, at: last.at };
}
