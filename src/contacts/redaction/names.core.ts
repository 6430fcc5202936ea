// Names of persons. No list of names decides, so that a rare name is hidden as surely as a common one: a name is found by
// where it stands (name-places), by who the source says is there, or as the answer to a question; then wherever it recurs.
import { is } from './lexicon.core.ts';
import { namePlaces, nameQuestion } from './name-places.core.ts';
import type { NamePlace } from './name-places.core.ts';
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import { spelledOut } from './spelling.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const mostParts = 4;
// What follows a name in speech written down without capitals.
const after = new Set([
  'with',
  'from',
  'at',
  'calling',
  'speaking',
  'here',
  'how',
  'again',
  'and',
  'i',
  "i'm",
  'im',
  'in',
  'over',
  'this',
  'what',
  'my',
  'thank',
  'thanks',
  'can',
  "it's",
  'so',
  'for',
  'may',
  'yes',
  'how',
  "how's",
  'are',
  'is',
  'have',
  'nice',
  'good',
  'please',
  'may',
  'you',
  'on',
  'could',
  'let',
  'do',
]);
// Never a name, even with a capital after "my name is".
const hardWords = new Set([
  'the',
  'a',
  'an',
  'not',
  'on',
  'in',
  'it',
  'is',
  'my',
  'your',
  'and',
  'i',
  'for',
  'to',
  'of',
  'that',
  'this',
  'there',
  'so',
  'but',
  'also',
  'spelled',
  'what',
  'who',
  'sir',
  "ma'am",
  'madam',
  'yes',
  'no',
  'ok',
  'okay',
  'sure',
  'thanks',
  'thank',
  'please',
  'here',
  'how',
  'with',
  'from',
  'at',
  'calling',
  'good',
  'everyone',
  'all',
  'again',
]);

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
    answersTo(claims.turns, index, take);
  });
  spelledOut(claims, parts);
  for (const one of found)
    claim(claims, { kind: 'name', ...one, value: valueOf(claims.turns[one.turn]!.tokens, one.first, one.last) });
  recur(claims, parts);
}

