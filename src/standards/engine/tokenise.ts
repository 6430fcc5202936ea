// Text into words: one pass that takes four characters at a time, ids into typed arrays that are used again for every turn. Case,
// accents and punctuation go; spoken and written forms become the same ids; every word keeps its UTF-16 offsets.
import { isDigit, readFigures } from './figures.ts';
import { Misspellings } from './misspelling.ts';
import { joinNumbers } from './numbers.ts';
import { readCrossed, readHashes, readLabel } from './placeholders.ts';
import { elsewhere, lettersOf, TextBytes } from './text-bytes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endingOf, spelledOut, type Spelling } from './word-endings.ts';
import { tailStart, withTail } from './word-table.ts';
import { fold, pause, Words } from './words.ts';

// What a byte behind a word's first letters means: the word ends; it goes on; it must be looked at (an apostrophe, or a letter
// beyond a to z).
const endsWord = 0;
const letter = 1;
const apostrophe = 2;
const beyond = 3;
const behind = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 ? beyond : byte === 39 || byte === 0x60 ? apostrophe : lettersOf(byte) === 0 ? endsWord : letter,
);
const space = 32;
const twoCrosses = 0x5858;
// What a sign does to the words around it: nothing, a short pause, the end of a sentence; the rest are looked at.
const looked = 3;
const signs = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || isDigit(byte) || '[$#%&@'.includes(String.fromCharCode(byte))
    ? looked
    : '.!?;:\n'.includes(String.fromCharCode(byte))
      ? pause.sentence
      : byte === 44
        ? pause.comma
        : pause.none,
);

