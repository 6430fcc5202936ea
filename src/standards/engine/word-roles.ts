// What a word does to the words around it: negates them, ends a clause, reports what somebody said. Bits by id of a word,
// looked up where something was heard. English only, like the tables of english.ts; none of it is a list of names.
import { asides } from './english.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a word may do, as bits. */
export const role = {
  /** Negates what follows: not, never, nothing. */
  negates: 1,
  /** After a negation it makes a figure of speech of it: "no problem", "not only", "don't hesitate". */
  softens: 2,
  /** Nothing said before it reaches behind it: but, because, until. */
  endsClause: 4,
  /** After a negation it carries it on over the clause that follows: "I don't think we can". */
  carries: 8,
  /** I, you, we, he, she, they, it, there: begins a clause of its own, or after "not" a question ("don't you"). */
  subject: 16,
  /** Negative by itself, so that a negation before it cancels out: "not impossible". */
  negative: 32,
  /** The speaker of now: I, we. */
  self: 64,
  /** said, told, says: what somebody else says stands behind it. */
  tells: 128,
  /** say, tell, ask: the same, but only straight after who says it. */
  tellsNow: 256,
  /** was, been, got: before a verb of telling it makes the teller unknown: "I was told". */
  passive: 512,
  /** he, she, they, somebody: somebody else. */
  third: 1024,
  /** system, screen, record: tells what the speaker then says themself. */
  source: 2048,
  /** goes, like: reports only where speech plainly begins behind it: "he goes, no". */
  quotes: 4096,
  /** With what speech begins: hold, okay, no, well. */
  opens: 8192,
  /** just, already, had: may stand between who tells and the verb. */
  between: 16384,
  /** is, are, do, can: before a subject it begins a question. */
  asks: 32768,
  /** Before a verb of telling: offering to tell, not telling. */
  modal: 65536,
  /** It may be part of a number. */
  counts: 131072,
  /** It may be passed over itself, or what stands before it may: mhm, like, (I) mean, sorry. */
  fills: 262144,
  /** It stands a second time, at most three words behind the first. No word has it by itself. */
  again: 524288,
  /** A hyphen stands before it. No word has it by itself. */
  cutOff: 1048576,
} as const;

const words: readonly (readonly [number, string])[] = [
  [
    role.negates,
    'not never no without unable nor neither nobody none nothing nowhere cannot hardly barely rarely refuse refuses refused doubt instead impossible',
  ],
  [
    role.softens,
    'problem problems worries trouble doubt wonder hesitate only just worry matter wait mind forget thanks thank issue bad',
  ],
  [
    role.endsClause,
    'but however because until unless though although so otherwise except whereas therefore anyway anyways',
  ],
  [role.carries, 'think believe sure guess suppose know certain expect way'],
  [role.subject, 'i you we he she they it there'],
  [role.negative, 'unable impossible without unlikely doubt'],
  [role.self, 'i we'],
  [
    role.tells,
    'said told says saying telling tells asked asks claimed promised insisted informed advised assured stated mentioned texted emailed guaranteed',
  ],
  [role.tellsNow, 'say tell ask'],
  [role.passive, 'was were been being got'],
  [
    role.third,
    'he she they somebody someone anybody anyone everybody everyone nobody people who him her them guy lady woman man person girl gentleman rep agent manager colleague coworker supervisor boss husband wife website ad sign letter email notice brochure voicemail message driver tenant customer',
  ],
  [
    role.source,
    'system computer screen account record records file note notes it this that here contract agreement lease policy which what calendar app',
  ],
  [role.quotes, 'goes like'],
  [
    role.opens,
    'hold okay no yes yeah well oh what why sorry hey hello hi i we you calm just please can could do sir maam look listen relax sure',
  ],
  [
    role.between,
    'just already had has have did also then even literally actually always all kept keep keeps specifically',
  ],
  [role.asks, 'is are was do does did can could would will should have has may am'],
  [role.modal, 'will can could would might should must to may shall let'],
];

/** What words do in whatever packs, by id: those of numbers count, and what ends an aside fills. One more for what is no word. */
export function firstRoles(vocabulary: Vocabulary): Int32Array<ArrayBuffer> {
  const { numberKinds, special } = vocabulary;
  const roles = new Int32Array(vocabulary.size + 1);
  for (const [id, kind] of numberKinds.entries()) if (kind > 0) roles[id] = role.counts;
  for (const id of [special.time, special.date]) roles[id]! |= role.counts;
  for (const [, last] of asides) roles[vocabulary.find(last)]! |= role.fills;
  return roles;
}

/** The roles of the words of a vocabulary. Made before it is closed, so that every word with a role has an id. */
export class WordRoles {
  private readonly vocabulary: Vocabulary;
  private readonly known = new Map<number, number>();
  private table = new Int32Array(0);

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    for (const [bit, texts] of words) for (const text of texts.split(' ')) this.give(vocabulary.add(text), bit);
  }

  /** Gives a word more to do. Only before the roles are asked for. */
  give(id: number, bits: number): void {
    this.known.set(id, (this.known.get(id) ?? 0) | bits);
  }

  /** The roles by id of a word. The vocabulary must be closed. */
  get bits(): Int32Array {
    if (this.table.length === 0) {
      this.table = firstRoles(this.vocabulary);
      for (const [id, bits] of this.known) this.table[id]! |= bits;
    }
    return this.table;
  }
}
