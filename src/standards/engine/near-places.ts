// The places of phrases that may be half heard, in flat arrays both ways: what stands beside each, and by bits which words can.
import { oftenSaid } from './rarity.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is } from './word-classes.ts';
import type { WordPositions } from './word-positions.ts';

/** Words said at most so often in 10,000 are looked for: the fewest that leave two on every way, since one may be lost. */
const rare = [20, 35] as const;
const wordsToLookFrom = 2;
/** Words said at least so often are said in passing, and lost the first. */
const passing = 60;
/** Phrases with more places than this are too loose to be half heard. */
const mostPlaces = 400;
const fewestWords = 3;
/** Words that gaps may pass over in a phrase: with more, and a slip beside, nearly anything is half heard. */
const mostGaps = 1;
/** Without these the rest is something else that people say: never taken as lost. */
const negations = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without', 'unable']);
const anything = -1;

/** One way through the phrases: what comes before each place, or after it. */
export interface Direction {
  readonly step: -1 | 1;
  /** By place, 1 where a phrase ends in this direction. */
  readonly isEdge: Uint8Array;
  /** What stands beside place `p`: `places[from[p]]` up to `places[from[p + 1]]`. */
  readonly from: Int32Array;
  readonly places: Int32Array;
  /** By place, one bit of 32 for each word that may stand beside it; and for each beside that. */
  readonly bits: Int32Array;
  readonly furtherBits: Int32Array;
  /** How many words on the word beside it may stand, where a gap lies between; else 1. */
  readonly span: Uint8Array;
}

export class NearPlaces {
  readonly word: Int32Array;
  readonly classes: Int32Array;
  readonly phraseOf: Int32Array;
  /** How telling it is that the word of a place was said, in bits; 0 for gaps. */
  readonly telling: Float64Array;
  readonly inPassing: Uint8Array;
  readonly negates: Uint8Array;
  readonly before: Direction;
  readonly after: Direction;
  /** By word, whether it is said in passing. */
  readonly passing: Uint8Array;
  /** Places to look from: those of word `w` are `anchors[anchorsFrom[w]]` up to `anchors[anchorsFrom[w + 1]]`. */
  readonly anchors: Int32Array;
  readonly anchorsFrom: Int32Array;
  /** The words that phrases are made of, and all places of each. */
  readonly words: readonly number[];
  readonly placesOf: ReadonlyMap<number, readonly number[]>;

  /** The vocabulary must be closed. */
  constructor(all: readonly WordPositions[], vocabulary: Vocabulary) {
    const phrases = all.flatMap((phrase, index) => (isEligible(phrase) ? [{ phrase, index }] : []));
    const positions = phrases.flatMap(({ phrase }) => phrase.positions);
    const textOf = (word: number): string => (word < 0 ? '' : vocabulary.texts[word]!);
    this.word = Int32Array.from(positions, ({ word }) => word);
    this.classes = Int32Array.from(positions, ({ classes }) => classes);
    this.phraseOf = Int32Array.from(phrases.flatMap(({ phrase, index }) => phrase.positions.map(() => index)));
    this.telling = Float64Array.from(positions, ({ word, classes }) => tellingOf(textOf(word), classes));
    this.inPassing = Uint8Array.from(positions, ({ word }) =>
      word >= 0 && oftenSaid(textOf(word)) >= passing ? 1 : 0,
    );
    this.negates = Uint8Array.from(positions, ({ word }) => (negations.has(textOf(word)) ? 1 : 0));
    this.passing = Uint8Array.from(vocabulary.texts, (text) => (oftenSaid(text) >= passing ? 1 : 0));
    this.before = this.direction(
      -1,
      phrases.map(({ phrase }) => phrase),
      vocabulary,
    );
    this.after = this.direction(
      1,
      phrases.map(({ phrase }) => phrase),
      vocabulary,
    );
    const byWord: number[][] = vocabulary.texts.map(() => []);
    let base = 0;
    for (const { phrase } of phrases) {
      let seldom: readonly number[] = [];
      for (const often of rare) {
        seldom = phrase.positions.flatMap(({ word }, at) =>
          word >= 0 && oftenSaid(textOf(word)) <= often ? [at] : [],
        );
        if (fewest(phrase, (at) => (seldom.includes(at) ? 1 : 0)) >= wordsToLookFrom) break;
      }
      for (const at of new Set([...seldom, ...phrase.anchors])) {
        const { word } = phrase.positions[at]!;
        if (word >= 0) byWord[word]!.push(base + at);
      }
      base += phrase.positions.length;
    }
    this.anchors = Int32Array.from(byWord.flat());
    this.placesOf = Map.groupBy(this.word.keys(), (place) => this.word[place]!);
    this.words = [...this.placesOf.keys()].filter((word) => word >= 0);
    this.anchorsFrom = new Int32Array(byWord.length + 1);
    for (const [word, places] of byWord.entries()) this.anchorsFrom[word + 1] = this.anchorsFrom[word]! + places.length;
  }

