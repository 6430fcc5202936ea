// Words as people type them: "helllo", "pleeease", "recieve", "availible", "tommorow" are the words that were meant, where a
// phrase or a table knows them. No dictionary is at hand, so only slips are taken for slips that seldom make another word of
// English; see `isSlip`.
import type { Vocabulary } from './vocabulary.ts';

const mostKnown = 20_000;
/** Shorter words have too many neighbours that are words themselves. */
const shortest = 6;
const longestWord = 24;
/** A word drawn out ("sooooo") is looked at up to this length; the rest is no word. */
const longestStretched = 63;
/** From these lengths on a wrong or missing vowel, a consonant, a vowel of the first syllable seldom makes another word. */
const sureOfVowels = 7;
const sureOfConsonants = 9;
const sureOfAllVowels = 10;
/** Runs of one letter in a word that are tried with one and with two of it. */
const mostRuns = 4;

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const neighbours = new Map<string, string>();
for (const row of keyRows)
  for (let at = 0; at < row.length; at++) neighbours.set(row[at]!, (row[at - 1] ?? '') + (row[at + 1] ?? ''));

export class Misspellings {
  private readonly vocabulary: Vocabulary;
  /** What was worked out for words; forgotten when they are too many. */
  private readonly known = new Map<string, number>();
  /** Words by what is left of them without one of their letters. */
  private without: Map<string, number[]> | undefined;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The word meant by some small letters from a to z, or -1. The vocabulary must be closed. */
  meant(word: string): number {
    if (word.length > longestStretched) return -1;
    let id = this.known.get(word);
    if (id === undefined) {
      if (this.known.size === mostKnown) this.known.clear();
      this.known.set(word, (id = this.workOut(word)));
    }
    return id;
  }

  private workOut(word: string): number {
    const plain = this.shortened(word);
    if (plain >= 0) return plain;
    // "movin" where a phrase or a table knows "moving".
    const whole = word.length > 4 && word.endsWith('in') ? this.vocabulary.find(`${word}g`) : -1;
    if (whole >= 0) return whole;
    return word.length >= shortest && word.length <= longestWord ? this.slip(word) : -1;
  }

  // "helllo", "sooo": every run of three or more of a letter stands for one or two.
  private shortened(word: string): number {
    const runs = [...word.matchAll(/(.)\1{2,}/g)];
    if (runs.length === 0 || runs.length > mostRuns) return -1;
    for (let choice = 0; choice < 2 ** runs.length; choice++) {
      let run = 0;
      const id = this.vocabulary.find(
        word.replace(/(.)\1{2,}/g, (_, letter: string) => (((choice >> run++) & 1) === 0 ? letter : letter + letter)),
      );
      if (id >= 0) return id;
    }
    return -1;
  }

  private slip(word: string): number {
    const without = (this.without ??= this.lessOne());
    let found = -1;
    const consider = (id: number | undefined): boolean => {
      if (id === undefined || id < 0 || id === found) return true;
      const meant = this.vocabulary.texts[id]!;
      if (meant.length < shortest || meant[0] !== word[0] || !isSlip(word, meant)) return true;
      if (found >= 0) return false;
      found = id;
      return true;
    };
    // Two words it may stand for are none.
    for (const id of without.get(word) ?? []) if (!consider(id)) return -1;
    for (let at = 0; at < word.length; at++) {
      const less = word.slice(0, at) + word.slice(at + 1);
      if (!consider(this.vocabulary.find(less))) return -1;
      for (const id of without.get(less) ?? []) if (!consider(id)) return -1;
    }
    return found;
  }

  private lessOne(): Map<string, number[]> {
    const without = new Map<string, number[]>();
    for (const [id, text] of this.vocabulary.texts.entries()) {
      if (text.length < shortest || !/^[a-z]+$/.test(text) || this.vocabulary.find(text) !== id) continue;
      const once = new Set(Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)));
      for (const less of once) without.set(less, [...(without.get(less) ?? []), id]);
    }
    return without;
  }
}

/**
 * Is `written` a slip for `meant`, one letter apart? Two letters next to each other changed places, or one of a double letter is
 * missing or too many; in longer words, behind the first syllable's vowel, also a missing or added vowel or one of e, a and i for
 * another; in the longest a missing or added consonant or the key beside it. Never the first letter nor the last ("rates" is no
 * slip for "rate"). What these leave out are mostly words of their own: "filling" and "falling", "hoping" and "hopping".
 */
export function isSlip(written: string, meant: string): boolean {
  let at = 0;
  while (at < written.length && at < meant.length && written[at] === meant[at]) at++;
  const longer = Math.max(written.length, meant.length);
  if (at === 0 || at >= Math.min(written.length, meant.length)) return false;
  const same = (one: number, other: number): boolean => written.slice(one) === meant.slice(other);
  if (written.length === meant.length) {
    const here = written[at]!;
    const there = meant[at]!;
    if (here === meant[at + 1] && written[at + 1] === there && same(at + 2, at + 2)) return true;
    if (!same(at + 1, at + 1) || at === meant.length - 1) return false;
    if (!isVowel(here) || !isVowel(there)) return longer >= sureOfConsonants && neighbours.get(there)!.includes(here);
    const pair = here < there ? here + there : there + here;
    return (
      isLateVowel(meant, at) &&
      (pair === 'ae' || pair === 'ei' || (pair === 'ai' && (meant[at + 1] === 'b' || longer >= sureOfAllVowels)))
    );
  }
  const added = written.length > meant.length;
  if (added ? !same(at + 1, at) : !same(at, at + 1)) return false;
  const letter = added ? written[at]! : meant[at]!;
  const whole = added ? written : meant;
  if (at >= whole.length - 1) return false;
  if (whole[at - 1] === letter || whole[at + 1] === letter)
    return longer >= sureOfConsonants || !beforeEnding.test(whole);
  return isVowel(letter) ? isLateVowel(whole, at) : longer >= sureOfConsonants;
}

// A double letter before these makes another verb: "hopping", "planned".
const beforeEnding = /([a-z])\1(ing|ed|er)$/;

// Behind the first vowels of a long enough word, where the ear doesn't tell which vowel is written.
function isLateVowel(word: string, at: number): boolean {
  return word.length >= sureOfAllVowels || (word.length >= sureOfVowels && /[aeiouy][^aeiouy]/.test(word.slice(0, at)));
}
