// What the learned marker knows of a contact, for one standard: words of the rep and of the customer apart, where they stand, the
// cues that were heard and what the cue marker says, the clock. Nothing of who served, of whom, where: only what was said.
import { mixed } from '../../kernel/hash32.ts';
import type { Encounter, Speaker } from '../../standards/encounter.core.ts';
import type { MarkDraft } from '../../standards/standard.core.ts';
import { type WordAt, wordsAt } from './marker-words.core.ts';

/** Changes with whatever changes the columns: a model made with another one can't be read. */
export const markerFeatures = 1;

export const hashedColumns = 1 << 18;
const placed = 32;
export const columnCount = hashedColumns + placed;

export interface Place {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** One cue of the standard, heard somewhere. */
export interface CueAt extends Place {
  /** The hash of its name. */
  readonly cue: number;
}

/** What features are made of. */
export interface HeardContact {
  readonly encounter: Encounter;
  /** The words of each turn. */
  readonly words: readonly (readonly WordAt[])[];
  /** What the cue marker says; undefined where to it the standard doesn't apply. */
  readonly mark: MarkDraft | undefined;
  readonly cues: readonly CueAt[];
}

/** Takes features, each column once; `place` where it is words. */
export type Put = (column: number, value: number, place?: Place) => void;

/** How much a feature of each block counts before anything is known. Chosen on simulated contacts; none matters much. */
const value = { all: 0.35, near: 0.5, opening: 0.35, closing: 0.35, cue: 0.5, placed: 0.6 } as const;
/** Keeps the blocks apart: the same word means another thing in another mouth and place. */
const salt = { all: 11, near: 21, opening: 31, closing: 41, cue: 51, cueThird: 61 } as const;
const ofSpeaker: Readonly<Record<Speaker, number>> = { rep: 1, customer: 2, other: 3 };
/** So many of a speaker's turns open a contact, and close it. */
const edge = 2;

/** The words of an encounter, read once for all standards. */
export function wordsOf({ turns }: Encounter): WordAt[][] {
  return turns.map(({ text, speaker }) => (speaker === 'other' ? [] : wordsAt(text)));
}

/** Every feature of a contact. The same contact gives the same features in the same order. */
export function putFeatures(heard: HeardContact, put: Put): void {
  const seen = new Set<number>();
  const once: Put = (column, amount, place) => {
    if (seen.has(column)) return;
    seen.add(column);
    put(column, amount, place);
  };
  putWords(heard, once);
  putCues(heard, once);
  putPlaced(heard, put);
}

function putWords({ encounter: { turns }, words, cues, mark }: HeardContact, put: Put): void {
  const near = nearTurns(turns.length, [
    ...cues.map((one) => one.turn),
    ...(mark?.evidence ?? []).map((one) => one.turn),
  ]);
  const { opening, closing } = edgesOf(turns);
  for (const [turn, { speaker }] of turns.entries()) {
    const blocks: (readonly [number, number])[] = [[salt.all, value.all]];
    if (near.has(turn)) blocks.push([salt.near, value.near]);
    if (opening.has(turn)) blocks.push([salt.opening, value.opening]);
    if (closing.has(turn)) blocks.push([salt.closing, value.closing]);
    const own = words[turn]!;
    for (const [at, { hash, from, to }] of own.entries())
      for (const [block, amount] of blocks) {
        const salted = block + ofSpeaker[speaker];
        put(columnOf(mixed(hash, salted)), amount, { turn, from, to });
        const before = own[at - 1];
        if (before)
          put(columnOf(mixed(Math.imul(before.hash, 31) + hash, salted + 5)), amount, { turn, from: before.from, to });
      }
  }
}

function putCues({ encounter: { turns }, cues }: HeardContact, put: Put): void {
  for (const { cue, turn, from, to } of cues) {
    const speaker = ofSpeaker[turns[turn]!.speaker];
    const third = Math.min(2, Math.floor((3 * turn) / Math.max(1, turns.length)));
    const place = { turn, from, to };
    put(columnOf(mixed(cue, salt.cue + speaker)), value.cue, place);
    put(columnOf(mixed(cue, salt.cueThird + 4 * third + speaker)), value.cue, place);
  }
}

function putPlaced({ encounter, words, mark }: HeardContact, put: Put): void {
  const { turns, timing } = encounter;
  const count = (speaker: Speaker): number =>
    words.reduce((sum, own, at) => sum + (turns[at]!.speaker === speaker ? own.length : 0), 0);
  const [rep, customer] = [count('rep'), count('customer')];
  const seconds = turns.at(-1)?.end ?? turns.at(-1)?.start ?? 0;
  const sure = mark === undefined ? 0 : mark.confidence;
  const values = [
    Number(mark === undefined),
    Number(mark?.verdict === 'met'),
    Number(mark?.verdict === 'failed'),
    Number(mark?.verdict === 'unsure'),
    mark?.verdict === 'met' ? sure : 0,
    mark?.verdict === 'failed' ? sure : 0,
    Number(mark?.searched !== undefined),
    Math.min(1, (mark?.evidence.length ?? 0) / 3),
    Math.log1p(turns.length) / 4,
    Math.log1p(rep) / 6,
    Math.log1p(customer) / 6,
    rep / Math.max(1, rep + customer),
    Number(turns[0]?.speaker === 'rep'),
    Number(turns.at(-1)?.speaker === 'rep'),
    Number(timing === 'none'),
    timing === 'none' ? 0 : Math.log1p(Math.max(0, seconds)) / 7,
    longestSilence(encounter) / 30,
    Math.min(1, (encounter.rings ?? 0) / 8),
    Math.min(1, (encounter.secondsToAnswer ?? 0) / 60),
    Math.min(1, (encounter.holds ?? []).length / 3),
    Number(encounter.channel === 'phone'),
    Number(encounter.channel === 'visit'),
    Number(encounter.channel === 'chat' || encounter.channel === 'email'),
  ];
  for (const [at, one] of values.entries()) if (one !== 0) put(hashedColumns + at, one * value.placed);
}

/** The longest silence between two turns, in seconds, half a minute at most; 0 where times are not known. */
function longestSilence({ turns, timing }: Encounter): number {
  if (timing !== 'full') return 0;
  let longest = 0;
  for (let at = 1; at < turns.length; at++)
    longest = Math.max(longest, (turns[at]!.start ?? 0) - (turns[at - 1]!.end ?? Infinity));
  return Math.min(30, Math.max(0, longest));
}

function nearTurns(count: number, turns: readonly number[]): Set<number> {
  const near = new Set<number>();
  for (const turn of turns)
    for (let at = Math.max(0, turn - 1); at <= Math.min(count - 1, turn + 2); at++) near.add(at);
  return near;
}

function edgesOf(turns: Encounter['turns']): { opening: Set<number>; closing: Set<number> } {
  const of = (speaker: Speaker): number[] => turns.flatMap((turn, at) => (turn.speaker === speaker ? [at] : []));
  const [rep, customer] = [of('rep'), of('customer')];
  return {
    opening: new Set([...rep.slice(0, edge), ...customer.slice(0, edge)]),
    closing: new Set([...rep.slice(-edge), ...customer.slice(-edge)]),
  };
}

function columnOf(hash: number): number {
  return hash & (hashedColumns - 1);
}
