// What must stand near a position of a phrase: the words of which one comes next, and how many words a gap may put between.
import { type FollowSets, header } from './follow-sets.ts';
import type { PhraseTable } from './phrase-table.ts';
import { always, anything, windowOf } from './windows.ts';

/** One of the words with these bits stands in this window. */
export interface Neighbour {
  readonly bits: number;
  readonly window: number;
}

const nothingNeeded: Neighbour = { bits: anything, window: always };

export class Neighbours {
  private readonly table: PhraseTable;
  private readonly byClass = new Map<number, number>();

  constructor(table: PhraseTable) {
    this.table = table;
  }

  before(position: number): Neighbour {
    return this.table.isFirst[position] === 1 ? nothingNeeded : this.near(this.table.previous, position, false);
  }

  after(position: number): Neighbour {
    return this.table.isLast[position] === 1 ? nothingNeeded : this.near(this.table.next, position, true);
  }

  // Through the words of gaps to whatever is no gap.
  private near({ of, data }: FollowSets, position: number, after: boolean): Neighbour {
    let bits = 0;
    let words = 0;
    for (let at = position; at >= 0;) {
      const set = of[at]!;
      words += 1 + data[set + header.run]!;
      bits |= data[set + header.bits]!;
      for (let kind = 0; kind < data[set + header.kinds]!; kind++)
        bits |= this.ofClass(data[set + header.size + 2 * kind]!);
      at = data[set + header.after]!;
    }
    const window = windowOf(words, after);
    return window < 0 ? nothingNeeded : { bits, window };
  }

  private ofClass(classes: number): number {
    let bits = this.byClass.get(classes);
    if (bits === undefined) {
      bits = 0;
      for (const [id, kinds] of this.table.kinds.entries()) if ((kinds & classes) !== 0) bits |= 1 << (id & 31);
      this.byClass.set(classes, bits);
    }
    return bits;
  }
}
