// Whether what was heard stands inside a negation: "I can't really help", "nothing we can do", "I don't think we have". A
// negation reaches a few words within its clause; figures of speech, questions and a negation of a negation don't count.
import type { Vocabulary } from './vocabulary.ts';
import { role, type WordRoles } from './word-roles.ts';
import type { TurnWords } from './turn-words.ts';
import { pause } from './words.ts';

/** How far a negation reaches, in words; and where a verb like "think" carries it over a clause. */
const reach = { plain: 4, carried: 8 } as const;

/** The words of a phrase, where some of them may themselves be negations. */
export interface Negatable {
  readonly loose: boolean;
  /** Does it name the word itself, wherever in it? */
  names(word: number): boolean;
}

export class Negation {
  private readonly roles: WordRoles;
  private readonly not: number;
  private readonly no: number;
  private readonly self: number;
  private readonly why: number;
  private readonly article: number;
  private readonly reason: number;
  private readonly mean: number;
  private readonly joins: ReadonlySet<number>;
  private readonly haves: ReadonlySet<number>;

  /** Made before the vocabulary is closed. */
  constructor(roles: WordRoles, vocabulary: Vocabulary) {
    this.roles = roles;
    const id = (text: string): number => vocabulary.add(text);
    this.not = id('not');
    this.no = id('no');
    this.self = id('i');
    this.why = id('why');
    this.article = id('a');
    this.reason = id('reason');
    this.mean = id('mean');
    // "I can't, sorry, I can ..." too: what was taken back negates nothing.
    this.joins = new Set(['and', 'so', 'then', 'sorry', 'well', 'okay'].map(id));
    this.haves = new Set(['have', 'has', 'had', 'got', 'is', 'are', 'was', 'were', 'see'].map(id));
  }

  /** Could anything in a turn be negated whose words do this to each other, see `role`? */
  mayNegate(roles: number): boolean {
    return (roles & role.negates) !== 0;
  }

  /** Is what was heard from word `first` to word `last` negated: before it, inside it, or right behind it? */
  negates(phrase: Negatable, words: TurnWords, first: number, last: number): boolean {
    if (this.reaches(words, first)) return true;
    if (phrase.loose && this.isInside(phrase, words, first, last)) return true;
    return this.follows(words, last);
  }

  // A negation before `first`. The nearest one decides; one more right before it takes it away ("can't not").
  private reaches(words: TurnWords, first: number): boolean {
    const { bits } = this.roles;
    let carried = false;
    for (let at = first - 1; at >= 0; at--) {
      const distance = first - at;
      if (words.breaks[at + 1]! >= pause.sentence || this.endsClause(words, at, first)) return false;
      const here = bits[words.ids[at]!]!;
      if ((here & role.carries) !== 0 && distance > 1) carried = true;
      if (distance > reach.carried) return false;
      if ((here & role.negates) === 0 || this.isFigure(words, at)) continue;
      return (carried || distance <= reach.plain) && !this.isCancelled(words, at);
    }
    return false;
  }

  // A new clause begins at the word behind `at`, or `at` itself is a word that ends one.
  private endsClause(words: TurnWords, at: number, first: number): boolean {
    const { bits } = this.roles;
    const here = words.ids[at]!;
    if ((bits[here]! & role.endsClause) !== 0) return true;
    const begins = at + 1 <= first && (bits[words.ids[at + 1]!]! & role.subject) !== 0;
    if (begins && this.joins.has(here)) return true;
    // "I can't, I mean we can": what was taken back negates nothing.
    return here === this.mean && at > 0 && words.ids[at - 1] === this.self;
  }

  // "no problem", "not only", "don't you", "why not", an answering "no, ...".
  private isFigure(words: TurnWords, at: number): boolean {
    const { bits } = this.roles;
    const id = words.ids[at]!;
    const strict = id === this.no || id === this.not;
    if (at + 1 >= words.count) return strict;
    const broken = words.breaks[at + 1]! > pause.none;
    if (id === this.no && broken) return true;
    let next = words.ids[at + 1]!;
    if (strict && id === this.not && next === this.article && at + 2 < words.count) next = words.ids[at + 2]!;
    const following = bits[next]!;
    if ((following & role.softens) !== 0) return true;
    if (strict && (following & role.subject) !== 0) return true;
    return id === this.not && at > 0 && words.ids[at - 1] === this.why;
  }

  // "can not not", "not impossible", "no reason we can't".
  private isCancelled(words: TurnWords, at: number): boolean {
    const { bits } = this.roles;
    const negative = (bits[words.ids[at]!]! & role.negative) !== 0;
    for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
      if (words.breaks[back + 1]! >= pause.sentence) return false;
      const id = words.ids[back]!;
      if ((bits[id]! & role.endsClause) !== 0) return false;
      if (id !== this.not && id !== this.no) continue;
      if (negative ? back >= at - 2 : back === at - 1 && id === this.not) return true;
      if (id === this.no && words.ids[back + 1] === this.reason) return true;
    }
    return false;
  }

  private isInside(phrase: Negatable, words: TurnWords, first: number, last: number): boolean {
    const { bits } = this.roles;
    for (let at = first; at <= last; at++) {
      const id = words.ids[at]!;
      if ((bits[id]! & role.negates) === 0 || this.isFigure(words, at)) continue;
      if (!phrase.names(id)) return true;
    }
    return false;
  }

  // "I can ... not", "we have no ...": a negation that belongs to the last word.
  private follows(words: TurnWords, last: number): boolean {
    if (last + 1 >= words.count || words.breaks[last + 1]! > pause.none) return false;
    const id = words.ids[last + 1]!;
    if (id === this.not) return last + 2 >= words.count || !this.isFigure(words, last + 1);
    return (
      this.haves.has(words.ids[last]!) && (this.roles.bits[id]! & role.negates) !== 0 && !this.isFigure(words, last + 1)
    );
  }
}
