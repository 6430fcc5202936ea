// Numbers as they are said: "twenty five", "one hundred and fifty", "two thousand" become one word with a value; "x"
// between numbers becomes "by"; "p.m." becomes "pm". In place, over the words of one turn.
import type { Words } from './words.ts';
import type { Vocabulary } from './vocabulary.ts';

const unit = 1;
const teen = 2;
const tens = 3;
const hundred = 4;
const thousand = 5;

/** Joins number words. `learning` gives each value an id of its own (while phrases are compiled). */
export function joinNumbers(words: Words, vocabulary: Vocabulary, learning: boolean): void {
  const { ids, values } = words;
  const { special, numberKinds } = vocabulary;
  let write = 0;
  for (let read = 0; read < words.count;) {
    const id = ids[read]!;
    const kind = numberKinds[id]!;
    let next = read + 1;
    if (kind > 0 && kind < hundred) {
      const joined = spoken(words, vocabulary, read);
      next = joined.next;
      move(words, read, write, next);
      const digits = String(joined.value).length;
      ids[write] = learning ? vocabulary.addNumber(joined.value, digits) : vocabulary.number(joined.value, digits);
      values[write] = joined.value;
    } else if (
      kind === 0 &&
      !Number.isNaN(values[read]!) &&
      next < words.count &&
      numberKinds[ids[next]!]! >= hundred
    ) {
      const value = values[read]! * (numberKinds[ids[next]!] === hundred ? 100 : 1000);
      move(words, read, write, ++next);
      ids[write] = learning
        ? vocabulary.addNumber(value, String(value).length)
        : vocabulary.number(value, String(value).length);
      values[write] = value;
    } else if (kind >= hundred) {
      // "a hundred", "a thousand" without a number before it.
      move(words, read, write, next);
      ids[write] = learning ? vocabulary.addNumber(values[read]!, 3) : vocabulary.number(values[read]!, 3);
    } else {
      const after = next < words.count ? ids[next]! : -1;
      if (
        after === special.m &&
        write > 0 &&
        (id === special.p || id === special.a) &&
        (!Number.isNaN(values[write - 1]!) || ids[write - 1] === special.time)
      ) {
        move(words, read, write, ++next);
        ids[write] = id === special.p ? special.pm : special.am;
      } else {
        move(words, read, write, next);
        if (
          id === special.x &&
          write > 0 &&
          !Number.isNaN(values[write - 1]!) &&
          next < words.count &&
          !Number.isNaN(values[next]!)
        )
          ids[write] = special.by;
      }
    }
    // "twenty first": the tens and the ordinal are one day.
    if (write > 0 && values[write - 1] === 20 && words.to[write - 1]! < words.from[write]!)
      joinOrdinal(words, vocabulary, write);
    write++;
    if (ids[write - 1] === -1) write--;
    read = next;
  }
  words.count = write;
}

function move(words: Words, read: number, write: number, next: number): void {
  words.ids[write] = words.ids[read]!;
  words.from[write] = words.from[read]!;
  words.to[write] = words.to[next - 1]!;
  words.breaks[write] = words.breaks[read]!;
  words.values[write] = words.values[read]!;
}

function joinOrdinal(words: Words, vocabulary: Vocabulary, at: number): void {
  const text = vocabulary.texts[words.ids[at]!]!;
  const day = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'].indexOf(text) + 1;
  if (day === 0) return;
  words.ids[at - 1] = vocabulary.add(`2${day}${day === 1 ? 'st' : day === 2 ? 'nd' : day === 3 ? 'rd' : 'th'}`);
  words.to[at - 1] = words.to[at]!;
  words.values[at - 1] = Number.NaN;
  words.ids[at] = -1;
}

// The longest number that starts at `start`: at most thousands, hundreds, tens and units, with "and" after a hundred.
function spoken(words: Words, vocabulary: Vocabulary, start: number): { value: number; next: number } {
  const kindAt = (at: number): number =>
    at < words.count && (at === start || words.breaks[at] === 0) ? vocabulary.numberKinds[words.ids[at]!]! : 0;
  const valueAt = (at: number): number => vocabulary.numberValues[words.ids[at]!]!;
  const belowHundred = (at: number): { value: number; next: number } | null => {
    const kind = kindAt(at);
    if (kind === unit || kind === teen) return { value: valueAt(at), next: at + 1 };
    if (kind !== tens) return null;
    const more = kindAt(at + 1) === unit && valueAt(at + 1) > 0;
    return { value: valueAt(at) + (more ? valueAt(at + 1) : 0), next: at + (more ? 2 : 1) };
  };
  const belowThousand = (at: number): { value: number; next: number } | null => {
    const head = belowHundred(at);
    if (!head || kindAt(head.next) !== hundred) return head;
    let next = head.next + 1;
    const joined = next < words.count && words.ids[next] === vocabulary.special.and ? next + 1 : next;
    const rest = belowHundred(joined);
    if (rest) next = rest.next;
    return { value: head.value * 100 + (rest?.value ?? 0), next };
  };
  const head = belowThousand(start)!;
  if (kindAt(head.next) !== thousand) return head;
  const rest = belowThousand(head.next + 1);
  return { value: head.value * 1000 + (rest?.value ?? 0), next: rest?.next ?? head.next + 1 };
}
