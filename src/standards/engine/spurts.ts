// Stretches in which one speaker spoke without a real silence, made from turns: how a source cuts speech into turns doesn't show.
import type { Speaker, Turn } from '../encounter.core.ts';

/** Seconds from `start` to `end`; `turn` and `from` say where in the text its first words stand. */
export interface Spurt {
  readonly speaker: Speaker;
  readonly start: number;
  readonly end: number;
  readonly turn: number;
  readonly from: number;
}

// Readers tell a silence inside a turn where it is longer; so a shorter one between two turns of a speaker is breath as well.
const breath = 2;

/** The spurts of turns with start and end, by their beginnings. Others speaking meanwhile part two turns of one speaker. */
export function spurtsOf(turns: readonly Turn[]): readonly Spurt[] {
  const pieces = piecesOf(turns);
  const spurts: { -readonly [Key in keyof Spurt]: Spurt[Key] }[] = [];
  const open: Partial<Record<Speaker, (typeof spurts)[number]>> = {};
  const latest: Record<Speaker, number> = { rep: -Infinity, customer: -Infinity, other: -Infinity };
  for (const piece of pieces) {
    const own = open[piece.speaker];
    if (own && (piece.start <= own.end || isBreath(own.end, piece, latest))) own.end = Math.max(own.end, piece.end);
    else spurts.push((open[piece.speaker] = { ...piece }));
    latest[piece.speaker] = Math.max(latest[piece.speaker], piece.end);
  }
  return spurts;
}

// A short silence in which nobody else speaks.
function isBreath(ended: number, next: Spurt, latest: Readonly<Record<Speaker, number>>): boolean {
  return next.start - ended <= breath && othersEnd(latest, next.speaker) <= ended;
}

// Turns without the silences inside them, by their beginnings.
function piecesOf(turns: readonly Turn[]): Spurt[] {
  const pieces: Spurt[] = [];
  let inOrder = true;
  let last = -Infinity;
  for (const [turn, { speaker, start, end, pauses, text }] of turns.entries()) {
    if (start === undefined || end === undefined) continue;
    let began = start;
    let from = 0;
    for (const pause of pauses ?? []) {
      const resumed = pause.at + pause.seconds;
      if (pause.at < began || resumed > end) continue;
      pieces.push({ speaker, start: began, end: pause.at, turn, from });
      began = resumed;
      // Without a place, the words behind the silence are somewhere after the first.
      from = pause.offset ?? Math.min(from + 1, text.length);
    }
    pieces.push({ speaker, start: began, end: Math.max(began, end), turn, from });
    inOrder &&= start >= last;
    last = began;
  }
  return inOrder ? pieces : pieces.toSorted((a, b) => a.start - b.start);
}

function othersEnd(latest: Readonly<Record<Speaker, number>>, speaker: Speaker): number {
  return Math.max(
    speaker === 'rep' ? -Infinity : latest.rep,
    speaker === 'customer' ? -Infinity : latest.customer,
    speaker === 'other' ? -Infinity : latest.other,
  );
}
