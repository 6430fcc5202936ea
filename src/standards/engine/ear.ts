// Hears cues in a contact, each only when it is asked for: the words of the contact say which phrases could be there at all, and only
// around their rarest words are they looked for. Time grows with the words, and for each by no more than what the packs fix.
import { type Asked, listenFor } from './asked-of.ts';
import { ContactWords } from './contact-words.ts';
import type { EarTables } from './ear-tables.ts';
import { Hits } from './hits.ts';
import { Meeting } from './meeting.ts';
import type { Repairs } from './repairs.ts';
import { Tokeniser } from './tokenise.ts';
import { Verifier } from './verifier.ts';
import type { Vocabulary } from './vocabulary.ts';
import { role } from './word-roles.ts';

export class Ear {
  readonly words: ContactWords;
  private readonly tokeniser: Tokeniser;
  private readonly repairs: Repairs | null;
  private readonly hits = new Hits();
  private readonly meeting: Meeting;
  private readonly verifier: Verifier;
  /** By turn, what it is listened for. */
  private readonly listening: Asked[] = [];
  private wordsRead = 0;
  private isReady = true;
  private isWhole = true;
  private owner: object | null = null;

  /**
   * The vocabulary must be closed. @param cues how many there are @param roles by word, what it does to others
   * @param repairs what may be passed over; null where nothing but asides may
   */
  constructor(tables: EarTables, cues: number, vocabulary: Vocabulary, roles: Int32Array, repairs: Repairs | null) {
    this.verifier = new Verifier(tables, vocabulary.classes);
    this.repairs = repairs;
    this.words = new ContactWords(vocabulary, roles);
    this.tokeniser = new Tokeniser(vocabulary, this.words);
    this.meeting = new Meeting(tables.anchors, vocabulary.size + 1, cues);
  }

  /** Everything that time was spent on. */
  get work(): number {
    return this.wordsRead + this.meeting.work + this.verifier.steps;
  }

  /** Forgets the contact before and begins to listen for `owner`. */
  begin(owner: object | null): void {
    this.owner = owner;
    this.words.clear();
    this.isReady = false;
  }

  /** Takes in a turn and what it is listened for. @returns how many words it has */
  add(turn: number, text: string, listening: Asked = listenFor.everything): number {
    const { words, repairs } = this;
    words.begin(turn);
    this.tokeniser.add(text);
    words.end();
    const roles = words.roles[turn]!;
    if ((roles & role.fills) !== 0) words.passAsides(turn);
    if (repairs?.mayPass(roles)) repairs.mark(text, words, turn);
    this.listening[turn] = listening;
    return words.endOf(turn) - words.starts[turn]! - 1;
  }

  /** Is what was taken in still the contact of `owner`? */
  isOf(owner: object): boolean {
    return this.owner === owner;
  }

  /** Could more be there than there is room for? Then nothing is heard. */
  get isTooMuch(): boolean {
    if (!this.isReady) this.meet();
    return !this.isWhole;
  }

  /** Could a cue be there? False is sure. */
  mayHear(cue: number): boolean {
    if (!this.isReady) this.meet();
    return this.meeting.last(cue) !== 0;
  }

  /** Every phrase of a cue, each at each of its ends with the earliest start, in order; overwritten by the next call. */
  hear(cue: number): Hits {
    const { hits, words, verifier, meeting } = this;
    hits.clear();
    if (!this.mayHear(cue)) return hits;
    for (let met = meeting.last(cue); met > 0; met = meeting.before(met))
      verifier.verify(meeting.position(met), meeting.place(met), words, hits);
    hits.settle();
    return hits;
  }

  private meet(): void {
    this.isReady = true;
    this.wordsRead += this.words.count;
    this.isWhole = this.meeting.read(this.words, this.listening);
  }
}
