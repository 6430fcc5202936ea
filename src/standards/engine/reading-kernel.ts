// The inner loop of reading: from word to word for as long as the same letters were read before, sixteen bytes at a time. What was
// never read, figures and signs are left to the tokeniser. In WebAssembly: JavaScript takes five times as long.
import { mark, marks } from './characters.ts';
import { role } from './word-roles.ts';
import {
  assemble,
  block,
  bytes16,
  type Code,
  get,
  i32,
  i64,
  jump,
  jumpIf,
  loop,
  type Routine,
  set,
  tee,
  type Variable,
  type Variables,
  when,
} from './web-assembly.ts';

/** Words of so many letters and more are not kept. */
export const longest = 16;
/**
 * How letters that were read lie in memory: sixteen bytes in small letters, then the words they are, an id plus 1 each and 0 behind the last, and
 * what any of these may do to others. */
export const kept = { words: 16, mostWords: 2, roles: 28, size: 32, together: 4 } as const;
const setBits = 13;

/** Addresses in memory. Numbers of 32 bits come first: the tokeniser and the loop tell each other by them. */
export const cell = {
  /** How many words there are. */
  count: 0,
  /** Bits of all bytes since the last word. */
  gap: 4,
  /** What any word of the turn may do to others. */
  roles: 8,
  turn: 12,
  /** Where the text begins. */
  text: 16,
  /** Where ids begin, how many bytes they have room for, and the address at which they are full. */
  ids: 20,
  stride: 24,
  full: 28,
  /** Of the letters cut last: the letters, and where those that share their hash are kept. */
  letters: 32,
  home: 48,
} as const;
const kinds = 64;
const masks = kinds + 256;
export const keptAt = masks + 16 * longest;
/**
 * Behind these and a few zeros, so that something stands before the first, lie the words: each array of four bytes to a word, and one
 * of one byte; and behind them the text.
 */
export const wordsAt = keptAt + ((kept.size * kept.together) << setBits) + 16;

/** Writes what doesn't change: what each byte is, and which of sixteen bytes count. */
export function writeTables(bytes: Uint8Array): void {
  bytes.set(marks.subarray(0, 256), kinds);
  for (let size = 0; size < longest; size++) bytes.fill(255, masks + 16 * size, masks + 17 * size);
}

/** What stands between two words, by the bits of all bytes there: as in `pause`. */
const pauseOf = (gap: Code): Code => i32.and(gap, i32.xor(i32.and(i32.right(gap, i32.of(1)), i32.of(1)), i32.of(3)));

/**
 * The module with `read(at, end)`: pushes words from `at` on and gives the address at which it needs help: a word begins there that
 * was never read, or a sign stands there; the end where there is none. And `cut(at)`: how many letters the word at `at` has,
 * 0 where that needs help.
 */
export function readingModule(memory: number): Uint8Array<ArrayBuffer> {
  const cut: Routine = {
    name: 'cut',
    takes: 1,
    write: ([at], variables) => {
      const word = new Cut(at!, variables);
      return [
        block((help) => [
          word.size(help),
          i32.put(i32.of(cell.home), word.home()),
          bytes16.put(i32.of(cell.letters), get(word.letters)),
          get(word.length),
          0x0f,
        ]),
        i32.of(0),
      ];
    },
  };
  const read: Routine = {
    name: 'read',
    takes: 2,
    write: ([at, end], variables) => {
      const number = (): Variable => variables.new('i32');
      const [text, stride, full, turn, gap, kind, roles] = Array.from({ length: 7 }, number) as Seven;
      const [slot, pauses, row, behind, word, last, beforeLast] = Array.from({ length: 7 }, number) as Seven;
      const third = number();
      const cutting = new Cut(at!, variables);
      const cellAt = (address: number): Code => i32.at(i32.of(address));
      const add = (variable: Variable, value: Code): Code => set(variable, i32.add(get(variable), value));
      const has = (bits: Code): Code => set(roles, i32.or(get(roles), bits));
      return [
        bytes16.put(get(end!), bytes16.all(0)),
        set(text, cellAt(cell.text)),
        set(stride, cellAt(cell.stride)),
        set(full, cellAt(cell.full)),
        set(turn, cellAt(cell.turn)),
        set(gap, cellAt(cell.gap)),
        set(roles, cellAt(cell.roles)),
        set(slot, i32.add(cellAt(cell.ids), i32.left(cellAt(cell.count), i32.of(2)))),
        set(pauses, i32.add(i32.add(cellAt(cell.ids), i32.left(get(stride), i32.of(2))), cellAt(cell.count))),
        // Ids as they are kept: plus 1.
        [last, beforeLast, third].map((one, index) =>
          set(one, i32.add(i32.at(i32.sub(get(slot), i32.of(4 * index + 4))), i32.of(1))),
        ),
        block((help) =>
          loop((next) => [
            jumpIf(help, i32.atLeast(get(slot), get(full))),
            loop((further) => [
              jumpIf(help, i32.atLeast(get(at!), get(end!))),
              set(kind, kindAt(get(at!))),
              when(i32.less(get(kind), i32.of(mark.letter)), [
                set(gap, i32.or(get(gap), get(kind))),
                add(at!, i32.of(1)),
                jump(further),
              ]),
            ]),
            jumpIf(help, i32.and(get(kind), i32.of(mark.asked))),
            cutting.size(help),
            set(row, cutting.home()),
            set(behind, i32.add(get(row), i32.of(kept.size * kept.together))),
            block((known) => [
              loop((another) => [
                jumpIf(known, i32.isZero(bytes16.any(bytes16.xor(get(cutting.letters), bytes16.at(get(row)))))),
                jumpIf(another, i32.less(tee(row, i32.add(get(row), i32.of(kept.size))), get(behind))),
              ]),
              jump(help),
            ]),
            has(i32.at(get(row), kept.roles)),
            block((done) =>
              loop((more) => [
                jumpIf(done, i32.isZero(tee(word, i32.at(get(row), kept.words)))),
                i32.put(get(slot), i32.sub(get(word), i32.of(1))),
                i32.put(i32.add(get(slot), get(stride)), get(turn)),
                i32.put(i32.add(get(slot), i32.left(get(stride), i32.of(1))), i32.sub(get(at!), get(text))),
                i32.put(
                  i32.add(get(slot), i32.times(get(stride), i32.of(3))),
                  i32.sub(i32.add(get(at!), get(cutting.length)), get(text)),
                ),
                i32.putByte(get(pauses), pauseOf(get(gap))),
                has(i32.left(i32.and(get(gap), i32.of(mark.hyphen)), i32.of(cutOffBit))),
                has(
                  i32.left(
                    i32.or(
                      i32.equal(get(word), get(last)),
                      i32.or(i32.equal(get(word), get(beforeLast)), i32.equal(get(word), get(third))),
                    ),
                    i32.of(againBit),
                  ),
                ),
                set(third, get(beforeLast)),
                set(beforeLast, get(last)),
                set(last, get(word)),
                set(gap, i32.of(0)),
                add(slot, i32.of(4)),
                add(pauses, i32.of(1)),
                add(row, i32.of(4)),
                jump(more),
              ]),
            ),
            add(at!, get(cutting.length)),
            jump(next),
          ]),
        ),
        i32.put(i32.of(cell.count), i32.right(i32.sub(get(slot), cellAt(cell.ids)), i32.of(2))),
        i32.put(i32.of(cell.gap), get(gap)),
        i32.put(i32.of(cell.roles), get(roles)),
        get(at!),
      ];
    },
  };
  return assemble([cut, read], memory);
}

