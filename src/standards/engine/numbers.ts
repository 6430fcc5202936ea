// Numbers as they are said: "twenty five", "a hundred and ninety nine", "twelve hundred", "one oh five" and "2k" become one
// word with a value; "x" between numbers becomes "by", "p.m." becomes "pm". In place, over the words of one turn.
import type { Vocabulary } from './vocabulary.ts';
import { is } from './word-classes.ts';
import { pause, type Words } from './words.ts';

const unit = 1;
const teen = 2;
const tens = 3;
const hundred = 4;
const thousand = 5;
// What a word does to a number beside it.
const labels = -1;
const datesYear = -2;
const length = -3;

// Where the turn's words begin.
let first = 0;
// A number just read: where the words after it begin, and its value. Kept here so that reading one makes nothing.
let next = 0;
let value = 0;

/** Joins number words from `start` on. `learning` gives each value an id of its own (while phrases are compiled). */
export function joinNumbers(words: Words, start: number, vocabulary: Vocabulary, learning: boolean): void {
  const { ids, values } = words;
  const { numberKinds, idle } = vocabulary;
  first = start;
  let write = start;
  for (let read = start; read < words.count; read = next) {
    const id = ids[read]!;
    // Most words have nothing to do with numbers.
    if (idle[id] === 1) {
      next = read + 1;
      if (write !== read) move(words, read, write, next);
      write++;
      continue;
    }
    const kind = numberKinds[id]!;
    if (kind > 0) {
      spoken(words, vocabulary, read);
      putNumber(words, vocabulary, read, write, learning);
    } else if (!Number.isNaN(values[read]!)) {
      if (written(words, vocabulary, read)) putNumber(words, vocabulary, read, write, learning);
      else {
        move(words, read, write, next);
        label(words, vocabulary, write);
      }
    } else if (joinsDay(words, vocabulary, read, write)) {
      write--;
    } else {
      next = read + 1;
      const other = signOf(words, vocabulary, read, write);
      move(words, read, write, next);
      ids[write] = other;
    }
    write++;
  }
  words.cut(write);
}

function putNumber(words: Words, vocabulary: Vocabulary, read: number, write: number, learning: boolean): void {
  move(words, read, write, next);
  const digits = digitsOf(value);
  words.ids[write] = learning ? vocabulary.addNumber(value, digits) : vocabulary.number(value, digits);
  words.values[write] = value;
  label(words, vocabulary, write);
}

function move(words: Words, read: number, write: number, after: number): void {
  words.ids[write] = words.ids[read]!;
  words.from[write] = words.from[read]!;
  words.to[write] = words.to[after - 1]!;
  words.breaks[write] = words.breaks[read]!;
  words.values[write] = words.values[read]!;
}

const digitsOf = (whole: number): number => (whole < 10 ? 1 : Math.floor(Math.log10(whole) + 1e-9) + 1);

// "unit 105", "in 2019", "555 123 4567": a number that names something and is no sum, and so are those that go on from it.
function label(words: Words, vocabulary: Vocabulary, at: number): void {
  if (at === first) return;
  const before = words.ids[at - 1]!;
  const kind = vocabulary.numberKinds[before]!;
  const classes = vocabulary.classes[before]!;
  const here = words.values[at]!;
  const last = words.breaks[at] === pause.none ? words.values[at - 1]! : Number.NaN;
  const year = here >= 1900 && here < 2100 && Number.isInteger(here);
  const row = last >= 100 && here >= 100;
  if (
    kind === labels ||
    (year && (kind === datesYear || (classes & (is.month | is.ordinal)) !== 0 || (last >= 1 && last <= 31))) ||
    (!Number.isNaN(last) && (classes & is.amount) === 0) ||
    row
  )
    words.ids[at] = vocabulary.labelledNumber(words.ids[at]!);
  if (row) words.ids[at - 1] = vocabulary.labelledNumber(before);
}

// 2 hundred, 2k, 1.5k: figures with a word of size after them.
function written(words: Words, vocabulary: Vocabulary, read: number): boolean {
  next = read + 1;
  if (next >= words.count) return false;
  const size = vocabulary.numberKinds[words.ids[next]!]!;
  const joined = words.ids[next] === vocabulary.special.k && words.from[next] === words.to[read];
  if (size < hundred && !joined) return false;
  value = words.values[read]! * (size === hundred ? 100 : 1000);
  next++;
  return true;
}