  private direction(step: -1 | 1, phrases: readonly WordPositions[], vocabulary: Vocabulary): Direction {
    const size = this.word.length;
    const isEdge = new Uint8Array(size);
    const from = new Int32Array(size + 1);
    const places: number[] = [];
    let base = 0;
    for (const phrase of phrases) {
      for (const [at, position] of phrase.positions.entries()) {
        const beside = step < 0 ? position.previous : position.next;
        // In order of their words, kinds of words first, so that one can be found without looking at all.
        places.push(...beside.map((one) => base + one).sort((a, b) => this.word[a]! - this.word[b]! || a - b));
        from[base + at + 1] = places.length;
      }
      for (const at of step < 0 ? phrase.first : phrase.last) isEdge[base + at] = 1;
      base += phrase.positions.length;
    }
    const ofClass = new Map<number, number>();
    const own = Int32Array.from(this.word, (word, place) => {
      if (word >= 0) return 1 << (word & 31);
      const classes = this.classes[place]!;
      let bits = (classes & is.any) !== 0 ? anything : ofClass.get(classes);
      if (bits === undefined) {
        bits = 0;
        for (const [id, kinds] of vocabulary.classes.entries()) if ((kinds & classes) !== 0) bits |= 1 << (id & 31);
        ofClass.set(classes, bits);
      }
      return bits;
    });
    const isGap = (place: number): boolean => this.word[place]! < 0 && (this.classes[place]! & is.any) !== 0;
    const span = new Uint8Array(size).fill(1);
    // Through gaps to whatever is none.
    const bits = Int32Array.from({ length: size }, (_, place) => {
      let here: readonly number[] = [place];
      let all = 0;
      const passed = new Set<number>();
      for (let words = 1; here.length > 0; words++) {
        const gaps: number[] = [];
        for (const one of here)
          for (let at = from[one]!; at < from[one + 1]!; at++) {
            const next = places[at]!;
            if (!isGap(next)) all |= own[next]!;
            else if (!passed.has(next)) {
              passed.add(next);
              gaps.push(next);
            }
          }
        if (gaps.length > 0) span[place] = words + 1;
        here = gaps;
      }
      return all;
    });
    // Where the phrase ends two places on, or a gap lies there, anything may stand there.
    const furtherBits = Int32Array.from({ length: size }, (_, place) => {
      let all = 0;
      for (let at = from[place]!; at < from[place + 1]!; at++) {
        const next = places[at]!;
        all |= isEdge[next] === 1 || span[next]! > 1 || isGap(next) ? anything : bits[next]!;
      }
      return all;
    });
    return { step, isEdge, from, places: Int32Array.from(places), bits, furtherBits, span };
  }
}

// At least three words on every way, hardly a gap, and not too many places.
function isEligible(phrase: WordPositions): boolean {
  const { positions } = phrase;
  const counts = (at: number): number => (positions[at]!.word >= 0 || (positions[at]!.classes & is.any) === 0 ? 1 : 0);
  const gaps = positions.filter(({ word, classes }) => word < 0 && (classes & is.any) !== 0).length;
  return gaps <= mostGaps && positions.length <= mostPlaces && fewest(phrase, counts) >= fewestWords;
}

// The least sum of `counts` on any way through a phrase.
function fewest({ positions, first, last }: WordPositions, counts: (at: number) => number): number {
  const known = new Map<number, number>();
  const ends = new Set(last);
  const from = (at: number): number => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const rest = positions[at]!.next.reduce(
      (least, to) => Math.min(least, from(to)),
      ends.has(at) ? 0 : Number.POSITIVE_INFINITY,
    );
    known.set(at, counts(at) + rest);
    return counts(at) + rest;
  };
  return first.reduce((least, at) => Math.min(least, from(at)), Number.POSITIVE_INFINITY);
}

function tellingOf(text: string, classes: number): number {
  if (text === '') return (classes & is.any) !== 0 ? 0 : (classes & (is.content | is.namelike)) !== 0 ? 1 : 5;
  return text === '^' || text === '$' ? 0.1 : Math.log2(10_000 / oftenSaid(text));
}
