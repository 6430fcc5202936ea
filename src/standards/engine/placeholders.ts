// Values that another tool, or our own redaction, took out before the text came here: [NAME 1], XXXX, XX/XX/XXXX, ####.
import type { Vocabulary } from './vocabulary.ts';
import { placeholderKind } from './word-classes.ts';
import type { Words } from './words.ts';

const cross = 88;
const longestLabel = 40;
// A text full of brackets asks for the same few labels again and again; this many are remembered.
const mostRemembered = 1000;
const kinds = new Map<string, string>();

/** [NAME 1], [PERSON_NAME]: a value. [laughs], [inaudible]: a note, no word at all. Where the text goes on. */
export function readLabel(text: string, at: number, words: Words, vocabulary: Vocabulary): number {
  let end = at + 1;
  while (end < text.length && end - at <= longestLabel && text.charCodeAt(end) !== 93) end++;
  if (text.charCodeAt(end) !== 93) return at + 1;
  const label = text.slice(at + 1, end);
  if (/^[A-Z][A-Z_ /-]*\d*$/.test(label)) put(kindOf(label), at, end + 1, words, vocabulary);
  else if (!/^[a-z][a-z _-]*$/i.test(label)) return at + 1;
  return end + 1;
}

/** XXXX, XX/XX/XXXX, where the first crosses end at `end`. */
export function readCrossed(text: string, start: number, end: number, words: Words, vocabulary: Vocabulary): number {
  let at = end;
  while (isJoint(text.charCodeAt(at)) && text.charCodeAt(at + 1) === cross) {
    at++;
    while (text.charCodeAt(at) === cross) at++;
  }
  put('any', start, at, words, vocabulary);
  return at;
}

/** #### of three or more. */
export function readHashes(text: string, start: number, words: Words, vocabulary: Vocabulary): number {
  let at = start + 1;
  while (text.charCodeAt(at) === 35) at++;
  if (at - start >= 3) put('any', start, at, words, vocabulary);
  return at;
}

const isJoint = (unit: number): boolean => unit === 47 || unit === 45;

function put(kind: string, from: number, to: number, words: Words, vocabulary: Vocabulary): void {
  words.push(vocabulary.placeholder(kind), from, to);
}

function kindOf(label: string): string {
  const known = kinds.get(label);
  if (known !== undefined) return known;
  const kind = placeholderKind(label);
  if (kinds.size < mostRemembered) kinds.set(label, kind);
  return kind;
}
