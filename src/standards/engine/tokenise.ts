// Text into words: one pass over the characters, ids into typed arrays that are used again for every turn. Case, accents
// and punctuation go; spoken and written forms become the same ids; every word keeps its UTF-16 offsets.
import { ordinals, endings } from './english.ts';
import { joinNumbers } from './numbers.ts';
import { hashStart, type Vocabulary } from './vocabulary.ts';
import { placeholderKind } from './word-classes.ts';
import { fold, pause, Words } from './words.ts';

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 0x60;

export class Tokeniser {
  readonly words = new Words();
  private readonly vocabulary: Vocabulary;
  private readonly letters = new Uint16Array(64);
  private broken: number = pause.none;
  /** While phrases are compiled, words and numbers they name get ids; afterwards unknown words share one. */
  learning = true;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The words of `text`; the result is overwritten by the next call. */
  read(text: string): Words {
    const words = this.words;
    words.count = 0;
    this.broken = pause.none;
    let at = 0;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (unit === 32) at++;
      else if (isDigit(unit)) at = this.number(text, at);
      else if (fold(unit) > 1) at = this.word(text, at);
      else at = this.sign(text, at, unit);
    }
    joinNumbers(words, this.vocabulary, this.learning);
    return words;
  }

  private word(text: string, start: number): number {
    const { letters, vocabulary } = this;
    let at = start;
    let length = 0;
    let hash = hashStart;
    let allX = true;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const letter = isDigit(unit) ? 0 : fold(unit);
      if (letter > 1) {
        if (length < 63) letters[length++] = letter;
        hash = Math.imul(hash ^ letter, 16777619);
        if (unit !== 88) allX = false;
      } else if (
        letter === 0 &&
        isApostrophe(unit) &&
        at + 1 < text.length &&
        fold(text.charCodeAt(at + 1)) > 1 &&
        !isDigit(text.charCodeAt(at + 1))
      ) {
        const ended = this.ending(text, start, at, length, hash);
        if (ended > 0) return ended;
      } else if (letter !== 1) break;
    }
    if (allX && length >= 2) return this.crossed(text, start, at);
    const id = vocabulary.find(letters, length, hash >>> 0);
    this.put(id >= 0 ? id : this.unknown(length), start, at);
    return at;
  }

  // "can't", "I'd", "what's": the part before the apostrophe, then what the ending stands for. 0 where it is no such ending ("o'clock").
  private ending(text: string, start: number, apostrophe: number, length: number, hash: number): number {
    let end = apostrophe + 1;
    while (end < text.length && fold(text.charCodeAt(end)) > 0 && !isDigit(text.charCodeAt(end))) end++;
    const tail = text.slice(apostrophe + 1, end).toLowerCase();
    const { letters, vocabulary } = this;
    if (tail === 't' && length > 1 && letters[length - 1] === 110) {
      const whole = vocabulary.find(this.appended(116, length), length + 1, Math.imul(hash ^ 116, 16777619) >>> 0);
      if (whole >= 0 && vocabulary.expansions[whole]) {
        this.put(whole, start, end);
        return end;
      }
    }
    const spoken = Object.hasOwn(endings, tail) ? endings[tail] : undefined;
    if (spoken === undefined) return 0;
    const id = vocabulary.find(letters, length, hash >>> 0);
    // "let's" is "let us"; everything else keeps its first part.
    const us = tail === 's' && id >= 0 && vocabulary.texts[id] === 'let';
    this.put(id >= 0 ? id : this.unknown(length), start, end);
    this.put(vocabulary.add(us ? 'us' : spoken), start, end);
    return end;
  }

  private appended(letter: number, length: number): Uint16Array {
    this.letters[Math.min(length, 63)] = letter;
    return this.letters;
  }

  private unknown(length: number): number {
    const { letters, vocabulary } = this;
    if (this.learning) return vocabulary.add(String.fromCharCode(...letters.subarray(0, length)));
    const ing = length > 4 && letters[length - 1] === 103 && letters[length - 2] === 110 && letters[length - 3] === 105;
    return ing ? vocabulary.special.otherIng : vocabulary.special.other;
  }

  private put(id: number, from: number, to: number): void {
    const { vocabulary, words } = this;
    if (vocabulary.skipped[id]) return;
    const expansion = vocabulary.expansions[id];
    if (expansion) for (const part of expansion) this.push(part, from, to);
    else if (vocabulary.numberKinds[id]! > 0) {
      words.push(id, from, to, this.broken, vocabulary.numberValues[id]!, 0);
      this.broken = pause.none;
    } else this.push(id, from, to);
  }

  private push(id: number, from: number, to: number): void {
    this.words.push(id, from, to, this.broken);
    this.broken = pause.none;
  }

  private number(text: string, start: number): number {
    let at = start;
    let digits = '';
    let decimal = false;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      if (isDigit(unit)) digits += text[at];
      else if (unit === 44 && !decimal && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && digits.length <= 9)
        continue;
      else if (unit === 46 && !decimal && isDigit(next)) {
        decimal = true;
        digits += '.';
      } else if ((unit === 58 || unit === 47) && isDigit(next) && digits.length <= 4 && !decimal)
        return this.clockOrDate(text, start, at);
      else break;
    }
    const ordinal = /^(?:st|nd|rd|th)(?![a-z])/i.exec(text.slice(at, at + 3));
    if (ordinal && Number(digits) >= 1 && Number(digits) <= 31) {
      this.push(this.vocabulary.add(ordinalWord(Number(digits))), start, at + 2);
      return at + 2;
    }
    const value = Number(digits);
    const id = this.learning
      ? this.vocabulary.addNumber(value, digits.length)
      : this.vocabulary.number(value, digits.length);
    this.words.push(id, start, at, this.broken, value, Math.min(digits.length, 200));
    this.broken = pause.none;
    return at;
  }

  private clockOrDate(text: string, start: number, sign: number): number {
    let at = sign;
    while (
      at < text.length &&
      (isDigit(text.charCodeAt(at)) || ((text[at] === ':' || text[at] === '/') && isDigit(text.charCodeAt(at + 1))))
    )
      at++;
    this.push(text[sign] === ':' ? this.vocabulary.special.time : this.vocabulary.special.date, start, at);
    return at;
  }

  // XXXX, XX/XX/XXXX: a value that another tool took out.
  private crossed(text: string, start: number, end: number): number {
    let at = end;
    while (at + 1 < text.length && (text[at] === '/' || text[at] === '-') && text[at + 1] === 'X') {
      at++;
      while (text[at] === 'X') at++;
    }
    this.push(this.vocabulary.placeholder('any'), start, at);
    return at;
  }

  private hashes(text: string, start: number): number {
    let at = start + 1;
    while (text[at] === '#') at++;
    if (at - start >= 3) this.push(this.vocabulary.placeholder('any'), start, at);
    return at;
  }

  private sign(text: string, at: number, unit: number): number {
    const { special } = this.vocabulary;
    switch (unit) {
      case 91: // [
        return this.bracket(text, at);
      case 36: // $
        return this.money(text, at, special.dollar);
      case 163: // pound sterling
        return this.money(text, at, special.pound);
      case 0x20ac: // euro
        return this.money(text, at, special.euro);
      case 35: // ####: a value that another tool took out
        return this.hashes(text, at);
      case 37: // %
        this.push(special.percent, at, at + 1);
        break;
      case 38: // &
        this.push(special.and, at, at + 1);
        break;
      case 64: // @
        this.push(special.at, at, at + 1);
        break;
      case 46: // .
      case 33: // !
      case 63: // ?
      case 59: // ;
      case 58: // :
      case 10:
        this.broken = pause.sentence;
        break;
      case 44: // ,
      case 0x2013:
      case 0x2014:
        if (this.broken === pause.none) this.broken = pause.comma;
        break;
      default:
    }
    return at + 1;
  }

  // "$59" is written before the number and said after it: the number first, then the currency, both with the whole span.
  private money(text: string, at: number, currency: number): number {
    let start = at + 1;
    while (text[start] === ' ') start++;
    if (start >= text.length || !isDigit(text.charCodeAt(start))) return at + 1;
    const before = this.words.count;
    const end = this.number(text, start);
    if (this.words.count > before) this.words.from[before] = at;
    this.push(currency, at, end);
    return end;
  }

  // [NAME 1], [PERSON_NAME]: a value. [laughs], [inaudible]: a note, no word at all.
  private bracket(text: string, at: number): number {
    const end = text.indexOf(']', at);
    if (end < 0 || end - at > 40) return at + 1;
    const label = text.slice(at + 1, end);
    if (/^[A-Z][A-Z_ /-]*\d*$/.test(label)) this.push(this.vocabulary.placeholder(placeholderKind(label)), at, end + 1);
    else if (!/^[a-z][a-z _-]*$/i.test(label)) return at + 1;
    return end + 1;
  }
}

function ordinalWord(value: number): string {
  return (
    ordinals[value - 1] ??
    `${value}${value === 21 || value === 31 ? 'st' : value === 22 ? 'nd' : value === 23 ? 'rd' : 'th'}`
  );
}
