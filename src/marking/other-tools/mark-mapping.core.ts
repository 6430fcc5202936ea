// Marks that people made in another tool: what the columns of its export are, which standard each of its questions speaks of, and
// what each of its answers says. Guessed, then said by a person. One column a question (wide), or one row a question (long).
import { sha256 } from '../../kernel/digest.ts';
import type { StandardKind, Verdict } from '../../standards/standard.core.ts';
import { alike, pointsOf, wordsOf } from '../../standards/question-words.core.ts';
import { verdictOf } from '../past-mark.core.ts';

/** `asked`: the column's header is a question and its cells are answers. `question` and `answer`: cells name them. */
export const markColumnKinds = ['ignore', 'contact', 'marker', 'day', 'chance', 'question', 'answer', 'asked'] as const;
export type MarkColumnKind = (typeof markColumnKinds)[number];

export interface MarkColumn {
  readonly column: string;
  readonly to: MarkColumnKind;
}

export interface AskedQuestion {
  /** As the export writes it. */
  readonly asks: string;
  /** null: it is left out. */
  readonly standard: string | null;
  /** Whether yes says that it was kept; false for "Were they interrupted?". */
  readonly yesIsKept: boolean;
  /** Where answers are points: the fewest that count as yes. */
  readonly least?: number | undefined;
}

/** `leave`: such a row is no mark. */
export const answerMeanings = ['yes', 'no', 'met', 'failed', 'not-applicable', 'unsure', 'leave'] as const;
export type AnswerMeaning = (typeof answerMeanings)[number];

export interface SaidAnswer {
  readonly said: string;
  /** null: nobody said yet what it means. */
  readonly means: AnswerMeaning | null;
}

export interface MarkMapping {
  readonly columns: readonly MarkColumn[];
  readonly questions: readonly AskedQuestion[];
  readonly answers: readonly SaidAnswer[];
}

export interface MarkSample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface StandardAsked {
  readonly id: string;
  readonly kind: StandardKind;
  readonly title: string;
  readonly says: string;
}

