// A form made from standards: for each that a form's answer can decide, a question in the words that its own examples ask, and
// what a yes means. What the form asks is what the engine reads, since both come from the same example.
import type { Channel } from './encounter.core.ts';
import type { Pack, StandardEntry } from './pack.core.ts';
import type { Verdict } from './standard.core.ts';
import { titleOf } from './title.core.ts';
import { yesAndNo } from './yes-and-no.ts';

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

/** The questions of one channel's form, in the order of the packs. A standard with none that yes or no decides is left out. */
export function formQuestions(packs: readonly Pack[], channel: Channel): FormQuestion[] {
  const ids = packs.flatMap((pack) => pack.standards.filter((one) => mayAsk(one, channel)).map((one) => one.id));
  if (ids.length === 0) return [];
  const verdicts = yesAndNo(packs, channel, ids);
  const [asking, asked] = [new Set(ids), new Set<string>()];
  return packs.flatMap((pack) =>
    pack.standards.flatMap((entry): FormQuestion[] => {
      if (!asking.has(entry.id)) return [];
      for (const question of questionsOf(entry, channel)) {
        if (asked.has(question)) continue;
        const { yes = 'not-applicable', no = 'not-applicable' } = verdicts(question, pack.language).get(entry.id) ?? {};
        if (![yes, no].includes('met') || ![yes, no].includes('failed')) continue;
        asked.add(question);
        const { id, kind, says } = entry;
        return [{ standard: id, kind, title: titleOf(entry), says, question, yes, no }];
      }
      return [];
    }),
  );
}

/** Some standards ask by a form; to make all the others ready takes seconds. */
function mayAsk(entry: StandardEntry, channel: Channel): boolean {
  return (entry.channels.length === 0 || entry.channels.includes(channel)) && questionsOf(entry, channel).length > 0;
}

/**
 * The words of its examples' questions, those that read as a question to a person first: others are names of columns. What is
 * asked of a complaint is asked of nothing else, and the other way round: its form is filled in by us, not by who was served.
 */
function questionsOf(entry: StandardEntry, channel: Channel): string[] {
  const ordered = entry.examples
    .filter((one) => (one.channel === 'complaint') === (channel === 'complaint'))
    .toSorted((a, b) => rank(a.expected) - rank(b.expected));
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
