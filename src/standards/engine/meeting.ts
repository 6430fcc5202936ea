// Where in a contact phrases could stand, by cue: each word brings the phrases that are looked for around it, those of them stay around
// which stands what they need. Nothing is made for a contact.
import type { AnchorRows } from './anchor-rows.ts';
import { type Asked, asked } from './asked-of.ts';
import type { ContactWords } from './contact-words.ts';
import { met, meetingModule, row } from './meeting-kernel.ts';
import { afterOf, beforeOf, bitBytes, blockBytes, blockShift, inBlock, sizes, widest } from './surroundings.ts';
import { type Running, start } from './web-assembly.ts';
import { addWideBit, wideSize } from './word-sets.ts';

// Addresses in memory. Behind the tables stand the blocks of a stretch of a contact, and behind them what was met.
const stopped = 0;
const looked = 4;
const firstTable = 64;
/** Words whose surroundings are in memory at once. */
const stretch = 2048;
const pageSize = 65_536;
/** What is met of one contact takes at most so many bytes, tables and all: hundreds of hours of speech take less. */
const mostMemory = 512 * 1024 * 1024;
/** More than so many are let go before the next contact. */
const mostKept = 64 * 1024 * 1024;
/** Blocks of one word's surroundings: those of words around which something may be passed over are made up apart. */
const apart = 1 + 1 + widest;
// Names of this module's own: those of another are looked up anew at every use. In numbers of 32 bits.
const blockNumbers = blockBytes / 4;
const positionAt = met.position / 4;
const placeAt = met.place / 4;

export class Meeting {
  private readonly module: Uint8Array<ArrayBuffer>;
  private running: Running<'load' | 'scan'>;
  private numbers: Int32Array;
  private readonly heads: number;
  private readonly cues: number;
  private readonly apart: number;
  private readonly blocks: number;
  private readonly nobody: number;
  /** How many bytes one word's rows may bring. */
  private readonly mostMet: number;
  /** Where what is met begins, and ends so far. */
  private readonly first: number;
  private out = 0;
  /** Of which place the first block is, and how many there are. */
  private base = 0;
  private loaded = 0;
  private rowsRead = 0;
  private readonly roomAtFirst: number;
  private isFull = false;

  /** @param words how many words there are, the last of which stands behind turns and is none @param cues how many there are */
  constructor({ from, rows, most }: AnchorRows, words: number, cues: number) {
    this.nobody = words - 1;
    this.cues = cues;
    this.mostMet = most * met.size;
    const bits = firstTable;
    const fromAt = bits + words * bitBytes;
    const rowsAt = aligned(fromAt + from.byteLength);
    this.heads = aligned(rowsAt + rows.byteLength);
    const passing = aligned(this.heads + 4 * cues);
    this.apart = aligned(passing + 4 * (most + 1), blockBytes);
    // Before the first block stand as many as a window may reach back.
    this.blocks = this.apart + (apart + widest) * blockBytes;
    const behind = stretch + 2 * widest;
    this.first = this.blocks + behind * blockBytes;
    this.module = meetingModule({
      bits,
      from: fromAt,
      groups: asked.count,
      heads: this.heads,
      passing,
      looked,
      stopped,
      memory: this.first + this.mostMet + pageSize,
    });
    this.running = start(this.module);
    this.numbers = new Int32Array(this.running.memory.buffer);
    this.roomAtFirst = this.numbers.byteLength;
    for (let word = 0; word < this.nobody; word++) addWideBit(this.numbers, bits / 4 + word * wideSize, word);
    for (const [at, first] of from.entries()) this.numbers[fromAt / 4 + at] = rowsAt + first * row.size;
    this.numbers.set(rows, rowsAt / 4);
    for (let block = this.apart; block < this.first; block += blockBytes) {
      const at = (block + inBlock.anything) / 4;
      this.numbers.fill(-1, at, at + wideSize);
    }
  }

  /** How many rows were looked at so far. */
  get work(): number {
    return this.rowsRead;
  }

  /**
   * Takes in the words of a contact, each turn for what it is listened for.
   * @returns whether all that is met has room; where it has none, nothing is known to be met
   */
  read(words: ContactWords, listening: readonly Asked[]): boolean {
    if (this.numbers.byteLength > mostKept && this.numbers.byteLength > this.roomAtFirst) this.shrink();
    this.isFull = false;
    this.meet(words, listening);
    if (this.isFull) this.forget();
    this.rowsRead += this.numbers[looked / 4]! / row.size;
    return !this.isFull;
  }

