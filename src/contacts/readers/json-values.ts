// JSON as single values in one pass: each line of JSONL, each element of a top-level array, or the one value of a document.
// A broken line or a cut-off end costs that value only.
/* oxlint-disable no-control-regex -- control characters are what this file looks for */
import type { Json } from './json-value.ts';
import { linesOf } from './text-lines.ts';

export type JsonFound =
  | { readonly row: number; readonly value: Json }
  | { readonly row: number; readonly fault: 'broken' | 'long' | 'deep' | 'cut off' };

/** Values inside values. No tool writes a contact half as deep; far deeper ones are made to exhaust whoever walks them. */
export const deepest = 200;

const quote = 34;
const backslash = 92;

/** Is this JSONL: is its first or second whole line a value of its own, with another line behind it? */
export function isJsonLines(head: string): boolean {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const whole = head.endsWith('\n') ? lines : lines.slice(0, -1);
  if (whole.length === 0) return lines.length === 1 && lines[0]!.startsWith('{');
  return lines.length > 1 && whole.slice(0, 3).some((line) => /^[[{]/.test(line) && parseJson(line) !== undefined);
}

/** The value, or undefined. Raw control characters inside strings, which JSON forbids and tools write, are seen through. */
function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    try {
      return JSON.parse(text.replace(/[\u0000-\u001f]/g, ' ')) as Json;
    } catch {
      return undefined;
    }
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === quote) inString = !inString;
    else if (inString) i += code === backslash ? 1 : 0;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return false;
}

/** One value a line. */
export async function* jsonLines(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<JsonFound> {
  let pending: JsonFound | null = null;
  for await (const { row, text, cut } of linesOf(chunks, limit)) {
    if (pending) yield pending;
    pending = null;
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const deep = !cut && isTooDeep(trimmed);
    const value = cut || deep ? undefined : parseJson(trimmed);
    if (value !== undefined) yield { row, value };
    else if (deep) yield { row, fault: 'deep' };
    // The last line of a file is the one that a stopped download cuts off.
    else if (cut) yield { row, fault: 'long' };
    else pending = { row, fault: 'broken' };
  }
  if (pending) yield { row: pending.row, fault: 'cut off' };
}

/** The elements of a top-level array, or each top-level value (with or without line ends between them); `row` counts them. */
export async function* jsonElements(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<JsonFound> {
  const scan = new Scan(limit);
  for await (const chunk of chunks) yield* scan.push(chunk);
  yield* scan.end();
}

/** Walks characters once, keeping only depth and whether it stands in a string; parsing is left to JSON.parse. */
class Scan {
  #depth = 0;
  #mostDepth = 0;
  #base = 0;
  #inString = false;
  #escaped = false;
  #started = false;
  #row = 0;
  #pieces: string[] = [];
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  *push(chunk: string): Generator<JsonFound> {
    let from = this.#started ? 0 : -1;
    for (let i = 0; i < chunk.length; i += 1) {
      const code = chunk.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === backslash) this.#escaped = true;
        else if (code === quote) this.#inString = false;
        continue;
      }
      if (code === 44 || code === 32 || code === 10 || code === 13 || code === 9) {
        // A bare number or word ends at a comma or blank.
        if (this.#started && this.#depth === this.#base) {
          this.#keep(chunk, from, i);
          yield* this.#take();
          from = -1;
        }
        continue;
      }
      const opens = code === 123 || code === 91;
      if (!this.#started && this.#depth === 0 && this.#base === 0 && this.#row === 0 && code === 91) {
        this.#base = 1;
        this.#depth = 1;
        continue;
      }
      const closes = code === 125 || code === 93;
      if (closes && this.#depth <= this.#base) {
        if (this.#started) {
          this.#keep(chunk, from, i);
          yield* this.#take();
          from = -1;
        }
        // The end of the array; a stray bracket is passed over too.
        this.#depth = 0;
        this.#base = 0;
        continue;
      }
      if (!this.#started) {
        this.#started = true;
        from = i;
      }
      if (code === quote) this.#inString = true;
      else if (opens) this.#mostDepth = Math.max(this.#mostDepth, (this.#depth += 1));
      else if (closes) {
        this.#depth -= 1;
        if (this.#depth === this.#base) {
          this.#keep(chunk, from, i + 1);
          yield* this.#take();
          from = -1;
        }
      }
    }
    if (this.#started) this.#keep(chunk, from, chunk.length);
  }

  *end(): Generator<JsonFound> {
    if (this.#started) yield* this.#take('cut off');
    else if (this.#base === 1) yield { row: this.#row + 1, fault: 'cut off' };
  }

  #keep(chunk: string, from: number, to: number): void {
    if (this.#length <= this.#limit) this.#pieces.push(chunk.slice(Math.max(0, from), to));
    this.#length += to - Math.max(0, from);
  }

  *#take(fault: 'broken' | 'cut off' = 'broken'): Generator<JsonFound> {
    const text = this.#pieces.join('');
    const long = this.#length > this.#limit;
    const deep = this.#mostDepth > deepest;
    this.#mostDepth = 0;
    this.#pieces = [];
    this.#length = 0;
    this.#started = false;
    this.#row += 1;
    const value = long || deep ? undefined : parseJson(text);
    if (value !== undefined) yield { row: this.#row, value };
    else yield { row: this.#row, fault: deep ? 'deep' : long ? 'long' : fault };
  }
}