const usual: readonly (readonly [MarkColumnKind, RegExp])[] = [
  [
    'contact',
    /^(?:(?:contact|call|interaction|conversation|recording|ticket|chat|session|segment|file|media|visit) ?(?:id|no|nr|number|ref|reference|key|name|#)?|id|ucid)$/,
  ],
  [
    'marker',
    /^(?:evaluator|reviewer|rater|scorer|assessor|auditor|marker|qa|qa analyst|analyst|(?:evaluated|reviewed|scored|graded|marked) by)(?: (?:id|name))?$/,
  ],
  [
    'day',
    /^(?:date|day|on|(?:eval|evaluation|review|scored?|graded|marked|completed|evaluated|reviewed)(?: (?:on|at|date|time))+|timestamp)$/,
  ],
  ['chance', /^(?:probability|chance|drawn|sampling (?:probability|rate|fraction))$/],
  [
    'question',
    /^(?:question|criterion|criteria|item|standard|attribute|parameter|behaviou?r|skill|line item|(?:question|criterion|item|standard) ?(?:text|name|id|title))$/,
  ],
  [
    'answer',
    /^(?:answer|score|result|mark|rating|verdict|value|response|points|grade|(?:answer|score|result) ?(?:text|value|given))$/,
  ],
  [
    'ignore',
    /\b(?:agent|employee|rep|associate|team|site|location|total|overall|comments?|notes?|feedback|duration|form|template|version|weight|max|possible|percent(?:age)?)\b|\b(?:id|uuid|guid)$/,
  ],
];
/** "Did the agent ask why?" asks, whatever one word of it might mean. */
const asking = /\?|^(?:did|does|do|was|were|is|are|has|have|had)\b/i;

const likely = 0.6;
const lead = 0.15;
/** Half of the answers can be read: the others are what a person is asked about. */
const mostlyRead = 0.5;
export const mostQuestions = 200;
export const mostAnswers = 100;

/** By which the same export is known again: its headers, whatever their case and marks. */
export function headOf(headers: readonly string[]): string {
  return sha256(headers.map((one) => wordsOf(one).join(' ')).join('\n')).slice(0, 32);
}

/** A guess of everything; what was said of the same columns, questions and answers before outranks it. */
export function guessMarkMapping(
  sample: MarkSample,
  standards: readonly StandardAsked[],
  said?: Partial<MarkMapping> | null,
): MarkMapping {
  const columns = sameColumns(said?.columns, sample) ?? guessColumns(sample);
  return {
    columns,
    questions: questionsIn(columns, sample).map(
      (asks) => find(said?.questions, (one) => same(one.asks, asks)) ?? guessQuestion(asks, columns, sample, standards),
    ),
    answers: answersIn(columns, sample).map((one) => ({
      said: one,
      means: find(said?.answers, (other) => same(other.said, one))?.means ?? meaningOf(one),
    })),
  };
}

function sameColumns(said: readonly MarkColumn[] | undefined, { headers }: MarkSample): MarkColumn[] | null {
  if (said?.length !== headers.length) return null;
  return headers.map((column, at) => ({ column, to: said[at]!.to }));
}

function guessColumns({ headers, rows }: MarkSample): MarkColumn[] {
  const taken = new Set<MarkColumnKind>();
  const guessed = headers.map((column): MarkColumn => {
    const words = wordsOf(column).join(' ');
    const to = usual.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
    if (to === null || to === 'ignore')
      return { column, to: to === null || asking.test(column.trim()) ? 'asked' : 'ignore' };
    if (taken.has(to)) return { column, to: 'ignore' };
    taken.add(to);
    return { column, to };
  });
  const long = taken.has('question') && taken.has('answer');
  return guessed.map(({ column, to }, at) => {
    if (long) return { column, to: to === 'asked' ? 'ignore' : to };
    const values = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
    const answered = values.filter((value) => meaningOf(value) !== null || pointsOf(value) !== null).length;
    const isAsked = values.length > 0 && (answered / values.length >= mostlyRead || column.includes('?'));
    if (to === 'question' || to === 'answer' || to === 'asked') return { column, to: isAsked ? 'asked' : 'ignore' };
    return { column, to };
  });
}

/** The questions that the table holds, in its order, each once. */
function questionsIn(columns: readonly MarkColumn[], { rows }: MarkSample): string[] {
  const at = columns.findIndex((one) => one.to === 'question');
  const all =
    at >= 0 ? rows.map((row) => row[at] ?? '') : columns.filter((one) => one.to === 'asked').map((one) => one.column);
  return distinct(all, mostQuestions);
}

/** Answers that are no points and need a meaning, each once. */
function answersIn(columns: readonly MarkColumn[], { rows }: MarkSample): string[] {
  const wide = !columns.some((one) => one.to === 'question');
  const places = columns.flatMap((one, at) => (one.to === (wide ? 'asked' : 'answer') ? [at] : []));
  const all = rows.flatMap((row) => places.map((at) => row[at] ?? ''));
  const points = (text: string): boolean => pointsOf(text) !== null && !/^[01]$/.test(text.trim());
  return distinct(
    all.filter((one) => !points(one)),
    mostAnswers,
  );
}

function guessQuestion(
  asks: string,
  columns: readonly MarkColumn[],
  sample: MarkSample,
  standards: readonly StandardAsked[],
): AskedQuestion {
  const exact = standards.find((one) => same(one.id, asks) || same(one.title, asks));
  const [first, second] = standards
    .map((one) => ({ one, like: alike(asks, [one.title, one.says]) }))
    .toSorted((a, b) => b.like - a.like);
  const clear = first && first.like >= likely && first.like - (second?.like ?? 0) >= lead ? first.one : undefined;
  const standard = exact ?? clear;
  const most = Math.max(0, ...answersTo(asks, columns, sample).map((one) => pointsOf(one) ?? 0));
  return {
    asks,
    standard: standard?.id ?? null,
    yesIsKept: standard?.kind !== 'atrocity',
    ...(most > 1 ? { least: Math.ceil(most * 0.8) } : {}),
  };
}

function answersTo(asks: string, columns: readonly MarkColumn[], { rows }: MarkSample): string[] {
  const question = columns.findIndex((one) => one.to === 'question');
  const answer = columns.findIndex((one) => one.to === 'answer');
  if (question >= 0) return rows.filter((row) => same(row[question] ?? '', asks)).map((row) => row[answer] ?? '');
  const at = columns.findIndex((one) => one.to === 'asked' && same(one.column, asks));
  return rows.map((row) => row[at] ?? '');
}

/** What an answer says by itself; null where nobody can tell. */
function meaningOf(said: string): AnswerMeaning | null {
  const text = said.trim().toLowerCase();
  if (/^(?:yes|y|true|1|x|✓|✔|oui|ja|s[ií])$/.test(text)) return 'yes';
  if (/^(?:no|n|false|0|✗|✘|non|nein)$/.test(text)) return 'no';
  if (/^(?:-+|none|not (?:asked|observed)|did not apply|skipped|x\/x)$/.test(text)) return 'not-applicable';
  return verdictOf(text);
}

/** What is missing before marks can be read; null where nothing is. */
export function missingIn({ columns, questions }: MarkMapping): string | null {
  const has = (to: MarkColumnKind): boolean => columns.some((one) => one.to === to);
  if (!has('contact')) return 'Say which column names the contact: its id here, or the name of its file.';
  if (has('question') !== has('answer')) return 'A column of questions needs one of answers, and the other way round.';
  if (has('question') && has('asked')) return 'Questions stand in columns or in rows: take one of the two.';
  const standards = questions.flatMap((one) => one.standard ?? []);
  if (standards.length === 0) return 'Say of at least one question which standard it speaks of.';
  return new Set(standards).size === standards.length
    ? null
    : 'Two questions speak of one standard: leave one of them out.';
}

/** The verdict that an answer to a question says; `leave` for what is no mark, null where nobody said what it means. */
export function verdictIn(
  { answers }: Pick<MarkMapping, 'answers'>,
  { yesIsKept, least }: AskedQuestion,
  said: string,
): Verdict | 'leave' | null {
  if (said.trim() === '') return 'leave';
  const points = pointsOf(said);
  if (least !== undefined && points !== null) return points >= least === yesIsKept ? 'met' : 'failed';
  const means = find(answers, (one) => same(one.said, said))?.means ?? meaningOf(said);
  if (means === 'yes' || means === 'no') return (means === 'yes') === yesIsKept ? 'met' : 'failed';
  return means;
}

/** Whether two cells say the same, whatever their case and the space around them. */
export function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function find<T>(all: readonly T[] | undefined, is: (one: T) => boolean): T | undefined {
  return all?.find(is);
}

function distinct(all: readonly string[], most: number): string[] {
  const found = new Map<string, string>();
  for (const one of all) {
    const text = one.trim();
    if (text !== '' && !found.has(text.toLowerCase())) found.set(text.toLowerCase(), text);
    if (found.size >= most) break;
  }
  return [...found.values()];
}
