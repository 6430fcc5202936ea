// A phrase as positions: one per word that it reads, each with the set of words that may stand there and which positions may come
// next (Glushkov's construction, so there are no empty moves). Patterns are bounded: no repetition without end can be written.
import type { PhraseNode } from '../pack.core.ts';
import { joinWords, PlainWords } from './plain-words.ts';
import { oftenOfKind, oftenSaid } from './rarity.ts';
import { formsOf } from './word-forms.ts';
import type { Tokeniser } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is, type WordClass } from './word-classes.ts';
import type { WordSets } from './word-sets.ts';

/** One place in a phrase: reads any word of a set. */
export interface Position {
  readonly words: readonly number[];
  /** Kinds of words it reads, too. */
  readonly classes: number;
  /** The number of both together among the sets. */
  readonly set: number;
  readonly next: number[];
  /** What may come before it. Through a gap the way back is another than the way forth, each with one position to go on from. */
  readonly previous: number[];
}

export interface PhrasePositions {
  readonly positions: readonly Position[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Positions of which every way through the phrase passes one, as seldom said as possible. */
  readonly anchors: readonly number[];
  /** Has a gap or a slot that goes by position: less exact than words alone. */
  readonly loose: boolean;
}

/** Why a phrase can't be compiled, in words for its author. */
export class PatternFault extends Error {
  readonly write: string;
  constructor(what: string, write: string) {
    super(what);
    this.write = write;
  }
}

/** A phrase that takes too many words at once. */
export class TooManyWays extends PatternFault {
  constructor() {
    super(
      'This phrase has too many alternatives.',
      'Split it into several phrases, with fewer (a|b) and shorter gaps.',
    );
  }
}

interface Piece {
  readonly empty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** First and last positions on the way back. They differ from those on the way forth only in gaps. */
  readonly backFirst: readonly number[];
  readonly backLast: readonly number[];
  /** Positions of which every way through it passes one, and how often their words are said; where there are none, infinite. */
  readonly anchors: readonly number[];
  readonly often: number;
}
const nothing: Piece = {
  empty: true,
  first: [],
  last: [],
  backFirst: [],
  backLast: [],
  anchors: [],
  often: Number.POSITIVE_INFINITY,
};

/** Words that a phrase may name altogether. */
const mostWords = 1200;
const classNames: Readonly<Record<string, WordClass>> = {
  'number-value': 'numberValue',
  'day-number': 'dayNumber',
  'digits-3': 'digits3',
  'digits-4': 'digits4',
  'long-number': 'longNumber',
  'name-like': 'namelike',
};

/** Builds the positions of a phrase; cues and slots in it are already replaced by what they stand for. @throws PatternFault */
export function buildPositions(
  node: PhraseNode,
  tokeniser: Tokeniser,
  vocabulary: Vocabulary,
  sets: WordSets,
): PhrasePositions {
  const builder = new Builder(readerOf(tokeniser), vocabulary, sets);
  const whole = builder.build(node);
  if (builder.positions.length === 0)
    throw new PatternFault(
      'There is no word in this phrase that could be heard.',
      'Write words; punctuation and sounds like "um" are passed over.',
    );
  if (whole.empty)
    throw new PatternFault('Everything in this phrase may be left out.', 'Write at least one word without "?".');
  const parts = node.kind === 'row' ? node.parts : [node];
  for (const [part, what] of [
    [parts[0], 'begins'],
    [parts.at(-1), 'ends'],
  ] as const) {
    if (part?.kind === 'gap')
      throw new PatternFault(
        `This phrase ${what} with a gap.`,
        'Take "..." out there; a phrase may stand anywhere in a turn.',
      );
  }
  // Where what stands before or after a gap may be left out, the match ends at the words, not in the gap.
  const first = whole.first.filter((at) => !builder.gaps.has(at));
  const last = whole.last.filter((at) => !builder.gaps.has(at));
  return { positions: builder.positions, first, last, anchors: whole.anchors, loose: builder.loose };
}

// Phrases of one vocabulary are read by one reader, which keeps what it has read.
const readers = new WeakMap<Tokeniser, PlainWords>();

function readerOf(tokeniser: Tokeniser): PlainWords {
  let reader = readers.get(tokeniser);
  if (reader === undefined) readers.set(tokeniser, (reader = new PlainWords(tokeniser)));
  return reader;
}

class Builder {
  readonly positions: Position[] = [];
  readonly gaps = new Set<number>();
  loose = false;
  private readonly reader: PlainWords;
  private readonly vocabulary: Vocabulary;
  private readonly sets: WordSets;
  private named = 0;

  constructor(reader: PlainWords, vocabulary: Vocabulary, sets: WordSets) {
    this.reader = reader;
    this.vocabulary = vocabulary;
    this.sets = sets;
  }

  build(node: PhraseNode): Piece {
    switch (node.kind) {
      case 'row':
        return this.row(joinWords(node.parts));
      case 'either':
        return this.either(this.reader.distinct(node.options), (option) => this.build(option));
      case 'maybe':
        return { ...this.build(node.part), empty: true, anchors: [], often: Number.POSITIVE_INFINITY };
      case 'gap':
        return this.gap(node.most);
      case 'word':
        return this.sequence(this.words(node.text));
      case 'forms':
        return this.either(formsOf(node.text), (form) => this.sequence(this.words(form)));
      case 'class':
        return this.wordClass(node.name);
      case 'edge':
        return this.leaf([this.vocabulary.special[node.edge]], 0);
      default:
        throw new Error(`A ${node.kind} was left in a phrase.`);
    }
  }

