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
  const groupOf = (position: number): number => askedOf[cueOf(table.phraseOf[position]!)]!;
  // One word more, which closes turns and has none.
  const from = new Int32Array((size + 1) * asked.count + 1);
  for (const position of table.anchors) {
    const group = groupOf(position);
    for (const word of sets.wordsOf(table.setOf[position]!)) from[word * asked.count + group + 1]!++;
  }
  for (let at = 1; at < from.length; at++) from[at]! += from[at - 1]!;
  const rows = new Int32Array(from.at(-1)! * rowNumbers);
  const free = from.slice();
  for (const position of table.anchors) {
    const own = rowOf(table, sets, position, cueOf(table.phraseOf[position]!));
    const group = groupOf(position);
    for (const word of sets.wordsOf(table.setOf[position]!))
      rows.set(own, free[word * asked.count + group]!++ * rowNumbers);
  }
  let most = 0;
  for (let word = 0; word < size; word++)
    most = Math.max(most, from[(word + 1) * asked.count]! - from[word * asked.count]!);
  return { from, rows, most };
}

function rowOf(table: PhraseTable, sets: SetTable, position: number, cue: number): Int32Array {
  const before = stepsFrom(position, table.previous, table.isFirst);
  const after = stepsFrom(position, table.next, table.isLast);
  // Where nothing need stand on one side, what stands two words away on the other side is looked at in its stead.
  const looks = [
    lookAt(before ?? (after && furtherStep(after, table.next, table.isLast)), before === null, table, sets),
    lookAt(after ?? (before && furtherStep(before, table.previous, table.isFirst)), after !== null, table, sets),
  ] as const;
  const numbers = new Int32Array(rowNumbers);
  numbers.set(looks[0].bits, row.one / 4);
  numbers.set(looks[1].bits, row.other / 4);
  numbers[row.oneAt / 4] = (looks[0].window & 0xffff) | (looks[1].window << 16);
  numbers[row.position / 4] = position;
  numbers[row.cue / 4] = cue;
  return numbers;
}

/** The positions of which one must come next, none of them a word of a gap, and within how many words. */
interface Step {
  readonly positions: readonly number[];
  readonly words: number;
}

// Through the words of gaps to whatever is no gap; null where the phrase may end before.
function stepsFrom(position: number, { of, data }: FollowSets, ends: Uint8Array): Step | null {
  if (ends[position] === 1) return null;
  const positions: number[] = [];
  let words = 0;
  for (let at = position; at >= 0;) {
    const list = of[at]!;
    words++;
    if (list < 0) {
      if (list !== none) positions.push(~list);
      break;
    }
    words += data[list + header.run]!;
    const each = list + header.size + data[list + header.mask]! + 1;
    for (let one = 0; one < data[list + header.count]!; one++)
      positions.push(data[each + one * waited.each + waited.position]!);
    at = data[list + header.after]!;
  }
  return { positions, words };
}

// What must come behind that.
function furtherStep({ positions, words }: Step, sets: FollowSets, ends: Uint8Array): Step | null {
  const further = new Set<number>();
  let most = 0;
  for (const position of positions) {
    const step = stepsFrom(position, sets, ends);
    if (step === null) return null;
    for (const one of step.positions) further.add(one);
    most = Math.max(most, step.words);
  }
  return { positions: [...further], words: words + most };
}

interface Look {
  readonly bits: Int32Array;
  readonly window: number;
}
const nothingNeeded: Look = { bits: new Int32Array(wideSize).fill(-1), window: always };

function lookAt(step: Step | null, after: boolean, { setOf }: PhraseTable, sets: SetTable): Look {
  const window = step === null ? always : windowOf(step.words, after);
  if (step === null || window === always) return nothingNeeded;
  const bits = new Int32Array(wideSize);
  for (const position of step.positions) sets.addWide(setOf[position]!, bits);
  return { bits, window };
}
