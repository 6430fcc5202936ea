// Words of a transcript that a reviewer has chosen, by keyboard or by pointer: always whole words, from one word to another in the
// order of what was said. What is quoted are places in the stored turns, never copies of words.
import type { Evidence } from '../../standards/standard.core.ts';
import { mostQuotes } from '../draft-mark.core.ts';

/** Where quoted words stand. */
export type QuotedAt = Pick<Evidence, 'turn' | 'from' | 'to'>;

/** A word: of which turn, the how manyeth of it. */
export interface WordAt {
  readonly turn: number;
  readonly word: number;
}

/** From the word where choosing began to the one it has come to, which may stand before it. */
export interface Chosen {
  readonly anchor: WordAt;
  readonly head: WordAt;
}

/** Words of each turn as places in its text; a turn without any is passed over. */
export type WordsOfTurns = readonly (readonly { readonly from: number; readonly to: number }[])[];

export type Step = 'word-on' | 'word-back' | 'turn-on' | 'turn-back';

/** Where the words of each turn stand: whatever white space parts. */
export function wordsOf(texts: readonly string[]): WordsOfTurns {
  return texts.map((text) =>
    [...text.matchAll(/\S+/gu)].map((found) => ({ from: found.index, to: found.index + found[0].length })),
  );
}

/**
 * One step on from what is chosen.
 * @param extend what was chosen before stays chosen
 * @returns null only where nothing was said at all
 */
export function stepped(words: WordsOfTurns, chosen: Chosen | null, step: Step, extend: boolean): Chosen | null {
  const first = firstFrom(words, 0, 1);
  if (first === null) return null;
  if (chosen === null) {
    const start = step === 'word-on' || step === 'turn-on' ? first : lastTurnFrom(words, words.length - 1);
    return start === null ? null : { anchor: start, head: start };
  }
  const head = extend ? extended(words, chosen, step) : moved(words, chosen.head, step);
  return extend ? { anchor: chosen.anchor, head } : { anchor: head, head };
}

function moved(words: WordsOfTurns, at: WordAt, step: Step): WordAt {
  if (step === 'turn-on') return firstFrom(words, at.turn + 1, 1) ?? at;
  if (step === 'turn-back') {
    // From amid a turn to its beginning first.
    return at.word > 0 ? { turn: at.turn, word: 0 } : (firstFrom(words, at.turn - 1, -1) ?? at);
  }
  if (step === 'word-on')
    return at.word + 1 < words[at.turn]!.length
      ? { turn: at.turn, word: at.word + 1 }
      : (firstFrom(words, at.turn + 1, 1) ?? at);
  return at.word > 0 ? { turn: at.turn, word: at.word - 1 } : (lastTurnFrom(words, at.turn - 1) ?? at);
}

/** By turns one comes to a turn's end, or its beginning, before the next one. */
function extended(words: WordsOfTurns, { head }: Chosen, step: Step): WordAt {
  const last = words[head.turn]!.length - 1;
  if (step === 'turn-on') return head.word < last ? { ...head, word: last } : endOf(words, head);
  return moved(words, head, step);
}

function endOf(words: WordsOfTurns, head: WordAt): WordAt {
  const next = firstFrom(words, head.turn + 1, 1);
  return next === null ? head : { turn: next.turn, word: words[next.turn]!.length - 1 };
}

function firstFrom(words: WordsOfTurns, from: number, by: 1 | -1): WordAt | null {
  for (let turn = from; turn >= 0 && turn < words.length; turn += by)
    if (words[turn]!.length > 0) return { turn, word: 0 };
  return null;
}

function lastTurnFrom(words: WordsOfTurns, from: number): WordAt | null {
  const found = firstFrom(words, from, -1);
  return found === null ? null : { turn: found.turn, word: words[found.turn]!.length - 1 };
}

/** A whole turn; null where it has no word. */
export function wholeTurn(words: WordsOfTurns, turn: number): Chosen | null {
  const last = (words[turn]?.length ?? 0) - 1;
  return last < 0 ? null : { anchor: { turn, word: 0 }, head: { turn, word: last } };
}

/** A place in a turn, as a pointer tells it. */
export interface Point {
  readonly turn: number;
  readonly offset: number;
}

/** What a pointer marked, made whole words: those that it touched, or the one it was set down on. */
export function snapped(words: WordsOfTurns, a: Point, b: Point): Chosen | null {
  const [start, end] = a.turn < b.turn || (a.turn === b.turn && a.offset <= b.offset) ? [a, b] : [b, a];
  const alone = start.turn === end.turn && start.offset === end.offset;
  let first: WordAt | null = null;
  let last: WordAt | null = null;
  for (let turn = start.turn; turn <= end.turn; turn += 1)
    for (const [word, { from, to }] of (words[turn] ?? []).entries()) {
      const after = turn > start.turn || (alone ? to >= start.offset : to > start.offset);
      const before = turn < end.turn || (alone ? from <= end.offset : from < end.offset);
      if (!after || !before) continue;
      first ??= { turn, word };
      last = alone ? first : { turn, word };
    }
  return first === null || last === null ? null : { anchor: first, head: last };
}

/** What is chosen as places in the turns, one in each turn that it touches. */
export function placesOf(words: WordsOfTurns, chosen: Chosen): QuotedAt[] {
  const { anchor, head } = chosen;
  const on = anchor.turn < head.turn || (anchor.turn === head.turn && anchor.word <= head.word);
  const [first, last] = on ? [anchor, head] : [head, anchor];
  const places: QuotedAt[] = [];
  for (let turn = first.turn; turn <= last.turn; turn += 1) {
    const own = words[turn] ?? [];
    const from = own[turn === first.turn ? first.word : 0];
    const to = own[turn === last.turn ? last.word : own.length - 1];
    if (from && to) places.push({ turn, from: from.from, to: to.to });
  }
  return places;
}

/** Quotes with these added: what overlaps or touches becomes one, in the order of what was said; no more than there may be. */
export function withQuotes(quotes: readonly QuotedAt[], added: readonly QuotedAt[]): QuotedAt[] {
  const out: QuotedAt[] = [];
  for (const { turn, from, to } of [...quotes, ...added].toSorted((a, b) => a.turn - b.turn || a.from - b.from)) {
    const last = out.at(-1);
    // One space parts neighbouring words.
    if (last?.turn === turn && from <= last.to + 1)
      out[out.length - 1] = { turn, from: last.from, to: Math.max(last.to, to) };
    else out.push({ turn, from, to });
  }
  return out.slice(0, mostQuotes);
}
