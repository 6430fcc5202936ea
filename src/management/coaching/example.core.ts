// What good sounds like: words of a contact in which the standard was kept, with what was said just before, and nothing that tells
// whose contact it was.
import { hiding, stretchesThatTell, type KnownNames } from '../../contacts/redaction/known-names.core.ts';
import type { Turn } from '../../standards/encounter.core.ts';
import type { Evidence } from '../../standards/standard.core.ts';

export interface SaidTurn {
  readonly speaker: Turn['speaker'];
  readonly text: string;
}

/** Shorter words teach nothing, longer ones are read by nobody. */
const shortest = 12;
const longest = 400;

/**
 * The turn that a mark rests on, the rep's, with the customer's before it; null where its words make no example.
 * @param names of everybody and every place on record
 */
export function exampleIn(turns: readonly Turn[], evidence: readonly Evidence[], names: KnownNames): SaidTurn[] | null {
  const place = evidence.find(({ turn }) => turns[turn]?.speaker === 'rep');
  const turn = place && turns[place.turn];
  if (!turn || turn.text.length < shortest || turn.text.length > longest) return null;
  const before = turns[place.turn - 1];
  const shown = before && before.speaker !== 'rep' && before.text.length <= longest ? [before, turn] : [turn];
  return shown.map(({ speaker, text }) => ({ speaker, text: hiding(text, stretchesThatTell(text, names)) }));
}

/** The example that a set of standards gives itself: its first short one that was met. */
export function exampleOfPack(
  examples: readonly { readonly expected: string; readonly turns: readonly SaidTurn[] }[],
): SaidTurn[] | null {
  const met = examples.filter(
    ({ expected, turns }) => expected === 'met' && turns.some((one) => one.speaker === 'rep'),
  );
  const found = met.toSorted((a, b) => lengthOf(a.turns) - lengthOf(b.turns))[0];
  return found ? found.turns.map(({ speaker, text }) => ({ speaker, text })) : null;
}

function lengthOf(turns: readonly SaidTurn[]): number {
  // Of two of a length the one in which both speak.
  return turns.reduce((sum, one) => sum + one.text.length, 0) + (turns.length < 2 ? longest : 0);
}

/** Turns around the first of the words, so that they can be understood: what was said before, the words, and what came of them. */
export function momentIn(turns: readonly Turn[], evidence: readonly Evidence[]): SaidTurn[] {
  const [first] = evidence;
  if (!first || !turns[first.turn]) return [];
  const last = Math.max(...evidence.slice(0, mostQuoted).map((one) => one.turn));
  const to = (last - first.turn <= mostBetween ? last : first.turn + 1) + 1;
  return turns.slice(Math.max(0, first.turn - 1), to + 1).map(({ speaker, text }) => ({
    speaker,
    text: text.length <= longest ? text : `${text.slice(0, longest).replace(/\s\S*$/, '')} …`,
  }));
}

const mostQuoted = 3;
/** Quotes further apart than this are not one moment: the first is shown. */
const mostBetween = 6;
