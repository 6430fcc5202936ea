// Hesitations and repairs, as people speak: "can I can I put you", "the the rate", "w- what's", "it's fifty, no sorry, sixty",
// "it's like sixty". A phrase may pass over what was taken back or only filled the time; nothing is taken out, so a phrase that
// holds such a word itself is still heard. Never over the end of a sentence.
import type { Line } from './line.ts';
import type { Vocabulary } from './vocabulary.ts';
import { pause, type Words } from './words.ts';

/** So many words in a row may be said twice. */
const longestRepeat = 3;
/** One stretch is passed over for so many words, or a few close together: nobody who is understood repairs more. */
const wordsEach = 12;
const closeTogether = 6;
/** How far back a correction may begin anew: "on the first, sorry, on the second". */
const furthest = 4;

const alone = 0b1;
const pairFirst = 0b10;
const takesBack = 0b100;
const likeWord = 0b1000;
const before = 0b10000;
const value = 0b100000;

export class Repairs {
  private readonly vocabulary: Vocabulary;
  private readonly pairs: ReadonlySet<number>;
  private readonly known: readonly (readonly [number, number])[];
  private roles = new Uint8Array(0);
  // How many more stretches may be passed over here, and where the last one ended.
  private left = 0;
  private passedAt = 0;

  /** Made before the vocabulary is closed. */
  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    const ids = (texts: string): number[] => texts.split(' ').map((text) => vocabulary.add(text));
    const known: [number, number][] = [];
    const give = (bit: number, texts: string): void =>
      void known.push(...ids(texts).map((id): [number, number] => [id, bit]));
    give(alone, 'mhm mmhm mmhmm huh basically');
    give(takesBack, 'sorry rather no wait actually');
    give(likeWord, 'like');
    // After these "like" is a word of its own: "would like", "looks like", "I like".
    give(
      before,
      'would i you we they he she do does did not to really also look looks looked feel feels felt sound sounds sounded seem seems something anything things stuff more much just don',
    );
    const pairs = new Set<number>();
    for (const pair of ['sort of', 'kind of', 'i guess', 'i mean', 'you know', 'you see']) {
      const [first, second] = ids(pair) as [number, number];
      known.push([first, pairFirst]);
      pairs.add(pairKey(first, second));
    }
    this.pairs = pairs;
    this.known = known;
  }

  /** Lets phrases pass over the repairs in the words that `line` has taken in; `text` is theirs. */
  mark(text: string, words: Words, line: Line): void {
    const { ids, breaks, count } = words;
    const roles = this.bits;
    const cutOff = text.includes('-');
    this.left = closeTogether;
    this.passedAt = 0;
    for (let at = 0; at + 1 < count; at++) {
      const id = ids[at]!;
      const role = roles[id]!;
      if (role !== 0) this.markFiller(role, words, at, line);
      // Said again: the words at `at` come once more, one to three further on.
      if (id === ids[at + 1] || id === ids[at + 2] || id === ids[at + 3]) this.markRepeat(text, words, at, line);
      if (
        cutOff &&
        text.charCodeAt(words.to[at]!) === hyphen &&
        breaks[at + 1]! < pause.sentence &&
        isCutOff(text, words, at)
      )
        this.pass(line, at, at + 1);
    }
  }

  private pass(line: Line, first: number, next: number): void {
    this.left = Math.min(closeTogether, this.left + Math.max(0, next - this.passedAt) / wordsEach);
    this.passedAt = next;
    if (this.left < 1) return;
    this.left--;
    line.skip(first, next);
  }

  private get bits(): Uint8Array {
    if (this.roles.length === 0) {
      this.roles = new Uint8Array(this.vocabulary.size);
      for (const [id, bit] of this.known) this.roles[id]! |= bit;
      // One placeholder after another stands for two values.
      for (const [id, text] of this.vocabulary.texts.entries()) if (/^[[#]/.test(text)) this.roles[id] = value;
    }
    return this.roles;
  }

  private markFiller(role: number, words: Words, at: number, line: Line): void {
    const { ids, breaks } = words;
    if (breaks[at]! >= pause.sentence || at === 0) return;
    if ((role & alone) !== 0) this.pass(line, at, at + 1);
    else if ((role & likeWord) !== 0) {
      const own = (this.roles[ids[at - 1]!]! & before) !== 0 && breaks[at] === pause.none;
      if (!own && breaks[at + 1]! < pause.sentence) this.pass(line, at, at + 1);
    } else if (
      (role & pairFirst) !== 0 &&
      breaks[at + 1] === pause.none &&
      this.pairs.has(pairKey(ids[at]!, ids[at + 1]!))
    )
      this.pass(line, at, at + 2);
    if ((role & takesBack) !== 0) this.markCorrection(words, at, line);
    // "fifty I mean sixty"
    else if ((role & pairFirst) !== 0 && this.pairs.has(pairKey(ids[at]!, ids[at + 1]!)))
      this.correct(words, at, at + 2, line);
  }

  // "no sorry", "no wait", "or rather", "sorry": where they begin and where what is meant follows.
  private markCorrection(words: Words, at: number, line: Line): void {
    const { ids, breaks } = words;
    if ((this.roles[ids[at - 1]!]! & takesBack) !== 0 && breaks[at]! < pause.sentence) return;
    let behind = at + 1;
    while (behind < words.count && behind < at + 3 && (this.roles[ids[behind]!]! & takesBack) !== 0) behind++;
    this.correct(words, at, behind, line);
  }

  // A number for a number, or the same word again within a few: what stood before is passed over.
  private correct(words: Words, from: number, behind: number, line: Line): void {
    const { ids, values, breaks } = words;
    if (behind >= words.count) return;
    for (let at = from; at <= behind; at++) if (breaks[at]! >= pause.sentence) return;
    if (!Number.isNaN(values[behind]!) && !Number.isNaN(values[from - 1]!)) {
      let first = from - 1;
      while (first > 0 && !Number.isNaN(values[first - 1]!) && breaks[first] === pause.none) first--;
      return this.pass(line, first, behind);
    }
    for (let first = from - 1; first >= 0 && first >= from - furthest; first--) {
      if (ids[first] === ids[behind] && this.isKnown(ids[first]!)) return this.pass(line, first, behind);
      if (breaks[first]! >= pause.sentence) return;
    }
  }

  private markRepeat(text: string, words: Words, at: number, line: Line): void {
    const { ids, breaks, values } = words;
    for (let length = 1; length <= longestRepeat; length++) {
      if (at + 2 * length > words.count || ids[at] !== ids[at + length]) continue;
      if ((this.bits[ids[at]!]! & value) !== 0) return;
      // "Yummy yummy": one word of content said twice is meant so.
      if (length === 1 && !this.isKnown(ids[at]!)) continue;
      let same = true;
      for (let one = 0; one < length && same; one++)
        same =
          sameWord(text, words, at + one, at + length + one, this.isKnown(ids[at + one]!)) &&
          Number.isNaN(values[at + one]!) &&
          breaks[at + one + (one === 0 ? length : 0)]! < pause.sentence &&
          (one === 0 || breaks[at + length + one]! < pause.sentence);
      if (same) return this.pass(line, at, at + length);
    }
  }

  private isKnown(id: number): boolean {
    return id !== this.vocabulary.special.other && id !== this.vocabulary.special.otherIng;
  }
}

const hyphen = 45;
const pairKey = (first: number, second: number): number => first * 65536 + second;

// Words that no phrase uses share an id: then their letters are compared.
function sameWord(text: string, words: Words, one: number, other: number, known: boolean): boolean {
  if (words.ids[one] !== words.ids[other]) return false;
  if (known) return true;
  const length = words.to[one]! - words.from[one]!;
  return (
    words.to[other]! - words.from[other]! === length && startsAlike(text, words.from[one]!, words.from[other]!, length)
  );
}

// "w- what's", "app- appointment", "wh-where": the next word begins with the letters before the hyphen.
function isCutOff(text: string, words: Words, at: number): boolean {
  const length = words.to[at]! - words.from[at]!;
  const next = words.from[at + 1]!;
  if (next === words.from[at] || words.to[at + 1]! - next < length) return false;
  return startsAlike(text, words.from[at]!, next, length);
}

function startsAlike(text: string, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++)
    if ((text.charCodeAt(one + at) | 32) !== (text.charCodeAt(other + at) | 32)) return false;
  return true;
}
