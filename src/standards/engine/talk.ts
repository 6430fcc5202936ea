// One encounter as the conditions see it: who has the floor when, at what second, and what of that isn't known.
import { type Encounter, repFloor, type Speaker } from '../encounter.core.ts';
import type { By, Within } from '../pack.core.ts';
import type { Evidence } from '../standard.core.ts';
import { Clock } from './clock.ts';
import { Hearing } from './hearing.ts';
import { timeInTurn } from './turn-time.ts';
import type { Searched } from './outcome.ts';

/**
 * How sure what was heard is: a stretch of the clock, words as written, words with a gap or a value that goes by its position,
 * a word taken by its sound. Our assumption until reviewers have measured it.
 */
export const sureness = { clock: 0.99, written: 0.95, loose: 0.9, bySound: 0.75 } as const;

/** Something said or something that happened, from a place in one turn to a place in the same or a later one. */
export interface Occurrence {
  readonly turn: number;
  readonly from: number;
  readonly endTurn: number;
  readonly to: number;
  /** How sure it is that this was said, 0 to 1, before doubts about the hearing: one of `sureness`, the least of its parts. */
  readonly sureness: number;
  readonly evidence: readonly Evidence[];
}

export class Talk {
  readonly encounter: Encounter;
  /** Which time somebody has the floor, from 0: turns that follow each other of one speaker count as one. */
  readonly floor: readonly number[];
  /** The same, counted for that turn's speaker alone. */
  readonly ownFloor: readonly number[];
  readonly floors: Readonly<Record<Speaker | 'anyone', number>>;
  /** Words of each speaker. */
  readonly words: Record<Speaker, number> = { rep: 0, customer: 0, other: 0 };
  readonly wholeTurns: Searched;
  readonly hearing: Hearing;
  private timed: Clock | undefined = undefined;
  private lastSecond = -1;

  constructor(encounter: Encounter) {
    this.encounter = encounter;
    const floor: number[] = [];
    const ownFloor: number[] = [];
    const counts: Record<Speaker | 'anyone', number> = { rep: 0, customer: 0, other: 0, anyone: 0 };
    let rep = false;
    let customer = false;
    for (const { speaker } of encounter.turns) {
      rep ||= speaker === 'rep';
      customer ||= speaker === 'customer';
    }
    const both = rep && customer;
    let last: Speaker | null = null;
    for (const turn of encounter.turns) {
      if (turn.speaker !== 'other' && (turn.speaker !== last || !both)) {
        counts[turn.speaker]++;
        counts.anyone++;
        last = turn.speaker;
      }
      floor.push(Math.max(0, counts.anyone - 1));
      ownFloor.push(Math.max(0, counts[turn.speaker] - 1));
    }
    this.floor = floor;
    this.ownFloor = ownFloor;
    this.floors = counts;
    this.hearing = new Hearing(encounter.turns);
    this.wholeTurns = { fromTurn: 0, toTurn: Math.max(0, encounter.turns.length - 1) };
  }

  /** Its clock, made where it is first asked: most standards that ask it ask the same of it. */
  get clock(): Clock {
    return (this.timed ??= new Clock(this.encounter, this.floors));
  }

  get knowsSpeakers(): boolean {
    return this.encounter.repCertainty >= repFloor;
  }

  hasSpeaker(by: By): boolean {
    return by === 'anyone' ? this.floors.anyone > 0 : this.floors[by] > 0;
  }

  is(turn: number, by: By): boolean {
    const speaker = this.encounter.turns[turn]!.speaker;
    return speaker !== 'other' && (by === 'anyone' || speaker === by);
  }

  /** Seconds from the start at a place in a turn, by its share of the turn's text and the silences inside; undefined where the contact has no times. */
  at(turn: number, offset: number): number | undefined {
    const one = this.encounter.turns[turn]!;
    const { start, end, text } = one;
    if (start === undefined || this.encounter.timing === 'none') return undefined;
    if (end === undefined || this.encounter.timing !== 'full' || text.length === 0 || end < start) return start;
    const at = one.pauses ? timeInTurn(one, start, end, offset) : start + ((end - start) * offset) / text.length;
    return Math.round(at * 100) / 100;
  }

  /** Does a place in a turn lie in the first or last turns or seconds? Turns are counted for `by` alone. */
  isWithin(within: Within, by: By, turn: number, offset: number): boolean {
    const { speaker } = this.encounter.turns[turn]!;
    if (speaker === 'other') return false;
    if (within.unit === 'seconds') {
      const at = this.at(turn, offset);
      if (at === undefined) return false;
      return within.from === 'start' ? at <= within.amount : this.end() - at <= within.amount;
    }
    if (by !== 'anyone' && speaker !== by) return false;
    const floor = by === 'anyone' ? this.floor[turn]! : this.ownFloor[turn]!;
    return within.from === 'start' ? floor < within.amount : floor >= this.floors[by] - within.amount;
  }

  /** The turns from the first to the last of `by` within a number of turns; null where there is none. Looks at no more than those. */
  firstOrLast({ amount, from }: Within, by: By): Searched | null {
    const floors = by === 'anyone' ? this.floor : this.ownFloor;
    const { length } = this.encounter.turns;
    const least = from === 'start' ? 0 : this.floors[by] - amount;
    const step = from === 'start' ? 1 : -1;
    let first = -1;
    let last = -1;
    for (let turn = from === 'start' ? 0 : length - 1; turn >= 0 && turn < length; turn += step) {
      if (!this.is(turn, by)) continue;
      if (floors[turn]! < least || (from === 'start' && floors[turn]! >= amount)) break;
      if (first < 0) first = turn;
      last = turn;
    }
    if (first < 0) return null;
    return first <= last ? { fromTurn: first, toTurn: last } : { fromTurn: last, toTurn: first };
  }

  // The last second known of.
  private end(): number {
    if (this.lastSecond < 0)
      this.lastSecond = this.encounter.turns.reduce((latest, turn) => Math.max(latest, turn.end ?? turn.start ?? 0), 0);
    return this.lastSecond;
  }

  evidence(turn: number, from: number, to: number): Evidence {
    const at = this.at(turn, from);
    return at === undefined ? { turn, from, to } : { turn, from, to, at };
  }
}
