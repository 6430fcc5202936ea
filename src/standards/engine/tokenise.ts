// Text into words: one pass that finds where words stand, one that looks each up by its letters four at a time; ids into typed arrays that are used again for every turn. Case,
// accents and punctuation go; spoken and written forms become the same ids; every word keeps its UTF-16 offsets.
import { isDigit, readFigures } from './figures.ts';
import { Misspellings } from './misspelling.ts';
import { joinNumbers } from './numbers.ts';
import { readCrossed, readHashes, readLabel } from './placeholders.ts';
import { isLetter, TextUnits } from './text-units.ts';
import type { Vocabulary } from './vocabulary.ts';
import { Endings, notEnding, nothing, spelledOut, type Spelling } from './word-endings.ts';
import { tailStart, withTail } from './word-table.ts';
import { fold, pause, Words } from './words.ts';

// What a unit behind a run of letters means: the word ends; it may go on (an apostrophe, or a letter beyond a to z).
const endsWord = 0;
const letter = 1;
const apostrophe = 2;
const beyond = 3;
const apostrophes = "'`\u2018\u2019";
const behind = Uint8Array.from(isLetter, (is, unit) =>
  unit >= 0x80 && !'\u2018\u2019\u2013\u2014'.includes(String.fromCharCode(unit))
    ? beyond
    : apostrophes.includes(String.fromCharCode(unit))
      ? apostrophe
      : is === 1
        ? letter
        : endsWord,
);
const space = 32;
const smallT = 116;
// By how many letters a word has, which units of its first four letters, and of its second four, are kept.
const firstKept = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1, -1, -1, -1, -1);
const secondKept = Int32Array.of(0, 0, 0, 0, 0, 0xff, 0xffff, 0xffffff, -1);
// What a sign does to the words around it: nothing, a short pause, the end of a sentence; the rest are looked at.
const looked = 3;
const signs = Uint8Array.from(behind, (kind, unit) =>
  kind === beyond || isDigit(unit) || '[$#%&@'.includes(String.fromCharCode(unit))
    ? looked
    : '.!?;:\n'.includes(String.fromCharCode(unit))
      ? pause.sentence
      : ',\u2013\u2014'.includes(String.fromCharCode(unit))
        ? pause.comma
        : pause.none,
);

