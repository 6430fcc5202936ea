// Words in typed arrays, and letters folded to their base: case and accents go.
import { mark } from './characters.ts';
import { cell, kept, readingModule, wordsAt, writeTables } from './reading-kernel.ts';
import { type Running, start } from './web-assembly.ts';
import { role } from './word-roles.ts';

/** What stands between a word and the one before it. */
export const pause = { none: 0, comma: 1, sentence: 2 } as const;

const reading = readingModule(wordsAt);
const firstRoom = 4096;
const pageSize = 65_536;
/** More memory than this is let go once what filled it is forgotten. */
const mostKept = 32 * 1024 * 1024;
/** How far before a word the same one may stand so that it is there again. */
const repeats = 3;
/** Bytes of one word in all arrays. */
const bytesOfWord = 4 + 4 + 4 + 4 + 1;

/** Words in a row. The arrays lie in the memory of a module that reads known words, see `KnownWords`: others stand here when they have grown. */
export class Words {
  ids!: Int32Array;
  /** Which turn a word is of. */
  turns!: Int32Array;
  /** Where the word stands in its turn's text. */
  from!: Int32Array;
  to!: Int32Array;
  breaks!: Uint8Array;
  /** The value of a number, NaN for other words. */
  values = new Float64Array(0);
  count = 0;
  /** The turn that is being read, what any of its words so far may do to others, see `role`, and what stands behind the last, see `mark`. */
  turn = 0;
  rolesHere = 0;
  gap = 0;
  /** The memory in which they lie, and all of it as numbers and as bytes. */
  running: Running<'read' | 'cut'> = start(reading);
  cells!: Int32Array;
  bytes!: Buffer;
  /** Where the text begins that is being read: behind the words. */
  textAt = wordsAt;
  private readonly rolesOf: Int32Array;
  private room = 0;
  /** Behind the last word that has a value. */
  private valued = 0;

  /** @param rolesOf by id, what a word may do to others */
  constructor(rolesOf: Int32Array) {
    this.rolesOf = rolesOf;
    this.reserve(firstRoom);
    writeTables(this.bytes);
  }

  /** Forgets the words. @returns whether the arrays are small ones again, after very many words or a very long text */
  clear(): boolean {
    const large = this.bytes.length > mostKept;
    if (large) this.shrink();
    else if (this.valued > 0) this.values.fill(Number.NaN, 0, this.valued);
    this.valued = 0;
    this.count = 0;
    this.turn = 0;
    this.rolesHere = 0;
    this.gap = 0;
    return large;
  }

  push(id: number, from: number, to: number): void {
    const at = this.count;
    if (at === this.room) this.reserve(2 * at);
    const { ids, gap } = this;
    this.count = at + 1;
    ids[at] = id;
    this.turns[at] = this.turn;
    this.from[at] = from;
    this.to[at] = to;
    this.breaks[at] = (gap & mark.sentence) === 0 ? gap & mark.comma : pause.sentence;
    this.gap = 0;
    this.rolesHere |= this.rolesOf[id]!;
    if ((gap & mark.hyphen) !== 0) this.rolesHere |= role.cutOff;
    for (let before = Math.max(0, at - repeats); before < at; before++)
      if (ids[before] === id) this.rolesHere |= role.again;
  }

  pushNumber(id: number, from: number, to: number, value: number): void {
    this.push(id, from, to);
    this.values[this.count - 1] = value;
    this.valued = this.count;
    this.rolesHere |= role.counts;
  }

  /** Leaves out all from `count` on. Up to there any may have got a value. */
  cut(count: number): void {
    if (count < this.count) this.values.fill(Number.NaN, count, this.count);
    this.count = count;
    this.valued = count;
  }

  /** Pushes known words from `start` of the text in memory on; gives where the first word or sign stands that needs a look, or `end`. */
  readKnown(start: number, end: number): number {
    const { cells, textAt } = this;
    cells[cell.count >> 2] = this.count;
    cells[cell.gap >> 2] = this.gap;
    cells[cell.turn >> 2] = this.turn;
    cells[cell.roles >> 2] = this.rolesHere;
    const at = this.running.run.read(textAt + start, textAt + end);
    this.count = cells[cell.count >> 2]!;
    this.gap = cells[cell.gap >> 2]!;
    this.rolesHere = cells[cell.roles >> 2]!;
    return at - textAt;
  }

  /** What the words from `first` on may do to others. */
  rolesFrom(first: number): number {
    let roles = 0;
    for (let at = first; at < this.count; at++) roles |= this.rolesOf[this.ids[at]!]!;
    return roles;
  }

  /** Makes room for a text of so many bytes. */
  reserveText(size: number): void {
    if (this.textAt + size > this.bytes.length) this.grow(size);
  }

  private reserve(room: number): void {
    const old = this.room === 0 ? [] : this.arrays.map((array) => array.slice());
    const values = new Float64Array(room).fill(Number.NaN);
    values.set(this.values);
    this.values = values;
    this.room = room;
    this.textAt = wordsAt + bytesOfWord * room;
    this.grow(pageSize);
    for (const [at, array] of old.entries()) this.arrays[at]!.set(array);
  }

  // Memory never gets smaller: so another takes its place, with the words that are known.
  private shrink(): void {
    const lasting = this.bytes.subarray(0, wordsAt);
    this.running = start(reading);
    this.room = 0;
    this.values = new Float64Array(0);
    this.reserve(firstRoom);
    this.bytes.set(lasting);
    this.tellPlaces();
  }

  private get arrays(): readonly (Int32Array | Uint8Array)[] {
    return [this.ids, this.turns, this.from, this.to, this.breaks];
  }

  // Behind the words there is room for a text of so many bytes.
  private grow(size: number): void {
    const { memory } = this.running;
    const { room } = this;
    memory.grow(Math.max(0, Math.ceil((this.textAt + size - memory.buffer.byteLength) / pageSize)));
    const { buffer } = memory;
    this.cells = new Int32Array(buffer);
    this.bytes = Buffer.from(buffer);
    const array = (index: number): Int32Array => new Int32Array(buffer, wordsAt + 4 * room * index, room);
    this.ids = array(0);
    this.turns = array(1);
    this.from = array(2);
    this.to = array(3);
    this.breaks = new Uint8Array(buffer, wordsAt + 16 * room, room);
    this.tellPlaces();
  }

  private tellPlaces(): void {
    const { room } = this;
    this.cells[cell.text >> 2] = this.textAt;
    this.cells[cell.ids >> 2] = wordsAt;
    this.cells[cell.stride >> 2] = 4 * room;
    this.cells[cell.full >> 2] = wordsAt + 4 * (room - kept.mostWords);
  }
}

// Lower-case base letter per UTF-16 unit: 0 no letter, 1 a mark that is passed over, filled as characters are met.
const folds = new Uint16Array(65536);
const unmet = 0xffff;
folds.fill(unmet);

/** The base letter of a UTF-16 unit in lower case: 0 where it is no letter or digit, 1 for a combining mark. */
export function fold(unit: number): number {
  const known = folds[unit]!;
  if (known !== unmet) return known;
  const letter = String.fromCharCode(unit);
  let folded = 0;
  if (/\p{M}/u.test(letter)) folded = 1;
  else if (/[\p{L}\p{N}]/u.test(letter)) folded = letter.normalize('NFD').toLowerCase().charCodeAt(0);
  folds[unit] = folded;
  return folded;
}
