// The words of a turn as a recogniser gave them, one by one with times and confidences, read into what is kept of them:
// how well the turn was heard, which of its stretches were unclear, and where it fell silent.
import type { Pause, UnclearStretch } from '../../standards/encounter.core.ts';

/** One word: `start` and `end` in seconds from the start of the contact, `confidence` 0 to 1. */
export interface HeardWord {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly confidence?: number | undefined;
}

export interface WordFindings {
  readonly confidence?: number;
  readonly unclear?: readonly UnclearStretch[];
  readonly pauses?: readonly Pause[];
}

/** A word with less than this was guessed. Recognisers give .9 and more to what they heard well. */
const unclearBelow = 0.6;
/** Shorter silences are breath and thought. */
export const pauseSeconds = 2;
// How far ahead of its turn a word is looked for: a text written out ("$25") lacks some of the words that were said.
const reach = 48;

/**
 * What the words say of the turn whose cleaned text is given. Words that its text doesn't have are passed over; where the
 * words' clock isn't the turn's, so are their times.
 */
export function readWords(turn: TimedText, words: readonly HeardWord[]): WordFindings {
  const places = placesOf(turn.text, words);
  const confidences = words.flatMap((word) => (isShare(word.confidence) ? [word.confidence] : []));
  const unclear = unclearOf(words, places);
  const pauses = sameClock(turn, words) ? pausesOf(words, places) : [];
  return {
    ...(confidences.length === 0 ? {} : { confidence: rounded(meanOf(confidences)) }),
    ...(unclear.length === 0 ? {} : { unclear }),
    ...(pauses.length === 0 ? {} : { pauses }),
  };
}

export interface TimedText {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

// Times in other units, or from the start of something else, would make silences where there were none.
function sameClock(turn: TimedText, words: readonly HeardWord[]): boolean {
  const { start, end } = turn;
  if (start === undefined || end === undefined) return false;
  return words.every((word) => (word.start ?? start) >= start - 1 && (word.end ?? end) <= end + 1);
}

interface WordPlace {
  readonly from: number;
  readonly to: number;
}

// Each word is looked for a little way behind the one before, as a whole word; letter case and punctuation don't count.
function placesOf(text: string, words: readonly HeardWord[]): (WordPlace | null)[] {
  const lower = text.toLowerCase();
  const whole = lower.length === text.length ? lower : text;
  let cursor = 0;
  return words.map((word) => {
    const bare = word.text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (bare === '') return null;
    // Only a window is searched, so that words which the text lacks cost no more than those it has.
    const near = whole.slice(cursor, cursor + reach + bare.length);
    for (let found = near.indexOf(bare); found >= 0; found = near.indexOf(bare, found + 1)) {
      const from = cursor + found;
      const to = from + bare.length;
      if (isLetter(whole, from - 1) || isLetter(whole, to)) continue;
      cursor = to;
      return { from, to };
    }
    return null;
  });
}

const isLetter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));

// Unclear words that follow each other are one stretch.
function unclearOf(words: readonly HeardWord[], places: readonly (WordPlace | null)[]): UnclearStretch[] {
  const stretches: { from: number; to: number; sum: number; count: number }[] = [];
  let open = false;
  words.forEach(({ confidence }, index) => {
    const place = places[index];
    if (!place || !isShare(confidence)) return;
    const last = stretches[stretches.length - 1];
    if (confidence >= unclearBelow) open = false;
    else if (open && last) {
      last.to = place.to;
      last.sum += confidence;
      last.count += 1;
    } else {
      stretches.push({ from: place.from, to: place.to, sum: confidence, count: 1 });
      open = true;
    }
  });
  return stretches.map(({ from, to, sum, count }) => ({ from, to, confidence: rounded(sum / count) }));
}

function pausesOf(words: readonly HeardWord[], places: readonly (WordPlace | null)[]): Pause[] {
  const pauses: Pause[] = [];
  let spoken: number | undefined;
  words.forEach(({ start, end }, index) => {
    if (start === undefined || end === undefined) return;
    const place = places[index];
    if (spoken !== undefined && start - spoken > pauseSeconds)
      pauses.push({
        at: rounded(spoken),
        seconds: rounded(start - spoken),
        ...(place ? { offset: place.from } : {}),
      });
    spoken = Math.max(spoken ?? end, end);
  });
  return pauses;
}

const isShare = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 1;
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
