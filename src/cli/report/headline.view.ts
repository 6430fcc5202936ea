// The one sentence and the one quote that a report opens with: what to fix first, shown by somebody's own words.
import { evidenceQuote } from './quote.view.ts';
import type { Pattern, ReportSummary, ShownContact, ShownFailure, StandardRow } from '../../diagnosis/report.shape.ts';
import { counted, inSentence, inWords, missedRate, worstStandards } from './wording.view.ts';

export interface Headline {
  readonly sentence: string;
  readonly standard: StandardRow | null;
  readonly pattern: Pattern | null;
  /** The failure whose words are quoted, its contact, and the words. */
  readonly example: { readonly failure: ShownFailure; readonly contact: ShownContact; readonly quote: string } | null;
}

/** What stands first. With patterns it is the first of them; without, the standard that fails worst; with no failure, a calm word. */
export function headline(summary: ReportSummary): Headline {
  const pattern = summary.patterns[0] ?? null;
  const byId = new Map(summary.standards.map((row) => [row.id, row]));
  const standard = (pattern && byId.get(pattern.standard)) ?? worstStandards(summary.standards)[0] ?? null;
  if (summary.counts.contacts === 0)
    return { sentence: 'No contact has been read yet.', standard: null, pattern: null, example: null };
  if (standard === null) {
    return { sentence: 'Nothing that could be judged was missed.', standard: null, pattern: null, example: null };
  }
  return { sentence: sentenceOf(standard), standard, pattern, example: exampleOf(summary, standard, pattern) };
}

function sentenceOf(standard: StandardRow): string {
  const rate = missedRate(standard);
  const often = rate === null ? counted(standard.failed, 'time') : inWords(rate);
  const happened = standard.kind === 'atrocity' ? 'Happened' : 'Missed';
  return `${happened} ${often}: ${inSentence(standard.says)}.`;
}

function exampleOf(summary: ReportSummary, standard: StandardRow, pattern: Pattern | null): Headline['example'] {
  const contacts = new Map(summary.contacts.map((contact) => [contact.id, contact]));
  const failures = summary.failures.filter((failure) => failure.standard === standard.id);
  const chosen = summary.failures.find((failure) => failure.mark === pattern?.example);
  for (const failure of chosen ? [chosen, ...failures] : failures) {
    const contact = contacts.get(failure.contact);
    const quote = contact && evidenceQuote(failure, contact);
    if (contact && quote) return { failure, contact, quote };
  }
  return null;
}
