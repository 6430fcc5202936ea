// Phrases that a recogniser's words hold all but for one word: missing, added, or another one. Where the other one sounds like the
// one meant, the phrase was said and misheard; else it was half heard, and whether it was said can't be told. From every rare word
// of a phrase that stands in the turn the phrase is followed both ways with one slip allowed; each place is looked at once for each
// word and kind of slip, and a turn has a budget, so time grows with the words alone.
import { kinds, Likeness, slip } from './likeness.ts';
import type { Line } from './line.ts';
import { type Direction, NearPlaces } from './near-places.ts';
import { Seen } from './seen.ts';
import type { Sounds } from './sound.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is } from './word-classes.ts';
import type { WordPositions } from './word-positions.ts';
import type { TurnWords } from './turn-words.ts';

/**
 * By slip, how telling in bits the words must be that were heard: the sum of how seldom each is said. Found by trying: below it,
 * ordinary talk is full of half-heard phrases.
 */
const leastTelling = [Number.POSITIVE_INFINITY, 12, 16, 22, 36] as const;
const leastWords = 2;
/** Places looked at in a turn, for each of its words and altogether more. */
const placesEach = 400;
const placesMore = 10_000;
const mostPending = 4096;

/** A phrase from word `first` to word `last` of the turn, with one word not heard, or taken by its sound. */
export interface NearlyFound {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
  readonly bySound: boolean;
}

export class HalfHeard {
  private readonly vocabulary: Vocabulary;
  private readonly likeness: Likeness;
  private readonly places: NearPlaces;
  private readonly isRare: Uint8Array;
  private readonly seen = new Seen();
  // How far a search came with each kind of slip: the furthest word, how telling the words heard were, and how many.
  private readonly reached = new Int32Array(kinds);
  private readonly reachedTelling = new Float64Array(kinds);
  private readonly reachedHeard = new Int32Array(kinds);
  /** Whether the search that runs may slip. */
  private slips = false;
  // What is still to be gone on from.
  private readonly pendingPlace = new Int32Array(mostPending);
  private readonly pendingAt = new Int32Array(mostPending);
  private readonly pendingKind = new Int32Array(mostPending);
  private readonly pendingHeard = new Int32Array(mostPending);
  private readonly pendingTelling = new Float64Array(mostPending);
  private pending = 0;
  private left = 0;
  private line!: Line;
  private found: NearlyFound[] = [];
  private readonly keys = new Set<number>();

  /** The vocabulary must be closed. */
  constructor(phrases: readonly WordPositions[], vocabulary: Vocabulary, sounds: Sounds) {
    this.vocabulary = vocabulary;
    this.likeness = new Likeness(vocabulary, sounds);
    this.places = new NearPlaces(phrases, vocabulary);
    const { other, otherIng } = vocabulary.special;
    this.isRare = Uint8Array.from(vocabulary.classes, (classes, id) =>
      id === other || id === otherIng || (classes & (is.name | is.organization)) !== 0 ? 1 : 0,
    );
  }

  /** What is half heard in a turn. `text` is its text, `line` has taken in its `words`. */
  find(text: string, words: TurnWords, line: Line): readonly NearlyFound[] {
    const { anchors, anchorsFrom, before, after } = this.places;
    this.line = line;
    this.found = [];
    this.keys.clear();
    this.likeness.begin(text, words);
    this.left = placesEach * line.count + placesMore;
    for (let at = 1; at <= line.count && this.left > 0; at++) {
      const id = line.ids[at]!;
      const stop = anchorsFrom[id + 1]!;
      for (let anchor = anchorsFrom[id]!; anchor < stop; anchor++) {
        const place = anchors[anchor]!;
        this.left--;
        // One word beside it must be as the phrase has it: with one slip, only one side can be wrong.
        const earlier = this.holds(before, place, at);
        const later = this.holds(after, place, at);
        if ((earlier && (later || this.mayHold(after, place, at))) || (later && this.mayHold(before, place, at)))
          this.follow(place, at, slip.none);
      }
      this.bySound(at, id);
    }
    return this.found;
  }

  // The word may have been another that sounds the same: then all else must be as the phrase has it.
  private bySound(at: number, id: number): void {
    const { before, after, placesOf, words } = this.places;
    for (const meant of this.likeness.soundsAs(words, at, id)) {
      for (const place of placesOf.get(meant)!) {
        this.left--;
        if (this.holds(before, place, at) && this.holds(after, place, at)) this.follow(place, at, slip.sound);
      }
    }
  }

