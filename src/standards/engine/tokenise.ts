// Text into words: ids into typed arrays that are used again for every turn. Case, accents and punctuation go; spoken and written forms
// become the same ids; every word keeps its UTF-16 offsets. What was read before is known by its letters, the rest is looked at here.
import { mark, marks } from './characters.ts';
import { isDigit, readFigures } from './figures.ts';
import { KnownWords } from './known-words.ts';
import { Misspellings } from './misspelling.ts';
import { joinNumbers } from './numbers.ts';
import { readCrossed, readHashes, readLabel } from './placeholders.ts';
import type { Vocabulary } from './vocabulary.ts';
import { Endings, nothing, spelledOut, type Spelling } from './word-endings.ts';
import { firstRoles, role } from './word-roles.ts';
import { fold, Words } from './words.ts';

const space = 32;
const cross = 88;

export class Tokeniser {
  private readonly words: Words;
  private readonly vocabulary: Vocabulary;
  private readonly misspellings: Misspellings;
  private readonly known: KnownWords;
  private readonly endings: Endings;
  private readonly spelling: Spelling = { end: 0, letters: '', crossed: false };

  /** @param words where those that are read go */
  constructor(vocabulary: Vocabulary, words = new Words(firstRoles(vocabulary))) {
    this.vocabulary = vocabulary;
    this.words = words;
    this.known = new KnownWords(words);
    this.endings = new Endings(vocabulary);
    this.misspellings = new Misspellings(vocabulary);
  }

  /** The words of `text` alone; overwritten by the next call. */
  read(text: string): Words {
    this.words.clear();
    this.add(text);
    return this.words;
  }

  /** Puts the words of `text` behind those that were read before. */
  add(text: string): void {
    const { words, known, vocabulary } = this;
    const first = words.count;
    known.load(text);
    for (let at = known.read(0); at < text.length; at = known.read(at)) at = this.step(text, at);
    if ((words.rolesHere & role.counts) !== 0) joinNumbers(words, first, vocabulary, !vocabulary.closed);
  }

  // One word or sign that needs a look; where the text goes on.
  private step(text: string, at: number): number {
    const { words } = this;
    const unit = text.charCodeAt(at);
    const is = marks[unit]!;
    if (is === mark.letter) return this.word(text, at);
    if ((is & mark.asked) !== 0) return this.sign(text, at, unit);
    words.gap |= is;
    return at + 1;
  }

  private word(text: string, start: number): number {
    const before = this.words.count;
    let end = endOfLetters(text, start);
    const letters = text.slice(start, end).toLowerCase();
    const next = marks[text.charCodeAt(end)]!;
    const goesOn = (marks[text.charCodeAt(end + 1)]! & (mark.letter | mark.beyond)) !== 0;
    const crossed = text.charCodeAt(start) === cross && text.charCodeAt(start + 1) === cross;
    if ((next & mark.beyond) !== 0 || (crossed && this.vocabulary.find(letters) < 0)) end = this.spelled(text, start);
    else if (next === mark.apostrophe && goesOn) end = this.ending(text, start, end, letters);
    else this.put(this.idOf(letters), start, end);
    // Large crosses are a value that was taken out, small ones are none: so what begins as they do isn't known by its small letters.
    if (end - start === 1 || !letters.startsWith('x')) this.known.keep(start, end, before);
    return end;
  }

  // "I'd", "what's": the part before the apostrophe, then what the ending stands for. All else is one word: "can't", "o'clock".
  private ending(text: string, start: number, apostrophe: number, letters: string): number {
    const { endings, words } = this;
    const end = endOfLetters(text, apostrophe + 1);
    const behind = text.slice(apostrophe + 1, end).toLowerCase();
    const spoken = endings.of(behind);
    if ((marks[text.charCodeAt(end)]! & mark.beyond) !== 0) return this.spelled(text, start);
    if (spoken === nothing) {
      // "don't" is a word, whatever stands behind it: "shouldn't've".
      const whole = behind === 't' ? this.vocabulary.find(`${letters}t`) : -1;
      if (whole < 0 || !this.vocabulary.expansions[whole]) return this.spelled(text, start);
      this.put(whole, start, end);
      return end;
    }
    const id = this.idOf(letters);
    this.put(id, start, end);
    // "let's" is "let us"; everything else keeps its first part.
    words.push(id === endings.lets && spoken === endings.is ? endings.us : spoken, start, end);
    return end;
  }

  // Letters beyond a to z, marks, apostrophes inside a word: letter by letter.
  private spelled(text: string, start: number): number {
    const { spelling, vocabulary, words } = this;
    spelledOut(text, start, spelling);
    const { end } = spelling;
    if (spelling.crossed) return readCrossed(text, start, end, words, vocabulary);
    const id = vocabulary.find(spelling.letters);
    this.put(id >= 0 ? id : this.unknown(spelling.letters), start, end);
    return end;
  }

  // The id of a word of the letters a to z, or of the one it is a slip for.
  private idOf(letters: string): number {
    const { vocabulary } = this;
    const id = vocabulary.find(letters);
    if (id >= 0) return id;
    const meant = vocabulary.closed ? this.misspellings.meant(letters) : -1;
    return meant >= 0 ? meant : this.unknown(letters);
  }

  private unknown(letters: string): number {
    const { vocabulary } = this;
    if (!vocabulary.closed) return vocabulary.add(letters);
    return letters.length > 4 && letters.endsWith('ing') ? vocabulary.special.otherIng : vocabulary.special.other;
  }

  private put(id: number, from: number, to: number): void {
    const { vocabulary, words } = this;
    if (vocabulary.skipped[id]) return;
    const expansion = vocabulary.expansions[id];
    if (expansion) for (let at = 0; at < expansion.length; at++) words.push(expansion[at]!, from, to);
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

function endOfLetters(text: string, start: number): number {
  let end = start;
  while (marks[text.charCodeAt(end)] === mark.letter) end++;
  return end;
}
