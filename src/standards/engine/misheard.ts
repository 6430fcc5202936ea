// What a recogniser misheard in one turn, beside what was plainly heard: phrases with a word taken by its sound count, less surely;
// half-heard phrases leave open whether they were said.
import type { CompiledPacks, CompiledPhrase } from './compiled.core.ts';
import { HalfHeard } from './half-heard.ts';
import { Line } from './line.ts';
import { Sounds } from './sound.ts';
import { type Occurrence, sureness, type Talk } from './talk.ts';
import { TurnWords } from './turn-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordByWord } from './word-positions.ts';

/** By cue, in the order of talk. */
export type ByCue = (Occurrence[] | undefined)[];

export class Misheard {
  private readonly phrases: readonly CompiledPhrase[];
  private readonly vocabulary: Vocabulary;
  private half: HalfHeard | undefined;
  private readonly words = new TurnWords();
  private readonly line = new Line();

  constructor(phrases: readonly CompiledPhrase[], vocabulary: Vocabulary) {
    this.phrases = phrases;
    this.vocabulary = vocabulary;
  }

  /**
   * Adds what was misheard in a turn that the ear has just taken in: by its sound to `heard`, as it comes; half heard to `nearly`. `counts`
   * tells whether a phrase counts where it stands (its place in the contact, reports).
   */
  add(
    compiled: CompiledPacks,
    talk: Talk,
    turn: number,
    counts: (phrase: CompiledPhrase, first: number, last: number) => boolean,
    heard: ByCue,
    nearly: ByCue,
  ): void {
    const row = compiled.ear.words;
    const { words, line } = this;
    words.load(row, row.starts[turn]! + 1, row.endOf(turn));
    if (words.count === 0) return;
    line.load(row, turn);
    // Made when it is first needed: most contacts were not written down by a machine.
    this.half ??= new HalfHeard(this.phrases.map(wordByWord), this.vocabulary, new Sounds(this.vocabulary));
    const { text } = talk.encounter.turns[turn]!;
    const found = this.half.find(text, words, line);
    for (const { phrase: index, first, last, bySound } of found) {
      const phrase = this.phrases[index]!;
      if (phrase.notNegated && compiled.negation.negates(phrase, words, first, last)) continue;
      if (!counts(phrase, first, last)) continue;
      const from = words.from[first]!;
      const to = words.to[last]!;
      const sure = bySound ? sureness.bySound : sureness.loose;
      const one = { turn, from, endTurn: turn, to, sureness: sure, evidence: [talk.evidence(turn, from, to)] };
      if (bySound) (heard[phrase.cue] ??= []).push(one);
      else placeIn((nearly[phrase.cue] ??= []), one);
    }
  }
}

/** Puts something misheard in its place in the order of talk; what overlaps something heard already is the same saying. */
export function placeIn(list: Occurrence[], one: Occurrence): void {
  let at = list.length;
  while (at > 0 && list[at - 1]!.turn > one.turn) at--;
  while (at > 0 && list[at - 1]!.turn === one.turn && list[at - 1]!.to > one.from) {
    if (list[at - 1]!.from < one.to) return;
    at--;
  }
  list.splice(at, 0, one);
}
