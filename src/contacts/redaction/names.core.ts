// Names of persons. No list of names decides, so that a rare name is hidden as surely as a common one: a name is found by
// where it stands (name-places), by who the source says is there, as the answer to a question, or by two people who tell it; then
// wherever it recurs.
import { is } from './lexicon.core.ts';
import { namesOfTwo } from './name-addresses.core.ts';
import { answersTo } from './name-answers.core.ts';
import { bareNames, namesByCapitals } from './name-capitals.core.ts';
import { namePlaces } from './name-places.core.ts';
import { hardWords, mostParts, nameEnd, namesBefore, unlikely } from './name-shapes.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import { spelledOut } from './spelling.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

/** The label of what was answered in a form; the turn before it is the question. */
export const answerLabel = '\u0000answer';

/** Claims every name in the turns. `known` are names that the source itself states. */
export function findNames(claims: Claims, known: readonly string[]): void {
  const parts = new Map<string, 'known' | 'found'>();
  for (const name of known) for (const part of nameParts(name)) parts.set(part, 'known');
  const found: { turn: number; first: number; last: number }[] = [];
  const take = (turn: number, first: number, last: number): void => {
    found.push({ turn, first, last });
    for (let at = first; at <= last; at++) learn(claims.turns[turn]!.tokens[at]!, parts);
  };
  claims.turns.forEach((turn, index) => {
    for (const place of namePlaces(turn)) {
      const last = nameEnd(turn, place);
      if (last >= place.at) take(index, place.at, last);
    }
    for (const [first, last] of namesBefore(turn)) take(index, first, last);
    for (const [first, last] of namesByCapitals(turn)) take(index, first, last);
    if (turn.label === answerLabel)
      for (const [first, last] of bareNames(turn, claims.turns[index - 1])) take(index, first, last);
    answersTo(claims.turns, index, take);
  });
  namesOfTwo(claims.turns, take);
  spelledOut(claims, parts);
  for (const one of found)
    claim(claims, { kind: 'name', ...one, value: valueOf(claims.turns[one.turn]!.tokens, one.first, one.last) });
  recur(claims, parts);
}

/** The words of a stated name; "+1 636..." and mail addresses that stand in a name's place have none. */
export function nameParts(name: string): string[] {
  if (/[@\d]/.test(name)) return [];
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}']+/u)
    .filter((part) => part.length >= 2 && part.length <= 40);
}

function bare(token: Token): string {
  return token.text.endsWith("'s") ? token.text.slice(0, -2) : token.text;
}

function learn(token: Token, parts: Map<string, 'known' | 'found'>): void {
  const part = bare(token);
  if (
    token.kind === 'word' &&
    part.length >= 2 &&
    (token.flags & (is.particle | is.honorific)) === 0 &&
    !parts.has(part)
  )
    parts.set(part, 'found');
}

function valueOf(tokens: readonly Token[], first: number, last: number): string {
  const words: string[] = [];
  for (let at = first; at <= last; at++) if (tokens[at]!.kind === 'word') words.push(bare(tokens[at]!));
  return words.join(' ');
}

// Once a name is known, every other place where it stands.
function recur(claims: Claims, parts: ReadonlyMap<string, 'known' | 'found'>): void {
  if (parts.size === 0) return;
  claims.turns.forEach((turn, index) => {
    for (let at = 0; at < turn.tokens.length; at++) {
      if (!recurs(turn, at, parts, false)) continue;
      let last = at;
      while (last + 1 < turn.tokens.length && last - at < mostParts && recurs(turn, last + 1, parts, true)) last++;
      claim(claims, { kind: 'name', turn: index, first: at, last, value: valueOf(turn.tokens, at, last) });
      at = last;
    }
  });
}

function recurs(turn: TokenTurn, at: number, parts: ReadonlyMap<string, 'known' | 'found'>, beside: boolean): boolean {
  const token = turn.tokens[at]!;
  if (token.kind !== 'word' || turn.taken[at] || !parts.has(bare(token))) return false;
  if ((token.flags & unlikely) === 0) return true;
  // A name that is also a word ("May", "Will"): only with a capital that means something, or beside another part.
  return token.capital && turn.cased && (beside || !token.opens) && !hardWords.has(token.text);
}
