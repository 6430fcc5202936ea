// What was heard in one encounter, by cue: words are read once, at the beginning; each cue is listened for when it is first asked
// for, and what was heard of it is kept.
import { listenFor, listenTo } from './asked-of.ts';
import type { CompiledPacks, CompiledPhrase } from './compiled.core.ts';
import { type ByCue, placeIn } from './misheard.ts';
import { Saying } from './saying.ts';
import type { Heard } from './scan.ts';
import type { Occurrence, Talk } from './talk.ts';

/** Turns in which a contact opens: where a guess at the business's name counts. */
const openingFloors = 2;

export class Listening implements Heard {
  readonly nearly: ByCue = [];
  private readonly compiled: CompiledPacks;
  private readonly talk: Talk;
  /** By cue; null where it was never heard. */
  private readonly known: (readonly Occurrence[] | null | undefined)[];
  /** By cue, what was taken by its sound; where it overlaps what was plainly heard, it is the same saying. */
  private readonly bySound: ByCue;
  private readonly byQuestion: (number[] | undefined)[] = [];
  private owners: Map<string, string> | undefined;
  private readonly everything: boolean;

  /** @param everything whether cues are asked for that no check asks for, or of somebody of whom none asks for them */
  constructor(compiled: CompiledPacks, talk: Talk, everything: boolean) {
    this.compiled = compiled;
    this.talk = talk;
    this.everything = everything;
    // A place for every cue: a list that grows in leaps, and reading behind its end, are slow.
    const { cues } = compiled.plan.blank;
    this.known = cues.slice();
    this.bySound = talk.encounter.heardBy === 'recogniser' ? cues.slice() : cues;
    if (talk.encounter.answers.length > 0) this.readForm();
    this.read(true);
  }

  mayHear(cue: number): boolean {
    const known = this.known[cue];
    if (known !== undefined) return known !== null;
    const { ear } = this.compiled;
    return this.bySound[cue] !== undefined || !ear.isOf(this) || ear.mayHear(cue);
  }

  said(cue: number): readonly Occurrence[] | undefined {
    let heard = this.known[cue];
    if (heard === undefined) {
      heard = this.listen(cue);
      this.known[cue] = heard;
    }
    return heard ?? undefined;
  }

  answers(cue: number): readonly number[] | undefined {
    return this.byQuestion[cue];
  }

  private read(first: boolean): void {
    const { talk } = this;
    const { ear, reports, givenNames } = this.compiled;
    const { turns, heardBy } = talk.encounter;
    ear.begin(this);
    reports.clear(turns.length);
    for (let turn = 0; turn < turns.length; turn++) {
      const { speaker, text } = turns[turn]!;
      if (speaker === 'other') continue;
      const known = talk.knowsSpeakers ? listenTo(speaker, talk.ownFloor[turn]!) : listenFor.anybody;
      const words = ear.add(turn, text, this.everything ? listenFor.everything : known);
      if (!first) continue;
      talk.words[speaker] += words;
      if (heardBy === 'recogniser') this.mishear(turn);
    }
    givenNames.read(ear.words, turns);
  }

  private mishear(turn: number): void {
    const { compiled, talk } = this;
    // Names that are met further on may have owners, too.
    this.owners = undefined;
    const base = compiled.ear.words.starts[turn]! + 1;
    compiled.misheard.add(
      compiled,
      talk,
      turn,
      (phrase, first, last) => this.counts(phrase, turn, base + first, base + last),
      this.bySound,
      this.nearly,
    );
  }

