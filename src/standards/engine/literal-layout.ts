// How the phrases of a `LiteralSet` lie in memory: by how many of their first bytes they are known, one bit and one chain of phrases
// for each hash of those.
import { entry, type Family, filterHash, headHash, type Kind, part } from './literal-kernel.ts';

/** Phrases are known by the most of so many first bytes that they have; first by those of them that stand before the plus. */
const sizes = [
  [8, 8],
  [8, 4],
  [8, 0],
  [6, 0],
  [4, 0],
  [3, 0],
  [2, 0],
  [1, 0],
] as const;
/** Bits of a filter for each phrase, as a power of two: the fewer are set, the fewer words are looked at in vain. */
const spareBits = 7;
/** The same for beginnings of chains. */
const spareHeads = 2;
const fewestBits = 10;

interface Literal {
  readonly number: number;
  readonly bytes: Buffer;
}

export class LiteralLayout {
  readonly families: readonly Family[];
  /** Where the phrases end. */
  readonly end: number;
  /** The most phrases that may begin at one word. */
  readonly most: number;
  private readonly chains: { readonly head: number; readonly chain: readonly Literal[] }[] = [];
  /** Addresses of filters and the bits that are set there. */
  private readonly bits: { readonly filter: number; readonly hash: number }[] = [];
  private readonly begin: number;

  /** @param phrases in small letters @param from the first address that may be used */
  constructor(phrases: readonly string[], from: number) {
    const literals = phrases.map((phrase, number) => ({ number, bytes: Buffer.from(phrase) }));
    const bySize = Map.groupBy(literals, ({ bytes }) => sizes.find(([first, more]) => bytes.length >= first + more)!);
    const families: Family[] = [];
    let at = from;
    let most = 0;
    for (const bytes of new Set(sizes.map(([first]) => first))) {
      const own = sizes.filter((size) => size[0] === bytes && bySize.has(size));
      if (own.length === 0) continue;
      const all = own.flatMap((size) => bySize.get(size)!);
      const bits = bitsFor(all.length, spareBits);
      const family = { bytes, bits, filter: at, kinds: [] as Kind[] };
      at += 2 ** bits / 8;
      for (const one of all) this.bits.push({ filter: family.filter, hash: filterHash(eightOf(one.bytes, 0), family) });
      for (const size of own) {
        const literalsOf = bySize.get(size)!;
        const kind = { more: size[1], bits: bitsFor(literalsOf.length, spareHeads), heads: at };
        at += 4 * 2 ** kind.bits;
        family.kinds.push(kind);
        const hash = ({ bytes: own }: Literal): number => headHash(eightOf(own, 0), eightOf(own, bytes), bytes, kind);
        const chains = Map.groupBy(literalsOf, hash);
        for (const [index, chain] of chains) this.chains.push({ head: kind.heads + 4 * index, chain });
        most += Math.max(...[...chains.values()].map(({ length }) => length));
      }
      families.push(family);
    }
    this.families = families;
    this.begin = Math.ceil(at / 16) * 16;
    this.most = most;
    this.end = this.begin + literals.reduce((sum, one) => sum + sizeOf(one), 0);
  }

  /** Writes it all to memory that is zero. */
  writeTo(memory: Buffer): void {
    let at = this.begin;
    for (const { filter, hash } of this.bits) memory[filter + (hash >>> 3)]! |= 1 << (hash & 7);
    for (const { head, chain } of this.chains) {
      memory.writeInt32LE(at, head);
      for (const [index, literal] of chain.entries()) {
        const behind = at + sizeOf(literal);
        memory.writeInt32LE(index === chain.length - 1 ? 0 : behind, at + entry.next);
        memory.writeInt32LE(literal.number, at + entry.phrase);
        memory.writeInt32LE(literal.bytes.length, at + entry.length);
        for (let from = 0; from < literal.bytes.length; from += 8)
          writePart(memory, at + entry.parts + (from / 8) * part.size, literal.bytes, from);
        at = behind;
      }
    }
  }
}

const bitsFor = (count: number, spare: number): number => Math.max(fewestBits, Math.ceil(Math.log2(count)) + spare);

const sizeOf = ({ bytes }: Literal): number => entry.parts + Math.ceil(bytes.length / 8) * part.size + 8;

function writePart(memory: Buffer, at: number, bytes: Buffer, from: number): void {
  const count = Math.min(8, bytes.length - from);
  memory.writeBigUInt64LE((1n << BigInt(8 * count)) - 1n, at + part.counts);
  memory.writeBigUInt64LE(eightOf(bytes, from), at + part.letters);
  for (let one = 0; one < count; one++) {
    const byte = bytes[from + one]!;
    // Only of letters may the bit be either: of other bytes it would make others.
    memory[at + part.capital + one] = byte >= 0x61 && byte <= 0x7a ? 0x20 : 0;
  }
}

/** Up to eight bytes as one number, the first one lowest. */
function eightOf(bytes: Buffer, from: number): bigint {
  let number = 0n;
  for (let at = Math.min(bytes.length, from + 8) - 1; at >= from; at--) number = (number << 8n) | BigInt(bytes[at]!);
  return number;
}
