// Hears cues in a contact, each only when it is asked for: the words of the contact say which phrases could be there at all, and only
// around their rarest words are they looked for. Time grows with the words, and for each by no more than what the packs fix.
import { anchorRows, rowSize } from './anchor-rows.ts';
import { type Asked, asked, listenFor } from './asked-of.ts';
import { ContactWords } from './contact-words.ts';
import { Hits } from './hits.ts';
import { Line } from './line.ts';
import { PhraseTable } from './phrase-table.ts';
import type { PhrasePositions } from './positions.ts';
import type { Repairs } from './repairs.ts';
import { Surroundings } from './surroundings.ts';
import type { Tokeniser } from './tokenise.ts';
import { Verifier } from './verifier.ts';
import type { Vocabulary } from './vocabulary.ts';
import { bitOf, otherBitOf, SetTable, type WordSets } from './word-sets.ts';
import type { Words } from './words.ts';

// A name of this module's own: those of another are looked up anew at every use.
const size = rowSize;
const groups = asked.count;

/** A phrase and the cue that it is a phrase of. */
interface CuedPhrase extends PhrasePositions {
  readonly cue: number;
}

export class Ear {
  readonly words: ContactWords;
  /** The words of the turn taken in last, with what may be passed over among them. */
  readonly line: Line;
  private readonly tokeniser: Tokeniser;
  private readonly repairs: Repairs | null;
  private readonly hits = new Hits();
  private readonly table: PhraseTable;
  private readonly verifier: Verifier;
  private readonly near: Surroundings;
  private readonly other: Surroundings;
  // The anchors of word `w` whose cue is asked of `g` are rows `from[w * groups + g]` up to the next: bits of the words of which one
  // must stand in the window before it, the same after it, the cue and both windows, and the position.
  private readonly from: Int32Array;
  private readonly rows: Int32Array;
  // By cue, the first of its anchors whose words are there, chained: numbers of what was met, with the stamp of this contact.
  private readonly stamps: Int32Array;
  private readonly heads: Int32Array;
  private stamp = 0;
  /** Rows of one word that may stand at a place. */
  private readonly passing: Int32Array;
  /** By turn, what it is listened for. */
  private readonly listening: Asked[] = [];
  private metPositions: Int32Array = new Int32Array(1024);
  private metPlaces: Int32Array = new Int32Array(1024);
  private metNext: Int32Array = new Int32Array(1024);
  private wordsRead = 0;
  private looked = 0;
  private isReady = true;
  private owner: object | null = null;

  /** The vocabulary must be closed. @param askedOf by cue, of whom it is asked @param repairs what may be passed over; null where nothing but asides may */
  constructor(
    phrases: readonly CuedPhrase[],
    askedOf: Uint8Array,
    sets: WordSets,
    vocabulary: Vocabulary,
    tokeniser: Tokeniser,
    repairs: Repairs | null,
  ) {
    const table = new SetTable(sets, vocabulary);
    this.table = new PhraseTable(phrases, table);
    this.verifier = new Verifier(this.table, table, vocabulary.classes);
    this.tokeniser = tokeniser;
    this.repairs = repairs;
    this.words = new ContactWords(vocabulary);
    this.line = new Line(vocabulary);
    const anchors = anchorRows(this.table, table, vocabulary.size, (phrase) => phrases[phrase]!.cue, askedOf);
    this.from = anchors.from;
    this.rows = anchors.rows;
    this.passing = new Int32Array(1 + anchors.most);
    this.near = new Surroundings(Int32Array.from({ length: vocabulary.size + 1 }, (_, word) => bitOf(word)));
    this.other = new Surroundings(Int32Array.from({ length: vocabulary.size + 1 }, (_, word) => otherBitOf(word)));
    this.stamps = new Int32Array(askedOf.length);
    this.heads = new Int32Array(askedOf.length);
  }

  /** Everything that time was spent on. */
  get work(): number {
    return this.wordsRead + this.looked + this.verifier.steps;
  }

