// Where phrases are looked for: every way through a phrase passes one of its anchors, so only where an anchor's word stands, near
// words that must stand near it, can the phrase be.
import { asked } from './asked-of.ts';
import { type FollowSets, header, none } from './follow-sets.ts';
import type { PhraseTable } from './phrase-table.ts';
import { always, anything, windowOf } from './surroundings.ts';
import type { SetTable } from './word-sets.ts';

/** Numbers in a row. */
export const rowSize = 6;

/**
 * By word and by whom its cue is asked of (see `asked`), rows `from[w * asked.count + of]` up to the next, of `rowSize` numbers each: bits of the words of which one must stand in the window
 * before it, their other bits, both again for the window after it, the windows (the one before in the lowest three bits, the one
 * after in the next three) with the cue above them, and the position.
 */
export function anchorRows(
  table: PhraseTable,
  sets: SetTable,
  size: number,
  cueOf: (phrase: number) => number,
  askedOf: Uint8Array,
): { readonly from: Int32Array; readonly rows: Int32Array; readonly most: number } {
  const byWord: number[][] = Array.from({ length: size }, () => []);
  for (const position of table.anchors)
    for (const word of sets.wordsOf(table.setOf[position]!)) byWord[word]!.push(position);
  const groupOf = (position: number): number => askedOf[cueOf(table.phraseOf[position]!)]!;
  const from = new Int32Array((size + 1) * asked.count + 1);
  for (const [word, positions] of byWord.entries())
    for (const position of positions) from[word * asked.count + groupOf(position) + 1]!++;
  for (let at = 1; at < from.length; at++) from[at]! += from[at - 1]!;
  const rows = new Int32Array(from.at(-1)! * rowSize);
  const known = new Map<number, readonly number[]>();
  let row = 0;
  for (const positions of byWord) {
    for (const position of positions.toSorted((a, b) => groupOf(a) - groupOf(b))) {
      let own = known.get(position);
      if (own === undefined)
        known.set(position, (own = rowOf(table, sets, position, cueOf(table.phraseOf[position]!))));
      for (const one of own) rows[row++] = one;
    }
  }
  return { from, rows, most: byWord.reduce((most, { length }) => Math.max(most, length), 0) };
}

function rowOf(table: PhraseTable, sets: SetTable, position: number, cue: number): readonly number[] {
  const before = table.isFirst[position] === 1 ? nothingNeeded : near(table, sets, table.previous, position, false);
  const after = table.isLast[position] === 1 ? nothingNeeded : near(table, sets, table.next, position, true);
  const which = before.window | (after.window << 3) | (cue << 6);
  return [before.bits, before.otherBits, after.bits, after.otherBits, which, position];
}

interface Near {
  readonly bits: number;
  readonly otherBits: number;
  readonly window: number;
}
const nothingNeeded: Near = { bits: anything, otherBits: anything, window: always };

// Through the words of gaps to whatever is no gap.
function near(
  { setOf }: PhraseTable,
  sets: SetTable,
  { of, data }: FollowSets,
  position: number,
  after: boolean,
): Near {
  let bits = 0;
  let otherBits = 0;
  let words = 0;
  for (let at = position; at >= 0;) {
    const list = of[at]!;
    if (list < 0) {
      words++;
      if (list === none) break;
      bits |= sets.bits[setOf[~list]!]!;
      otherBits |= sets.otherBits[setOf[~list]!]!;
      break;
    }
    words += 1 + data[list + header.run]!;
    bits |= data[list + header.bits]!;
    otherBits |= data[list + header.otherBits]!;
    at = data[list + header.after]!;
  }
  const window = windowOf(words, after);
  return window === always ? nothingNeeded : { bits, otherBits, window };
}
