// The characters of one text as bytes, one for each UTF-16 unit, so that the tokeniser can take four at a time: an array is read
// several times faster than a string.

/** Stands for a unit beyond Latin-1: whoever meets it looks at the text itself. */
export const elsewhere = 0xff;
/** Bytes that may be read after the end of the text; they are zero. */
const margin = 16;
const wide = /[\u0100-\uffff]/;

export class TextBytes {
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  private buffer: Buffer = Buffer.alloc(0);

  constructor() {
    this.reserve(4096);
  }

  /** Takes in a text; what was there before is overwritten. Curly apostrophes become straight ones, dashes commas. */
  load(text: string): void {
    const { length } = text;
    if (length + margin > this.bytes.length) this.reserve(length + margin);
    const { bytes, view } = this;
    if (wide.test(text)) for (let at = 0; at < length; at++) bytes[at] = byteOf(text.charCodeAt(at));
    else this.buffer.write(text, 0, length, 'latin1');
    for (let at = 0; at < margin; at += 4) view.setInt32(length + at, 0);
  }

  private reserve(size: number): void {
    const memory = new ArrayBuffer(2 ** Math.ceil(Math.log2(size)));
    this.bytes = new Uint8Array(memory);
    this.view = new DataView(memory);
    this.buffer = Buffer.from(memory);
  }
}

function byteOf(unit: number): number {
  if (unit < 256) return unit;
  if (unit === 0x2019 || unit === 0x2018) return 39;
  return unit === 0x2013 || unit === 0x2014 ? 44 : elsewhere;
}

/**
 * Which of four bytes are letters from a to z in either case: bit 7 of each of them. By adding to all four at once (as in Lamport,
 * "Multiple byte processing with full-word instructions", 1975): no byte carries into the next.
 */
export function lettersOf(four: number): number {
  const low = (four | 0x20202020) & 0x7f7f7f7f;
  return (low + 0x1f1f1f1f) & ~(low + 0x05050505) & ~four & 0x80808080;
}
