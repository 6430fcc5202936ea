// The words of a failure that are worth quoting, on one line: what the rep said; with it what they said it to, where that
// called for what was left unsaid.
import { sentencesOf } from '../../diagnosis/clearest/clearness.core.ts';
import { type Place, shownWords } from '../../diagnosis/clearest/shown-words.core.ts';
import type { ShownContact, ShownFailure } from '../../diagnosis/shown-failure.shape.ts';
import { inertLine } from './inert.view.ts';

/** A turn is quoted whole up to here; of a longer one the sentences that hold the words. */
const wholeTurn = 120;

/** One line of at most `most` characters, to stand between quotation marks; null without words. */
export function evidenceQuote(failure: ShownFailure, contact: ShownContact, most = 220): string | null {
  const shown = shownWords(failure, contact);
  if (!shown) return null;
  const { words, call } = shown;
  if (!call) return inertLine(around(contact, words, most), most);
  const half = Math.floor(most / 2) - 2;
  return `${inertLine(around(contact, call, half), half)}” “${inertLine(around(contact, words, half), half)}`;
}

/** As many of the words around as there is room for. */
function around(contact: ShownContact, place: Place, most: number): string {
  const { text } = contact.turns[place.turn]!;
  const lit = text.slice(place.from, place.to);
  if (text.length <= Math.min(most, wholeTurn) || lit === '') return text;
  const sentences = sentencesOf(contact, place).trim();
  return sentences.length <= most ? sentences : lit;
}

/** True where the words quoted stand in the place of something that was never said. */
export function quotedInstead(failure: ShownFailure, contact: ShownContact): boolean {
  return shownWords(failure, contact)?.kind === 'instead';
}

/** Whose words the quote is: one voice's that show it, an exchange with the customer's words first, or what was said instead. */
export function quotedBy(failure: ShownFailure, contact: ShownContact): 'said' | 'exchange' | 'instead' {
  const shown = shownWords(failure, contact);
  if (!shown || shown.kind === 'instead') return 'instead';
  return shown.call ? 'exchange' : 'said';
}
