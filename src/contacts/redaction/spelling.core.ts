// Names spelled out: "S M I T H", "s-m-i-t-h", "s as in sugar, m as in mother". Short forms of organisations ("A A A")
// and codes stay, because spelling counts only beside a name or a request to spell.
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import type { TokenTurn } from './tokens.core.ts';

const spellWords = new Set(['spell', 'spelled', 'spelt', 'spelling', 'name', 'surname', 'last', 'first']);
const least = 3;

/** Claims names spelled letter by letter and adds the word they make to the known parts. */
export function spelledOut(claims: Claims, parts: Map<string, 'known' | 'found'>): void {
  claims.turns.forEach((turn, index) => {
    for (let at = 0; at < turn.tokens.length; at++) {
      const run = lettersFrom(turn, at);
      if (!run) continue;
      if (run.word.length >= least && (parts.has(run.word) || isAsked(claims, index, at))) {
        if (
          claim(claims, { kind: 'name', turn: index, first: at, last: run.last, value: run.word }) &&
          !parts.has(run.word)
        )
          parts.set(run.word, 'found');
      }
      at = run.last;
    }
  });
}

function lettersFrom(turn: TokenTurn, at: number): { word: string; last: number } | undefined {
  let word = '';
  let last = -1;
  for (let to = at; to < turn.tokens.length && to < at + 120; to++) {
    const token = turn.tokens[to]!;
    if (turn.taken[to]) break;
    if (token.kind === 'punct' && last >= 0 && '-.,'.includes(token.text)) continue;
    if (token.kind !== 'word') break;
    if (token.text.length === 1) {
      word += token.text;
      last = to;
      const likes = turn.tokens[to + 1]?.text;
      // "S as in sugar", "m for mother"
      const skip =
        likes === 'as' && turn.tokens[to + 2]?.text === 'in' ? 3 : likes === 'for' || likes === 'like' ? 2 : 0;
      if (skip > 0 && turn.tokens[to + skip]?.kind === 'word') to = last = to + skip;
    } else if (
      token.text === 'double' &&
      turn.tokens[to + 1]?.text.length === 1 &&
      turn.tokens[to + 1]!.kind === 'word'
    ) {
      word += turn.tokens[to + 1]!.text.repeat(2);
      last = ++to;
    } else break;
  }
  return last > at ? { word, last } : undefined;
}

function isAsked(claims: Claims, turn: number, at: number): boolean {
  const near = claims.turns[turn]!.tokens.slice(Math.max(0, at - 10), at);
  if (near.some((token) => spellWords.has(token.text))) return true;
  const before = claims.turns[turn - 1];
  return at <= 6 && before !== undefined && before.tokens.slice(-16).some((token) => spellWords.has(token.text));
}
