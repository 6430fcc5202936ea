// What a word looks like where a name may stand: one that no phrase knows, one that is also a word ("Grace"), a word of grammar
// ("Will", "So"), and whether it has a capital that says something.
import type { Turn } from '../encounter.core.ts';
import type { ContactWords } from './contact-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { is } from './word-classes.ts';

export const nameShape = { unknown: 0, word: 1, closed: 2 } as const;

export interface NameShape {
  readonly kind: (typeof nameShape)[keyof typeof nameShape];
  readonly capital: boolean;
}

export class NameShapes {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The shape of the word at a place; null for edges, figures, weekdays and what was taken out. */
  at(words: ContactWords, turns: readonly Turn[], place: number): NameShape | null {
    const id = words.ids[place]!;
    const { special, classes, numberKinds } = this.vocabulary;
    if (id === special.start || id === special.end || id >= this.vocabulary.size) return null;
    if (id === special.other) return { kind: nameShape.unknown, capital: isCapital(words, turns, place) };
    if ((classes[id]! & notNames) !== 0 || numberKinds[id]! > 0) return null;
    const kind = (classes[id]! & is.nameable) !== 0 || id === special.otherIng ? nameShape.word : nameShape.closed;
    const capital = isCapital(words, turns, place);
    return kind === nameShape.closed && !capital ? null : { kind, capital };
  }

  /** The word at a place in small letters, without a possessive 's. */
  textAt(words: ContactWords, turns: readonly Turn[], place: number): string {
    const { text } = turns[words.turns[place]!]!;
    return text
      .slice(words.from[place], words.to[place])
      .toLowerCase()
      .replace(/['’]s$/, '');
  }
}

const notNames = is.name | is.number | is.weekday | is.ordinal | is.time | is.date;

// "Grace", but not "GRACE" among other large letters: there a capital says nothing.
function isCapital(words: ContactWords, turns: readonly Turn[], place: number): boolean {
  const { text } = turns[words.turns[place]!]!;
  const first = text[words.from[place]!]!;
  const second = text[words.from[place]! + 1] ?? '';
  return first !== first.toLowerCase() && second === second.toLowerCase() && words.to[place]! - words.from[place]! > 1;
}
