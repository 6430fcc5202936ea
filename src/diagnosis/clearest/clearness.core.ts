// How clearly a failure's words show it to somebody who reads nothing else, and which of several is shown first. A rule of thumb
// for choosing a quote; nothing is counted by it.
import type { Moment } from '../../kernel/moment.ts';
import type { UnclearStretch } from '../../standards/encounter.core.ts';
import { type MarkedWords, type Place, type ShownWords, shownWords, type Turns } from './shown-words.core.ts';

export interface QuotedMark extends MarkedWords {
  readonly confidence: number;
}

export interface QuotedContact extends Turns {
  readonly turns: readonly (Turns['turns'][number] & {
    readonly confidence?: number | undefined;
    readonly unclear?: readonly UnclearStretch[] | undefined;
  })[];
}

const byKind: Readonly<Record<ShownWords['kind'], number>> = {
  said: 1,
  answer: 0.9,
  ended: 0.85,
  unanswered: 0.6,
  instead: 0.5,
};

/** How sure marks are at best, as src/standards/engine gives them. */
const ofWords = 0.95;
const ofAbsence = 0.8;

/** Words that were taken out stand as `[NAME 1]`, `XXXX`, `####` or `____`. */
const hole = /\[[A-Z][A-Z_ ]*\d*\]|X{3,}|#{3,}|_{3,}/g;
const filler = /^(?:u[hm]+|e[hr]m?|m+h*m+|hm+|ah|oh)$/i;

/** 0 to 1; 0 where there are no words. */
export function clearness(mark: QuotedMark, contact: QuotedContact): number {
  const shown = shownWords(mark, contact);
  if (!shown) return 0;
  const { kind, words, call } = shown;
  const worth =
    byKind[kind] * enough(sentencesOf(contact, words)) * heard(contact, words) * whole(sentencesOf(contact, words));
  // What made something due is not yet what was left out; it takes the customer's words to see that.
  const due = mark.searched && kind === 'said' && !call ? 0.8 : 1;
  return worth * due * litEnough(contact, words, kind) * calledPlainly(contact, words, call) * sure(mark);
}

/** Neither a bare word nor a speech. */
function enough(text: string): number {
  const words = text.trim().split(/\s+/);
  const spoken = words.filter((word) => !filler.test(word.replaceAll(/\W/g, ''))).length;
  const length = spoken < 3 ? 0.3 : spoken < 6 ? 0.7 : spoken <= 45 ? 1 : spoken <= 80 ? 0.85 : 0.6;
  return spoken * 5 < words.length * 4 ? length * 0.8 : length;
}

/** Nothing of it was taken out. */
function whole(text: string): number {
  return [1, 0.9, 0.75][text.match(hole)?.length ?? 0] ?? 0.5;
}

function heard({ turns }: QuotedContact, { turn }: Place): number {
  const { confidence = 1, unclear = [] } = turns[turn]!;
  return (0.5 + 0.5 * confidence) * (unclear.length > 0 ? 0.8 : 1);
}

/** One or two words decide less plainly than a phrase does. */
function litEnough({ turns }: QuotedContact, { turn, from, to }: Place, kind: ShownWords['kind']): number {
  if (kind !== 'said') return 1;
  const lit = turns[turn]!.text.slice(from, to).trim().split(/\s+/).length;
  return lit < 2 ? 0.7 : lit < 3 ? 0.85 : 1;
}

/** What called for it is near by and says enough; where nothing is shown that did, that costs little. */
function calledPlainly(contact: QuotedContact, words: Place, call: Place | undefined): number {
  if (!call) return 0.95;
  const text = sentencesOf(contact, call);
  const apart = words.turn - call.turn;
  return (0.5 + 0.5 * enough(text)) * whole(text) * (apart <= 2 ? 1 : apart <= 6 ? 0.95 : 0.9);
}

/** A mark of something that was left out is .8 sure at best; one of words .95. What is surer was read from a clock: no words show it. */
function sure({ confidence, searched }: QuotedMark): number {
  if (!searched && confidence > ofWords) return 0.7;
  return Math.min(1, confidence / (searched ? ofAbsence : ofWords));
}

/** The sentences that words stand in; the whole turn where none is lit. */
export function sentencesOf({ turns }: Turns, { turn, from, to }: Place): string {
  const { text } = turns[turn]!;
  if (to <= from) return text;
  const start = text.slice(0, from).search(/[^.?!\n]*$/);
  const end = text.slice(to).search(/[.?!\n]/);
  return text.slice(start, end < 0 ? text.length : to + end + 1);
}

/** A failure that might be shown, and how clearly its words show it. */
export interface Graded {
  readonly id: string;
  readonly clear: number;
  readonly startedAt?: Moment | undefined;
}

/** Clearer by less than this is as clear. */
const step = 0.08;

/** The one that shows it best comes first; of those as clear the newest. */
export function byClearness(a: Graded, b: Graded): number {
  const more = Math.round(b.clear / step) - Math.round(a.clear / step);
  if (more !== 0) return more;
  const [x, y] = [a.startedAt ?? '', b.startedAt ?? ''];
  return x === y ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : x < y ? 1 : -1;
}
