// The one inner loop of all dense algebra, C -= A · Bᵀ on tiles of 128 × 128, in WebAssembly with two numbers to an instruction:
// some five times as quick as the same loop in JavaScript. The module is written out here instruction by instruction; there is
// no other source. It adds and multiplies in a fixed order without fused steps, so every machine gives the same bits.

/** Rows and columns of a tile. */
export const tile = 128;

const rowBytes = tile * 8;
const tileBytes = tile * rowBytes;
/** So many rows of A by so many of B are summed at once: their eight sums and six operands fit the registers. */
const high = 4;
const wide = 2;

// Variables of the function: three given (rows of A, rows of B, bytes of a row to go through), six addresses, then pairs of numbers.
const rowsOfA = 0;
const rowsOfB = 1;
const depth = 2;
const atA = 3;
const endA = 4;
const atB = 5;
const endB = 6;
const atC = 7;
const along = 8;
const sum = (r: number, c: number): number => 9 + r * wide + c;
const left = (r: number): number => 9 + high * wide + r;
const right = (c: number): number => 9 + high * wide + high + c;

// Instructions (WebAssembly Core Specification 2.0, index of instructions).
const get = (variable: number): number[] => [0x20, variable];
const set = (variable: number): number[] => [0x21, variable];
const number = (value: number): number[] => [0x41, ...signed(value)];
const plus = [0x6a];
const times = [0x6c];
const loop = [0x03, 0x40];
const end = [0x0b];
const loadPair = (offset: number): number[] => [0xfd, 0x00, 3, ...unsigned(offset)];
const loadOne = (offset: number): number[] => [0x2b, 3, ...unsigned(offset)];
const storeOne = (offset: number): number[] => [0x39, 3, ...unsigned(offset)];
const zeroPair = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const lane = (which: number): number[] => [0xfd, 0x21, which];
const timesPair = [0xfd, 0xf2, 0x01];
const plusPair = [0xfd, 0xf0, 0x01];
const plusOne = [0xa0];
const minusOne = [0xa1];
/** Adds to an address and goes round again while it is below its end. */
const again = (at: number, step: number, until: number): number[] =>
  [get(at), number(step), plus, set(at), get(at), get(until), [0x49], [0x0d, 0]].flat();

function body(): number[] {
  const tops = Array.from({ length: high }, (_, r) => r);
  const sides = Array.from({ length: wide }, (_, c) => c);
  const each = <T>(of: (r: number, c: number) => T): T[] => tops.flatMap((r) => sides.map((c) => of(r, c)));
  const code = [
    [number(0), set(atA), get(rowsOfA), number(rowBytes), times, set(endA)],
    [loop, number(tileBytes), set(atB), get(rowsOfB), number(rowBytes), times, number(tileBytes), plus, set(endB)],
    [get(atA), number(2 * tileBytes), plus, set(atC)],
    [loop, ...each((r, c) => [...zeroPair, ...set(sum(r, c))]), number(0), set(along)],
    [loop],
    tops.map((r) => [get(atA), get(along), plus, loadPair(r * rowBytes), set(left(r))].flat()),
    sides.map((c) => [get(atB), get(along), plus, loadPair(c * rowBytes), set(right(c))].flat()),
    each((r, c) => [get(sum(r, c)), get(left(r)), get(right(c)), timesPair, plusPair, set(sum(r, c))].flat()),
    [again(along, 16, depth), end],
    each((r, c) => {
      const at = r * rowBytes + c * 8;
      const both = [get(sum(r, c)), lane(0), get(sum(r, c)), lane(1), plusOne];
      return [get(atC), get(atC), loadOne(at), ...both, minusOne, storeOne(at)].flat();
    }),
    [get(atC), number(8 * wide), plus, set(atC), again(atB, wide * rowBytes, endB), end],
    [again(atA, high * rowBytes, endA), end, end],
  ].flat(2);
  const variables = [2, 6, 0x7f, high * wide + high + wide, 0x7b];
  return sized([...variables, ...code]);
}

function assemble(): Uint8Array<ArrayBuffer> {
  const name = (text: string): number[] => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  const parts = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    [1, ...sized([1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0])], // one type: three numbers in, none out
    [3, ...sized([1, 0])], // one function of it
    [5, ...sized([1, 0, Math.ceil((3 * tileBytes) / 65_536)])], // memory for three tiles
    [7, ...sized([2, ...name('memory'), 2, 0, ...name('subtract'), 0, 0])],
    [10, ...sized([1, ...body()])],
  ];
  return Uint8Array.from(parts.flat());
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128, seven bits to a byte. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}

/** What is used of the global WebAssembly, which neither the language's nor Node's types describe. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => {
    readonly exports: {
      readonly memory: { readonly buffer: ArrayBuffer };
      readonly subtract: (rowsOfA: number, rowsOfB: number, depth: number) => void;
    };
  };
};

const { memory, subtract } = new WebAssembly.Instance(new WebAssembly.Module(assemble())).exports;
const numbers = new Float64Array(memory.buffer);

/** The three tiles that `subtractTiles` works on, row after row, `tile` numbers to a row. */
export const tileA = numbers.subarray(0, tile * tile);
export const tileB = numbers.subarray(tile * tile, 2 * tile * tile);
export const tileC = numbers.subarray(2 * tile * tile, 3 * tile * tile);

/** C[m × n] -= A[m × k] · B[n × k]ᵀ on the three tiles; m, n and k multiples of four up to `tile`, none 0. */
export function subtractTiles(m: number, n: number, k: number): void {
  subtract(m, n, k * 8);
}
