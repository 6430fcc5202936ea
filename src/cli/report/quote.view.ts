// The words of a failure that are worth quoting: its evidence, or where something was never said, what was said instead.
import { inertLine } from './inert.view.ts';
import type { ShownContact, ShownFailure } from '../../diagnosis/report.shape.ts';

/** The longest quoted evidence, as one line; for a thing never said, the rep's longest turn among those searched. Null without words. */
export function evidenceQuote(failure: ShownFailure, contact: ShownContact, most = 220): string | null {
  const quotes = failure.evidence.map((piece) => piece.quote).filter((quote) => quote.trim() !== '');
  const said = longest(quotes);
  // A bare cue ("hold on") says little by itself; the turn around it says what happened.
  if (said !== null) {
    const piece = failure.evidence.find((one) => one.quote === said);
    const turn = piece && contact.turns[piece.turn];
    const whole = turn && said.length < 48 && turn.text.length <= most ? turn.text : said;
    return inertLine(whole, most);
  }
  const { fromTurn, toTurn } = failure.searched ?? { fromTurn: 0, toTurn: contact.turns.length - 1 };
  const rep = contact.turns.slice(fromTurn, toTurn + 1).filter((turn) => turn.speaker === 'rep');
  const instead = longest(rep.map((turn) => turn.text));
  return instead === null ? null : inertLine(instead, most);
}

/** True where the words quoted stand instead of something that was never said. */
export function quotedInstead(failure: ShownFailure): boolean {
  return failure.evidence.every((piece) => piece.quote.trim() === '');
}

function longest(texts: readonly string[]): string | null {
  return texts.reduce<string | null>((best, text) => (best === null || text.length > best.length ? text : best), null);
}