  private bit(at: number): number {
    return at < 0 || at > this.line.count + 1 ? 0 : 1 << (this.line.ids[at]! & 31);
  }

  // The same for the word beside, and for the one behind what may be passed over there.
  private besideBits(at: number, step: number): number {
    const { line } = this;
    const bits = this.bit(at + step);
    if (!line.hasSkips) return bits;
    if (step > 0) return line.ahead[at + 1]! > 0 ? bits | this.bit(line.ahead[at + 1]!) : bits;
    return line.back[at]! > 0 ? bits | this.bit(line.back[at]! - 1) : bits;
  }

  private holds({ isEdge, bits, span, step }: Direction, place: number, at: number): boolean {
    if (isEdge[place] === 1) return true;
    const wanted = bits[place]!;
    if ((wanted & this.besideBits(at, step)) !== 0) return true;
    for (let further = 2; further <= span[place]!; further++)
      if ((wanted & this.bit(at + further * step)) !== 0) return true;
    return false;
  }

  // With a slip beside it, what stands further on.
  private mayHold({ isEdge, bits, furtherBits, step }: Direction, place: number, at: number): boolean {
    const further = this.bit(at + 2 * step);
    return (
      isEdge[place] === 1 ||
      (furtherBits[place]! & (this.besideBits(at, step) | further)) !== 0 ||
      (bits[place]! & further) !== 0
    );
  }

  // One slip spoils one side of the word only, so the other must be as the phrase has it from here to its edge.
  private follow(place: number, at: number, began: number): void {
    const { before, after } = this.places;
    this.slips = false;
    this.search(before, place, at, began);
    const start = this.reached[began]!;
    const startTelling = this.reachedTelling[began]!;
    const startHeard = this.reachedHeard[began]!;
    this.search(after, place, at, began);
    const end = this.reached[began]!;
    const endTelling = this.reachedTelling[began]!;
    const endHeard = this.reachedHeard[began]!;
    if (began === slip.sound) {
      if (start >= 0 && end >= 0)
        this.keep(place, start, end, slip.sound, startTelling + endTelling, startHeard + endHeard);
      return;
    }
    // What is there on both sides was plainly heard; it may still be half heard further on, but then it need not be.
    if (start >= 0 === end >= 0) return;
    this.slips = true;
    const own = this.places.telling[place]!;
    this.search(start >= 0 ? after : before, place, at, began);
    for (let kind = slip.close; kind < kinds; kind++) {
      const reached = this.reached[kind]!;
      if (reached < 0) continue;
      const telling = this.reachedTelling[kind]! - own;
      const heard = this.reachedHeard[kind]! - 1;
      if (start >= 0) this.keep(place, start, reached, kind, startTelling + telling, startHeard + heard);
      else this.keep(place, reached, end, kind, endTelling + telling, endHeard + heard);
    }
  }

  private keep(place: number, start: number, end: number, kind: number, telling: number, heard: number): void {
    if (telling < leastTelling[kind]! || heard < leastWords) return;
    const { line } = this;
    const phrase = this.places.phraseOf[place]!;
    const bySound = kind === slip.sound;
    const first = Math.min(Math.max(1, start), line.count) - 1;
    const last = Math.min(end, line.count) - 1;
    const key = (phrase * 8192 + (last & 8191)) * 2 + (bySound ? 1 : 0);
    if (last < first || this.keys.has(key)) return;
    this.keys.add(key);
    this.found.push({ phrase, first, last, bySound });
  }

  // From a place both as it stands and with one slip, to where the phrase begins or ends; the furthest of each kind is kept.
  private search(direction: Direction, place: number, at: number, began: number): void {
    const { telling } = this.places;
    const { isEdge } = direction;
    for (let kind = 0; kind < kinds; kind++) this.reached[kind] = -1;
    this.seen.clear();
    this.wait(place, at, began, began === slip.none ? telling[place]! : 0, began === slip.none ? 1 : 0);
    while (this.pending > 0) {
      const one = --this.pending;
      const here = this.pendingPlace[one]!;
      const index = this.pendingAt[one]!;
      const kind = this.pendingKind[one]!;
      const heard = this.pendingHeard[one]!;
      const told = this.pendingTelling[one]!;
      if (isEdge[here] === 1 && (this.reached[kind]! < 0 || told > this.reachedTelling[kind]!)) {
        this.reached[kind] = index;
        this.reachedTelling[kind] = told;
        this.reachedHeard[kind] = heard;
      }
      this.goOn(direction, here, index, kind, told, heard);
    }
  }

