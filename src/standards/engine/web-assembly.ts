// WebAssembly written out instruction by instruction, for the few inner loops that JavaScript would run several times slower: there
// is no other source and no tool that builds it. Numbers of instructions are those of the WebAssembly Core Specification 2.0.

/** Instructions in order. Blocks are numbered from the inside when they are written out, so a jump only names where it goes. */
export type Code = number | readonly Code[] | Block | Jump;
/** Where a jump goes: behind a block, or to the beginning of a loop. */
type Label = Readonly<Record<never, never>>;

interface Block {
  readonly opens: number;
  readonly label: Label;
  readonly body: Code;
  readonly other: Code | null;
}
interface Jump {
  readonly jumps: number;
  readonly to: Label;
}

const types = { i32: 0x7f, i64: 0x7e, v128: 0x7b } as const;
/** A variable of a function. */
export interface Variable {
  readonly index: number;
}

/** The variables of the function that is being written. */
export class Variables {
  readonly types: number[] = [];
  private readonly given: number;

  constructor(given: number) {
    this.given = given;
  }

  new(type: keyof typeof types): Variable {
    return { index: this.given + this.types.push(types[type]) - 1 };
  }
}

/** A function of whole numbers of 32 bits that gives one. */
export interface Routine {
  readonly name: string;
  readonly takes: number;
  readonly write: (given: readonly Variable[], variables: Variables) => Code;
}

/** A module of some functions over a memory of its own; each may call those before it by their index. */
export function assemble(routines: readonly Routine[], bytes: number): Uint8Array<ArrayBuffer> {
  const name = (text: string): number[] => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  const kinds = routines.map(({ takes }) => [
    0x60,
    takes,
    ...Array.from({ length: takes }, () => types.i32),
    1,
    types.i32,
  ]);
  const exported = routines.map((routine, index) => [...name(routine.name), 0, index]);
  return Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      [1, ...sized([routines.length, ...kinds.flat()])],
      [3, ...sized([routines.length, ...routines.keys()])],
      [5, ...sized([1, 0, ...unsigned(Math.ceil(bytes / 65_536))])],
      [7, ...sized([routines.length + 1, ...name('memory'), 2, 0, ...exported.flat()])],
      [10, ...sized([routines.length, ...routines.flatMap((one) => sized(bodyOf(one)))])],
    ].flat(),
  );
}

function bodyOf({ takes, write }: Routine): number[] {
  const variables = new Variables(takes);
  const code = write(
    Array.from({ length: takes }, (_, index) => ({ index })),
    variables,
  );
  const out = [variables.types.length, ...variables.types.flatMap((type) => [1, type])];
  put(code, [], out);
  out.push(0x0b);
  return out;
}

function put(code: Code, open: readonly Label[], out: number[]): void {
  if (typeof code === 'number') out.push(code);
  else if ('jumps' in code) out.push(code.jumps, open.length - 1 - open.lastIndexOf(code.to));
  else if ('opens' in code) {
    const inside = [...open, code.label];
    out.push(code.opens, 0x40);
    put(code.body, inside, out);
    if (code.other !== null) {
      out.push(0x05);
      put(code.other, inside, out);
    }
    out.push(0x0b);
  } else for (const one of code) put(one, open, out);
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128, seven bits to a byte. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: bigint): number[] {
  return value < 64n && value >= -64n ? [Number(value & 127n)] : [Number(value & 127n) | 128, ...signed(value >> 7n)];
}

// Blocks. What `write` is given names the block for jumps.
const blockOf =
  (opens: number) =>
  (write: (label: Label) => Code): Block => {
    const label = {};
    return { opens, label, body: write(label), other: null };
  };
export const block = blockOf(0x02);
export const loop = blockOf(0x03);
export const when = (test: Code, body: Code, other: Code | null = null): Code => [
  test,
  { opens: 0x04, label: {}, body, other },
];
export const jump = (to: Label): Code => ({ jumps: 0x0c, to });
export const jumpIf = (to: Label, test: Code): Code => [test, { jumps: 0x0d, to }];
export const call = (index: number, ...given: readonly Code[]): Code => [given, 0x10, index];