type Seven = [Variable, Variable, Variable, Variable, Variable, Variable, Variable];
const againBit = Math.log2(role.again);
const cutOffBit = Math.log2(role.cutOff / mark.hyphen);

const kindAt = (address: Code, offset = 0): Code => i32.byteAt(i32.byteAt(address, offset), kinds);

/** The letters of one word. */
class Cut {
  readonly letters: Variable;
  readonly length: Variable;
  private readonly at: Variable;
  private readonly kind: Variable;
  private readonly others: Variable;

  constructor(at: Variable, variables: Variables) {
    this.at = at;
    this.letters = variables.new('v128');
    this.length = variables.new('i32');
    this.kind = variables.new('i32');
    this.others = variables.new('i32');
  }

  /** Leaves the word's `length` and `letters`, an apostrophe among them with letters on both its sides; goes to `help` where it may be longer. */
  size(help: Parameters<typeof jump>[0]): Code {
    const { at, letters, length, kind, others } = this;
    const until = (stops: Code): Code => set(length, i32.zerosBelow(stops));
    const needsHelp = (bits: number): Code => jumpIf(help, i32.and(get(kind), i32.of(bits)));
    return [
      set(letters, bytes16.or(bytes16.at(get(at)), bytes16.all(0x20))),
      // One bit for each byte that is no letter, and one behind them.
      set(
        others,
        i32.xor(bytes16.bits(bytes16.less(bytes16.sub(get(letters), bytes16.all(0x61)), bytes16.all(26))), i32.of(-1)),
      ),
      until(get(others)),
      jumpIf(help, i32.atLeast(get(length), i32.of(longest))),
      set(kind, kindAt(i32.add(get(at), get(length)))),
      when(i32.and(get(kind), i32.of(mark.apostrophe | mark.beyond)), [
        needsHelp(mark.beyond),
        set(kind, kindAt(i32.add(get(at), get(length)), 1)),
        needsHelp(mark.beyond),
        when(i32.and(get(kind), i32.of(mark.letter)), [
          until(i32.xor(get(others), i32.left(i32.of(1), get(length)))),
          jumpIf(help, i32.atLeast(get(length), i32.of(longest))),
          set(kind, kindAt(i32.add(get(at), get(length)))),
          needsHelp(mark.apostrophe | mark.beyond),
        ]),
      ]),
      set(letters, bytes16.and(get(letters), bytes16.at(i32.left(get(length), i32.of(4)), masks))),
    ];
  }

  /** Where letters with the same hash are kept. */
  home(): Code {
    const first = bytes16.half(get(this.letters), 0);
    const rest = i64.times(bytes16.half(get(this.letters), 1), i64.of(0x9fb21c651e98df25n));
    const hash = i64.right(i64.times(i64.xor(first, rest), i64.of(0x9e3779b97f4a7c15n)), i64.of(BigInt(64 - setBits)));
    return i32.add(i32.times(i32.ofLong(hash), i32.of(kept.size * kept.together)), i32.of(keptAt));
  }
}