  private listen(cue: number): readonly Occurrence[] | null {
    const { ear, phrases, negation } = this.compiled;
    if (!this.mayHear(cue)) return null;
    const raw = this.bySound[cue];
    if (!ear.isOf(this)) this.read(false);
    const { words } = ear;
    const hits = ear.hear(cue);
    let list: Occurrence[] | null = null;
    let before: Saying | null = null;
    for (let at = 0; at < hits.count; at++) {
      const phrase = phrases[hits.phrase(at)]!;
      // The turn's edges are no words: what is quoted begins behind the one and ends before the other.
      const turn = words.turns[hits.end(at)]!;
      const start = words.starts[turn]!;
      const behind = words.endOf(turn);
      const first = Math.min(Math.max(start + 1, hits.start(at)), behind - 1);
      const last = Math.min(hits.end(at), behind - 1);
      if (last <= start) continue;
      if (
        phrase.notNegated &&
        negation.mayNegate(words.roles[turn]!) &&
        negation.negates(phrase, words.wordsAt(start), first - start - 1, last - start - 1)
      )
        continue;
      if (!this.counts(phrase, turn, first, last)) continue;
      const from = words.from[first]!;
      const to = words.to[last]!;
      // What overlaps is one saying: "hello" and "hello there".
      if (before !== null && before.turn === turn && before.to > from) before.widen(from, to, phrase.loose);
      else (list ??= []).push((before = new Saying(this.talk, turn, from, to, phrase.loose)));
    }
    if (raw === undefined) return list;
    list ??= [];
    for (const one of raw) placeIn(list, one);
    return list;
  }

  // Does a phrase count where it stands, from one place to another? Its place in the contact, reports and names tell.
  private counts(phrase: CompiledPhrase, turn: number, first: number, last: number): boolean {
    const { cues, ear, reports } = this.compiled;
    const { text } = this.talk.encounter.turns[turn]!;
    const { words } = ear;
    return (
      (!phrase.openingOnly || this.talk.ownFloor[turn]! < openingFloors) &&
      (phrase.evenReported || !reports.cover(words, first, text)) &&
      (!cues[phrase.cue]!.customersName || this.isCustomers(text.slice(words.from[first], words.to[last])))
    );
  }

  // A name is the customer's where the customer said that placeholder first: [NAME 2] after "my name is [NAME 2]".
  private isCustomers(value: string): boolean {
    this.owners ??= this.ownersOfNames();
    return this.owners.get(value) === 'customer';
  }

  private ownersOfNames(): Map<string, string> {
    const { ear, vocabulary } = this.compiled;
    const { words } = ear;
    const { turns } = this.talk.encounter;
    const owners = new Map<string, string>();
    const name = vocabulary.placeholder('name');
    for (let place = 1; place < words.count; place++) {
      if (words.ids[place] !== name) continue;
      const { speaker, text } = turns[words.turns[place]!]!;
      const value = text.slice(words.from[place], words.to[place]);
      if (!owners.has(value)) owners.set(value, speaker);
    }
    return owners;
  }

  // The questions of a form are listened to as if somebody had said them.
  private readForm(): void {
    const { ear, cues, phrases, negation } = this.compiled;
    const { answers } = this.talk.encounter;
    ear.begin(null);
    for (let at = 0; at < answers.length; at++) ear.add(at, answers[at]!.question, listenFor.form);
    for (let cue = 0; cue < cues.length; cue++) {
      if (!cues[cue]!.isQuestion || !ear.mayHear(cue)) continue;
      const { words } = ear;
      const hits = ear.hear(cue);
      const found: number[] = [];
      for (let at = 0; at < hits.count; at++) {
        const index = words.turns[hits.end(at)]!;
        const start = words.starts[index]!;
        const behind = words.endOf(index);
        const first = Math.min(Math.max(start + 1, hits.start(at)), behind - 1) - start - 1;
        const last = Math.min(hits.end(at), behind - 1) - start - 1;
        const phrase = phrases[hits.phrase(at)]!;
        if (last < 0 || (phrase.notNegated && negation.negates(phrase, words.wordsAt(start), first, last))) continue;
        if (found.at(-1) !== index) found.push(index);
      }
      if (found.length > 0) this.byQuestion[cue] = found;
    }
  }
}
