// Words that were read before, by their letters: most of what anybody says. They are read without a look at them one by one, and only
// the rest is left to the tokeniser.
import { byteFor } from './characters.ts';
import { cell, kept, longest } from './reading-kernel.ts';
import type { Words } from './words.ts';

/** Zeros behind a text, which may be read. */
const margin = 32;

export class KnownWords {
  private readonly words: Words;
  private text = '';
  private loadedAt = 0;
  private next = 0;

  constructor(words: Words) {
    this.words = words;
  }

  /** Takes in the text that is read from now on. */
  load(text: string): void {
    const { words } = this;
    this.text = text;
    words.reserveText(3 * text.length + margin);
    const at = words.textAt;
    this.loadedAt = at;
    // Other letters than those of ASCII come out as several bytes; then each is written as one that says so.
    if (words.bytes.write(text, at) !== text.length)
      for (let one = 0; one < text.length; one++) words.bytes[at + one] = byteFor(text.charCodeAt(one));
  }

  /** Reads known words from `start` on; where the first stands that needs a look, or the text's end. */
  read(start: number): number {
    if (this.loadedAt !== this.words.textAt) this.load(this.text);
    return this.words.readKnown(start, this.text.length);
  }

  /** What stands from `start` to `end` will be read as the words pushed since there were `before` of them. */
  keep(start: number, end: number, before: number): void {
    const { words } = this;
    const count = words.count - before;
    if (end - start >= longest || count > kept.mostWords || this.loadedAt !== words.textAt) return;
    if (words.running.run.cut(this.loadedAt + start) !== end - start) return;
    const { cells } = words;
    const row = this.rowFor(cells[cell.home >> 2]!);
    cells.copyWithin(row, cell.letters >> 2, (cell.letters >> 2) + 4);
    for (let at = 0; at < kept.mostWords; at++)
      cells[row + (kept.words >> 2) + at] = at < count ? words.ids[before + at]! + 1 : 0;
    cells[row + (kept.roles >> 2)] = words.rolesFrom(before);
  }

  // A free one of those that share a hash, or one after the other: so none is long in the way of others.
  private rowFor(home: number): number {
    const { cells } = this.words;
    for (let row = home >> 2; row < (home + kept.size * kept.together) >> 2; row += kept.size >> 2)
      if (cells[row] === 0) return row;
    this.next = (this.next + 1) % kept.together;
    return (home + kept.size * this.next) >> 2;
  }
}
