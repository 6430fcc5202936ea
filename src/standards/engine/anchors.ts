// Phrases with gaps or kinds of words, found by their rarest part: every way through a phrase passes one of its anchors, so only
// where an anchor's word stands, near words that must stand near it, is the phrase looked at.
import type { Hits } from './hits.ts';
import type { Line } from './line.ts';
import { Neighbours } from './neighbours.ts';
import type { PhraseTable } from './phrase-table.ts';
import { Verifier } from './verifier.ts';
import { Windows } from './windows.ts';

const rowSize = 4;

export class Anchors {
  /** Anchors looked at so far. */
  private looked = 0;
  private readonly verifier: Verifier;
  private readonly windows = new Windows();
  /** The anchors of word `w` are those from `from[w]` up to `from[w + 1]`. */
  private readonly from: Int32Array;
  // By anchor: bits of the words of which one must stand in the window before it, the same after it, which windows these are
  // (the one after it 8 bits further up), and its position.
  private readonly rows: Int32Array;
  // Positions of the anchors of one word that may stand there.
  private readonly passing: Int32Array;

  constructor(table: PhraseTable) {
    this.verifier = new Verifier(table);
    const byWord: number[][] = Array.from(table.kinds, () => []);
    for (const position of table.anchors) {
      const word = table.word[position]!;
      const classes = table.classes[position]!;
      if (word >= 0) byWord[word]!.push(position);
      else for (const [id, kinds] of table.kinds.entries()) if ((kinds & classes) !== 0) byWord[id]!.push(position);
    }
    this.from = new Int32Array(byWord.length + 1);
    for (const [word, positions] of byWord.entries()) this.from[word + 1] = this.from[word]! + positions.length;
    this.passing = new Int32Array(1 + byWord.reduce((most, positions) => Math.max(most, positions.length), 0));
    const neighbours = new Neighbours(table);
    this.rows = Int32Array.from(
      byWord.flat().flatMap((position) => {
        const before = neighbours.before(position);
        const after = neighbours.after(position);
        return [before.bits, after.bits, before.window | (after.window << 8), position];
      }),
    );
  }

  /** Anchors and positions looked at so far. */
  get steps(): number {
    return this.looked + this.verifier.steps;
  }

  /** Adds to `hits` every phrase in the line. */
  read(line: Line, hits: Hits): void {
    const { from, rows, passing, verifier, windows } = this;
    const { ids } = line;
    const last = line.count + 1;
    windows.load(line);
    const { around } = windows;
    let looked = 0;
    for (let at = 0; at <= last; at++) {
      const word = ids[at]!;
      const start = from[word]! * rowSize;
      const stop = from[word + 1]! * rowSize;
      if (start === stop) continue;
      looked += stop - start;
      windows.look(at, line);
      // First all that pass, without a branch, since most don't and which do can't be foreseen.
      let count = 0;
      for (let row = start; row < stop; row += rowSize) {
        const which = rows[row + 2]!;
        const before = rows[row]! & around[which & 0xff]!;
        const after = rows[row + 1]! & around[which >> 8]!;
        passing[count] = rows[row + 3]!;
        count += ((before | -before) >>> 31) & ((after | -after) >>> 31);
      }
      for (let one = 0; one < count; one++) verifier.verify(passing[one]!, at, line, hits);
    }
    this.looked += looked / rowSize;
  }
}