  private goOn(direction: Direction, here: number, index: number, kind: number, told: number, heard: number): void {
    const { step, from, places } = direction;
    const { line } = this;
    const { word } = this.places;
    let near = index + step;
    if (line.hasSkips && step > 0 && line.ahead[near]! > 0) near = line.ahead[near]!;
    else if (line.hasSkips && step < 0 && index > 0 && line.back[index]! > 0) near = line.back[index]! - 1;
    if (near < 0 || near > line.count + 1) return;
    const id = line.ids[near]!;
    const start = from[here]!;
    const stop = from[here + 1]!;
    // Behind a gap nearly anything could be a slip, so the word behind it must be as it stands.
    if (this.slips && kind === slip.none && this.places.telling[here]! > 0) {
      for (let one = start; one < stop; one++)
        if (this.places.telling[places[one]!]! > 0 && !this.reads(places[one]!, id))
          this.slipAt(direction, places[one]!, index, near, id, told, heard);
    }
    let one = start;
    for (; one < stop && word[places[one]!]! < 0; one++) {
      const to = places[one]!;
      if (!this.reads(to, id)) continue;
      const counts = this.places.telling[to]! > 0 ? 1 : 0;
      this.wait(to, near, kind, told + this.toldBy(to, id), heard + counts);
    }
    // Those that read the word itself, among the rest in order of their words.
    let low = one;
    for (let high = stop; low < high;) {
      const middle = (low + high) >> 1;
      if (word[places[middle]!]! < id) low = middle + 1;
      else high = middle;
    }
    for (; low < stop && word[places[low]!] === id; low++)
      this.wait(places[low]!, near, kind, told + this.toldBy(places[low]!, id), heard + 1);
  }

  // How the word at `at` may stand for the one that a place reads.
  private compare(place: number, at: number, id: number): number {
    const meant = this.places.word[place]!;
    return meant < 0 || at < 1 || at > this.line.count ? slip.any : this.likeness.compare(meant, at, id);
  }

  // A rare word where any name or noun may stand tells more than a common one.
  private toldBy(place: number, id: number): number {
    const own = this.places.telling[place]!;
    return own === 1 && this.isRare[id] === 1 ? 8 : own;
  }

  // The word of place `to` is not at `near`: another one stands there, none, or one more before it.
  private slipAt(
    direction: Direction,
    to: number,
    index: number,
    near: number,
    id: number,
    told: number,
    heard: number,
  ): void {
    const { inPassing, negates, telling, passing } = this.places;
    const { step, bits, isEdge } = direction;
    if (negates[to] === 1) return;
    const edge = isEdge[to] === 1;
    const further = this.bit(near + step);
    if (edge || (bits[to]! & further) !== 0) {
      const other = this.compare(to, near, id);
      if (other !== slip.any || !edge) this.wait(to, near, other, told, heard);
    }
    if (!edge && (bits[to]! & this.bit(near)) !== 0)
      this.wait(to, index, inPassing[to] === 1 ? slip.passing : slip.any, told, heard);
    const behind = near + step;
    if (behind >= 0 && behind <= this.line.count + 1 && this.reads(to, this.line.ids[behind]!))
      this.wait(to, behind, passing[id] === 1 ? slip.passing : slip.any, told + telling[to]!, heard + 1);
  }

  private wait(place: number, at: number, kind: number, telling: number, heard: number): void {
    this.left--;
    if (this.pending === mostPending || !this.seen.add(place, (at & 4095) * kinds + kind)) return;
    const one = this.pending++;
    this.pendingPlace[one] = place;
    this.pendingAt[one] = at;
    this.pendingKind[one] = kind;
    this.pendingHeard[one] = heard;
    this.pendingTelling[one] = telling;
  }

  private reads(place: number, id: number): boolean {
    const word = this.places.word[place]!;
    return word >= 0 ? word === id : (this.vocabulary.classes[id]! & this.places.classes[place]!) !== 0;
  }
}
