// What a reader of one JSON shape gives, and the two steps that many of them share: words into turns, roles from fields.
import type { Speaker } from '../../standards/encounter.core.ts';
import type { Json, JsonRecord } from './json-value.ts';
import type { Found, FoundTurn } from './make-draft.ts';
import type { HeardWord } from './word-times.ts';

/** Contacts found, or why there is none in a thing that is of this shape; null where it is of another. */
export type ShapeRead = { readonly found: Found } | { readonly expected: string; readonly remedy: string };
export type ShapeReader = (record: JsonRecord, id: string) => ShapeRead | null;

export interface FoundWord extends HeardWord {
  readonly label: string | null;
  /** Punctuation: joined to the word before it, without times of its own. */
  readonly joined?: boolean;
}

/** Words in order into turns: a new one where the speaker changes, or after a silence of 3 s. Confidence is the mean of its words. */
export function turnsOfWords(words: readonly FoundWord[]): FoundTurn[] {
  const turns: (FoundTurn & { sum: number; count: number; parts: string[]; words: FoundWord[] })[] = [];
  for (const word of words) {
    const last = turns[turns.length - 1];
    const silent = last?.end !== undefined && word.start !== undefined && word.start - last.end > 3;
    if (last && word.joined) last.parts.push(word.text);
    else if (!last || silent || (word.label !== null && word.label !== last.label)) {
      const label = word.label ?? last?.label ?? null;
      turns.push({
        label,
        text: '',
        start: word.start,
        end: word.end,
        sum: word.confidence ?? 0,
        count: word.confidence === undefined ? 0 : 1,
        parts: [word.text],
        words: [word],
      });
    } else {
      last.parts.push(' ', word.text);
      last.words.push(word);
      last.end = word.end ?? last.end;
      if (word.confidence !== undefined) {
        last.sum += word.confidence;
        last.count += 1;
      }
    }
  }
  return turns.map(({ sum, count, parts, ...turn }) => ({
    ...turn,
    text: parts.join(''),
    confidence: count > 0 ? sum / count : undefined,
  }));
}

/** The mean of the numbers, or undefined where there is none. */
export function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** A field whose whole job is to state a role (`agent`, `AGENT`, `INTERNAL`, `customer`, `contact`). */
export function roleField(value: Json | undefined): Speaker | undefined {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (/^(?:agent|rep|representative|employee|internal|advisor|operator|staff|seller|host)$/.test(word)) return 'rep';
  if (
    /^(?:customer|caller|client|contact|external|user|guest|lead|prospect|consumer|buyer|member|end_?user|recipient)$/.test(
      word,
    )
  )
    return 'customer';
  return /^(?:bot|ivr|system|supervisor|recording|virtual_?agent)$/.test(word) ? 'other' : undefined;
}
