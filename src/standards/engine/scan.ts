// Runs the automaton over every turn once and keeps what was heard, by cue, in the order it was said.
import type { Evidence } from '../standard.core.ts';
import type { CompiledPacks, CompiledPhrase } from './compiled.core.ts';
import { type Occurrence, sureness, type Talk } from './talk.ts';
import type { Words } from './words.ts';

/** Turns in which a contact opens: where a guess at the business's name counts. */
const openingFloors = 2;

export interface Heard {
  /** By cue; undefined where it was never heard. */
  readonly byCue: readonly (readonly Occurrence[] | undefined)[];
  /**
   * By cue, what was half heard: a phrase of at least three words with one of them missing, added or other. Only where a
   * recogniser wrote the words down; else empty.
   */
  readonly nearly: readonly (readonly Occurrence[] | undefined)[];
  /** By cue, the indexes of the form's answers whose question it matches. */
  readonly answers: readonly (readonly number[] | undefined)[];
}

/** Everything heard in an encounter. Turns of `other` are passed over. */
export function scan(compiled: CompiledPacks, talk: Talk): Heard {
  const byCue: Occurrence[][] = [];
  const lastSaying: (Saying | undefined)[] = [];
  const nearly: Occurrence[][] = [];
  const misheard = talk.encounter.heardBy === 'recogniser';
  const answers: number[][] = [];
  const names = new NameOwners();
  const { turns } = talk.encounter;
  for (const [turn, { speaker, text }] of turns.entries()) {
    if (speaker === 'other') continue;
    const words = compiled.tokeniser.read(text);
    talk.words[speaker] += words.count;
    names.hear(speaker, text, compiled, words);
    // Only where something is heard does it matter what in the turn is reported.
    let looked = false;
    const isReported = (first: number): boolean => {
      if (!looked) compiled.reported.read(text, words);
      looked = true;
      return compiled.reported.covers(first);
    };
    const counts = (phrase: CompiledPhrase, first: number, last: number): boolean =>
      (!phrase.openingOnly || talk.ownFloor[turn]! < openingFloors) &&
      (phrase.evenReported || !isReported(first)) &&
      (!compiled.cues[phrase.cue]!.customersName || names.isCustomers(text.slice(words.from[first], words.to[last])));
    hear(compiled, text, words, (phrase, first, last) => {
      if (!counts(phrase, first, last)) return;
      const from = words.from[first]!;
      const to = words.to[last]!;
      const sure = phrase.loose ? sureness.loose : sureness.written;
      const before = lastSaying[phrase.cue];
      // What overlaps is one saying: "hello" and "hello there".
      if (before && before.turn === turn && before.to > from) before.widen(from, to, sure);
      else (byCue[phrase.cue] ??= []).push((lastSaying[phrase.cue] = new Saying(talk, turn, from, to, sure)));
    });
    if (misheard) compiled.misheard.add(compiled, talk, turn, words, counts, byCue, nearly);
  }
  for (const [index, { question }] of talk.encounter.answers.entries()) {
    hear(compiled, question, compiled.tokeniser.read(question), (phrase) => {
      const list = (answers[phrase.cue] ??= []);
      if (list.at(-1) !== index) list.push(index);
    });
  }
  return { byCue, nearly, answers };
}

// Something said in one turn. Most of it is never quoted, so its evidence is made when somebody asks.
class Saying implements Occurrence {
  readonly turn: number;
  readonly endTurn: number;
  from: number;
  to: number;
  sureness: number;
  private readonly talk: Talk;
  private quoted: readonly Evidence[] | null = null;

  constructor(talk: Talk, turn: number, from: number, to: number, sure: number) {
    this.talk = talk;
    this.turn = turn;
    this.endTurn = turn;
    this.from = from;
    this.to = to;
    this.sureness = sure;
  }

  get evidence(): readonly Evidence[] {
    return (this.quoted ??= [this.talk.evidence(this.turn, this.from, this.to)]);
  }

  widen(from: number, to: number, sure: number): void {
    this.from = Math.min(this.from, from);
    this.to = Math.max(this.to, to);
    this.sureness = Math.max(this.sureness, sure);
  }
}

function hear(
  compiled: CompiledPacks,
  text: string,
  words: Words,
  found: (phrase: CompiledPhrase, first: number, last: number) => void,
): void {
  const { automaton, phrases, negation, repairs } = compiled;
  if (words.count === 0) return;
  automaton.load(words);
  repairs.mark(text, words, automaton.line);
  const hits = automaton.find();
  for (let at = 0; at < hits.count; at++) {
    const phrase = phrases[hits.phrase(at)]!;
    // The turn's edges are no words: what is quoted begins behind the one and ends before the other.
    const first = Math.min(Math.max(1, hits.start(at)), words.count) - 1;
    const last = Math.min(hits.end(at), words.count) - 1;
    if (last < 0 || (phrase.notNegated && negation.negates(phrase, words, first, last))) continue;
    found(phrase, first, last);
  }
}

// A name is the customer's where the customer said that placeholder first: [NAME 2] after "my name is [NAME 2]".
class NameOwners {
  private readonly owners = new Map<string, string>();

  hear(speaker: string, text: string, { vocabulary }: CompiledPacks, words: Words): void {
    if (!words.hasPlaceholders) return;
    const name = vocabulary.placeholder('name');
    for (let at = 0; at < words.count; at++) {
      if (words.ids[at] !== name) continue;
      const value = text.slice(words.from[at]!, words.to[at]!);
      if (!this.owners.has(value)) this.owners.set(value, speaker);
    }
  }

  isCustomers(value: string): boolean {
    return this.owners.get(value) === 'customer';
  }
}