export class Tokeniser {
  readonly words = new Words();
  private readonly vocabulary: Vocabulary;
  private readonly misspellings: Misspellings;
  private readonly text = new TextUnits();
  private readonly endings: Endings;
  private readonly spelling: Spelling = { end: 0, letters: '', crossed: false };

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.endings = new Endings(vocabulary);
    this.misspellings = new Misspellings(vocabulary);
  }

  /** The words of `text`; the result is overwritten by the next call. */
  read(text: string): Words {
    const { words, vocabulary } = this;
    words.clear();
    const count = this.text.load(text);
    const { units, runs } = this.text;
    const { table, plain } = vocabulary;
    let at = 0;
    for (let run = 0; run < count; run++) {
      let start = runs[2 * run]!;
      const end = runs[2 * run + 1]!;
      // Most words stand behind one space, or behind a sign and a space.
      const sign = signs[units[at]!]!;
      if (start - at > 2 || sign === looked || units[start - 1] !== space) {
        if (at < start) at = this.between(text, at, start);
        if (at >= end) continue;
        if (at > start) start = at;
      } else if (sign > words.broken) words.broken = sign;
      const size = end - start;
      const short = size < 8 ? size : 8;
      const first = this.text.fourLetters(start) & firstKept[short]!;
      const second = this.text.fourLetters(start + 4) & secondKept[short]!;
      if (size > 8 || behind[units[end]!] !== endsWord) {
        at = this.further(text, start, end, first, second);
        continue;
      }
      const id = table.find(first, second, 0);
      if (id < 0) {
        if (units[start] === 88 && units[start + 1] === 88) {
          at = this.spelled(text, start);
          continue;
        }
        this.put(this.unknown(text, start, end, first, second, 0), start, end);
      } else if (plain[id] === 1) words.push(id, start, end);
      else this.put(id, start, end);
      at = end;
    }
    if (at < text.length) this.between(text, at, text.length);
    if (words.hasNumbers) joinNumbers(words, vocabulary, !vocabulary.closed);
    return words;
  }

  // What stands between two words; where the text goes on, which may be behind `until`.
  private between(text: string, start: number, until: number): number {
    const { units } = this.text;
    const { words } = this;
    let at = start;
    while (at < until) {
      const sign = signs[units[at]!]!;
      if (sign === looked) at = this.sign(text, at, units[at]!);
      else {
        if (sign > words.broken) words.broken = sign;
        at++;
      }
    }
    return at;
  }

  // A word of more than eight letters, or one that something else than its end stands behind, or that may be XXXX.
  private further(text: string, start: number, end: number, first: number, second: number): number {
    const { units } = this.text;
    let tail = 0;
    if (end - start > 8) {
      tail = tailStart;
      for (let at = start + 8; at < end; at++) tail = withTail(tail, units[at]! | 0x20);
    }
    const next = behind[units[end]!]!;
    if (next === beyond || (units[start] === 88 && units[start + 1] === 88)) return this.spelled(text, start);
    const inside = behind[units[end + 1]!]!;
    if (next === apostrophe && (inside === letter || inside === beyond)) {
      const ended = this.ending(text, start, end, first, second, tail);
      return ended > 0 ? ended : this.spelled(text, start);
    }
    this.put(this.idOf(text, start, end, first, second, tail), start, end);
    return end;
  }

  // "can't", "I'd", "what's": the part before the apostrophe, then what the ending stands for. 0 where it is no such ending.
  private ending(text: string, start: number, mark: number, first: number, second: number, tail: number): number {
    const { units } = this.text;
    const { vocabulary, words } = this;
    let end = mark + 1;
    while (behind[units[end]!] === letter) end++;
    const spoken = behind[units[end]!] === beyond ? nothing : this.endings.of(units, mark, end);
    if (spoken === nothing) return 0;
    if (spoken === notEnding) {
      const size = mark - start;
      if (size > 7) return 0;
      const whole = vocabulary.table.find(
        size < 4 ? first | (smallT << (8 * size)) : first,
        size < 4 ? second : second | (smallT << (8 * (size - 4))),
        0,
      );
      if (whole < 0 || !vocabulary.expansions[whole]) return 0;
      this.put(whole, start, end);
      return end;
    }
    const id = this.idOf(text, start, mark, first, second, tail);
    this.put(id, start, end);
    // "let's" is "let us"; everything else keeps its first part.
    words.push(id === this.endings.lets && spoken === this.endings.is ? this.endings.us : spoken, start, end);
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
    const { units } = this.text;
    const known = this.vocabulary.texts[id]!;
    if (known.length !== end - start) return false;
    for (let at = 8; at < known.length; at++) if (known.charCodeAt(at) !== (units[start + at]! | 0x20)) return false;
    return true;
  }

  private unknown(text: string, start: number, end: number, first: number, second: number, tail: number): number {
    const { vocabulary } = this;
    if (!vocabulary.closed) return vocabulary.add(text.slice(start, end).toLowerCase());
    const meant = this.misspellings.meant(text, start, end, first, second, tail);
    if (meant >= 0) return meant;
    const { units } = this.text;
    const ing =
      end - start > 4 &&
      (units[end - 1]! | 0x20) === 103 &&
      (units[end - 2]! | 0x20) === 110 &&
      (units[end - 3]! | 0x20) === 105;
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
    if (expansion) for (let at = 0; at < expansion.length; at++) words.push(expansion[at]!, from, to);
    else if (vocabulary.numberKinds[id]! > 0) words.pushNumber(id, from, to, vocabulary.numberValues[id]!, 0);
    else words.push(id, from, to);
  }

  private sign(text: string, at: number, unit: number): number {
    const { words, vocabulary } = this;
    const { special } = vocabulary;
    if (isDigit(unit)) return readFigures(text, at, words, vocabulary);
    switch (unit) {
      case 91: // [
        return readLabel(text, at, words, vocabulary);
      case 36: // $
        return this.money(text, at, special.dollar);
      case 163: // pound sterling
        return this.money(text, at, special.pound);
      case 0x20ac: // euro
        return this.money(text, at, special.euro);
      case 35: // ####: a value that another tool took out
        return readHashes(text, at, words, vocabulary);
      case 37: // %
        words.push(special.percent, at, at + 1);
        return at + 1;
      case 38: // &
        words.push(special.and, at, at + 1);
        return at + 1;
      case 64: // @
        words.push(special.at, at, at + 1);
        return at + 1;
      default:
        return fold(unit) > 1 ? this.spelled(text, at) : at + 1;
    }
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