export const get = ({ index }: Variable): Code => [0x20, index];
export const set = ({ index }: Variable, value: Code): Code => [value, 0x21, index];
/** Sets a variable and gives its value. */
export const tee = ({ index }: Variable, value: Code): Code => [value, 0x22, index];

type Two = (one: Code, other: Code) => Code;
const two =
  (...instruction: readonly number[]): Two =>
  (one, other) => [one, other, instruction];
type One = (value: Code) => Code;
const one =
  (...instruction: readonly number[]): One =>
  (value) => [value, instruction];

/** Whole numbers of 32 bits. */
export const i32 = {
  of: (value: number): Code => [0x41, signed(BigInt(value | 0))],
  isZero: one(0x45),
  zerosBelow: one(0x68),
  equal: two(0x46),
  differ: two(0x47),
  less: two(0x49),
  atLeast: two(0x4f),
  add: two(0x6a),
  sub: two(0x6b),
  times: two(0x6c),
  and: two(0x71),
  or: two(0x72),
  xor: two(0x73),
  left: two(0x74),
  right: two(0x76),
  ofLong: one(0xa7),
  byteAt: (address: Code, offset = 0): Code => [address, 0x2d, 0, unsigned(offset)],
  /** A number of 16 bits, which may be below 0. */
  shortAt: (address: Code, offset = 0): Code => [address, 0x2e, 0, unsigned(offset)],
  at: (address: Code, offset = 0): Code => [address, 0x28, 0, unsigned(offset)],
  put: (address: Code, value: Code, offset = 0): Code => [address, value, 0x36, 0, unsigned(offset)],
  putByte: (address: Code, value: Code): Code => [address, value, 0x3a, 0, 0],
} as const;

/** Whole numbers of 64 bits. */
export const i64 = {
  of: (value: bigint): Code => [0x42, signed(BigInt.asIntN(64, value))],
  isZero: one(0x50),
  differ: two(0x52),
  zerosBelow: one(0x7a),
  sub: two(0x7d),
  times: two(0x7e),
  and: two(0x83),
  or: two(0x84),
  xor: two(0x85),
  left: two(0x86),
  right: two(0x88),
  ofShort: one(0xad),
  at: (address: Code, offset = 0): Code => [address, 0x29, 0, unsigned(offset)],
} as const;

/** Sixteen bytes at once. */
export const bytes16 = {
  at: (address: Code, offset = 0): Code => [address, 0xfd, 0x00, 0, unsigned(offset)],
  put: (address: Code, value: Code, offset = 0): Code => [address, value, 0xfd, 0x0b, 0, unsigned(offset)],
  all: (value: number): Code => [i32.of(value), 0xfd, 0x0f],
  equal: two(0xfd, 0x23),
  less: two(0xfd, 0x26),
  and: two(0xfd, 0x4e),
  or: two(0xfd, 0x50),
  xor: two(0xfd, 0x51),
  /** Eight of them: the first (0) or the last (1). */
  half: (value: Code, which: 0 | 1): Code => [value, 0xfd, 0x1d, which],
  /** 1 where any bit of them is set. */
  any: one(0xfd, 0x53),
  sub: two(0xfd, 0x71),
  /** One bit for each byte: its highest. */
  bits: one(0xfd, 0x64),
} as const;

/** What is used of the global WebAssembly, which neither the language's nor Node's types describe. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** A module that runs: its memory and its functions by their names. */
export interface Running<Name extends string> {
  /** `buffer` is another after `grow`, which adds pages of 65,536 bytes. */
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly run: Readonly<Record<Name, (...given: readonly number[]) => number>>;
}

/** Starts a module that `assemble` wrote. */
export function start<Name extends string>(module: Uint8Array<ArrayBuffer>): Running<Name> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
  const { memory, ...run } = exports;
  return { memory: memory as Running<Name>['memory'], run: run as Running<Name>['run'] };
}
