// Profit-killers: standards and clauses whose misses cost money by more than chance once all were asked about. Told the day the
// evidence suffices, each once; nothing while something that can't matter seems to.
import type { ClauseCost, MoneyReport } from '../../diagnosis/money/money-report.core.ts';
import { aMonth } from '../../diagnosis/money/money-told.core.ts';
import type { MondayLine } from './monday.core.ts';
import type { LetterWords } from './monday-letter.core.ts';
import { mondayLetter } from './monday-letter.core.ts';

export interface ProfitKiller extends MondayLine {
  /** What tells it from others, for ever: `standard/ID` or `clause/POLICY/CLAUSE`. */
  readonly id: string;
}

/** Those that a report is certain of, dearest first. */
export function profitKillers(report: MoneyReport | null): ProfitKiller[] {
  if (report?.kind !== 'outcomes' || report.confounded) return [];
  const standards = report.standards
    .filter((one) => one.stands && one.lost.from > 0)
    .map((one) => ({
      id: `standard/${one.standard}`,
      says: `Missing “${one.title}” goes with lost business: about ${aMonth(one, report.currency)}. It was missed ${one.missed} of ${one.of} times.`,
      path: `/causes/failures?standard=${encodeURIComponent(one.standard)}`,
    }));
  const sure = new Set(report.standards.filter((one) => one.stands).map((one) => one.standard));
  const clauses = report.clauses
    .filter((one) => one.lost.from > 0 && one.standards.some((standard) => sure.has(standard)))
    .map((one) => ({
      id: `clause/${one.policy}/${one.clause ?? ''}`,
      says: `A rule goes with lost business: ${nameOf(one)}, about ${aMonth(one, report.currency)}.`,
      path: '/causes/policy',
    }));
  return [...standards, ...clauses];
}

const nameOf = ({ title, clause }: ClauseCost): string => (clause === null ? title : `${title}, ${clause}`);

/** The letter that tells of new ones. @param killers at least one */
export function profitKillerLetter(
  organisation: string,
  killers: readonly ProfitKiller[],
  assumption: string,
  address: string | null,
): LetterWords {
  const several = killers.length > 1 ? `${killers.length} things that cost business` : 'something that costs business';
  return mondayLetter(
    {
      week: { from: '', to: '' },
      subject: `${organisation}: ${several}, sure enough to say since today`,
      lead: 'The evidence has become enough. What goes with what is told here; a fix proves it, or doesn’t.',
      parts: [
        { id: 'worse', heading: 'What it costs', lines: killers },
        { id: 'decide', heading: 'What it rests on', lines: [{ says: assumption, path: '/causes' }] },
      ],
      quote: null,
    },
    address,
  );
}
