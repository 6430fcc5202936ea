// The one sentence and the one quote that a report opens with: what customers meet most that matters most, in somebody's
// own words.
import type { Pattern, ReportSummary, ShownContact, ShownFailure, StandardRow } from '../../diagnosis/report.shape.ts';
import { inert } from './inert.view.ts';
import { evidenceQuote, quotedInstead } from './quote.view.ts';
import { counted, inSentence, inWords, missedRate, shortly, tooFew } from './wording.view.ts';

export interface Headline {
  readonly sentence: string;
  readonly standard: StandardRow | null;
  /** What to fix about it, where a pattern was found. */
  readonly pattern: Pattern | null;
  /** The failure whose words are quoted, its contact, and the words. */
  readonly example: Example | null;
}

interface Example {
  readonly failure: ShownFailure;
  readonly contact: ShownContact;
  readonly quote: string;
}

/**
 * What stands first: the standard with most failures times weight. One of the customary few goes before another, and one that
 * is shown by what was said before one that is shown by what was not; both only where it is close.
 */
export function headline(summary: ReportSummary): Headline {
  const nothing = { standard: null, pattern: null, example: null };
  if (summary.counts.contacts === 0) return { ...nothing, sentence: 'No contact has been read yet.' };
  const contacts = new Map(summary.contacts.map((contact) => [contact.id, contact]));
  let best: (Headline & { worth: number }) | null = null;
  for (const standard of summary.standards.filter((row) => row.failed > 0)) {
    const pattern = summary.patterns.find((one) => one.standard === standard.id) ?? null;
    const example = exampleOf(summary, standard, pattern, contacts);
    const said = example !== null && !quotedInstead(example.failure);
    const worth =
      standard.failed * standard.weight * (said ? 1.3 : 1) * (standard.few ? 1.5 : 1) * (tooFew(standard) ? 0.1 : 1);
    if (best === null || worth > best.worth)
      best = { sentence: sentenceOf(standard), standard, pattern, example, worth };
  }
  return best ?? { ...nothing, sentence: 'Nothing that could be judged was missed.' };
}

function sentenceOf(standard: StandardRow): string {
  const rate = missedRate(standard);
  const often = rate === null || tooFew(standard) ? counted(standard.failed, 'time') : inWords(rate);
  if (standard.failing !== undefined) return `${capital(often)}, ${inSentence(inert(standard.failing))}.`;
  const happened = standard.kind === 'atrocity' ? 'Happened' : 'Missed';
  return `${happened} ${often}: ${inSentence(shortly(standard.says))}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function exampleOf(
  summary: ReportSummary,
  standard: StandardRow,
  pattern: Pattern | null,
  contacts: ReadonlyMap<string, ShownContact>,
): Example | null {
  const failures = summary.failures.filter((failure) => failure.standard === standard.id);
  const chosen = failures.find((failure) => failure.mark === pattern?.example);
  for (const failure of chosen ? [chosen, ...failures] : failures) {
    const contact = contacts.get(failure.contact);
    const quote = contact && evidenceQuote(failure, contact);
    if (contact && quote) return { failure, contact, quote };
  }
  return null;
}
