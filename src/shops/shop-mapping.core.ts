// What the columns of a table of past mystery shops are, guessed and then said by a person: when, where, who, and which standard a
// column's answers speak of. Pure; the words of the table are only looked at.
import type { FormQuestion } from '../standards/form-questions.ts';
import { alike as similarTo, pointsOf, wordsOf } from '../standards/question-words.core.ts';
import type { ReadsQuestion } from '../standards/reads-questions.ts';

export const columnKinds = ['ignore', 'id', 'time', 'site', 'rep', 'note', 'standard'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface ColumnMapping {
  /** The header as it stands; the next file's column of this name is taken for the same. */
  readonly column: string;
  readonly to: ColumnKind;
  /** Of which standard it speaks, where it speaks of one. */
  readonly standard?: string | undefined;
  /** Whether "yes" says that it was kept; false for "Were you kept waiting?". */
  readonly yesIsKept?: boolean | undefined;
  /** Where answers are points: the fewest that count as kept. */
  readonly least?: number | undefined;
}

export type ShopMapping = readonly ColumnMapping[];

/** As much of a table as guessing needs. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a header in other words than ours usually is. */
const usual: readonly (readonly [ColumnKind, RegExp])[] = [
  ['id', /^(?:(?:shop|visit|evaluation|report|survey|call|mystery shop) ?(?:id|no|nr|number|ref|#)|id|ref|reference)$/],
  ['time', /\b(?:date|day|when|time of (?:visit|call|shop)|started|visited on|called on)\b/],
  ['site', /\b(?:site|store|location|branch|facility|office|property|shop name|unit name|where)\b/],
  ['rep', /\b(?:rep|employee|associate|agent|staff|served by|who served|helped by|manager on duty)\b/],
  ['note', /\b(?:comments?|notes?|remarks?|narrative|observations?|explain|why|describe|anything else)\b/],
  ['ignore', /\b(?:score|total|overall|grade|percent|points possible|shopper|surveyor|phone|e-?mail|address)\b/],
];

/** Less in common than this is chance. */
const alike = 0.6;
/** A guess is made only where it is likelier by this much than any other. */
const lead = 0.2;
/** A column in which this many of the answers can be read as yes, no or points is a question. */
const mostlyRead = 0.7;

/**
 * A guess of every column; none where it isn't clear which standard is spoken of. What an earlier file's columns of the same name
 * were said to be outranks it.
 * @param reads which standards the engine itself takes a question for: what it tells is never overruled by likeness of words
 * @param known columns of an earlier mapping
 */
export function guessMapping(
  { headers, rows }: Sample,
  questions: readonly FormQuestion[],
  reads: ReadsQuestion,
  known: ShopMapping = [],
): ColumnMapping[] {
  const earlier = new Map(known.map((one) => [wordsOf(one.column).join(' '), one]));
  const taken = new Set<string>();
  const guessed = headers.map((column, at): ColumnMapping => {
    const said = earlier.get(wordsOf(column).join(' '));
    if (said) {
      if (said.standard !== undefined) taken.add(said.standard);
      return { ...said, column };
    }
    const values = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
    const kind = usual.find(([, pattern]) => pattern.test(wordsOf(column).join(' ')))?.[0];
    const asks = /\?\s*$/.test(column) || (values.length > 0 && share(values, isAnswer) >= mostlyRead);
    if (kind !== undefined && !(asks && kind !== 'time' && kind !== 'id')) return { column, to: kind };
    return { column, to: asks ? 'standard' : 'ignore' };
  });
  // The surest pairs first, each standard once.
  const pairs = guessed
    .flatMap(({ to, standard, column }, at) =>
      to === 'standard' && standard === undefined
        ? clearest(column, questions, reads).map((one) => ({ at, ...one }))
        : [],
    )
    .toSorted((a, b) => b.sure - a.sure || a.at - b.at);
  const matched = new Map<number, Guess>();
  for (const { at, ...guess } of pairs) {
    const { question } = guess;
    if (taken.has(question.standard)) continue;
    matched.set(at, guess);
    taken.add(question.standard);
  }
  const once = new Set<ColumnKind>();
  return guessed.map((one, at) => {
    if (one.to !== 'standard') {
      // Of two dates the first is when; of two places the first is where.
      const single = one.to === 'id' || one.to === 'time' || one.to === 'site' || one.to === 'rep';
      if (!single) return one;
      if (once.has(one.to)) return { column: one.column, to: 'ignore' };
      once.add(one.to);
      return one;
    }
    if (one.standard !== undefined) return one;
    const guess = matched.get(at);
    if (!guess) return { column: one.column, to: 'ignore' };
    return {
      column: one.column,
      to: 'standard',
      standard: guess.question.standard,
      yesIsKept: guess.yesIsKept,
      ...leastOf(rows, at),
    };
  });
}

/** Columns that ask something and are left out, by their names: what a person may have taken for used. */
export function unusedIn(mapping: ShopMapping, { rows }: Sample): string[] {
  return mapping.flatMap(({ column, to }, at) => {
    if (to !== 'ignore') return [];
    const words = wordsOf(column).join(' ');
    const values = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
    const answered = values.length > 0 && share(values, isAnswer) >= mostlyRead;
    const isOther = usual.some(([, pattern]) => pattern.test(words));
    return /\?\s*$/.test(column) || (answered && !isOther) ? [column] : [];
  });
}

interface Guess {
  readonly question: FormQuestion;
  readonly yesIsKept: boolean;
  /** To be held against other guesses only. */
  readonly sure: number;
}

/** The one standard that a column speaks of, where one is clearly likelier than the next; else none. */
function clearest(column: string, questions: readonly FormQuestion[], reads: ReadsQuestion): Guess[] {
  const read = new Map(reads(column).map(({ standard, yes: verdict }) => [standard, verdict]));
  const among = read.size > 0 ? questions.filter(({ standard }) => read.has(standard)) : questions;
  const [first, second] = among
    .map((question) => ({ question, like: similarTo(column, [question.title, question.question]) }))
    .toSorted((a, b) => b.like - a.like);
  if (!first || (second && first.like - second.like < lead)) return [];
  if (read.size === 0 && first.like < alike) return [];
  const { question, like } = first;
  const yesIsKept = read.size > 0 ? read.get(question.standard) === 'met' : question.kind === 'standard';
  return [{ question, yesIsKept, sure: read.size > 0 ? 1 + like : like }];
}

/** The mapping as it was said; where a column of points came to speak of a standard, with how many are enough, to be corrected. */
export function withPoints(mapping: ShopMapping, { rows }: Sample): ColumnMapping[] {
  return mapping.map((one, at) =>
    one.to === 'standard' && one.least === undefined ? { ...one, ...leastOf(rows, at) } : one,
  );
}

/** Four fifths of the most points that were given; nothing for answers that are no points. */
function leastOf(rows: Sample['rows'], at: number): { least?: number } {
  const most = Math.max(0, ...rows.map((row) => pointsOf(row[at] ?? '') ?? 0));
  return most > 1 ? { least: Math.ceil(most * 0.8) } : {};
}

/** Are the columns enough to keep a shop by? A sentence that says what is missing; null where nothing is. */
export function missingIn(mapping: ShopMapping): string | null {
  const has = (to: ColumnKind): boolean => mapping.some((one) => one.to === to);
  if (!has('time')) return 'Say which column holds the day.';
  if (!has('site')) return 'Say which column holds the site.';
  if (!mapping.some((one) => one.to === 'standard' && one.standard !== undefined))
    return 'Say of at least one column which standard its answers speak of.';
  const standards = mapping.flatMap((one) =>
    one.to === 'standard' && one.standard !== undefined ? [one.standard] : [],
  );
  return new Set(standards).size === standards.length ? null : 'Two columns speak of one standard: choose one of them.';
}

/** What an answer says: kept, missed, did not apply; null where it can't be read. An empty cell did not apply. */
export function readAnswer(value: string, { yesIsKept = true, least }: ColumnMapping): boolean | 'none' | null {
  const text = value.trim().toLowerCase();
  if (/^(?:|-+|n\/?a|na|none|not (?:applicable|asked|observed)|does ?n[o']t apply|did not apply|x\/?x)$/.test(text))
    return 'none';
  const points = pointsOf(text);
  if (points !== null && least !== undefined) return points >= least === yesIsKept;
  if (yes.test(text)) return yesIsKept;
  if (no.test(text)) return !yesIsKept;
  return null;
}

const yes = /^(?:yes|y|true|1|x|✓|✔|met|pass(?:ed)?|done|kept|oui|ja|s[ií])$/;
const no = /^(?:no|n|false|0|✗|✘|not met|fail(?:ed)?|missed|non|nein)$/;

function isAnswer(value: string): boolean {
  return readAnswer(value, { column: '', to: 'standard', least: 1 }) !== null;
}

function share(values: readonly string[], is: (value: string) => boolean): number {
  return values.filter((value) => is(value)).length / values.length;
}
