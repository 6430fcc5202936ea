// Compiled data as bytes in one piece: arrays of numbers lie in it as they are read, so whoever has the bytes, in whichever thread,
// reads the same memory; the rest is what Node's own serialisation makes of values and maps. No class and no code is in it.
import { Deserializer, Serializer } from 'node:v8';
import type { CompiledData } from './runnable.ts';

/** The arrays that may be in it; their place here is what the bytes call them. */
const arrays = [Uint8Array, Int32Array, Float64Array] as const;
type Flat = InstanceType<(typeof arrays)[number]>;
/** Numbers of 32 bits at the beginning: a mark, how many arrays there are, how many bytes the rest takes. */
const head = { mark: 0, arrays: 1, rest: 2, size: 3 } as const;
/** What stands of each array behind that: its kind, its first byte, how many of its numbers there are. */
const each = { kind: 0, at: 1, length: 2, size: 3 } as const;
const mark = 0x43757374;
const aligned = (at: number): number => Math.ceil(at / 8) * 8;

/** What Node's description of a serialiser leaves out. */
interface OfHosts {
  _setTreatArrayBufferViewsAsHostObjects(treat: boolean): void;
}

class Writer extends Serializer {
  readonly flat: Flat[] = [];

  constructor() {
    super();
    (this as unknown as OfHosts)._setTreatArrayBufferViewsAsHostObjects(true);
  }

  /** Node calls it for each array. */
  _writeHostObject(one: object): void {
    this.writeUint32(this.flat.push(one as Flat) - 1);
  }
}

class Reader extends Deserializer {
  private readonly flat: readonly Flat[];

  constructor(rest: Uint8Array, flat: readonly Flat[]) {
    super(rest);
    this.flat = flat;
  }

  /** Node calls it for each array. */
  _readHostObject(): Flat {
    return this.flat[this.readUint32()]!;
  }
}

/** The data as bytes that threads can share. */
export function toBytes(data: CompiledData): SharedArrayBuffer {
  const writer = new Writer();
  writer.writeHeader();
  writer.writeValue(data);
  const rest = writer.releaseBuffer();
  const { flat } = writer;
  const restAt = 4 * (head.size + each.size * flat.length);
  let end = aligned(restAt + rest.length);
  const places = flat.map((one) => {
    const at = end;
    end = aligned(at + one.byteLength);
    return at;
  });
  const bytes = new SharedArrayBuffer(end);
  const numbers = new Int32Array(bytes, 0, restAt / 4);
  numbers[head.mark] = mark;
  numbers[head.arrays] = flat.length;
  numbers[head.rest] = rest.length;
  const all = new Uint8Array(bytes);
  all.set(rest, restAt);
  for (const [index, one] of flat.entries()) {
    const at = head.size + index * each.size;
    numbers[at + each.kind] = arrays.findIndex((kind) => one instanceof kind);
    numbers[at + each.at] = places[index]!;
    numbers[at + each.length] = one.length;
    all.set(new Uint8Array(one.buffer, one.byteOffset, one.byteLength), places[index]);
  }
  return bytes;
}

/** What `toBytes` wrote: its arrays are the bytes themselves. @throws where the bytes are anything else */
export function fromBytes(bytes: SharedArrayBuffer): CompiledData {
  const start = new Int32Array(bytes, 0, head.size);
  if (start[head.mark] !== mark) throw new RangeError('These bytes are no compiled standards.');
  const count = start[head.arrays]!;
  const numbers = new Int32Array(bytes, 4 * head.size, each.size * count);
  const flat = Array.from({ length: count }, (_, index) => {
    const at = index * each.size;
    const kind = arrays[numbers[at + each.kind]!]!;
    // An array reads shared memory as it reads its own; only its description doesn't say so.
    return new kind(bytes as unknown as ArrayBuffer, numbers[at + each.at]!, numbers[at + each.length]!);
  });
  const rest = new Uint8Array(bytes, 4 * head.size + numbers.byteLength, start[head.rest]!);
  const reader = new Reader(rest, flat);
  reader.readHeader();
  return reader.readValue() as CompiledData;
}
