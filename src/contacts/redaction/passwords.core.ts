// Passwords said or typed: what stands after "password is", or is the whole of a short answer to the question for one.
import { is, wordSet } from './lexicon.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const cues = new Set(['password', 'passcode', 'passphrase', 'pwd', 'pw', 'pin']);
const quotes = new Set(['"', "'", '‘', '’', '“', '”', '„', '«', '»', '`']);
const longestQuote = 24;
const leadIns = wordSet(`is was the it's its it : = uh um sure yes yeah ok okay , to`);
const says = new Set(['is', 'was', ':', '=', "it's"]);

/** Claims every password in the turns. */
export function findPasswords(claims: Claims): void {
  claims.turns.forEach((turn, index) => {
    turn.tokens.forEach((token, at) => {
      if (token.kind !== 'word' || !isCue(turn, at)) return;
      if (says.has(turn.tokens[at + 1]?.text ?? '')) takeAt(claims, index, at + 2, false);
      else if (turn.tokens.length - at <= 7 && asks(turn, at)) takeAt(claims, index + 1, 0, true);
    });
  });
}

// "Pass word" as recognisers write it.
function isCue(turn: TokenTurn, at: number): boolean {
  const { text } = turn.tokens[at]!;
  const before = turn.tokens[at - 1]?.text;
  return cues.has(text) || ((text === 'word' || text === 'phrase' || text === 'code') && before === 'pass');
}

function asks(turn: TokenTurn, at: number): boolean {
  return (
    turn.tokens.at(-1)!.text === '?' ||
    turn.tokens.slice(Math.max(0, at - 6), at).some((token) => ["what's", 'what', 'your', 'have'].includes(token.text))
  );
}

function takeAt(claims: Claims, index: number, from: number, answer: boolean): void {
  const turn = claims.turns[index];
  if (!turn) return;
  let first = from;
  while (first < from + 4 && leadIns.has(turn.tokens[first]?.text ?? '')) first++;
  if (takeQuoted(claims, index, first)) return;
  const token = turn.tokens[first];
  if (!token || (answer && turn.words > 6) || !isSecret(turn, first, token)) return;
  // To the next space: a password may hold any sign, but the stop or comma after it isn't part of it.
  let last = first;
  while (
    last + 1 < turn.tokens.length &&
    turn.tokens[last + 1]!.from === turn.tokens[last]!.to &&
    turn.tokens[last + 1]!.kind !== 'mark'
  )
    last++;
  while (last > first && '.,?!;)"'.includes(turn.tokens[last]!.text)) last--;
  claim(claims, {
    kind: 'password',
    turn: index,
    first,
    last,
    value: turn.text.slice(token.from, turn.tokens[last]!.to),
  });
}

// In quotes a password may be any words: all of them, to the quote that closes.
function takeQuoted(claims: Claims, index: number, at: number): boolean {
  const { tokens, text } = claims.turns[index]!;
  if (!quotes.has(tokens[at]?.text ?? '')) return false;
  for (let to = at + 1; to < tokens.length && to <= at + longestQuote; to++) {
    if (!quotes.has(tokens[to]!.text)) continue;
    const value = text.slice(tokens[at]!.to, tokens[to]!.from);
    return to > at + 1 && claim(claims, { kind: 'password', turn: index, first: at + 1, last: to - 1, value });
  }
  return false;
}

function isSecret(turn: TokenTurn, at: number, token: Token): boolean {
  if (token.kind === 'mark' || turn.taken[at]) return false;
  if (token.kind === 'code') return true;
  if (token.kind === 'number') return token.text.length >= 4;
  // Signs or digits inside a word are what passwords have and words don't.
  for (let to = at + 1; to < at + 6; to++) {
    const next = turn.tokens[to];
    if (!next || next.from !== turn.tokens[to - 1]!.to) break;
    if (next.kind === 'number' || next.kind === 'code' || '@$%&*_#'.includes(next.text)) return true;
  }
  return token.kind === 'word' && token.text.length >= 3 && (token.flags & (is.ordinary | is.vocabulary)) === 0;
}
