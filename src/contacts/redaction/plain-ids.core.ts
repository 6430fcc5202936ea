// United States social security numbers by their shape alone, 3-2-4 digits: no word beside them ("unit", "order") shields
// them, and two of them said in one breath are two.
import { claim } from './spans.core.ts';
import type { Claims } from './spans.core.ts';
import type { Token, TokenTurn } from './tokens.core.ts';

const sizes = [3, 2, 4] as const;

/** Claims every number of that shape: joined by dashes, stops or strokes, or by spaces where no other number stands beside it. */
export function findPlainIds(claims: Claims): void {
  claims.turns.forEach((turn, index) => {
    for (let at = 0; at < turn.tokens.length; at++) {
      if (turn.tokens[at]!.kind !== 'number' || turn.tokens[at]!.text.length !== 3) continue;
      const last = idEnd(turn, at);
      if (last < 0) continue;
      let value = '';
      for (let to = at; to <= last; to++) if (turn.tokens[to]!.kind === 'number') value += turn.tokens[to]!.text;
      claim(claims, { kind: 'id', turn: index, first: at, last, value });
      at = last;
    }
  });
}

function idEnd(turn: TokenTurn, at: number): number {
  const { tokens, text } = turn;
  let last = at;
  let joint = '';
  for (const [nth, size] of sizes.entries()) {
    if (nth > 0) {
      const next = tokens[last + 1]?.kind === 'punct' ? last + 2 : last + 1;
      const between = text.slice(tokens[last]!.to, tokens[next]?.from ?? tokens[last]!.to);
      const sign = /^(?: ?[-_] ?|[./])$/.test(between) ? '-' : between;
      if ((sign !== '-' && sign !== ' ') || (joint && sign !== joint)) return -1;
      joint = sign;
      last = next;
    }
    if (tokens[last]?.kind !== 'number' || tokens[last]!.text.length !== size) return -1;
  }
  return goesOn(tokens, at, -1, joint) || goesOn(tokens, last, 1, joint) ? -1 : last;
}

// "0123-45-6789-00" is some other number.
function goesOn(tokens: readonly Token[], at: number, step: 1 | -1, joint: string): boolean {
  const one = tokens[at + step];
  if (!one) return false;
  const gap = step > 0 ? one.from - tokens[at]!.to : tokens[at]!.from - one.to;
  if (joint === ' ') return gap <= 1 && (one.kind === 'number' || (one.text === '+' && gap === 0));
  return gap === 0 && /^[-_./+]$/.test(one.text) && tokens[at + 2 * step]?.kind === 'number';
}
