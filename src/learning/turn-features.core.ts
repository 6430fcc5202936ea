// What is known of a customer's turn when it is heard: its words, what stood before it, the cues in both, where it stands,
// what is said again. Every feature is a number under a hash; a turn never sees what comes after it.
import type { Turn } from '../standards/encounter.core.ts';
import { HashedWords, mixed } from './hashed-words.core.ts';
import { SparseRowsBuilder } from './sparse-rows.core.ts';

/** Changes with whatever changes the columns: a model made with another one can't be read. */
export const featuresVersion = 1;

/** Hashed columns, then a few that have their own place. At 2^18 hardly two of the words of a set of calls share a column. */
export const hashedColumns = 1 << 18;
const placed = 16;
export const columnCount = hashedColumns + placed;

/** One contact as learning reads it: turns, and for each the hashes of the cues that were heard in it. */
export interface Conversation {
  readonly turns: readonly Pick<Turn, 'speaker' | 'text'>[];
  readonly cues: readonly ArrayLike<number>[];
}

/**
 * How much each block of features counts beside the turn's own words. Chosen on cross-validated average precision over two
 * public sets; none of them moves it by more than a hundredth.
 */
const weight = { own: 1, repBefore: 0.7, ownBefore: 0.4, cues: 0.2, placed: 0.3 } as const;
/** Earlier turns that a turn is compared with, so that time stays linear however long a contact is. */
const lookBack = 20;
/** Keeps the blocks apart: the same word means another thing in the rep's mouth. */
const salt = { own: 11, repBefore: 21, ownBefore: 31, cues: 41, cuesBefore: 42 } as const;

interface ReadTurn {
  readonly hashes: Int32Array;
  readonly distinct: ReadonlySet<number>;
  readonly letters: number;
  readonly capitals: number;
  readonly asks: boolean;
  readonly exclaims: boolean;
}

/** Writes the features of turns into rows. Keeps its working memory, so one of them serves many conversations. */
export class TurnFeatures {
  private readonly words = new HashedWords();
  private readonly seen = new Int32Array(hashedColumns).fill(-1);
  private readonly rows: SparseRowsBuilder;
  private row = 0;

  constructor(rows: SparseRowsBuilder) {
    this.rows = rows;
  }

  /** One row for each turn of the customer, in order. @returns the indexes of those turns */
  add({ turns, cues }: Conversation): number[] {
    const read = turns.map((turn) => this.read(turn.text));
    const ofCustomer: number[] = [];
    const ofRep: number[] = [];
    for (const [index, { speaker }] of turns.entries()) {
      if (speaker === 'customer') {
        this.turn(index, { read, cues, ofCustomer, ofRep });
        ofCustomer.push(index);
      } else if (speaker === 'rep') ofRep.push(index);
    }
    return ofCustomer;
  }

  private read(text: string): ReadTurn {
    const { words } = this;
    words.read(text);
    const hashes = words.hashes.slice(0, words.count);
    return {
      hashes,
      distinct: new Set(hashes),
      letters: words.letters,
      capitals: words.capitals,
      asks: words.questions > 0,
      exclaims: words.exclamations > 0,
    };
  }

  private turn(
    index: number,
    before: {
      readonly read: readonly ReadTurn[];
      readonly cues: Conversation['cues'];
      readonly ofCustomer: readonly number[];
      readonly ofRep: readonly number[];
    },
  ): void {
    const { read, cues, ofCustomer, ofRep } = before;
    const own = read[index]!;
    const repAt = ofRep.at(-1);
    const rep = repAt === undefined ? undefined : read[repAt]!;
    const earlier = ofCustomer.at(-1);
    this.block(own.hashes, salt.own, weight.own, true);
    if (rep) this.block(rep.hashes, salt.repBefore, weight.repBefore, true);
    if (earlier !== undefined) this.block(read[earlier]!.hashes, salt.ownBefore, weight.ownBefore, false);
    this.cues(cues[index], salt.cues);
    if (repAt !== undefined) this.cues(cues[repAt], salt.cuesBefore);
    const again = (one: ReadTurn, others: readonly number[]): number =>
      others.slice(-lookBack).reduce((most, other) => Math.max(most, overlap(one.distinct, read[other]!.distinct)), 0);
    this.place([
      Number(ofCustomer.length === 0),
      Number(ofCustomer.length === 1),
      Math.log1p(ofCustomer.length),
      Math.log1p(own.hashes.length),
      Number(own.hashes.length <= 3),
      Number(own.hashes.length > 20),
      Number(own.asks),
      Number(own.exclaims),
      own.letters > 0 ? own.capitals / own.letters : 0,
      again(own, ofCustomer),
      Number(rep === undefined),
      rep ? again(rep, ofRep.slice(0, -1)) : 0,
      rep ? Math.log1p(rep.hashes.length) : 0,
      Number(rep?.asks === true),
      rep ? overlap(own.distinct, rep.distinct) : 0,
      Number(repAt !== undefined && index - repAt > 1),
    ]);
    this.rows.endRow();
    this.row++;
  }

  // Words and pairs of words, each once, the whole block of length `size` however long the turn is.
  private block(hashes: Int32Array, ofBlock: number, size: number, pairs: boolean): void {
    const from = this.rows.size;
    for (let at = 0; at < hashes.length; at++) {
      this.hashed(mixed(hashes[at]!, ofBlock), 1);
      // 1 stands for the beginning of the turn.
      if (pairs) this.hashed(mixed(Math.imul(at > 0 ? hashes[at - 1]! : 1, 31) + hashes[at]!, ofBlock + 1), 1);
    }
    const put = this.rows.size - from;
    if (put > 0) this.rows.scale(from, size / Math.sqrt(put));
  }

  private cues(heard: ArrayLike<number> | undefined, ofBlock: number): void {
    for (let at = 0; at < (heard?.length ?? 0); at++) this.hashed(mixed(heard![at]!, ofBlock), weight.cues);
  }

  // The sign comes from the hash too, so that words which share a column cancel out rather than add up (Weinberger 2009).
  private hashed(hash: number, value: number): void {
    const column = hash & (hashedColumns - 1);
    if (this.seen[column] === this.row) return;
    this.seen[column] = this.row;
    this.rows.put(column, hash & 0x40000000 ? value : -value);
  }

  private place(values: readonly number[]): void {
    for (const [at, value] of values.entries())
      if (value !== 0) this.rows.put(hashedColumns + at, value * weight.placed);
  }
}

/** Words in both, as a share of the shorter one's. */
function overlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both / Math.max(1, Math.min(one.size, other.size));
}
