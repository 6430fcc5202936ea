// What a procedure is searched by, and what somebody asked for, as the same plain words: small letters, no marks. A word asked
// for fits where a word begins with it; where nothing fits, one that is a letter away from it does.
import type { ProcedureVersion } from '../procedure.core.ts';

/** Words of a search that are looked for at most. */
const mostAsked = 8;
/** Words that say nothing of what is looked for. */
const idle = new Set(
  'a an and are at be by can do does for from how i if in is it me my of on or our the they this to up us we what when where who with you your'.split(
    ' ',
  ),
);
/** Shorter words have too many neighbours. */
const shortestNear = 5;

/** All that a procedure says, a space before each word. */
export function wordsOf({ title, task, trigger, steps }: ProcedureVersion): string {
  const all = [title, task, trigger, ...steps.flatMap(({ text, say, goesWrong }) => [text, say, goesWrong])];
  return plain(all.filter((one) => one !== undefined).join(' '));
}

/** What is asked for, without words that say nothing; those alone where there are no others. */
export function askedWords(text: string): string[] {
  const all = [...new Set(plain(text).trim().split(' '))].filter((one) => one !== '');
  const telling = all.filter((one) => !idle.has(one));
  return (telling.length > 0 ? telling : all).slice(0, mostAsked);
}

/** Whether each word that was asked for is in these words but for one letter: changed, left out, added or swapped. */
export function nearlyFits(words: string, asked: readonly string[]): boolean {
  const had = new Set(words.trim().split(' '));
  const near = (word: string): boolean => {
    for (const one of had)
      if (one.startsWith(word) || (word.length >= shortestNear && oneApart(word, one))) return true;
    return false;
  };
  return asked.length > 0 && asked.every(near);
}

/** Small letters and figures alone, accents taken off, a space before each word. */
function plain(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  return ` ${letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}

/** One letter changed, left out, added, or two neighbours swapped. */
function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const rest = one.slice(from);
  const otherRest = other.slice(from);
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}
