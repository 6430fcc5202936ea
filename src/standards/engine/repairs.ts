// Hesitations and repairs, as people speak: "can I can I put you", "the the rate", "w- what's", "it's fifty, no sorry, sixty",
// "it's like sixty". A phrase may pass over what was taken back or only filled the time; nothing is taken out, so a phrase that
// holds such a word itself is still heard. Never over the end of a sentence.
import type { ContactWords } from './contact-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { role, type WordRoles } from './word-roles.ts';
import { pause } from './words.ts';

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
  // Where the turn's words begin and end.
  private first = 0;
  private end = 0;

  /** Made before the vocabulary is closed. */
  constructor(roles: WordRoles, vocabulary: Vocabulary) {
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
    const of = vocabulary.add('of');
    for (const pair of ['sort of', 'kind of', 'i guess', 'i mean', 'you know', 'you see']) {
      const [first, second] = ids(pair) as [number, number];
      known.push([first, pairFirst]);
      pairs.add(pairKey(first, second));
      // The rarer word of the two tells that they may be there.
      roles.give(second === of ? first : second, role.fills);
    }
    for (const [id, bits] of known) if ((bits & (alone | takesBack | likeWord)) !== 0) roles.give(id, role.fills);
    this.pairs = pairs;
    this.known = known;
  }

  /** May anything be passed over in a turn whose words do this to each other, see `role`? */
  mayPass(roles: number): boolean {
    return (roles & (role.fills | role.again | role.cutOff | role.counts)) !== 0;
  }

  /** Lets phrases pass over the repairs in a turn; `text` is its text. */
  mark(text: string, words: ContactWords, turn: number): void {
    const { ids, breaks } = words;
    const roles = this.bits;
    this.first = words.starts[turn]! + 1;
    this.end = words.endOf(turn);
    const cutOff = (words.roles[turn]! & role.cutOff) !== 0;
    this.left = closeTogether;
    this.passedAt = this.first;
    for (let at = this.first; at + 1 < this.end; at++) {
      const id = ids[at]!;
      const bits = roles[id]!;
      if (bits !== 0) this.markFiller(bits, words, at);
      // Said again: the words at `at` come once more, one to three further on.
      if (id === ids[at + 1] || id === ids[at + 2] || id === ids[at + 3]) this.markRepeat(text, words, at);
      if (
        cutOff &&
        text.charCodeAt(words.to[at]!) === hyphen &&
        breaks[at + 1]! < pause.sentence &&
        isCutOff(text, words, at)
      )
        this.pass(words, at, at + 1);
    }
  }

  private pass(words: ContactWords, first: number, next: number): void {
    this.left = Math.min(closeTogether, this.left + Math.max(0, next - this.passedAt) / wordsEach);
    this.passedAt = next;
    if (this.left < 1) return;
    this.left--;
    words.pass(first, next);
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

  private markFiller(bits: number, words: ContactWords, at: number): void {
    const { ids, breaks } = words;
    if (breaks[at]! >= pause.sentence || at === this.first) return;
    if ((bits & alone) !== 0) this.pass(words, at, at + 1);
    else if ((bits & likeWord) !== 0) {
      const own = (this.roles[ids[at - 1]!]! & before) !== 0 && breaks[at] === pause.none;
      if (!own && breaks[at + 1]! < pause.sentence) this.pass(words, at, at + 1);
    } else if (
      (bits & pairFirst) !== 0 &&
      breaks[at + 1] === pause.none &&
      this.pairs.has(pairKey(ids[at]!, ids[at + 1]!))
    )
      this.pass(words, at, at + 2);
    if ((bits & takesBack) !== 0) this.markCorrection(words, at);
    // "fifty I mean sixty"
    else if ((bits & pairFirst) !== 0 && this.pairs.has(pairKey(ids[at]!, ids[at + 1]!)))
      this.correct(words, at, at + 2);
  }

  // "no sorry", "no wait", "or rather", "sorry": where they begin and where what is meant follows.
  private markCorrection(words: ContactWords, at: number): void {
    const { ids, breaks } = words;
    if ((this.roles[ids[at - 1]!]! & takesBack) !== 0 && breaks[at]! < pause.sentence) return;
    let behind = at + 1;
    while (behind < this.end && behind < at + 3 && (this.roles[ids[behind]!]! & takesBack) !== 0) behind++;
    this.correct(words, at, behind);
  }

  // A number for a number, or the same word again within a few: what stood before is passed over.
  private correct(words: ContactWords, from: number, behind: number): void {
    const { ids, values, breaks } = words;
    if (behind >= this.end) return;
    for (let at = from; at <= behind; at++) if (breaks[at]! >= pause.sentence) return;
    if (!Number.isNaN(values[behind]!) && !Number.isNaN(values[from - 1]!)) {
      let first = from - 1;
      while (first > this.first && !Number.isNaN(values[first - 1]!) && breaks[first] === pause.none) first--;
      return this.pass(words, first, behind);
    }
    for (let first = from - 1; first >= this.first && first >= from - furthest; first--) {
      if (ids[first] === ids[behind] && this.isKnown(ids[first]!)) return this.pass(words, first, behind);
      if (breaks[first]! >= pause.sentence) return;
    }
  }

  private markRepeat(text: string, words: ContactWords, at: number): void {
    const { ids, breaks, values } = words;
    for (let length = 1; length <= longestRepeat; length++) {
      if (at + 2 * length > this.end || ids[at] !== ids[at + length]) continue;
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
      if (same) return this.pass(words, at, at + length);
    }
  }

  private isKnown(id: number): boolean {
    return id !== this.vocabulary.special.other && id !== this.vocabulary.special.otherIng;
  }
}

const hyphen = 45;
const pairKey = (first: number, second: number): number => first * 65536 + second;

// Words that no phrase uses share an id: then their letters are compared.
function sameWord(text: string, words: ContactWords, one: number, other: number, known: boolean): boolean {
  if (words.ids[one] !== words.ids[other]) return false;
  if (known) return true;
  const length = words.to[one]! - words.from[one]!;
  return (
    words.to[other]! - words.from[other]! === length && startsAlike(text, words.from[one]!, words.from[other]!, length)
  );
}

// "w- what's", "app- appointment", "wh-where": the next word begins with the letters before the hyphen.
function isCutOff(text: string, words: ContactWords, at: number): boolean {
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
