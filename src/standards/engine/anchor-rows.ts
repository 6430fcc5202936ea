// Where phrases are looked for: every way through a phrase passes one of its anchors, so only where an anchor's word stands, near
// words that must stand near it, can the phrase be.
import { asked } from './asked-of.ts';
import { type FollowSets, header, none, waited } from './follow-sets.ts';
import { row } from './meeting-kernel.ts';
import type { PhraseTable } from './phrase-table.ts';
import { always, windowOf } from './surroundings.ts';
import { wideSize, type SetTable } from './word-sets.ts';

/** Numbers of 32 bits in a row. */
const rowNumbers = row.size / 4;

/**
 * By word and by whom its cue is asked of (see `asked`), rows `from[w * asked.count + of]` up to the next, in `rows` as
 * `meeting-kernel.ts` reads them. Most rows of one word: `most`.
 */
export interface AnchorRows {
  readonly from: Int32Array;
  readonly rows: Int32Array;
  readonly most: number;
}

/** @param size how many words there are @param cueOf by phrase @param askedOf by cue, of whom it is asked */
export function anchorRows(
  table: PhraseTable,
  sets: SetTable,
  size: number,
  cueOf: (phrase: number) => number,
  askedOf: Uint8Array,
): AnchorRows {
  const byWord: number[][] = Array.from({ length: size }, () => []);
  for (const position of table.anchors)
    for (const word of sets.wordsOf(table.setOf[position]!)) byWord[word]!.push(position);
  const groupOf = (position: number): number => askedOf[cueOf(table.phraseOf[position]!)]!;
  // One word more, which closes turns and has none.
  const from = new Int32Array((size + 1) * asked.count + 1);
  for (const [word, positions] of byWord.entries())
    for (const position of positions) from[word * asked.count + groupOf(position) + 1]!++;
  for (let at = 1; at < from.length; at++) from[at]! += from[at - 1]!;
  const rows = new Int32Array(from.at(-1)! * rowNumbers);
  const known = new Map<number, Int32Array>();
  let at = 0;
  for (const positions of byWord) {
    for (const position of positions.toSorted((a, b) => groupOf(a) - groupOf(b))) {
      let own = known.get(position);
      if (own === undefined)
        known.set(position, (own = rowOf(table, sets, position, cueOf(table.phraseOf[position]!))));
      rows.set(own, at);
      at += rowNumbers;
    }
  }
  return { from, rows, most: byWord.reduce((most, { length }) => Math.max(most, length), 0) };
}

function rowOf(table: PhraseTable, sets: SetTable, position: number, cue: number): Int32Array {
  const before = table.isFirst[position] === 1 ? nothingNeeded : near(table, sets, table.previous, position, false);
  const after = table.isLast[position] === 1 ? nothingNeeded : near(table, sets, table.next, position, true);
  const numbers = new Int32Array(rowNumbers);
  numbers.set(before.bits, row.before / 4);
  numbers.set(after.bits, row.after / 4);
  numbers[row.beforeAt / 4] = (before.window & 0xffff) | (after.window << 16);
  numbers[row.position / 4] = position;
  numbers[row.cue / 4] = cue;
  return numbers;
}

interface Near {
  readonly bits: Int32Array;
  readonly window: number;
}
const nothingNeeded: Near = { bits: new Int32Array(wideSize).fill(-1), window: always };

// Through the words of gaps to whatever is no gap.
function near(
  { setOf }: PhraseTable,
  sets: SetTable,
  { of, data }: FollowSets,
  position: number,
  after: boolean,
): Near {
  const bits = new Int32Array(wideSize);
  let words = 0;
  for (let at = position; at >= 0;) {
    const list = of[at]!;
    if (list < 0) {
      words++;
      if (list === none) break;
      sets.addWide(setOf[~list]!, bits);
      break;
    }
    words += 1 + data[list + header.run]!;
    const each = list + header.size + data[list + header.mask]! + 1;
    for (let one = 0; one < data[list + header.count]!; one++)
      sets.addWide(setOf[data[each + one * waited.each + waited.position]!]!, bits);
    at = data[list + header.after]!;
  }
  const window = windowOf(words, after);
  return window === always ? nothingNeeded : { bits, window };
}
