// Where somebody gives a name, by the words before it ("my name is", "I'm", "this is") or behind it ("speaking", "here", "calling").
import type { Turn } from '../encounter.core.ts';
import type { ContactWords } from './contact-words.ts';
import { nameShape, type NameShape, type NameShapes } from './name-shapes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { pause } from './words.ts';

/** Most words of a name. */
const mostParts = 4;

export interface Introduction {
  readonly speaker: string;
  /** Place of its first word. */
  readonly first: number;
  readonly parts: readonly { readonly text: string; readonly shape: NameShape }[];
  /** The words before it say that it is a name: "my name is". */
  readonly stated: boolean;
}

// The last word before a name and the one before that.
const leads: readonly (readonly [string, string])[] = [
  ['name', 'is'],
  ['i', 'am'],
  ['this', 'is'],
  ['it', 'is'],
  ['call', 'me'],
  ['speaking', 'with'],
  ['speaking', 'to'],
  ['talking', 'to'],
  ['talking', 'with'],
];
const closers = 'speaking here calling';
const owners = 'my full first last';

export class Introductions {
  private readonly shapes: NameShapes;
  private readonly end: number;
  private readonly name: number;
  /** By word, the words that may stand before it, as bits of `firsts`; and the bit of each. */
  private readonly after: Int32Array;
  private readonly bits: Int32Array;
  private readonly closes: Uint8Array;
  private readonly owns: Uint8Array;
  private readonly the: number;
  private readonly start: number;

  /** The vocabulary must be closed. */
  constructor(vocabulary: Vocabulary, shapes: NameShapes) {
    this.shapes = shapes;
    this.end = vocabulary.special.end;
    this.name = vocabulary.find('name');
    this.after = new Int32Array(vocabulary.size + 1);
    this.bits = new Int32Array(vocabulary.size + 1);
    this.closes = marked(closers, vocabulary);
    this.owns = marked(owners, vocabulary);
    this.the = vocabulary.find('the');
    this.start = vocabulary.special.start;
    const firsts = [...new Set(leads.map(([first]) => first))];
    for (const [first, second] of leads) {
      const [one, other] = [vocabulary.find(first), vocabulary.find(second)];
      if (one < 0 || other < 0) continue;
      const bit = 1 << firsts.indexOf(first);
      this.bits[one] = bit;
      this.after[other]! |= bit;
    }
  }

  /** Everything in the contact that may be a name somebody gives. */
  of(words: ContactWords, turns: readonly Turn[]): Introduction[] {
    const { after, bits, closes } = this;
    const { ids, count, breaks } = words;
    const found: Introduction[] = [];
    for (let place = 2; place < count; place++) {
      const id = ids[place]!;
      if ((after[id]! & bits[ids[place - 1]!]!) !== 0) {
        const stated = this.isStated(words, turns, place - 1);
        const one = breaks[place + 1] === pause.none ? this.from(words, turns, place + 1, stated) : null;
        if (one) found.push(one);
      } else if (closes[id] === 1 && breaks[place] === pause.none) {
        const one = this.before(words, turns, place);
        if (one) found.push(one);
      }
    }
    return found;
  }

  // "My name is ..." of anybody, "the name is ..." and "name is ..." of a customer: a rep names hotels so, too.
  private isStated({ ids, breaks, turns: turnOf }: ContactWords, turns: readonly Turn[], name: number): boolean {
    if (ids[name] !== this.name) return false;
    const before = ids[name - 1]!;
    if (this.owns[before] === 1) return true;
    const alone = before === this.the || before === this.start || breaks[name]! > pause.none;
    return alone && turns[turnOf[name]!]!.speaker === 'customer';
  }

  private from(words: ContactWords, turns: readonly Turn[], first: number, stated: boolean): Introduction | null {
    const shape = this.shapes.at(words, turns, first);
    if (shape === null) return null;
    const parts = [{ text: this.shapes.textAt(words, turns, first), shape }];
    for (let place = first + 1; place < first + mostParts && words.breaks[place] === pause.none; place++) {
      const next = this.shapes.at(words, turns, place);
      if (next === null || next.capital !== shape.capital || (!next.capital && next.kind !== nameShape.unknown)) break;
      parts.push({ text: this.shapes.textAt(words, turns, place), shape: next });
    }
    // Without capitals what follows a name may be anything: only a pause tells where it ends.
    const behind = first + parts.length;
    if (!shape.capital && words.ids[behind] !== this.end && words.breaks[behind] === pause.none) parts.length = 1;
    return { speaker: turns[words.turns[first]!]!.speaker, first, parts, stated };
  }

  private before(words: ContactWords, turns: readonly Turn[], behind: number): Introduction | null {
    const shape = this.shapes.at(words, turns, behind - 1);
    if (shape === null) return null;
    const part = { text: this.shapes.textAt(words, turns, behind - 1), shape };
    return { speaker: turns[words.turns[behind]!]!.speaker, first: behind - 1, parts: [part], stated: false };
  }
}

/** 1 by id for each of some words that the vocabulary has. */
export function marked(texts: string, vocabulary: Vocabulary): Uint8Array {
  const table = new Uint8Array(vocabulary.size + 1);
  for (const id of texts.split(' ').map((text) => vocabulary.find(text))) if (id >= 0) table[id] = 1;
  return table;
}
