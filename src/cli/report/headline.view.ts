// The one sentence and the one quote that a report opens with: what customers meet most that matters most, in somebody's
// own words.
import { byClearness, clearness } from '../../diagnosis/clearest/clearness.core.ts';
import type { ShownContact, ShownFailure } from '../../diagnosis/shown-failure.shape.ts';
import type { Pattern, ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { counted } from '../../kernel/counts.ts';
import { inert } from './inert.view.ts';
import { evidenceQuote, quotedBy } from './quote.view.ts';
import { unjudged } from './unjudged.view.ts';
import { channelNames, inSentence, inWords, missedRate, shortly, tooFew } from './wording.view.ts';

interface Headline {
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
  readonly by: 'said' | 'exchange' | 'instead';
}

/**
 * What stands first: the standard with most failures times weight. One of the customary few goes before another, and one that
 * is shown by what was said before one that is shown by what was not; both only where it is close.
 */
export function headline(summary: ReportSummary): Headline {
  const nothing = { standard: null, pattern: null, example: null };
  if (summary.counts.contacts === 0) return { ...nothing, sentence: 'No contact has been read yet.' };
  const blocked = unjudged(summary);
  if (blocked !== null) return { ...nothing, sentence: blocked.sentence };
  const contacts = new Map(summary.contacts.map((contact) => [contact.id, contact]));
  let best: (Headline & { worth: number }) | null = null;
  for (const standard of summary.standards.filter((row) => row.failed > 0)) {
    const pattern = summary.patterns.find((one) => one.standard === standard.id) ?? null;
    const example = exampleOf(summary, standard, contacts);
    const said = example !== null && example.by !== 'instead';
    const worth =
      standard.failed * standard.weight * (said ? 1.3 : 1) * (standard.few ? 1.5 : 1) * (tooFew(standard) ? 0.1 : 1);
    if (best === null || worth > best.worth)
      best = { sentence: sentenceOf(summary, standard), standard, pattern, example, worth };
  }
  return best ?? { ...nothing, sentence: 'Nothing that could be judged was missed.' };
}

function sentenceOf(summary: ReportSummary, standard: StandardRow): string {
  const often = howOften(summary, standard);
  if (standard.failing !== undefined) return `${capital(often)}, ${inSentence(inert(standard.failing))}.`;
  const happened = standard.kind === 'atrocity' ? 'Happened' : 'Missed';
  return `${happened} ${often}: ${inSentence(shortly(standard.says))}.`;
}

/** Fewer judged contacts than this: the count itself is said. */
const fewForWords = 20;

/** How often, with its base wherever few or less than half of all contacts could be judged. */
function howOften(summary: ReportSummary, row: StandardRow): string {
  const judged = row.met + row.failed;
  const only = summary.counts.byChannel.length === 1 ? summary.counts.byChannel[0]?.id : undefined;
  const [one, many] = channelNames[only ?? ''] ?? ['contact', 'contacts'];
  const base = `${counted(judged)} ${many} where it could be judged`;
  if (judged === 1) return `in the one ${one} where it could be judged`;
  if (judged < fewForWords) return `in ${row.failed} of the ${base}`;
  const all = row.met === 0;
  const rate = missedRate(row) ?? 0;
  if (judged * 2 >= summary.counts.contacts) return all ? 'every time' : inWords(rate);
  if (all) return `in all ${base}`;
  const part = inWords(rate)
    .replace('almost every time', 'almost all')
    .replace('1 time in 10', '1 in 10')
    .replace(/ times? in /, ' of ');
  return `in ${part} of the ${base}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The failure whose words show it best, of those that the report holds. */
function exampleOf(
  summary: ReportSummary,
  standard: StandardRow,
  contacts: ReadonlyMap<string, ShownContact>,
): Example | null {
  const graded = summary.failures
    .filter((failure) => failure.standard === standard.id)
    .flatMap((failure) => {
      const contact = contacts.get(failure.contact);
      const quote = contact && evidenceQuote(failure, contact);
      if (!contact || !quote) return [];
      const grade = { id: failure.mark, clear: clearness(failure, contact), startedAt: contact.day };
      return [{ grade, found: { failure, contact, quote, by: quotedBy(failure, contact) } }];
    });
  return graded.toSorted((a, b) => byClearness(a.grade, b.grade))[0]?.found ?? null;
}
