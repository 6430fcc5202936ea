// The inner loop of `LiteralSet`: 64 bytes at a time, where words begin; there, whether the bytes that follow could begin one of the
// phrases; only then each of those, byte by byte. In WebAssembly, see there why.
import {
  assemble,
  block,
  bytes16,
  call,
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

/** Bytes looked at together. */
export const blockSize = 64;

/** Turns capitals into small letters, and some other bytes into others: what is only looked up by a hash may be mixed up. */
export const small = 0x2020202020202020n;
const mixer = 0x9e3779b97f4a7c15n;

/** Phrases of which as many first bytes are looked up at once. */
export interface Family {
  /** 1 to 8. */
  readonly bytes: number;
  /** How many bits of the hash tell. */
  readonly bits: number;
  /** Address of one bit for each hash: 1 where some phrase has it. */
  readonly filter: number;
  readonly kinds: readonly Kind[];
}

/** Those phrases of a family that are known by as many bytes behind its first ones: else many would begin alike. */
export interface Kind {
  /** 0, 4 or 8. */
  readonly more: number;
  readonly bits: number;
  /** Address of the first phrase for each hash, 4 bytes each; 0 where there is none. */
  readonly heads: number;
}

/** How a phrase lies in memory: the address of the next with its hash, its number, how many bytes it has, then eight by eight. */
export const entry = { next: 0, phrase: 4, length: 8, parts: 16 } as const;
/** Eight bytes of a phrase: which of them count, which of their bits tell only capitals from small letters, and the letters. */
export const part = { counts: 0, capital: 8, letters: 16, size: 24 } as const;

const keptOf = (bytes: number): bigint => BigInt.asUintN(8 * bytes, -1n);

const hashOf = (key: bigint, bits: number): number => Number(BigInt.asUintN(64, key * mixer) >> BigInt(64 - bits));

/** The hash of a phrase's first bytes in a family, the first byte lowest. */
export function filterHash(first: bigint, { bytes, bits }: Pick<Family, 'bytes' | 'bits'>): number {
  return hashOf((first | small) & keptOf(bytes), bits);
}

/** The hash of these and of the bytes that come next, in a kind. */
export function headHash(
  first: bigint,
  next: bigint,
  bytes: number,
  { more, bits }: Pick<Kind, 'more' | 'bits'>,
): number {
  const key = (first | small) & keptOf(bytes);
  return hashOf(more === 0 ? key : BigInt.asUintN(64, key * mixer) ^ ((next | small) & keptOf(more)), bits);
}

/**
 * The module with `scan(from, end, out, full)`: looks from `from`, behind which at least `blockSize` bytes may be read past `end`,
 * writes the number of each phrase and the address where it begins to `out`, and stops at the first block's beginning at which
 * `out` is `full`. Gives where it stopped; where the finds end stands at `stopped`.
 * @param wordBytes address of 256 bytes, 1 for each that is part of a word
 */
export function literalModule(
  families: readonly Family[],
  { wordBytes, stopped, memory }: { readonly wordBytes: number; readonly stopped: number; readonly memory: number },
): Uint8Array<ArrayBuffer> {
  const isWord = (address: Code): Code => i32.byteAt(i32.byteAt(address), wordBytes);
  const compare: Routine = {
    name: 'compare',
    takes: 3,
    write: ([phrase, at, out], variables) => {
      const [text, behind, parts] = [variables.new('i32'), variables.new('i32'), variables.new('i32')];
      const letters = i64.or(
        i64.and(i64.at(get(text)), i64.at(get(parts), part.counts)),
        i64.at(get(parts), part.capital),
      );
      return [
        loop((next) => [
          block((other) => [
            set(text, get(at!)),
            set(behind, i32.add(get(at!), i32.at(get(phrase!), entry.length))),
            set(parts, i32.add(get(phrase!), i32.of(entry.parts))),
            loop((more) => [
              jumpIf(other, i64.differ(letters, i64.at(get(parts), part.letters))),
              set(parts, i32.add(get(parts), i32.of(part.size))),
              jumpIf(more, i32.less(tee(text, i32.add(get(text), i32.of(8))), get(behind))),
            ]),
            jumpIf(other, isWord(get(behind))),
            i32.put(get(out!), i32.at(get(phrase!), entry.phrase)),
            i32.put(get(out!), get(at!), 4),
            set(out!, i32.add(get(out!), i32.of(8))),
          ]),
          jumpIf(next, tee(phrase!, i32.at(get(phrase!), entry.next))),
        ]),
        get(out!),
      ];
    },
  };
  const scan: Routine = {
    name: 'scan',
    takes: 4,
    write: ([from, end, out, full], variables) => {
      const [words, starts, before] = [variables.new('i64'), variables.new('i64'), variables.new('i64')];
      const at = variables.new('i32');
      const first = variables.new('i64');
      const phrase = variables.new('i32');
      const hash = variables.new('i32');
      return [
        set(before, i64.ofShort(isWord(i32.sub(get(from!), i32.of(1))))),
        block((finished) =>
          loop((further) => [
            jumpIf(finished, i32.atLeast(get(from!), get(end!))),
            jumpIf(finished, i32.atLeast(get(out!), get(full!))),
            set(words, wordBits(get(from!), variables)),
            // A word begins at a byte of a word behind one that is of none.
            set(
              starts,
              i64.and(get(words), i64.xor(i64.or(i64.left(get(words), i64.of(1n)), get(before)), i64.of(-1n))),
            ),
            set(before, i64.right(get(words), i64.of(63n))),
            block((none) =>
              loop((next) => [
                jumpIf(none, i64.isZero(get(starts))),
                set(at, i32.add(get(from!), i32.ofLong(i64.zerosBelow(get(starts))))),
                set(starts, i64.and(get(starts), i64.sub(get(starts), i64.of(1n)))),
                set(first, i64.or(i64.at(get(at)), i64.of(small))),
                families.map((family) =>
                  when(
                    mayBegin(family, hash, first),
                    family.kinds.map((kind) =>
                      when(
                        tee(phrase, i32.at(i32.left(headOf(first, at, family.bytes, kind), i32.of(2)), kind.heads)),
                        set(out!, call(0, get(phrase), get(at), get(out!))),
                      ),
                    ),
                  ),
                ),
                jump(next),
              ]),
            ),
            set(from!, i32.add(get(from!), i32.of(blockSize))),
            jump(further),
          ]),
        ),
        i32.put(i32.of(stopped), get(out!)),
        get(from!),
      ];
    },
  };
  return assemble([compare, scan], memory);
}

// One bit for each of 64 bytes: is it a letter, a figure or a low line?
function wordBits(from: Code, variables: Variables): Code {
  const bytes = variables.new('v128');
  const within = (low: number, count: number, of: Code): Code =>
    bytes16.less(bytes16.sub(of, bytes16.all(low)), bytes16.all(count));
  const sixteen = (offset: number): Code => [
    set(bytes, bytes16.at(from, offset)),
    bytes16.bits(
      bytes16.or(
        within(0x61, 26, bytes16.or(get(bytes), bytes16.all(0x20))),
        bytes16.or(within(0x30, 10, get(bytes)), bytes16.equal(get(bytes), bytes16.all(0x5f))),
      ),
    ),
  ];
  const part = (index: number): Code => i64.left(i64.ofShort(sixteen(16 * index)), i64.of(BigInt(16 * index)));
  return i64.or(i64.or(part(0), part(1)), i64.or(part(2), part(3)));
}

const keyOf = (first: Variable, bytes: number): Code =>
  bytes === 8 ? get(first) : i64.and(get(first), i64.of(keptOf(bytes)));
const mixed = (key: Code): Code => i64.times(key, i64.of(mixer));
const highest = (bits: number, of: Code): Code => i32.ofLong(i64.right(of, i64.of(BigInt(64 - bits))));

function mayBegin({ bytes, bits, filter }: Family, hash: Variable, first: Variable): Code {
  return [
    set(hash, highest(bits, mixed(keyOf(first, bytes)))),
    i32.and(i32.right(i32.byteAt(i32.right(get(hash), i32.of(3)), filter), i32.and(get(hash), i32.of(7))), i32.of(1)),
  ];
}

function headOf(first: Variable, at: Variable, bytes: number, { more, bits }: Kind): Code {
  const key = keyOf(first, bytes);
  if (more === 0) return highest(bits, mixed(key));
  const next = i64.and(i64.or(i64.at(get(at), bytes), i64.of(small)), i64.of(keptOf(more)));
  return highest(bits, mixed(i64.xor(mixed(key), next)));
}