// Words of a stated name; "+1 636..." and mail addresses that stand in a name's place aren't names.
function nameParts(name: string): string[] {
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

/** Last token of the name that begins at the place, or -1. */
function nameEnd(turn: TokenTurn, place: NamePlace): number {
  let last = -1;
  let capital = false;
  let parts = 0;
  for (let at = place.at; at < turn.tokens.length && parts < mostParts; at++) {
    const token = turn.tokens[at]!;
    if (turn.taken[at]) break;
    if (token.kind === 'punct') {
      if (last >= 0 && joinsParts(turn.tokens, at)) continue;
      break;
    }
    if (token.kind !== 'word') break;
    const next = turn.tokens[at + 1];
    if (parts === 0 ? !begins(turn, token, place) : !continues(turn, token, next, capital)) break;
    if ((token.flags & is.organisation) !== 0 && token.capital && place.how === 'likely') return -1;
    if (parts === 0) capital = token.capital;
    parts++;
    last = at;
  }
  while (last > place.at && (turn.tokens[last]!.flags & is.particle) !== 0) last--;
  if (last < 0 || turn.tokens[last]!.text.length < 2) return -1;
  return place.how === 'stated' || isConfirmed(turn, last, capital) ? last : -1;
}

function joinsParts(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (next?.kind !== 'word') return false;
  if (token.text === '-') return before.to === token.from && next.from === token.to;
  return token.text === '.' && before.text.length === 1 && next.capital;
}

function begins(turn: TokenTurn, token: Token, place: NamePlace): boolean {
  if (hardWords.has(token.text)) return false;
  const ordinary = (token.flags & is.ordinary) !== 0;
  if (place.how === 'stated') return !ordinary || (turn.cased && token.capital && !token.opens);
  if (ordinary) return false;
  return turn.cased ? token.capital : true;
}

function continues(turn: TokenTurn, token: Token, next: Token | undefined, capital: boolean): boolean {
  if (token.flags & is.particle) return next?.kind === 'word' && (next.capital || !turn.cased);
  if (hardWords.has(token.text)) return false;
  if (turn.cased && capital) return token.capital && !token.opens;
  return (token.flags & is.ordinary) === 0 && token.text.length > 1;
}

// Where capitals say nothing, what comes after must fit.
function isConfirmed(turn: TokenTurn, last: number, capital: boolean): boolean {
  const next = turn.tokens[last + 1];
  if (turn.cased && capital) return !(next?.kind === 'word' && next.capital && (next.flags & is.organisation) !== 0);
  if (!next || next.kind === 'punct') return !turn.cased;
  return after.has(next.text);
}

// "Dana speaking", "Dana Whitfield here".
function namesBefore(turn: TokenTurn): [number, number][] {
  const found: [number, number][] = [];
  turn.tokens.forEach((token, at) => {
    if (token.text !== 'speaking' && !(token.text === 'here' && turn.cased)) return;
    let first = at;
    while (first > 0 && at - first < 2 && isPlainName(turn, first - 1)) first--;
    if (first === at) return;
    const before = turn.tokens[first - 1];
    if (
      !before ||
      before.kind === 'punct' ||
      before.text === 'is' ||
      before.text === "it's" ||
      token.text === 'speaking'
    )
      found.push([first, at - 1]);
  });
  return found;
}

function isPlainName(turn: TokenTurn, at: number): boolean {
  const token = turn.tokens[at]!;
  return (
    token.kind === 'word' &&
    !turn.taken[at] &&
    token.text.length > 1 &&
    (token.flags & (is.ordinary | is.organisation)) === 0 &&
    (!turn.cased || token.capital)
  );
}

const leadIns = new Set([
  'yes',
  'yeah',
  'yep',
  'sure',
  'ok',
  'okay',
  'uh',
  'um',
  'ah',
  'oh',
  'hi',
  'hello',
  'it',
  'is',
  "it's",
  'its',
  "that's",
  'thats',
  'that',
  'would',
  'be',
  'my',
  'first',
  'last',
  'name',
  "name's",
  'this',
  'i',
  'am',
  "i'm",
  'im',
  'the',
  ',',
  '.',
  ':',
  '-',
  'well',
  'of',
  'course',
  'absolutely',
  'no',
  'problem',
  'so',
  'under',
  'please',
]);
const answerTurns = 2;

// The next turn of somebody else, or the same turn past the question mark where the turns were cut badly.
function answersTo(
  turns: readonly TokenTurn[],
  index: number,
  take: (turn: number, first: number, last: number) => void,
): void {
  const question = nameQuestion(turns[index]!);
  if (question < 0) return;
  const own = turns[index]!.tokens;
  const mark = own.findIndex((token, at) => at > question && at <= question + 4 && token.text === '?');
  if (mark > 0 && mark + 1 < own.length) return answer(turns, index, mark + 1, take);
  if (own.length - question > 12) return;
  for (let next = index + 1; next <= index + answerTurns && next < turns.length; next++) {
    const same = turns[next]!.label !== null && turns[next]!.label === turns[index]!.label;
    if (!same) return answer(turns, next, 0, take);
  }
}

function answer(
  turns: readonly TokenTurn[],
  index: number,
  from: number,
  take: (turn: number, first: number, last: number) => void,
): void {
  const turn = turns[index]!;
  let first = from;
  while (first < turn.tokens.length && first < from + 8 && leadIns.has(turn.tokens[first]!.text)) first++;
  const token = turn.tokens[first];
  if (!token || token.kind !== 'word' || (token.flags & is.ordinary) !== 0 || turn.taken[first]) return;
  if (turn.cased && !token.capital && turn.words > 4) return;
  let last = first;
  while (last + 1 < turn.tokens.length && last - first < mostParts - 1) {
    const next = turn.tokens[last + 1]!;
    if (turn.taken[last + 1] || next.kind !== 'word' || !continues(turn, next, turn.tokens[last + 2], token.capital))
      break;
    last++;
  }
  if (
    token.text.length > 1 &&
    (turn.tokens[last + 1]?.kind !== 'word' || last > first || token.capital || turn.words <= 6)
  )
    take(index, first, last);
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
  if ((token.flags & is.ordinary) === 0) return true;
  // A name that is also a word ("May", "Will"): only with a capital that means something, or beside another part.
  return token.capital && turn.cased && (beside || !token.opens) && !hardWords.has(token.text);
}
