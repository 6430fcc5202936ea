// How large the search for one phrase can become around one word, so that a phrase which would keep the machine busy for long at
// every word is refused before it runs.
import type { PhrasePositions, Position } from './positions.ts';

/**
 * At most so many pairs of a position and a word are looked at around a word at which one of its anchors stands, whatever the
 * text says. Phrases of words alone are not searched, so theirs is never asked for.
 */
export function searchSize({ positions, anchors }: PhrasePositions): number {
  return pairs(positions, anchors, 1) + pairs(positions, anchors, -1);
}

// Each position is reached between its shortest and its longest way from an anchor, so at that many words. What follows a position
// stands behind it in the row of them, and what comes before it before it: one pass meets each before those that it leads to.
function pairs(positions: readonly Position[], anchors: readonly number[], step: 1 | -1): number {
  const shortest = new Int32Array(positions.length).fill(unreached);
  const longest = new Int32Array(positions.length);
  const isAnchor = new Uint8Array(positions.length);
  for (const anchor of anchors) isAnchor[anchor] = 1;
  let sum = 0;
  for (let at = step > 0 ? 0 : positions.length - 1; at >= 0 && at < positions.length; at += step) {
    const isReached = shortest[at]! < unreached;
    if (!isReached && isAnchor[at] === 0) continue;
    if (isReached) sum += longest[at]! - shortest[at]! + 1;
    const nearest = isReached ? shortest[at]! : 0;
    for (const beside of step > 0 ? positions[at]!.next : positions[at]!.previous) {
      shortest[beside] = Math.min(shortest[beside]!, nearest + 1);
      longest[beside] = Math.max(longest[beside]!, longest[at]! + 1);
    }
  }
  return sum;
}

const unreached = 2 ** 30;
