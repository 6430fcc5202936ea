// How large the search for one phrase can become around one word, so that a phrase which would keep the machine busy for long at
// every word is refused before it runs.
import type { PhrasePositions } from './positions.ts';

/**
 * At most so many pairs of a position and a word are looked at around a word at which one of its anchors stands, whatever the
 * text says. Phrases of words alone are not searched, so theirs is never asked for.
 */
export function searchSize({ positions, anchors }: PhrasePositions): number {
  const forth = positions.map((position) => position.next);
  const back = positions.map((position) => position.previous);
  return pairs(forth, anchors) + pairs(back, anchors);
}

// Each position is reached between its shortest and its longest way from an anchor, so at that many words.
function pairs(following: readonly (readonly number[])[], anchors: readonly number[]): number {
  const shortest = new Map<number, number>();
  const longest = new Map<number, number>();
  for (const position of inOrder(following, anchors)) {
    const from = shortest.get(position) ?? 0;
    const to = longest.get(position) ?? 0;
    for (const next of following[position]!) {
      shortest.set(next, Math.min(shortest.get(next) ?? Number.POSITIVE_INFINITY, from + 1));
      longest.set(next, Math.max(longest.get(next) ?? 0, to + 1));
    }
  }
  let sum = 0;
  for (const [position, from] of shortest) sum += longest.get(position)! - from + 1;
  return sum;
}

// Every position that can be reached, each before what follows it; there are no circles.
function inOrder(following: readonly (readonly number[])[], anchors: readonly number[]): number[] {
  const done = new Set<number>();
  const order: number[] = [];
  const visit = (position: number): void => {
    if (done.has(position)) return;
    done.add(position);
    for (const next of following[position]!) visit(next);
    order.push(position);
  };
  for (const anchor of anchors) visit(anchor);
  return order.toReversed();
}
