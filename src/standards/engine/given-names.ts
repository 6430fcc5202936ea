// Names that people give in a contact and are called by: read as [NAME 1] is read wherever they stand, so that marks are the same
// before and after names are hidden. No list of names: one is given ("I'm ..."), and somebody else says it to them ("Okay, ...").
import type { Turn } from '../encounter.core.ts';
import type { ContactWords } from './contact-words.ts';
import { type Introduction, Introductions, marked } from './introductions.ts';
import { nameShape, type NameShape, NameShapes } from './name-shapes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is } from './word-classes.ts';
import { pause } from './words.ts';

// What stands before somebody's name when one speaks to them.
const openers =
  'okay alright right thanks hi hello hey dear sorry sure great perfect certainly absolutely yes yeah no well bye goodbye welcome course morning afternoon evening understood wonderful excellent lovely cheers mr mrs ms miss mister you';

/** Who calls somebody by a word, who of them with a capital, and where. */
interface Called {
  readonly by: Set<string>;
  readonly byCapital: Set<string>;
  readonly places: number[];
}

export class GivenNames {
  private readonly introductions: Introductions;
  private readonly shapes: NameShapes;
  private readonly opens: Uint8Array;
  private readonly you: number;
  private readonly thank: number;
  private readonly name: number;
  private readonly vocabulary: Vocabulary;

  /** The vocabulary must be closed. */
  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.shapes = new NameShapes(vocabulary);
    this.introductions = new Introductions(vocabulary, this.shapes);
    this.opens = marked(openers, vocabulary);
    this.you = vocabulary.find('you');
    this.thank = vocabulary.find('thank');
    this.name = vocabulary.placeholder('name');
  }

  /** Makes names of the words of a contact that are names in it. Nothing to do costs one look at each word. */
  read(words: ContactWords, turns: readonly Turn[]): void {
    const given = this.introductions.of(words, turns).filter(mayBeName);
    if (given.length === 0) return;
    const called = this.addresses(words, turns);
    const names = new Map<string, NameShape>();
    for (const one of given) {
      if (!isName(one, called)) continue;
      for (const [at, part] of one.parts.entries()) {
        names.set(part.text, part.shape);
        words.ids[one.first + at] = this.name;
      }
    }
    if (names.size > 0) this.rename(words, turns, names, called);
  }

  private rename(
    words: ContactWords,
    turns: readonly Turn[],
    names: ReadonlyMap<string, NameShape>,
    called: ReadonlyMap<string, Called>,
  ): void {
    const { ids } = words;
    for (const name of names.keys()) for (const place of called.get(name)?.places ?? []) ids[place] = this.name;
    const { other } = this.vocabulary.special;
    // A word that is nothing but a name is one everywhere; another only where somebody is called by it.
    for (let place = 1; place < words.count; place++)
      if (ids[place] === other && names.has(this.shapes.textAt(words, turns, place))) ids[place] = this.name;
  }

  private addresses(words: ContactWords, turns: readonly Turn[]): Map<string, Called> {
    const found = new Map<string, Called>();
    for (let place = 2; place < words.count; place++) {
      const shape = this.addressed(words, turns, place);
      if (shape === null) continue;
      const text = this.shapes.textAt(words, turns, place);
      const { speaker } = turns[words.turns[place]!]!;
      let called = found.get(text);
      if (!called) found.set(text, (called = { by: new Set(), byCapital: new Set(), places: [] }));
      called.by.add(speaker);
      if (shape.capital) called.byCapital.add(speaker);
      called.places.push(place);
    }
    return found;
  }

  // "Okay, Dana.", "thank you dana", "anything else, Dana?", "Dana, ...": null where nobody is called by the word.
  private addressed(words: ContactWords, turns: readonly Turn[], place: number): NameShape | null {
    const { ids, breaks } = words;
    const before = ids[place - 1]!;
    const opened =
      this.opens[before] === 1 &&
      (before !== this.you || ids[place - 2] === this.thank) &&
      breaks[place]! < pause.sentence;
    if (!opened && breaks[place] === pause.none && before !== this.vocabulary.special.start) return null;
    // "Okay, great.": what opens itself is nobody.
    const shape = this.opens[ids[place]!] === 1 ? null : this.shapes.at(words, turns, place);
    if (shape === null) return null;
    const ends = this.endsBehind(words, place);
    if (opened) return shape.kind === nameShape.unknown || ends ? shape : null;
    if (shape.kind === nameShape.closed || (shape.kind === nameShape.word && !shape.capital)) return null;
    return ends && (breaks[place] === pause.comma || shape.kind === nameShape.unknown) ? shape : null;
  }

  // Up to two further parts of a name may stand before the pause.
  private endsBehind({ ids, breaks }: ContactWords, place: number): boolean {
    for (let next = place + 1; next <= place + 3; next++) {
      if (ids[next] === this.vocabulary.special.end || breaks[next]! > pause.none) return true;
      if ((this.vocabulary.classes[ids[next]!]! & is.namelike) === 0) return false;
    }
    return false;
  }
}

// "I'm looking" gives no name, whatever anybody is called.
function mayBeName({ parts, stated }: Introduction): boolean {
  const { kind, capital } = parts[0]!.shape;
  return stated || capital || kind === nameShape.unknown;
}

// Is what was given a name? What can hardly be anything else ("my name is Dana") is; of the rest only what somebody else calls them by.
function isName({ parts, speaker, stated }: Introduction, called: ReadonlyMap<string, Called>): boolean {
  const { kind, capital } = parts[0]!.shape;
  const others = (by: 'by' | 'byCapital'): boolean =>
    parts.some(({ text }) => [...(called.get(text)?.[by] ?? [])].some((one) => one !== speaker));
  if (others('by'))
    return kind === nameShape.unknown || (capital && others('byCapital')) || (stated && kind === nameShape.word);
  return stated && kind !== nameShape.closed && (capital || (kind === nameShape.unknown && parts.length > 1));
}
