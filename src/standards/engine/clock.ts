// One contact by the clock: who spoke when, what was silence, hold or talking over, how fast and how much each spoke. What is
// asked twice is worked out once. Shifting the clock, or splitting a turn in two at a word, changes no measure but first-words.
import type { Encounter, Speaker } from '../encounter.core.ts';
import { measures, type By, type Measure } from '../pack.core.ts';
import { firstTurnFrom, HoldTimes } from './hold-times.ts';
import { spurtsOf, type Spurt } from './spurts.ts';

/** Why something can't be measured. */
export const lacks = {
  times: 'the contact has no times from which silence could be told',
  replies: 'the contact has no times from which replies could be told',
  reply: 'there is no reply to time',
  holds: 'holds are not known',
  rings: 'the rings are not known',
  answer: 'the time to answer is not known',
  words: 'too little was said to tell a pace',
  side: 'the contact has the words of one side only',
  start: 'the clock begins with the first words, so what went before is not known',
} as const;

/** Why a contact can't have this measure at all, told by one look at it; null where it may. */
export function lacking({ timing, rings, secondsToAnswer, holds, channel }: Encounter, kind: Measure): string | null {
  switch (kind) {
    case 'rings':
      return rings === undefined ? lacks.rings : null;
    case 'answer-time':
      return secondsToAnswer === undefined ? lacks.answer : null;
    case 'hold':
      return holds === undefined ? lacks.holds : null;
    case 'turns':
      return null;
    case 'reply-time':
    case 'first-reply':
      return timing === 'full' || (timing === 'starts' && isWritten(channel)) ? null : lacks.replies;
    case 'first-words':
      return timing === 'none' || isWritten(channel) ? lacks.times : null;
    default:
      return timing === 'full' ? null : lacks.times;
  }
}

/** A measured stretch, and where in the contact it can be shown: a turn and a place in its text. No turn for what has no place. */
export interface Stretch {
  readonly amount: number;
  readonly turn: number | null;
  readonly from: number;
}

/** Under this a pace is an accident of a few words. */
const paceWords = 50;
const sides = ['rep', 'customer'] as const;
type Side = (typeof sides)[number];

// Where a measure is kept: three places each, one for everybody whom it may be about.
const places = Object.fromEntries(measures.map((kind, index) => [kind, index * 3])) as Record<Measure, number>;

export class Clock {
  private readonly encounter: Encounter;
  private readonly floors: Readonly<Record<By, number>>;
  private readonly known: (readonly Stretch[] | string | undefined)[] = [];
  private spoken: readonly Spurt[] | undefined;
  private held: HoldTimes | undefined;

  constructor(encounter: Encounter, floors: Readonly<Record<By, number>>) {
    this.encounter = encounter;
    this.floors = floors;
  }

  /** Every stretch of the kind, in seconds (pace: words a minute; talk-share: 0 to 1; rings, turns: times), or why it isn't known. */
  stretches(kind: Measure, by: By): readonly Stretch[] | string {
    return (this.known[places[kind] + (by === 'rep' ? 0 : by === 'customer' ? 1 : 2)] ??= this.measured(kind, by));
  }

  private measured(kind: Measure, by: By): readonly Stretch[] | string {
    const why = lacking(this.encounter, kind);
    if (why !== null) return why;
    switch (kind) {
      case 'rings':
        return once(this.encounter.rings!);
      case 'answer-time':
        return once(this.encounter.secondsToAnswer!);
      case 'turns':
        return once(this.floors[by]);
      case 'hold':
        return this.holds();
      case 'reply-time':
        return this.replies(by);
      case 'first-reply':
        return this.firstReply(by);
      case 'first-words':
        return this.firstWords(by);
      case 'silence':
        return this.silences(by);
      case 'talk-over':
        return this.overlaps(by);
      case 'pace':
        return this.pace(by);
      case 'talk-share':
        return this.talkShare(by);
    }
  }

  private get spurts(): readonly Spurt[] {
    return (this.spoken ??= spurtsOf(this.encounter.turns));
  }

  private holds(): readonly Stretch[] {
    const { holds = [], turns } = this.encounter;
    const turnFrom = firstTurnFrom(turns);
    return holds
      .filter((one) => one.kind === 'hold')
      .map(({ from, to }) => ({ amount: to - from, turn: turnFrom(from), from: 0 }));
  }

  // From the latest end of anybody's speech so far to the next words, without what was hold or paused recording.
  private silences(by: By): readonly Stretch[] {
    const found: Stretch[] = [];
    let spoken = Infinity;
    for (const { speaker, start, end, turn, from } of this.spurts) {
      if (start > spoken && is(speaker, by)) found.push({ amount: this.between(spoken, start), turn, from });
      spoken = spoken === Infinity ? end : Math.max(spoken, end);
    }
    return found;
  }

