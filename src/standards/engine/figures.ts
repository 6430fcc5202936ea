// Figures as they are written: 59, 1,250, 59.95, 21st, 10:30, 5/5. Read from the text without making strings.
import { ordinals } from './english-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Words } from './words.ts';

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Whole numbers of so many figures are exact as they are added up. */
const mostExact = 15;

/** Reads the number at `start` into `words`; where the text goes on. */
export function readFigures(text: string, start: number, words: Words, vocabulary: Vocabulary): number {
  let at = start;
  let count = 0;
  let whole = 0;
  let behindPoint = -1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      whole = whole * 10 + unit - 48;
      count++;
      if (behindPoint >= 0) behindPoint++;
    } else if (unit === 44 && behindPoint < 0 && count <= 9 && threeFollow(text, at + 1)) {
      continue;
    } else if (unit === 46 && behindPoint < 0 && isDigit(text.charCodeAt(at + 1))) behindPoint = 0;
    else if ((unit === 58 || unit === 47) && isDigit(text.charCodeAt(at + 1)) && count <= 4 && behindPoint < 0)
      return clockOrDate(text, start, at, words, vocabulary);
    else break;
  }
  if (behindPoint < 0 && whole >= 1 && whole <= 31 && ordinalFollows(text, at)) {
    words.push(vocabulary.add(ordinalWord(whole)), start, at + 2);
    return at + 2;
  }
  const value =
    count > mostExact
      ? Number(text.slice(start, at).replaceAll(',', ''))
      : behindPoint > 0
        ? whole / 10 ** behindPoint
        : whole;
  const length = count + (behindPoint < 0 ? 0 : 1);
  words.pushNumber(vocabulary.numberFor(value, length), start, at, value);
  return at;
}

function threeFollow(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  );
}

function clockOrDate(text: string, start: number, sign: number, words: Words, vocabulary: Vocabulary): number {
  let at = sign;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit) && !((unit === 58 || unit === 47) && isDigit(text.charCodeAt(at + 1)))) break;
  }
  // 24/7 is always, and no day.
  const isTime = text.charCodeAt(sign) === 58 || text.slice(start, at) === '24/7';
  words.push(isTime ? vocabulary.special.time : vocabulary.special.date, start, at);
  return at;
}

const pairs = new Set(['st', 'nd', 'rd', 'th'].map((end) => end.charCodeAt(0) * 256 + end.charCodeAt(1)));

// 1st, 2ND, and no further letter.
function ordinalFollows(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false;
  const pair = (text.charCodeAt(at) | 32) * 256 + (text.charCodeAt(at + 1) | 32);
  const after = text.charCodeAt(at + 2) | 32;
  return pairs.has(pair) && !(after >= 97 && after <= 122);
}

function ordinalWord(value: number): string {
  return (
    ordinals[value - 1] ??
    `${value}${value === 21 || value === 31 ? 'st' : value === 22 ? 'nd' : value === 23 ? 'rd' : 'th'}`
  );
}