  private meet(words: ContactWords, listening: readonly Asked[]): void {
    const { numbers } = this;
    const { count, turns } = words;
    this.forget();
    numbers[looked / 4] = 0;
    this.out = this.first;
    for (let from = 1; from < count; from += stretch) {
      const until = Math.min(count, from + stretch);
      this.load(words, from - widest, until + widest);
      for (let place = from; place < until;) {
        const turn = turns[place]!;
        // Behind a turn's end stands one word more.
        const behind = Math.min(until, words.endOf(turn) + 2);
        if (words.skipping[place] === 1) this.scanSkipping(words, place, behind, listening[turn]!);
        else this.scan(place, this.blockOf(place), behind - place, listening[turn]!);
        if (this.isFull) return;
        place = behind;
      }
    }
  }

  private forget(): void {
    const { numbers, heads, cues } = this;
    numbers.fill(0, heads >> 2, (heads >> 2) + cues);
  }

  /** What was met last of a cue; 0 where nothing was. */
  last(cue: number): number {
    return this.numbers[(this.heads >> 2) + cue]! >>> 0;
  }

  /** What was met of the same cue before this; 0 where nothing was. */
  before(one: number): number {
    return this.numbers[one >>> 2]! >>> 0;
  }

  /** The position whose word was met. */
  position(one: number): number {
    return this.numbers[(one >>> 2) + positionAt]!;
  }

  /** Where it was met. */
  place(one: number): number {
    return this.numbers[(one >>> 2) + placeAt]!;
  }

  private blockOf(place: number): number {
    return this.blocks + (place - this.base) * blockBytes;
  }

  private load({ ids, count }: ContactWords, from: number, until: number): void {
    const { numbers, blocks, nobody } = this;
    this.base = from;
    this.loaded = until - from;
    let at = (blocks + inBlock.id) >> 2;
    for (let place = from; place < until; place++, at += blockNumbers)
      numbers[at] = place < 0 || place >= count ? nobody : ids[place]!;
    this.running.run.load(blocks, blocks + this.loaded * blockBytes);
  }

  private scan(place: number, block: number, count: number, { from, to }: Asked): void {
    const end = block + count * blockBytes;
    const shift = place - (block >> blockShift);
    for (let at = block; at < end;) {
      const full = this.numbers.byteLength - this.mostMet;
      at = this.running.run.scan(at, end, 4 * from, 4 * to, this.out, full, shift);
      this.out = this.numbers[stopped / 4]! >>> 0;
      if (this.out >= full) this.grow();
      if (this.isFull) return;
    }
  }

  // Where something may be passed over, what stands behind it is as near as what stands before it: each such word is looked at with
  // surroundings of its own.
  private scanSkipping(words: ContactWords, place: number, behind: number, listening: Asked): void {
    const here = this.apart + blockBytes;
    for (let at = place; at < behind && !this.isFull; at++) {
      const first = this.blockOf(at - 1) >> 2;
      this.numbers.copyWithin(this.apart >> 2, first, first + apart * blockNumbers);
      this.widen(at, words, here);
      this.scan(at, here, 1, listening);
    }
  }

  private widen(place: number, { ahead, back, count }: ContactWords, here: number): void {
    for (let near = 0; near < widest; near++) {
      if (place >= near && back[place - near] !== 0) this.reach(near, back[place - near]!, -1, back, here);
      if (place + near < count && ahead[place + near + 1] !== 0)
        this.reach(near, ahead[place + near + 1]!, 1, ahead, here);
    }
  }

  // So many words away may be passed over what lies before `edge`; where more may be passed over there, anything is near.
  private reach(near: number, edge: number, direction: 1 | -1, skips: Int32Array, here: number): void {
    const { numbers } = this;
    for (let window = 0; window < sizes.length; window++) {
      const size = sizes[window]!;
      if (near >= size) continue;
      let more = false;
      for (let at = 0; at < size && edge + direction * at >= 0; at++) more ||= skips[edge + direction * at]! !== 0;
      const last = direction > 0 ? edge + size - 1 : edge - 1;
      // What is not in memory may be anything.
      more ||= last - size < this.base || last >= this.base + this.loaded;
      const source = (this.blockOf(last) + window * bitBytes) >> 2;
      const target = (here + (direction > 0 ? afterOf(window) : beforeOf(window))) >> 2;
      for (let at = 0; at < wideSize; at++) numbers[target + at]! |= more ? -1 : numbers[source + at]!;
    }
  }

  // Each time as much again, up to the most.
  private grow(): void {
    const { byteLength } = this.numbers;
    const more = Math.min(byteLength, mostMemory - byteLength);
    this.isFull = more <= 0;
    if (this.isFull) return;
    this.running.memory.grow(more / pageSize);
    this.numbers = new Int32Array(this.running.memory.buffer);
  }

  // Memory never gets smaller: so another takes its place, with the tables.
  private shrink(): void {
    const tables = this.numbers.subarray(0, this.first / 4);
    this.running = start(this.module);
    this.numbers = new Int32Array(this.running.memory.buffer);
    this.numbers.set(tables);
  }
}

const aligned = (address: number, to = bitBytes): number => Math.ceil(address / to) * to;