export class Tokeniser {
  readonly words = new Words();
  private readonly vocabulary: Vocabulary;
  private readonly misspellings: Misspellings;
  private readonly text = new TextBytes();
  private readonly spelling: Spelling = { end: 0, letters: '', crossed: false };

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.misspellings = new Misspellings(vocabulary);
  }

  /** The words of `text`; the result is overwritten by the next call. */
  read(text: string): Words {
    const { words, vocabulary } = this;
    words.clear();
    this.text.load(text);
    const { bytes, view } = this.text;
    const { table, plain } = vocabulary;
    const { length } = text;
    for (let at = 0; at < length;) {
      // The next eight characters as two numbers, small letters, cut off behind the word's last letter; without a branch, since
      // the length of a word can't be foreseen.
      const four = view.getInt32(at, true);
      const more = view.getInt32(at + 4, true);
      const stop = (lettersOf(four) ^ 0x80808080) >>> 7;
      const stopMore = (lettersOf(more) ^ 0x80808080) >>> 7;
      const kept = (stop & -stop) - 1;
      const keptMore = ((stopMore & -stopMore) - 1) & ((stop - 1) >> 31);
      const size = ((32 - Math.clz32(kept)) >>> 3) + ((32 - Math.clz32(keptMore)) >>> 3);
      if (size === 0) {
        const sign = signs[bytes[at]!]!;
        if (sign === looked) at = this.sign(text, at, bytes[at]!);
        else {
          if (sign > words.broken) words.broken = sign;
          at += bytes[at + 1] === space ? 2 : 1;
        }
        continue;
      }
      const end = at + size;
      const first = (four | 0x20202020) & kept;
      const second = (more | 0x20202020) & keptMore;
      const next = bytes[end]!;
      if (behind[next] !== endsWord || (four & 0xffff) === twoCrosses) {
        at = this.further(text, at, end, first, second);
        continue;
      }
      const id = table.find(first, second, 0);
      if (id >= 0 && plain[id] === 1) words.push(id, at, end);
      else this.put(id >= 0 ? id : this.unknown(text, at, end, first, second, 0), at, end);
      at = next === space ? end + 1 : end;
    }
    if (words.hasNumbers) joinNumbers(words, vocabulary, !vocabulary.closed);
    return words;
  }

  // A word that doesn't end at `end`, or may be XXXX.
  private further(text: string, start: number, end: number, first: number, second: number): number {
    const { bytes } = this.text;
    let at = end;
    let tail = 0;
    if (behind[bytes[at]!] === letter) {
      tail = tailStart;
      while (behind[bytes[at]!] === letter) tail = withTail(tail, bytes[at++]! | 0x20);
    }
    const next = behind[bytes[at]!]!;
    if (next === beyond || (bytes[start] === 88 && bytes[start + 1] === 88)) return this.spelled(text, start);
    const inside = behind[bytes[at + 1]!]!;
    if (next === apostrophe && (inside === letter || inside === beyond)) {
      const ended = this.ending(text, start, at, first, second, tail);
      return ended > 0 ? ended : this.spelled(text, start);
    }
    this.put(this.idOf(text, start, at, first, second, tail), start, at);
    return at;
  }

  // "can't", "I'd", "what's": the part before the apostrophe, then what the ending stands for. 0 where it is no such ending.
  private ending(text: string, start: number, mark: number, first: number, second: number, tail: number): number {
    const { bytes } = this.text;
    const { vocabulary } = this;
    let end = mark + 1;
    while (behind[bytes[end]!] === letter) end++;
    const spoken = behind[bytes[end]!] === beyond ? null : endingOf(bytes, mark, end);
    if (spoken === null) return 0;
    if (spoken === 'not') {
      const whole = vocabulary.find(`${text.slice(start, mark).toLowerCase()}t`);
      if (whole < 0 || !vocabulary.expansions[whole]) return 0;
      this.put(whole, start, end);
      return end;
    }
    const id = this.idOf(text, start, mark, first, second, tail);
    // "let's" is "let us"; everything else keeps its first part.
    const us = spoken === 'is' && vocabulary.texts[id] === 'let';
    this.put(id, start, end);
    this.put(vocabulary.add(us ? 'us' : spoken), start, end);
    return end;
  }

  // Letters beyond a to z, marks, apostrophes inside a word: letter by letter.
  private spelled(text: string, start: number): number {
    const { spelling, vocabulary, words } = this;
    spelledOut(text, start, spelling);
    const { end } = spelling;
    if (spelling.crossed) return readCrossed(text, start, end, words, vocabulary);
    const id = vocabulary.find(spelling.letters);
    this.put(id >= 0 ? id : this.unknownLetters(spelling.letters), start, end);
    return end;
  }

  // The id of a word of the letters a to z, of any length.
  private idOf(text: string, start: number, end: number, first: number, second: number, tail: number): number {
    const id = this.vocabulary.table.find(first, second, tail);
    return id >= 0 && (tail === 0 || this.isSame(id, start, end))
      ? id
      : this.unknown(text, start, end, first, second, tail);
  }

  private isSame(id: number, start: number, end: number): boolean {
    const { bytes } = this.text;
    const known = this.vocabulary.texts[id]!;
    if (known.length !== end - start) return false;
    for (let at = 8; at < known.length; at++) if (known.charCodeAt(at) !== (bytes[start + at]! | 0x20)) return false;
    return true;
  }

  private unknown(text: string, start: number, end: number, first: number, second: number, tail: number): number {
    const { vocabulary } = this;
    if (!vocabulary.closed) return vocabulary.add(text.slice(start, end).toLowerCase());
    const meant = this.misspellings.meant(text, start, end, first, second, tail);
    if (meant >= 0) return meant;
    const { bytes } = this.text;
    const ing =
      end - start > 4 &&
      (bytes[end - 1]! | 0x20) === 103 &&
      (bytes[end - 2]! | 0x20) === 110 &&
      (bytes[end - 3]! | 0x20) === 105;
    return ing ? vocabulary.special.otherIng : vocabulary.special.other;
  }

  private unknownLetters(letters: string): number {
    const { vocabulary } = this;
    if (!vocabulary.closed) return vocabulary.add(letters);
    return letters.length > 4 && letters.endsWith('ing') ? vocabulary.special.otherIng : vocabulary.special.other;
  }

  private put(id: number, from: number, to: number): void {
    const { vocabulary, words } = this;
    if (vocabulary.skipped[id]) return;
    const expansion = vocabulary.expansions[id];
    if (expansion) for (const part of expansion) words.push(part, from, to);
    else if (vocabulary.numberKinds[id]! > 0) words.pushNumber(id, from, to, vocabulary.numberValues[id]!, 0);
    else words.push(id, from, to);
  }

  private sign(text: string, at: number, byte: number): number {
    const { words, vocabulary } = this;
    const { special } = vocabulary;
    if (isDigit(byte)) return readFigures(text, at, words, vocabulary);
    switch (byte) {
      case 91: // [
        return readLabel(text, at, words, vocabulary);
      case 36: // $
        return this.money(text, at, special.dollar);
      case 163: // pound sterling
        return this.money(text, at, special.pound);
      case 35: // ####: a value that another tool took out
        return readHashes(text, at, words, vocabulary);
      case 37: // %
        words.push(special.percent, at, at + 1);
        break;
      case 38: // &
        words.push(special.and, at, at + 1);
        break;
      case 64: // @
        words.push(special.at, at, at + 1);
        break;
      case elsewhere:
        if (text.charCodeAt(at) === 0x20ac) return this.money(text, at, special.euro);
        return fold(text.charCodeAt(at)) > 1 ? this.spelled(text, at) : at + 1;
      default:
        return byte >= 0x80 && fold(byte) > 1 ? this.spelled(text, at) : at + 1;
    }
    return at + 1;
  }

  // "$59" is written before the number and said after it: the number first, then the currency, both with the whole span.
  private money(text: string, at: number, currency: number): number {
    const { words } = this;
    let start = at + 1;
    while (text.charCodeAt(start) === space) start++;
    if (start >= text.length || !isDigit(text.charCodeAt(start))) return at + 1;
    const before = words.count;
    const end = readFigures(text, start, words, this.vocabulary);
    if (words.count > before) words.from[before] = at;
    words.push(currency, at, end);
    return end;
  }
}
