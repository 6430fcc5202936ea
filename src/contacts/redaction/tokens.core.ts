// Text as tokens with their places, read once from left to right. Marks that other tools left ([PERSON_NAME], XXXX,
// ****, <PHONE>, {NAME}) are tokens of their own kind, so that nothing ever looks inside or joins across one.
import { fold } from './fold.core.ts';
import { flagsOf, is, knownWord } from './lexicon.core.ts';

export type TokenKind = 'word' | 'number' | 'code' | 'mark' | 'punct';

/** One token: `text` in lower case with straight apostrophes, its place in UTF-16 units, and what is known of it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** First of its sentence, where a capital says nothing. */
  readonly opens: boolean;
  readonly flags: number;
}

export interface TokenTurn {
  readonly tokens: readonly Token[];
  /** Capitals mean something here: some words have one and others don't. */
  readonly cased: boolean;
  /** Who speaks as the source labels it, or null. */
  readonly label: string | null;
  /** The text that tokens have their places in: as written, but folded. */
  readonly text: string;
  readonly written: string;
  /** Where each unit of `text` stands in `written`; null: in the same place. */
  readonly places: readonly number[] | null;
  /** 1 where a token is already spoken for. */
  readonly taken: Uint8Array;
  readonly words: number;
}

const squareMark = /\[[A-Za-z][A-Za-z_ -]{0,38}(?: ?#?\d{1,4})?\]/y;
const otherMark = /<[A-Z][A-Z_ ]{1,38}\d{0,4}>|\{\{?[A-Za-z][A-Za-z_ ]{1,38}\d{0,4}\}?\}|[*•]{2,}|#{3,}/y;
const crossedOut = /^x{2,}$/;

/** Reads one turn. Never throws, whatever the text. */
export function readTurn(written: string, label: string | null): TokenTurn {
  const { text, places } = fold(written);
  const tokens: Token[] = [];
  const seen = { capitals: 0, small: 0, words: 0 };
  let at = 0;
  let opens = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) {
      if (code === 10) opens = true;
      at++;
      continue;
    }
    const mark = markEnd(text, at, code);
    const end = mark > 0 ? mark : wordEnd(text, at, code);
    const token: Token = end > at ? wordToken(text, at, end, mark > 0, opens) : punctToken(at, code);
    tokens.push(token);
    if (token.kind === 'word') countWord(token, seen);
    opens = token.kind === 'punct' ? endsSentence(code) || (opens && token.kind === 'punct') : false;
    at = token.to;
  }
  return {
    tokens,
    cased: seen.capitals > 0 && seen.small > 0,
    label,
    text,
    written,
    places,
    taken: new Uint8Array(tokens.length),
    words: seen.words,
  };
}

function countWord(token: Token, seen: { capitals: number; small: number; words: number }): void {
  seen.words++;
  if (!token.capital) seen.small++;
  // "I" is written large by people who write nothing else so.
  else if (token.text.length > 1 && !token.text.startsWith("i'")) seen.capitals++;
}

function wordToken(text: string, from: number, to: number, mark: boolean, opens: boolean): Token {
  const raw = text.slice(from, to);
  if (mark) return { kind: 'mark', text: raw, from, to, capital: false, opens, flags: 0 };
  const known = knownWord(raw);
  if (known) return { kind: 'word', text: known.text, from, to, capital: known.capital, opens, flags: known.flags };
  const lower = raw.toLowerCase().replaceAll('’', "'");
  const kind = kindOf(lower);
  const flags = kind === 'word' ? flagsOf(lower) : 0;
  return { kind, text: lower, from, to, capital: raw[0] !== lower[0] && kind !== 'number', opens, flags };
}

function kindOf(lower: string): TokenKind {
  let digits = 0;
  for (let i = 0; i < lower.length; i++) if (isDigit(lower.charCodeAt(i))) digits++;
  if (digits === lower.length) return 'number';
  if (digits > 0) return 'code';
  return crossedOut.test(lower) ? 'mark' : 'word';
}

function punctToken(at: number, code: number): Token {
  return {
    kind: 'punct',
    text: String.fromCharCode(code),
    from: at,
    to: at + 1,
    capital: false,
    opens: false,
    flags: 0,
  };
}

function markEnd(text: string, at: number, code: number): number {
  if (code === 91) return sticky(squareMark, text, at);
  if (code === 60 || code === 123 || code === 42 || code === 0x2022 || code === 35) return sticky(otherMark, text, at);
  return 0;
}

function sticky(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

function wordEnd(text: string, at: number, first: number): number {
  if (!isLetter(first) && !isDigit(first)) return at;
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) continue;
    if ((code === 39 || code === 0x2019) && isLetter(text.charCodeAt(end + 1))) continue;
    break;
  }
  return end;
}

function endsSentence(code: number): boolean {
  return code === 46 || code === 63 || code === 33 || code === 58;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

// Everything from À on that isn't general punctuation, arrows, box drawing or × ÷ counts as a letter of some script.
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    code < 0xfff0
  );
}

/** Where something between two places of the turn's text begins and ends in the text as written. */
export function asWritten(turn: TokenTurn, from: number, to: number): [number, number] {
  if (!turn.places) return [from, to];
  return [turn.places[from] ?? turn.written.length, turn.places[to] ?? turn.written.length];
}

/** Whether the token may be stepped over inside something dictated: pauses, "and", dashes, commas. */
export function isPause(token: Token): boolean {
  return token.kind === 'punct'
    ? '-.,()_‐‑–—…'.includes(token.text)
    : token.kind === 'word' && (token.flags & is.filler) !== 0;
}
