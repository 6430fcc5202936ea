// Satisfaction as people rate it, a customer's turn at a time: 1 to 5, 3 is neutral, lower is dissatisfied. Inside, an answer
// counts from 0.
import type { Speaker } from '../standards/encounter.core.ts';

export const satisfactionAnswers = 5;
/** Answers lower than this are dissatisfied: ratings 1 and 2. */
export const dissatisfiedBelow = 2;

export interface LabelledTurn {
  readonly speaker: Speaker;
  readonly text: string;
  /** Answers of everybody who rated the turn; none where nobody did, as with every turn of the rep. */
  readonly ratings: readonly number[];
}

/** One dialogue of a labelled file, in order. */
export interface LabelledDialogue {
  readonly turns: readonly LabelledTurn[];
}

const words: Readonly<Record<string, number>> = { dissatisfied: 1, unsatisfied: 1, neutral: 2, satisfied: 3 };
const customers = /^(?:customer|user|caller|client|consumer|guest|tenant|member|patient|visitor|buyer)$/;
const reps = /^(?:rep|representative|agent|system|assistant|operator|employee|advisor|adviser|staff|seller|wizard)$/;

/**
 * A cell of ratings: one number from 1 to 5 or several, parted by anything but digits (`3,2,2`), or dissatisfied, neutral,
 * satisfied.
 * @returns null where it is none of these; nothing in the list where the cell is blank
 */
export function ratingsOf(cell: string): number[] | null {
  const said = cell.trim().toLowerCase();
  if (said === '') return [];
  const word = words[said];
  if (word !== undefined) return [word];
  if (!/^[1-5](?:\.0+)?(?:[\s,;|/]+[1-5](?:\.0+)?)*$/.test(said)) return null;
  return said.split(/[\s,;|/]+/).map((one) => Math.trunc(Number(one)) - 1);
}

/** Who speaks, by the words that tools and data sets use; null for a word we don't know. */
export function speakerOf(cell: string): Speaker | null {
  const said = cell.trim().toLowerCase();
  if (customers.test(said)) return 'customer';
  return reps.test(said) ? 'rep' : null;
}
