// Names that are the answer to a question for one: the next turn of somebody else, or what follows the question mark where
// a recogniser put both speakers in one turn.
import { wordSet } from './lexicon.core.ts';
import { after, continues, mostParts, unlikely } from './name-shapes.core.ts';
import { nameQuestion } from './name-places.core.ts';
import type { TokenTurn } from './tokens.core.ts';

const leadIns =
  wordSet(`yes yeah yep sure ok okay uh um ah oh hi hello it is it's its that's thats that would be my first last name
  name's this i am i'm im the , . : - well of course absolutely no problem so under please`);
const answerTurns = 2;

/** Finds the answer to turn `index`, if that asks for a name, and hands it to `take` as a turn and its first and last token. */
export function answersTo(
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
  if (!token || token.kind !== 'word' || (token.flags & unlikely) !== 0 || turn.taken[first]) return;
  if (turn.cased && !token.capital && turn.words > 4) return;
  // A capital that only opens the sentence says nothing: then the answer must be little else, or end there.
  const next = turn.tokens[first + 1];
  if (token.opens && turn.words > 4 && next?.kind === 'word' && !next.capital && !after.has(next.text)) return;
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
