// Street addresses: a house number with the words of a street, a post office box, and what is answered to "your
// address?". Sizes, distances and streets without a number survive.
import { cuesFor } from './cues.core.ts';
import type { Cue } from './cues.core.ts';
import { is, wordSet } from './lexicon.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const numeral = is.digit | is.teen | is.tens | is.zeroLetter | is.repeat | is.scale;
const compass =
  wordSet(`north south east west n s e w ne nw se sw saint st old new the upper lower great little high main park church
  station mill green summer spring winter lake river king queen market center centre state light school hill fair
  view long orange blue water white black union garden front grand country county hotel city may march august
  first second third fourth fifth sixth seventh eighth ninth tenth`);
const streetWords = 4;

/** Claims every address in the turns. */
export function findAddresses(claims: Claims, cues: readonly (readonly Cue[])[]): void {
  claims.turns.forEach((turn, index) => {
    for (let at = 0; at < turn.tokens.length; at++) {
      const token = turn.tokens[at]!;
      if (turn.taken[at] || token.kind === 'punct' || token.kind === 'mark') continue;
      if (token.kind === 'word' && (token.flags & numeral) === 0 && token.text !== 'po' && token.text !== 'p') continue;
      const asked = (last: number): boolean =>
        cuesFor(claims.turns, cues, { turn: index, first: at, last })[0] === 'address';
      const last = boxEnd(turn.tokens, at) || streetEnd(turn, at, asked);
      if (!last) continue;
      const whole = withRest(turn, last);
      claim(claims, {
        kind: 'address',
        turn: index,
        first: at,
        last: whole,
        value: turn.tokens
          .slice(at, last + 1)
          .map((token) => token.text)
          .join(' '),
      });
      at = whole;
    }
  });
}

function boxEnd(tokens: readonly Token[], at: number): number {
  const text = (offset: number): string => tokens[at + offset]?.text ?? '';
  const box =
    text(0) === 'po' && text(1) === 'box'
      ? 2
      : text(0) === 'p' && text(1) === '.' && text(2) === 'o'
        ? text(3) === '.'
          ? 5
          : 4
        : text(0) === 'p' && text(1) === 'o' && text(2) === 'box'
          ? 3
          : 0;
  if (!box || text(box - 1) !== 'box') return 0;
  const last = numberEnd(tokens, at + box);
  return last >= 0 ? last : 0;
}

// The last token of a number of at most six digits or five words, or -1.
function numberEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return -1;
  if (token.kind === 'number') return token.text.length <= 6 ? at : -1;
  if (token.kind === 'code') return /^\d{1,5}[a-z]$/.test(token.text) ? at : -1;
  let last = at - 1;
  while (last - at < 5 && tokens[last + 1] && (tokens[last + 1]!.flags & numeral) !== 0) last++;
  return last;
}

function streetEnd(turn: TokenTurn, at: number, asked: (last: number) => boolean): number {
  const { tokens } = turn;
  const number = numberEnd(tokens, at);
  if (number < at || turn.taken[number]) return 0;
  const before = tokens[at - 1];
  if (before && ('$£€#'.includes(before.text) || (before.flags & numeral) !== 0)) return 0;
  let words = 0;
  let capitals = 0;
  for (let to = number + 1; to < tokens.length && words <= streetWords; to++) {
    const token = tokens[to]!;
    if (turn.taken[to]) return 0;
    if (token.text === '.' && tokens[to - 1]!.text.length <= 2) continue;
    if (token.text === ',' && words === 0) continue;
    if (words > 0 && isStreet(token, tokens[to + 1])) {
      const sure = (token.flags & is.street) !== 0 && token.text !== 'drive' && token.text !== 'st';
      return sure || token.capital || capitals === words || (number > at && tokens[at]!.kind === 'word') || asked(to)
        ? to
        : 0;
    }
    if (!isStreetWord(token)) break;
    words++;
    if (token.capital || token.kind !== 'word') capitals++;
  }
  return asked(number) ? answered(turn, number) : 0;
}

// "Hill Drive", "Park Court": the last word of the kind ends the street.
function isStreet(token: Token, next: Token | undefined): boolean {
  const kinds = is.street | is.weakStreet;
  return (token.flags & kinds) !== 0 && !(next?.kind === 'word' && (next.flags & kinds) !== 0);
}

function isStreetWord(token: Token): boolean {
  if (token.kind === 'code') return /^\d{1,3}(?:st|nd|rd|th)$/.test(token.text);
  if (token.kind === 'number') return false;
  if (token.kind !== 'word') return false;
  if (compass.has(token.text) || (token.flags & (is.street | is.weakStreet)) !== 0) return true;
  // Sizes and counts ("10 foot drive", "5 minutes down the road") are never a street's name, whatever their capitals.
  if (token.flags & is.quantity) return false;
  return (token.flags & is.ordinary) === 0 || (token.capital && token.text.length > 3);
}

// The question was for an address: a number and the words after it are one, to the end of the clause.
function answered(turn: TokenTurn, number: number): number {
  const { tokens } = turn;
  let last = number;
  while (
    last + 1 < tokens.length &&
    last - number < streetWords &&
    !turn.taken[last + 1] &&
    isStreetWord(tokens[last + 1]!)
  )
    last++;
  const named = tokens
    .slice(number + 1, last + 1)
    .some(
      (token) =>
        !compass.has(token.text) &&
        ((token.flags & (is.ordinary | is.vocabulary)) === 0 || (token.capital && !token.opens)),
    );
  return named ? last : 0;
}

const roomWords = new Set(['apt', 'apartment', 'suite', 'ste', 'flat', '#']);

// Flat or suite, then "Springfield, IL 62704" where it ends in a zip or the clause does.
function withRest(turn: TokenTurn, street: number): number {
  const { tokens } = turn;
  let last = street;
  const skip = (at: number): number => (tokens[at]?.text === ',' || tokens[at]?.text === '.' ? at + 1 : at);
  const room = skip(last + 1);
  if (roomWords.has(tokens[room]?.text ?? '')) {
    const value = tokens[room + 1]?.text === '#' || tokens[room + 1]?.text === 'number' ? room + 2 : room + 1;
    if (tokens[value] && tokens[value]!.kind !== 'punct' && tokens[value]!.kind !== 'mark' && !turn.taken[value])
      last = Math.max(value, numberEnd(tokens, value));
  }
  const zip = zipAfter(turn, last + 1);
  return zip > 0 ? zip : last;
}

function zipAfter(turn: TokenTurn, from: number): number {
  const { tokens } = turn;
  for (let at = from; at < tokens.length && at < from + 9; at++) {
    const token = tokens[at]!;
    if (turn.taken[at]) return 0;
    if (token.kind === 'number' && token.text.length === 5)
      return tokens[at + 1]?.text === '-' && tokens[at + 2]?.kind === 'number' ? at + 2 : at;
    if (token.text === ',' || token.text === '.') continue;
    if (token.kind !== 'word' || (token.flags & is.ordinary && !token.capital && !compass.has(token.text))) return 0;
  }
  return 0;
}
