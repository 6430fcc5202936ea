// What may come after each position of a phrase, or before it, found by the word that stands there: many positions share one set,
// such as all those of a gap, and a set of forty alternatives costs one look-up.

const rowSize = 4;
const none = 0;

/** A position as far as sets need it: the word it reads, or where that is negative a word of one of `classes`. */
export interface Reader {
  readonly word: number;
  readonly classes: number;
}

export class FollowSets {
  /** By position, its set. */
  readonly of: Int32Array;
  /** Members that read one word, in rows that -1 closes. */
  readonly members: Int32Array;
  /** Members of set `s` that read kinds of words: `byKind[kindsFrom[s]]` up to `byKind[kindsFrom[s + 1]]`. */
  readonly kindsFrom: Int32Array;
  readonly byKind: Int32Array;
  /** By set, one bit of 32 for each word that a member reads. */
  readonly bits: Int32Array;
  // By row: a set, a word, where its members begin (0: free row).
  private readonly rows: Int32Array;
  private readonly shift: number;

  /** @param following by position, the positions of its set */
  constructor(following: readonly (readonly number[])[], readers: readonly Reader[]) {
    const numbers = new Map<string, number>();
    const sets: (readonly number[])[] = [];
    this.of = Int32Array.from(following, (set) => {
      const key = set.join(',');
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = sets.push(set) - 1));
      return number;
    });
    const size = sets.reduce((sum, set) => sum + set.length, 1);
    const log = Math.max(4, Math.ceil(Math.log2(size * 2)));
    this.rows = new Int32Array(2 ** log * rowSize);
    this.shift = 32 - log;
    this.bits = new Int32Array(sets.length);
    this.kindsFrom = new Int32Array(sets.length + 1);
    const members = [-1];
    const byKind: number[] = [];
    for (const [number, set] of sets.entries()) {
      for (const [word, same] of Map.groupBy(set, (position) => readers[position]!.word)) {
        if (word < 0) byKind.push(...same);
        else {
          this.place(number, word, members.length);
          this.bits[number]! |= 1 << (word & 31);
          members.push(...same, -1);
        }
      }
      this.kindsFrom[number + 1] = byKind.length;
    }
    this.members = Int32Array.from(members);
    this.byKind = Int32Array.from(byKind);
  }

  /** Where in `members` those of a set begin that read this word; 0, an empty row, where none does. */
  reading(set: number, word: number): number {
    if ((this.bits[set]! & (1 << (word & 31))) === 0) return none;
    const { rows } = this;
    const mask = rows.length - rowSize;
    let row = this.rowOf(set, word);
    for (;;) {
      const found = rows[row + 2]!;
      if (found === 0 || (rows[row] === set && rows[row + 1] === word)) return found;
      row = (row + rowSize) & mask;
    }
  }

  private place(set: number, word: number, found: number): void {
    const { rows } = this;
    const mask = rows.length - rowSize;
    let row = this.rowOf(set, word);
    while (rows[row + 2] !== 0) row = (row + rowSize) & mask;
    rows[row] = set;
    rows[row + 1] = word;
    rows[row + 2] = found;
  }

  private rowOf(set: number, word: number): number {
    return (Math.imul(set ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b) >>> this.shift) * rowSize;
  }
}
