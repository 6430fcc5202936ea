// How far a name reaches: which words may begin one, which may go on with it, and whether what follows fits. A capital
// tells where the text has capitals; where it has none, only words that aren't ordinary English may be part.
import { is, wordSet } from './lexicon.core.ts';
import type { NamePlace } from './name-places.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

/** Most words a name has. */
export const mostParts = 4;
/** Words that are names only where a capital or a statement says so. */
export const unlikely = is.ordinary | is.vocabulary;
/** What follows a name in speech written down without capitals. */
export const after =
  wordSet(`with from at calling speaking here how again and i i'm im in over this what my thank thanks can it's so for may
  yes how how's are is have nice good please may you on could let do`);
/** Never a name, even with a capital after "my name is". */
export const hardWords =
  wordSet(`the a an not on in it is my your and i for to of that this there so but also spelled what who sir ma'am madam
  yes no ok okay sure thanks thank please here how with from at calling good everyone all again`);

/** Last token of the name that begins at the place, or -1. */
export function nameEnd(turn: TokenTurn, place: NamePlace): number {
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
    if (dropsG(token, next)) break;
    if (parts === 0 ? !begins(turn, token, place) : !continues(turn, token, next, capital)) break;
    if ((token.flags & is.organisation) !== 0 && token.capital && place.how !== 'stated') return -1;
    if (parts === 0) capital = token.capital;
    parts++;
    last = at;
  }
  while (last > place.at && (turn.tokens[last]!.flags & is.particle) !== 0) last--;
  if (last < 0 || turn.tokens[last]!.text.length < 2) return -1;
  const plain = last === place.at && (turn.tokens[last]!.flags & unlikely) !== 0 && !turn.cased;
  return (place.how === 'stated' && !plain) || isConfirmed(turn, last, capital, place.how === 'told') ? last : -1;
}

// "I'm lookin' for", "we're fixin' to": what many speakers say for "-ing", and no name.
function dropsG(token: Token, next: Token | undefined): boolean {
  return (
    !token.capital && token.text.endsWith('in') && (next?.text === "'" || next?.text === '’') && next.from === token.to
  );
}

function joinsParts(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  if (next?.kind !== 'word') return false;
  if (token.text === '-') return before.to === token.from && next.from === token.to;
  return token.text === '.' && before.text.length === 1 && next.capital;
}

function begins(turn: TokenTurn, token: Token, place: NamePlace): boolean {
  if (hardWords.has(token.text)) return false;
  const ordinary = (token.flags & unlikely) !== 0;
  // "my name is mark" without capitals: what follows must fit, which the caller sees to.
  if (place.how === 'stated') return !ordinary || !turn.cased || (token.capital && !token.opens);
  if (ordinary) return false;
  return turn.cased && place.how !== 'told' ? token.capital : true;
}

/** Whether the token goes on with a name that has begun. */
export function continues(turn: TokenTurn, token: Token, next: Token | undefined, capital: boolean): boolean {
  if (token.flags & is.particle) return next?.kind === 'word' && (next.capital || !turn.cased);
  if (hardWords.has(token.text)) return false;
  if (turn.cased && capital) return token.capital && !token.opens;
  return (token.flags & unlikely) === 0 && token.text.length > 1;
}

// Where capitals say nothing, what comes after must fit.
function isConfirmed(turn: TokenTurn, last: number, capital: boolean, told: boolean): boolean {
  const next = turn.tokens[last + 1];
  if (turn.cased && capital) return !(next?.kind === 'word' && next.capital && (next.flags & is.organisation) !== 0);
  if (!next || next.kind === 'punct') return told || !turn.cased;
  return after.has(next.text);
}

/** Names that stand before what tells them: "Dana speaking", "Dana Whitfield here"; first and last token of each. */
export function namesBefore(turn: TokenTurn): [number, number][] {
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
    (token.flags & (unlikely | is.organisation)) === 0 &&
    (!turn.cased || token.capital)
  );
}
