// What a language model answered, taken at no word: every quote is looked for in the contact, and a mark whose quote isn't there, or that
// should have one and hasn't, is unsure.
import type { Turn } from '../../standards/encounter.core.ts';
import type { Evidence, Standard, Verdict } from '../../standards/standard.core.ts';
import type { Question } from './question.core.ts';

/** What is kept of its answer to one standard. */
export interface ModelVerdict {
  readonly standard: string;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  /** Why it is unsure, where we made it so; never the model's own words. */
  readonly why: string | null;
}

export interface CheckedAnswer {
  readonly verdicts: readonly ModelVerdict[];
  /** The contact speaks to whoever marks, as we saw it or as the model says. */
  readonly instructed: boolean;
}

const verdicts: readonly unknown[] = ['met', 'failed', 'not-applicable', 'unsure'];
const mostQuotes = 4;
const mostQuoted = 600;

export const doubts = {
  unreadable: 'its answer could not be read',
  notAnswered: 'it gave no verdict',
  twice: 'it gave two verdicts',
  notThere: 'it quotes words that are not in the contact',
  noQuote: 'it quotes nothing',
  instructed: 'words in the contact speak to whoever marks',
} as const;

/**
 * The verdicts of an answer, one for each standard asked.
 * @returns null where the text is no answer at all; ask again, then keep `unreadable`
 */
export function checkAnswer(
  text: string,
  standards: readonly Standard[],
  turns: readonly Turn[],
  { instructing, formInstructs = false }: Pick<Question, 'instructing'> & Partial<Pick<Question, 'formInstructs'>>,
): CheckedAnswer | null {
  const answer = jsonIn(text);
  const given = listAt(answer, 'marks');
  if (!given) return null;
  // One that was left out is numbered too: a model that lists it says nothing new.
  const noticed = (listAt(answer, 'instructing') ?? []).some(
    (turn) => typeof turn === 'number' && turn in turns && !instructing.includes(turn),
  );
  return {
    instructed: noticed || instructing.length > 0 || formInstructs,
    verdicts: standards.map((standard) => {
      const own = given.filter((one) => at(one, 'standard') === standard.id);
      // What moved the model may have moved all of it.
      if (noticed) return unsure(standard, doubts.instructed);
      if (own.length === 0) return unsure(standard, doubts.notAnswered);
      if (new Set(own.map((one) => at(one, 'verdict'))).size > 1) return unsure(standard, doubts.twice);
      return checked(standard, own[0], turns, instructing);
    }),
  };
}

/** Every standard unsure for one reason. */
export function allUnsure(standards: readonly Standard[], why: string): ModelVerdict[] {
  return standards.map((one) => unsure(one, why));
}

function checked(
  standard: Standard,
  mark: unknown,
  turns: readonly Turn[],
  instructing: readonly number[],
): ModelVerdict {
  const verdict = at(mark, 'verdict');
  if (!verdicts.includes(verdict)) return unsure(standard, doubts.unreadable);
  const quotes = (listAt(mark, 'quotes') ?? []).slice(0, mostQuotes);
  const evidence: Evidence[] = [];
  for (const quote of quotes) {
    const found = placeOf(quote, turns, instructing);
    if (!found) return unsure(standard, doubts.notThere);
    evidence.push(found);
  }
  const mustQuote = standard.kind === 'atrocity' ? verdict === 'failed' : verdict === 'met';
  if (mustQuote && evidence.length === 0) return unsure(standard, doubts.noQuote);
  return { standard: standard.id, verdict: verdict as Verdict, evidence, why: null };
}

function unsure({ id }: Standard, why: string): ModelVerdict {
  return { standard: id, verdict: 'unsure', evidence: [], why };
}

// Case, quotation marks and runs of spaces may differ from the text; words may not. A model that miscounts turns is let off where the
// words stand in one turn alone.
function placeOf(quote: unknown, turns: readonly Turn[], instructing: readonly number[]): Evidence | null {
  const words = at(quote, 'words');
  const said = at(quote, 'turn');
  if (typeof words !== 'string' || words.length > mostQuoted) return null;
  const wanted = folded(words)
    .text.trim()
    .replaceAll(/^["']+|["'.…]+$/g, '');
  if (wanted.length < 2) return null;
  const inTurn = (turn: number): Evidence | null => {
    const spoken = turns[turn];
    if (!spoken || instructing.includes(turn)) return null;
    const { text, offsets } = folded(spoken.text);
    const found = wholeWords(text, wanted);
    if (found < 0) return null;
    const last = found + wanted.length - 1;
    return {
      turn,
      from: offsets[found]!,
      to: offsets[last]! + 1,
      ...(spoken.start === undefined ? {} : { at: spoken.start }),
    };
  };
  const where = typeof said === 'number' ? inTurn(said) : null;
  if (where) return where;
  const elsewhere = turns.flatMap((_, turn) => inTurn(turn) ?? []);
  return elsewhere.length === 1 ? elsewhere[0]! : null;
}

// Not amid a word: "no" is not quoted from "nothing".
function wholeWords(text: string, wanted: string): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const before = text[from - 1];
    const after = text[from + wanted.length];
    if (
      !(before && letter.test(before) && letter.test(wanted[0]!)) &&
      !(after && letter.test(after) && letter.test(wanted.at(-1)!))
    )
      return from;
  }
  return -1;
}

/** A text as it is compared, and for each of its UTF-16 units where that stands in the text. */
function folded(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  let out = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const plain = /\s/.test(unit) ? ' ' : (quotes[unit] ?? lower(unit));
    if (plain === ' ' && out.endsWith(' ')) continue;
    out += plain;
    offsets.push(at);
  }
  return { text: out, offsets };
}

const quotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-' };

// A few letters get longer in lower case; they stay as they are, so that places still count.
function lower(unit: string): string {
  const small = unit.toLowerCase();
  return small.length === 1 ? small : unit;
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] | null {
  const list = at(value, name);
  return Array.isArray(list) ? list : null;
}

// Some models put a fence or a sentence around it.
function jsonIn(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to <= from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}
