// Values with letters in them, by cue: passwords, policy and licence numbers, UK national insurance numbers and
// postcodes, birth dates with a month or slashes, street addresses after the question for one.
import { cuesFor } from './cues.core.ts';
import type { Cue, CueKind } from './cues.core.ts';
import { is } from './lexicon.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import { isPause } from './tokens.core.ts';
import type { Token } from './tokens.core.ts';

const nino = /^[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z]\d{6}[a-d]$/;
// "10x10": a size, whatever was asked before.
const size = /^\d{1,3}(?:x\d{1,3}){1,2}(?:ft)?$/;
const postcodeOut = /^[a-z]{1,2}\d[a-z\d]?$/;
const postcodeIn = /^\d[a-z]{2}$/;

const starters = is.digit | is.teen | is.tens | is.repeat | is.month | is.ordinal;

/** Claims ids, postcodes and dates that are written with letters or slashes. */
export function findCodes(claims: Claims, cues: readonly (readonly Cue[])[]): void {
  claims.turns.forEach((turn, index) => {
    const words = new Set(cues[index]!.map((cue) => cue.at));
    for (let at = 0; at < turn.tokens.length; at++) {
      // "DOB" and "PIN" say what the value is; they aren't letters of it.
      if (turn.taken[at] || words.has(at)) continue;
      const token = turn.tokens[at]!;
      if (token.kind === 'punct' || token.kind === 'mark') continue;
      // A value starts with a digit, a number word, a month or a few letters; other words are passed over at once.
      if (token.kind === 'word' && token.text.length > 3 && (token.flags & starters) === 0) continue;
      const last = ninoEnd(turn.tokens, at) || postcodeEnd(turn.tokens, at);
      if (last) {
        const value = join(turn.tokens, at, last);
        claim(claims, { kind: nino.test(value) ? 'id' : 'address', turn: index, first: at, last, value });
        continue;
      }
      const date = dateEnd(turn.tokens, at);
      if (date >= 0) {
        const kinds = cuesFor(claims.turns, cues, { turn: index, first: at, last: date });
        if (kinds[0] === 'birth')
          claim(claims, { kind: 'birth date', turn: index, first: at, last: date, value: join(turn.tokens, at, date) });
        at = date;
        continue;
      }
      const mixed = mixedEnd(turn.tokens, at);
      if (mixed < 0) continue;
      const kinds = cuesFor(claims.turns, cues, { turn: index, first: at, last: mixed });
      claimMixed(claims, { turn: index, first: at, last: mixed }, kinds);
      at = mixed;
    }
  });
}

function claimMixed(
  claims: Claims,
  place: { turn: number; first: number; last: number },
  kinds: readonly CueKind[],
): void {
  const value = join(claims.turns[place.turn]!.tokens, place.first, place.last);
  if (value.length < 4 || size.test(value) || !/\d{2}|\d\D+\d/.test(value)) return;
  const kind =
    kinds[0] === 'id' ? 'id' : kinds[0] === 'gate' ? 'gate code' : kinds[0] === 'password' ? 'password' : undefined;
  if (kind) claim(claims, { kind, ...place, value });
}

function join(tokens: readonly Token[], first: number, last: number): string {
  let value = '';
  for (let at = first; at <= last; at++) if (tokens[at]!.kind !== 'punct') value += tokens[at]!.text;
  return value;
}

function ninoEnd(tokens: readonly Token[], at: number): number {
  let value = '';
  for (let to = at; to < tokens.length && to < at + 9 && value.length < 9; to++) {
    if (tokens[to]!.kind === 'punct') {
      if (tokens[to]!.text !== '-') return 0;
      continue;
    }
    value += tokens[to]!.text;
    if (value.length === 9) return nino.test(value) ? to : 0;
  }
  return 0;
}

function postcodeEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  return next &&
    token.kind === 'code' &&
    next.kind === 'code' &&
    next.from - token.to === 1 &&
    postcodeOut.test(token.text) &&
    postcodeIn.test(next.text)
    ? at + 1
    : 0;
}

// "AB-1234-X", "D 123 4567": letters and digits mixed, joined by dashes, or spelled out one by one.
function mixedEnd(tokens: readonly Token[], at: number): number {
  let last = -1;
  let letters = 0;
  let digits = 0;
  for (let to = at; to < tokens.length && to < at + 24; to++) {
    const token = tokens[to]!;
    const joined = to > at && token.from === tokens[to - 1]!.to;
    if (token.kind === 'punct') {
      if (to === at || !'-./'.includes(token.text) || (token.text !== '-' && tokens[to + 1]?.from !== token.to)) break;
      continue;
    }
    const spelled = token.kind === 'word' && token.text.length === 1 && (joined || !isPronoun(tokens, to));
    const spoken = (token.flags & (is.digit | is.teen | is.tens | is.zeroLetter | is.repeat)) !== 0;
    const ahead = tokens[to + 1];
    const joinsNext = ahead?.from === token.to && (ahead.kind === 'number' || ahead.text === '-');
    const short =
      token.kind === 'word' &&
      token.text.length <= 3 &&
      (joined || joinsNext || (token.capital && (token.flags & is.ordinary) === 0));
    if (token.kind === 'number' || token.kind === 'code' || spoken) digits++;
    else if (spelled || short) letters++;
    else if (to > at && isPause(token) && digits > 0) continue;
    else break;
    last = to;
  }
  return last >= at && digits > 0 && (letters > 0 || hasCode(tokens, at, last)) ? last : -1;
}

// "I" and "a" are letters of a code only among single letters and numbers.
function isPronoun(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== 'i' && tokens[at]!.text !== 'a') return false;
  const next = tokens[at + 1];
  return next?.kind === 'word' && next.text.length > 1 && (next.flags & (is.digit | is.tens | is.teen)) === 0;
}

function hasCode(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (tokens[at]!.kind === 'code') return true;
  return false;
}

/** Last token of a date that begins at `at`, or -1: 3/14/85, 14.03.1985, March 3rd 1985, the third of March nineteen eighty five. */
function dateEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at]!;
  if (token.kind === 'number' && token.text.length <= 4) {
    const [one, two, three, four] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
    if (
      one &&
      two &&
      three &&
      four &&
      /^[/.-]$/.test(one.text) &&
      one.text === three.text &&
      two.kind === 'number' &&
      four.kind === 'number'
    ) {
      return token.text.length + two.text.length + four.text.length <= 8 ? at + 4 : -1;
    }
  }
  return wordDateEnd(tokens, at);
}

function wordDateEnd(tokens: readonly Token[], at: number): number {
  let months = 0;
  let parts = 0;
  let last = -1;
  for (let to = at; to < tokens.length && to < at + 12; to++) {
    const token = tokens[to]!;
    if (token.flags & is.month) months++;
    else if (token.kind === 'number' || /^\d{1,2}(?:st|nd|rd|th)$/.test(token.text)) parts++;
    else if (token.flags & (is.digit | is.teen | is.tens | is.ordinal | is.zeroLetter | is.scale)) parts++;
    else if (
      to > at &&
      (token.text === ',' ||
        token.text === '-' ||
        token.text === 'of' ||
        token.text === 'the' ||
        token.text === 'and' ||
        token.text === '.')
    )
      continue;
    else break;
    last = to;
  }
  return months === 1 && parts > 0 ? last : -1;
}
