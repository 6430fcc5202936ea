// Words one by one as recognisers write them in JSON: in seconds, or in milliseconds.
import { numberAt, recordsAt, textAt } from './json-value.ts';
import type { JsonRecord } from './json-value.ts';
import type { HeardWord } from './word-times.ts';

/** A word with its times as they stand, as Deepgram, Whisper and most others write it. */
export function plainWord(word: JsonRecord): HeardWord {
  return {
    text: textAt(word, 'punctuated_word', 'word', 'text') ?? '',
    start: numberAt(word, 'start', 'start_time'),
    end: numberAt(word, 'end', 'end_time'),
    confidence: numberAt(word, 'confidence', 'probability', 'score'),
  };
}

/** The same with times in milliseconds. */
export function millisecondWord(word: JsonRecord): HeardWord {
  const { start, end, ...rest } = plainWord(word);
  return {
    ...rest,
    start: start === undefined ? undefined : start / 1000,
    end: end === undefined ? undefined : end / 1000,
  };
}

/** The words beside a turn's text, where they are a recogniser's: with times or confidences of their own. */
export function wordsBeside(turn: JsonRecord): HeardWord[] | undefined {
  const words = recordsAt(turn, 'words').map(plainWord);
  return words.some((word) => word.confidence !== undefined || word.end !== undefined) ? words : undefined;
}