  private overlaps(by: By): readonly Stretch[] {
    const found: Stretch[] = [];
    const until = { rep: -Infinity, customer: -Infinity };
    for (const { speaker, start, end, turn, from } of this.spurts) {
      if (speaker === 'other') continue;
      const amount = Math.min(until[otherSide(speaker)], end) - start;
      if (amount > 0 && is(speaker, by)) found.push({ amount, turn, from });
      until[speaker] = Math.max(until[speaker], end);
    }
    return found;
  }

  // How long somebody waited for the other's next words: in speech from the end of what they said, in writing from when
  // they began to write to the other.
  private replies(by: By): readonly Stretch[] {
    if (isWritten(this.encounter.channel)) return this.writtenReplies(by);
    const found = sides.flatMap((side) => (is(side, by) ? this.spokenReplies(side) : []));
    return by === 'anyone' ? found.toSorted((a, b) => a.turn! - b.turn!) : found;
  }

  private spokenReplies(side: Side): Stretch[] {
    const found: Stretch[] = [];
    let waiting: number | null = null;
    for (const { speaker, start, end, turn, from } of this.spurts) {
      if (speaker === otherSide(side)) waiting = Math.max(waiting ?? end, end);
      else if (speaker === side && waiting !== null) {
        // "Mhm" while the other goes on is no reply, and the other still waits for one.
        if (waiting > end) continue;
        found.push({ amount: Math.max(0, this.between(waiting, start)), turn, from });
        waiting = null;
      }
    }
    return found;
  }

  private writtenReplies(by: By): Stretch[] {
    const found: Stretch[] = [];
    let asker: Speaker | undefined;
    let at = 0;
    for (const [turn, { speaker, start }] of this.encounter.turns.entries()) {
      if (speaker === 'other' || start === undefined || speaker === asker) continue;
      if (asker !== undefined && is(speaker, by)) found.push({ amount: start - at, turn, from: 0 });
      asker = speaker;
      at = start;
    }
    return found;
  }

  // A greeting of a machine, or one sent before anybody asked, answers nothing.
  private firstReply(by: By): readonly Stretch[] | string {
    const replies = this.replies(by);
    return replies.length === 0 ? lacks.reply : replies.slice(0, 1);
  }

  // Where a recording begins when the line is opened, how long it was until somebody spoke; a machine's greeting isn't waited for.
  private firstWords(by: By): readonly Stretch[] | string {
    const { turns } = this.encounter;
    if (turns[0]?.start === 0) return lacks.start;
    let from = 0;
    for (const [turn, { speaker, start, end }] of turns.entries()) {
      if (is(speaker, by)) return [{ amount: Math.max(0, start! - from), turn, from: 0 }];
      if (speaker === 'other' && end === undefined) return lacks.times;
      if (speaker === 'other') from = Math.max(from, end!);
    }
    return lacks.reply;
  }

  private pace(by: By): readonly Stretch[] | string {
    let words = 0;
    for (const { speaker, text } of this.encounter.turns) if (is(speaker, by)) words += wordsIn(text);
    const seconds = this.talkTime(by);
    return words < paceWords || seconds <= 0 ? lacks.words : once(words / (seconds / 60));
  }

  private talkShare(by: By): readonly Stretch[] | string {
    const [rep, customer] = [this.talkTime('rep'), this.talkTime('customer')];
    if (rep <= 0 || customer <= 0) return lacks.side;
    return once((by === 'anyone' ? rep + customer : by === 'rep' ? rep : customer) / (rep + customer));
  }

  private talkTime(by: By): number {
    let seconds = 0;
    for (const { speaker, start, end } of this.spurts) if (is(speaker, by)) seconds += end - start;
    return seconds;
  }

  private between(from: number, to: number): number {
    this.held ??= new HoldTimes(this.encounter.holds ?? []);
    return this.held.without(from, to);
  }
}

const once = (amount: number): readonly Stretch[] => [{ amount, turn: null, from: 0 }];
const is = (speaker: Speaker, by: By): boolean => speaker !== 'other' && (by === 'anyone' || speaker === by);
const otherSide = (side: Side): Side => (side === 'rep' ? 'customer' : 'rep');
const isWritten = (channel: Encounter['channel']): boolean => channel === 'chat' || channel === 'email';

// Words as they are written: what stands between blanks.
function wordsIn(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const blank = text.charCodeAt(at) <= 32;
    if (!blank && !inside) words++;
    inside = !blank;
  }
  return words;
}