  private row(parts: readonly PhraseNode[]): Piece {
    return this.sequence(parts.flatMap((part) => (part.kind === 'word' ? this.words(part.text) : [this.build(part)])));
  }

  // One after the other. The rarest piece anchors them all; one beside a rare neighbour is looked at less often than it is said.
  private sequence(pieces: readonly Piece[]): Piece {
    let whole = nothing;
    let often = Number.POSITIVE_INFINITY;
    let anchors: readonly number[] = [];
    for (const [at, piece] of pieces.entries()) {
      whole = this.join(whole, piece);
      const beside = Math.min(
        pieces[at - 1]?.often ?? Number.POSITIVE_INFINITY,
        pieces[at + 1]?.often ?? Number.POSITIVE_INFINITY,
      );
      const looked = piece.often * Math.min(1, 0.05 + beside / 1000);
      if (looked < often) {
        often = looked;
        ({ anchors } = piece);
      }
    }
    return { ...whole, anchors, often };
  }

  private join(left: Piece, right: Piece): Piece {
    for (const from of left.last)
      for (const to of right.first) if (!this.positions[from]!.next.includes(to)) this.positions[from]!.next.push(to);
    for (const to of right.backFirst)
      for (const from of left.backLast)
        if (!this.positions[to]!.previous.includes(from)) this.positions[to]!.previous.push(from);
    return {
      ...nothing,
      empty: left.empty && right.empty,
      first: left.empty ? [...left.first, ...right.first] : left.first,
      last: right.empty ? [...left.last, ...right.last] : right.last,
      backFirst: left.empty ? [...left.backFirst, ...right.backFirst] : left.backFirst,
      backLast: right.empty ? [...left.backLast, ...right.backLast] : right.backLast,
    };
  }

  // Options of one word each are one position.
  private either<Option>(options: readonly Option[], build: (option: Option) => Piece): Piece {
    const pieces: Piece[] = [];
    const words: number[] = [];
    let classes = 0;
    for (const option of options) {
      const before = this.positions.length;
      const piece = build(option);
      if (piece.empty || this.positions.length !== before + 1 || this.gaps.has(before)) {
        pieces.push(piece);
        continue;
      }
      const single = this.positions.pop()!;
      words.push(...single.words);
      classes |= single.classes;
    }
    if (words.length > 0 || classes !== 0) pieces.push(this.place(words, classes));
    return pieces.length === 1 ? pieces[0]! : joinedOptions(pieces);
  }

  private words(text: string): Piece[] {
    return this.reader.ids(text).map((id) => this.leaf([id], 0));
  }

  // Each word of the gap may be the last one, and only the first may follow what stood before; on the way back the other way round.
  private gap(most: number): Piece {
    this.loose = true;
    const row = Array.from({ length: most }, () => this.leaf([], is.any).first[0]!);
    for (const [at, one] of row.entries()) {
      this.gaps.add(one);
      if (at === 0) continue;
      this.positions[row[at - 1]!]!.next.push(one);
      this.positions[one]!.previous.push(row[at - 1]!);
    }
    return { ...nothing, first: [row[0]!], last: row, backFirst: row, backLast: [row.at(-1)!] };
  }

  private wordClass(name: string): Piece {
    if (name === 'name-like' || name === 'content' || name === 'any-content') this.loose = true;
    if (name === 'any-content') return this.leaf([], is.content | is.name);
    const known = classNames[name] ?? (name as WordClass);
    if (!(known in is)) throw new Error(`There is no kind of word "${name}".`);
    return this.leaf([], is[known]);
  }

  private leaf(words: readonly number[], classes: number): Piece {
    if (this.named++ >= mostWords) throw new TooManyWays();
    return this.place(words, classes);
  }

  private place(words: readonly number[], classes: number): Piece {
    const set = this.sets.of(words, classes);
    const once = this.sets.all[set]!.words;
    const own = [this.positions.push({ words: once, classes, set, next: [], previous: [] }) - 1];
    const often = once.reduce((sum, word) => sum + oftenSaid(this.vocabulary.texts[word]!), oftenOf(classes));
    return { empty: false, first: own, last: own, backFirst: own, backLast: own, anchors: own, often };
  }
}

function joinedOptions(pieces: readonly Piece[]): Piece {
  const empty = pieces.some((piece) => piece.empty);
  return {
    empty,
    first: pieces.flatMap((piece) => piece.first),
    last: pieces.flatMap((piece) => piece.last),
    backFirst: pieces.flatMap((piece) => piece.backFirst),
    backLast: pieces.flatMap((piece) => piece.backLast),
    anchors: empty ? [] : pieces.flatMap((piece) => piece.anchors),
    often: empty ? Number.POSITIVE_INFINITY : pieces.reduce((sum, piece) => sum + piece.often, 0),
  };
}

function oftenOf(classes: number): number {
  if (classes === 0) return 0;
  if ((classes & is.any) !== 0) return oftenOfKind.any;
  if ((classes & is.content) !== 0) return oftenOfKind.content;
  return (classes & is.namelike) !== 0 ? oftenOfKind.nameLike : oftenOfKind.value;
}