  /** Forgets the contact before and begins to listen for `owner`. */
  begin(owner: object | null): void {
    this.owner = owner;
    this.words.clear();
    this.isReady = false;
  }

  /** Takes in a turn and what it is listened for. @returns its words, overwritten by the next call */
  add(turn: number, text: string, listening: Asked = listenFor.everything): Words {
    const words = this.tokeniser.read(text);
    this.line.load(words);
    if (this.repairs !== null && words.count > 0) this.repairs.mark(text, words, this.line);
    this.words.add(turn, words, this.line);
    this.listening[turn] = listening;
    return words;
  }

  /** Is what was taken in still the contact of `owner`? */
  isOf(owner: object): boolean {
    return this.owner === owner;
  }

  /** Could a cue be there? False is sure. */
  mayHear(cue: number): boolean {
    if (!this.isReady) this.meet();
    return this.stamps[cue] === this.stamp;
  }

  /** Every phrase of a cue, each at each of its ends with the earliest start, in order; overwritten by the next call. */
  hear(cue: number): Hits {
    const { hits, words, verifier } = this;
    hits.clear();
    if (!this.mayHear(cue)) return hits;
    const { metPositions, metPlaces, metNext } = this;
    for (let met = this.heads[cue]!; met > 0; met = metNext[met]!)
      verifier.verify(metPositions[met]!, metPlaces[met]!, words, hits);
    hits.settle();
    return hits;
  }

  // Each word brings the phrases that are looked for around it, where around it stands what they need.
  private meet(): void {
    const { words, near, other, from, rows, passing, stamps, heads } = this;
    near.load(words);
    other.load(words);
    const { around } = near;
    const { around: otherAround } = other;
    const { ids, count } = words;
    const stamp = ++this.stamp;
    this.isReady = true;
    this.wordsRead += count;
    let met = 0;
    let turn = -1;
    let first = 0;
    let behind = 0;
    for (let place = 1; place < count; place++) {
      if (words.turns[place] !== turn) {
        turn = words.turns[place]!;
        ({ from: first, to: behind } = this.listening[turn]!);
      }
      const word = ids[place]! * groups;
      const start = from[word + first]! * size;
      const stop = from[word + behind]! * size;
      if (start === stop) continue;
      near.look(place, words);
      other.look(place, words);
      this.looked += (stop - start) / size;
      if (met + stop - start >= this.metPositions.length) this.grow(met + stop - start);
      const { metPositions, metPlaces, metNext } = this;
      // First all that pass, without a branch, since most don't and which do can't be foreseen.
      let passed = 0;
      for (let row = start; row < stop; row += size) {
        const which = rows[row + 4]!;
        const before = rows[row]! & around[which & 7]!;
        const otherBefore = rows[row + 1]! & otherAround[which & 7]!;
        const after = rows[row + 2]! & around[(which >> 3) & 7]!;
        const otherAfter = rows[row + 3]! & otherAround[(which >> 3) & 7]!;
        passing[passed] = row;
        passed +=
          ((before | -before) & (otherBefore | -otherBefore) & (after | -after) & (otherAfter | -otherAfter)) >>> 31;
      }
      for (let one = 0; one < passed; one++) {
        const row = passing[one]!;
        const cue = rows[row + 4]! >> 6;
        met++;
        metPositions[met] = rows[row + 5]!;
        metPlaces[met] = place;
        metNext[met] = stamps[cue] === stamp ? heads[cue]! : 0;
        stamps[cue] = stamp;
        heads[cue] = met;
      }
    }
  }

  private grow(least: number): void {
    const length = 2 ** Math.ceil(Math.log2(least + 1));
    const larger = (old: Int32Array): Int32Array => {
      const array = new Int32Array(length);
      array.set(old);
      return array;
    };
    this.metPositions = larger(this.metPositions);
    this.metPlaces = larger(this.metPlaces);
    this.metNext = larger(this.metNext);
  }
}
