// A form made from standards: for each that a form's answer can decide, a question in the words that its own examples ask, and
// what a yes means. What the form asks is what the engine reads, since both come from the same example.
import { compilePacks, noWords } from './engine/compile-packs.ts';
import { markEncounter } from './engine/mark-encounter.ts';
import type { Channel } from './encounter.core.ts';
import { only } from './kept-standards.ts';
import type { Pack, StandardEntry } from './pack.core.ts';
import type { Verdict } from './standard.core.ts';
import { titleOf } from './title.core.ts';

export interface FormQuestion {
  readonly standard: string;
  readonly kind: 'standard' | 'atrocity';
  readonly title: string;
  readonly says: string;
  readonly question: string;
  /** What answering yes, and no, comes to. */
  readonly yes: Verdict;
  readonly no: Verdict;
}

/** Which standards a question in any words decides, by the same cues as marks are made, and what a yes comes to. */
export type ReadsQuestion = (question: string) => readonly { readonly standard: string; readonly yes: Verdict }[];

/**
 * Reads questions that others asked. A standard is told only where yes or no comes to met, and the other to missed.
 * @param standards those that may be told: of the form's questions
 */
export function readsQuestions(packs: readonly Pack[], channel: Channel, standards: readonly string[]): ReadsQuestion {
  if (standards.length === 0) return () => [];
  const compiled = compilePacks([...only(packs, standards)], noWords);
  const markedBy = (question: string, answer: string): ReadonlyMap<string, Verdict> =>
    new Map(
      markEncounter(compiled, {
        channel,
        language: packs[0]?.language ?? 'en',
        timing: 'none',
        turns: [],
        answers: [{ question, answer }],
        repCertainty: 1,
      }).marks.map((mark) => [mark.standard, mark.verdict]),
    );
  return (question) => {
    const [yes, no] = [markedBy(question, 'yes'), markedBy(question, 'no')];
    return standards.flatMap((standard) => {
      const both = [yes.get(standard), no.get(standard)];
      return both.includes('met') && both.includes('failed') ? [{ standard, yes: both[0]! }] : [];
    });
  };
}

/** The questions of one channel's form, in the order of the packs. A standard with none that yes or no decides is left out. */
export function formQuestions(packs: readonly Pack[], channel: Channel): FormQuestion[] {
  const ids = packs.flatMap((pack) => pack.standards.filter((one) => mayAsk(one, channel)).map((one) => one.id));
  if (ids.length === 0) return [];
  const asking = only(packs, ids);
  const compiled = compilePacks([...asking], noWords);
  const asked = new Set<string>();
  return asking.flatMap((pack) =>
    pack.standards.flatMap((entry): FormQuestion[] => {
      for (const question of questionsOf(entry)) {
        if (asked.has(question)) continue;
        const verdictOf = (answer: string): Verdict =>
          markEncounter(compiled, {
            channel,
            language: pack.language,
            timing: 'none',
            turns: [],
            answers: [{ question, answer }],
            repCertainty: 1,
          }).marks.find((mark) => mark.standard === entry.id)?.verdict ?? 'not-applicable';
        const [yes, no] = [verdictOf('yes'), verdictOf('no')];
        if (![yes, no].includes('met') || ![yes, no].includes('failed')) continue;
        asked.add(question);
        const { id, kind, says } = entry;
        return [{ standard: id, kind, title: titleOf(entry), says, question, yes, no }];
      }
      return [];
    }),
  );
}

/** Few standards ask by a form; to make all the others ready takes seconds. */
function mayAsk(entry: StandardEntry, channel: Channel): boolean {
  return (entry.channels.length === 0 || entry.channels.includes(channel)) && questionsOf(entry).length > 0;
}

/** The words of its examples' questions, those that read as a question to a person first: others are names of columns. */
function questionsOf(entry: StandardEntry): string[] {
  const ordered = entry.examples.toSorted((a, b) => rank(a.expected) - rank(b.expected));
  const asked = ordered
    .filter((one) => one.answers.length === 1)
    .flatMap((one) => one.answers.filter(({ answer }) => /^(yes|no)$/i.test(answer)))
    .map(({ question }) => question);
  return [...new Set(asked)].toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
}

const rank = (expected: Verdict): number => (expected === 'met' ? 0 : expected === 'failed' ? 1 : 2);

function isAsked(question: string): boolean {
  return /^(?:are|can|could|did|do|does|had|has|have|is|was|were|will|would)\s/i.test(question);
}
