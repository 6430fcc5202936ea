// The words of a failure that are worth quoting: what the rep said; where only the customer's words are evidence, both; where
// something was never said, what was said instead.
import type { ShownContact, ShownFailure } from '../../diagnosis/shown-failure.shape.ts';
import { inertLine } from './inert.view.ts';

/** Evidence shorter than this is a bare cue ("hold on"); the turn around it says what happened. */
const bareCue = 48;

/** One line of at most `most` characters, to stand between quotation marks; null without words. */
export function evidenceQuote(failure: ShownFailure, contact: ShownContact, most = 220): string | null {
  const said = failure.evidence.filter((piece) => piece.quote.trim() !== '');
  const speaker = (turn: number) => contact.turns[turn]?.speaker;
  const byRep = said.filter((piece) => speaker(piece.turn) === 'rep');
  const piece = longest(byRep.length > 0 ? byRep : said, (one) => one.quote);
  if (piece !== null) {
    const whole = contact.turns[piece.turn]?.text ?? piece.quote;
    const words = piece.quote.length < bareCue && whole.length <= most ? whole : piece.quote;
    const answer = speaker(piece.turn) === 'customer' ? contact.turns[piece.turn + 1] : undefined;
    if (answer?.speaker !== 'rep') return inertLine(words, most);
    const half = Math.floor(most / 2) - 2;
    return `${inertLine(words, half)}” “${inertLine(answer.text, half)}`;
  }
  const { fromTurn, toTurn } = failure.searched ?? { fromTurn: 0, toTurn: contact.turns.length - 1 };
  const rep = contact.turns
    .slice(fromTurn, toTurn + 1)
    .filter((turn) => turn.speaker === 'rep' && turn.text.trim() !== '');
  const instead = longest(rep, (turn) => turn.text);
  return instead === null ? null : inertLine(instead.text, most);
}

/** True where the words quoted stand instead of something that was never said. */
export function quotedInstead(failure: ShownFailure): boolean {
  return failure.evidence.every((piece) => piece.quote.trim() === '');
}

/** Whose words the quote is: the rep's that show it, an exchange with the customer's words, or what was said instead. */
export function quotedBy(failure: ShownFailure, contact: ShownContact): 'rep' | 'exchange' | 'instead' {
  if (quotedInstead(failure)) return 'instead';
  const byRep = failure.evidence.some(
    (piece) => piece.quote.trim() !== '' && contact.turns[piece.turn]?.speaker === 'rep',
  );
  return byRep ? 'rep' : 'exchange';
}

function longest<T>(ones: readonly T[], text: (one: T) => string): T | null {
  return ones.reduce<T | null>(
    (best, one) => (best === null || text(one).length > text(best).length ? one : best),
    null,
  );
}