// The longest number that starts at `start`: at most thousands, hundreds, tens and units, with "and" after a hundred.
function spoken(words: Words, vocabulary: Vocabulary, start: number): void {
  next = start;
  const head = belowThousand(words, vocabulary, start);
  if (head < 0) {
    // "a thousand two hundred"
    next = start + 1;
    const rest = belowThousand(words, vocabulary, start);
    value = 1000 + Math.max(0, rest);
    return;
  }
  if (kindAt(words, vocabulary, start, next) !== thousand) {
    value = head;
    return;
  }
  next++;
  value = head * 1000 + Math.max(0, belowThousand(words, vocabulary, start));
}

// From `next` on: the value, or -1 where no number below a thousand stands there; `next` moves behind what was read.
function belowThousand(words: Words, vocabulary: Vocabulary, start: number): number {
  let head = 1;
  if (kindAt(words, vocabulary, start, next) !== hundred) {
    head = belowHundred(words, vocabulary, start);
    if (head < 0) return -1;
    if (kindAt(words, vocabulary, start, next) !== hundred) return zeroBetween(words, vocabulary, start, head);
  }
  next++;
  const behind = next;
  if (next < words.count && words.ids[next] === vocabulary.special.and) next++;
  const rest = belowHundred(words, vocabulary, start);
  if (rest < 0) next = behind;
  return head * 100 + Math.max(0, rest);
}

function belowHundred(words: Words, vocabulary: Vocabulary, start: number): number {
  const kind = kindAt(words, vocabulary, start, next);
  if (kind !== unit && kind !== teen && kind !== tens) return -1;
  const most = vocabulary.numberValues[words.ids[next++]!]!;
  if (kind !== tens || kindAt(words, vocabulary, start, next) !== unit) return most;
  const more = vocabulary.numberValues[words.ids[next]!]!;
  if (more === 0) return most;
  next++;
  return most + more;
}

// "one oh five" is 105, where no further figures stand beside it: in a row of them "oh" is one of them.
function zeroBetween(words: Words, vocabulary: Vocabulary, start: number, head: number): number {
  if (head === 0 || head > 12 || next + 1 >= words.count) return head;
  if (words.ids[next] !== vocabulary.special.oh || words.breaks[next] !== pause.none) return head;
  if (kindAt(words, vocabulary, start, next + 1) !== unit) return head;
  const figures = (at: number): boolean => at >= first && at < words.count && isFigure(words, vocabulary, at);
  if (figures(next + 2) || (start > first && head < 10 && figures(start - 1))) return head;
  const last = vocabulary.numberValues[words.ids[next + 1]!]!;
  next += 2;
  return head * 100 + last;
}

// A single figure, or "oh" before one.
function isFigure(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const id = words.ids[at]!;
  return (
    vocabulary.numberKinds[id] === unit || (vocabulary.classes[id]! & is.digit) !== 0 || id === vocabulary.special.oh
  );
}

const kindAt = (words: Words, vocabulary: Vocabulary, start: number, at: number): number =>
  at < words.count && (at === start || words.breaks[at] === pause.none) ? vocabulary.numberKinds[words.ids[at]!]! : 0;

// What a word is beside numbers: "p m" after one is "pm", "x" between two is "by", "oh" between figures is zero.
function signOf(words: Words, vocabulary: Vocabulary, read: number, write: number): number {
  const { ids } = words;
  const { special } = vocabulary;
  const id = ids[read]!;
  if (write === first) return id;
  const before = ids[write - 1]!;
  const afterNumber = !Number.isNaN(words.values[write - 1]!);
  const following = next < words.count ? ids[next]! : -1;
  if ((id === special.p || id === special.a) && following === special.m && (afterNumber || before === special.time)) {
    next++;
    return id === special.p ? special.pm : special.am;
  }
  if (following < 0) return id;
  const numberNext = !Number.isNaN(words.values[next]!) || vocabulary.numberKinds[following]! > 0;
  if (id === special.x && numberNext && (afterNumber || vocabulary.numberKinds[before] === length)) return special.by;
  if (id === special.oh && numberNext && afterNumber && words.breaks[read] === pause.none) {
    words.values[read] = 0;
    return vocabulary.number(0, 1);
  }
  return id;
}

// "twenty first", "thirty first": the tens and the ordinal are one day. Nothing is written for the second word.
function joinsDay(words: Words, vocabulary: Vocabulary, read: number, write: number): boolean {
  if (write === first || (words.values[write - 1] !== 20 && words.values[write - 1] !== 30)) return false;
  const day = vocabulary.dayOf(words.values[write - 1]!, words.ids[read]!);
  if (day < 0 || words.to[write - 1]! >= words.from[read]! || words.breaks[read] !== pause.none) return false;
  words.ids[write - 1] = day;
  words.to[write - 1] = words.to[read]!;
  words.values[write - 1] = Number.NaN;
  next = read + 1;
  return true;
}
