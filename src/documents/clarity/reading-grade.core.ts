// How hard a text is to read, as the school grade that would follow it; and its sentences. A rough measure of English alone:
// it counts lengths and knows nothing of what is said.

export interface Reading {
  /** Flesch-Kincaid grade, to one place; not below 0. */
  readonly grade: number;
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Where a sentence stands in its text. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const word = /\p{L}[\p{L}\p{M}'’]*/gu;
/** After these a full stop ends no sentence. */
const shortened = /(?:^|[^\p{L}])(?:mr|mrs|ms|dr|st|no|vs|e\.g|i\.e|approx|incl|max|min|[A-Z])$/iu;

/**
 * Flesch-Kincaid grade: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers, Chissom: Derivation of
 * new readability formulas for Navy enlisted personnel, 1975). Null of a text without a word.
 */
export function readingGrade(text: string): Reading | null {
  const words = wordsIn(text);
  if (words.length === 0) return null;
  const sentences = sentencesOf(text).filter((one) => wordsIn(one.text).length > 0).length;
  const syllables = words.reduce((sum, one) => sum + syllablesIn(one), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return { grade: Math.max(0, Math.round(grade * 10) / 10), words: words.length, sentences, syllables };
}

export function wordsIn(text: string): string[] {
  return text.match(word) ?? [];
}

/** Sentences end with . ! ? or a line break; a list's lines are sentences of their own. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const own = raw.trim();
    if (own !== '') found.push({ from: from + lead, to: from + lead + own.length, text: own });
    from = to;
  };
  for (const { 0: mark, index } of text.matchAll(/[.!?]+(?=[\s)"'”’\]]|$)|\n+/gu)) {
    if (mark === '.' && shortened.test(text.slice(Math.max(from, index - 8), index))) continue;
    close(index + mark.length);
  }
  close(text.length);
  return found;
}

/**
 * Syllables by vowels: each run of a, e, i, o, u, y is one; a silent e at the end is none (but "le" after a consonant is), nor is
 * the e of "ed" unless after t or d, nor that of "es" unless after a hiss. At least one.
 */
export function syllablesIn(text: string): number {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  const spoken = letters
    .replace(/([^aeiouytd])ed$/, '$1d')
    .replace(/(ss|sh|ch|x|z|[cgs])es$/, '$1is')
    .replace(/([^aeiouy])es$/, '$1s')
    .replace(/([aeiouy][^aeiouyl]+|[aeiouy]l+|[^aeiouy][^aeiouyl])e$/, '$1');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
