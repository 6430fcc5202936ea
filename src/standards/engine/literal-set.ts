// Many phrases looked for in a text as they are written, all at once: each wherever it stands in either case with no letter, figure or
// low line beside it. Some hundred megabytes a second; nothing is made for a text.
import { blockSize, literalModule } from './literal-kernel.ts';
import { LiteralLayout } from './literal-layout.ts';
import { type Running, start } from './web-assembly.ts';

const isWordByte = /[0-9a-z_]/i;
const asLiteral = /^[0-9a-z_](?:[^A-Z]*[0-9a-z_])?$/;
// Addresses in memory: where the finds end, by byte whether it is part of a word, and behind that the phrases, finds and the text.
const stopped = 0;
const wordBytes = 64;
const firstPhrase = 512;
/** Finds taken in before they are handed on. */
const fewFinds = 4096;
/** Bytes that are read before and past a text: zeros. */
const margin = 128;
const pageSize = 65_536;

export class LiteralSet {
  private readonly running: Running<'scan'>;
  private readonly finds: number;
  private readonly full: number;
  private readonly text: number;
  private bytes: Buffer;
  private numbers: Int32Array;

  /** @param phrases beginning and ending with a letter or figure, at least one @throws RangeError where one doesn't */
  constructor(phrases: readonly string[]) {
    const small = phrases.map((phrase) => phrase.toLowerCase());
    if (small.length === 0 || !small.every((phrase) => asLiteral.test(phrase)))
      throw new RangeError('Each phrase must begin and end with a letter from a to z or a figure.');
    const layout = new LiteralLayout(small, firstPhrase);
    this.finds = layout.end;
    this.full = this.finds + 8 * fewFinds;
    // All phrases may begin at one word, and of a block's bytes at most every other begins one.
    this.text = this.full + 8 * layout.most * (blockSize / 2) + margin;
    const memory = this.text + pageSize;
    this.running = start(literalModule(layout.families, { wordBytes, stopped, memory }));
    this.bytes = Buffer.from(this.running.memory.buffer);
    this.numbers = new Int32Array(this.running.memory.buffer);
    for (let byte = 0; byte < 128; byte++)
      if (isWordByte.test(String.fromCharCode(byte))) this.bytes[wordBytes + byte] = 1;
    layout.writeTo(this.bytes);
  }

  /** How many finds there are in a text. */
  count(text: string): number {
    const { finds } = this;
    let count = 0;
    const end = this.load(text);
    for (let at = this.text; at < end;) {
      at = this.scan(at, end);
      count += (this.numbers[stopped]! - finds) >> 3;
    }
    return count;
  }

  /** Which of the phrases stand in a text, by their numbers. */
  phrasesIn(text: string): ReadonlySet<number> {
    const all = new Set<number>();
    const end = this.load(text);
    for (let at = this.text; at < end;) {
      at = this.scan(at, end);
      for (let find = this.finds; find < this.numbers[stopped]!; find += 8) all.add(this.numbers[find >> 2]!);
    }
    return all;
  }

  // Leaves finds, each a phrase's number and the address at which it begins, and gives where it stopped, when they were full.
  private scan(at: number, end: number): number {
    return this.running.run.scan(at, end, this.finds, this.full);
  }

  /** Takes in a text; gives where it ends. */
  private load(text: string): number {
    if (this.text + 3 * text.length + margin > this.bytes.length) this.reserve(3 * text.length + margin);
    const end = this.text + this.bytes.write(text, this.text);
    this.bytes.fill(0, end, end + margin);
    return end;
  }

  private reserve(size: number): void {
    this.running.memory.grow(Math.ceil((this.text + size - this.bytes.length) / pageSize));
    this.bytes = Buffer.from(this.running.memory.buffer);
    this.numbers = new Int32Array(this.running.memory.buffer);
  }
}
