// What a reviewer has picked so far for one standard: a draft, until they send it.
import type { Turn } from '../standards/encounter.core.ts';
import type { Evidence, Verdict } from '../standards/standard.core.ts';

export interface DraftMark {
  readonly standard: string;
  readonly verdict: Verdict | null;
  readonly evidence: readonly Evidence[];
  readonly comment?: string;
}

/** Quotes of one mark at most. */
export const mostQuotes = 10;

/** What is wrong with a quote's place in a contact's words, as a sentence; null where it stands. */
export function wrongPlace(
  { turn, from, to }: Pick<Evidence, 'turn' | 'from' | 'to'>,
  turns: readonly Turn[],
): string | null {
  const said = turns[turn]?.text;
  if (said === undefined) return `expected a turn from 0 to ${String(turns.length - 1)}`;
  if (from < 0 || to > said.length || from >= to)
    return `expected a stretch of turn ${String(turn)}, which is ${String(said.length)} characters long`;
  return said.slice(from, to).trim() === '' ? 'expected words, not blanks' : null;
}

/** Whether two say the same, in whatever order. */
export function sameMarks(one: readonly DraftMark[], other: readonly DraftMark[]): boolean {
  const told = (marks: readonly DraftMark[]): string =>
    JSON.stringify(
      marks
        .map(({ standard, verdict, evidence, comment = '' }) => [
          standard,
          verdict,
          evidence.map(({ turn, from, to }) => [turn, from, to]),
          comment,
        ])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  return told(one) === told(other);
}
