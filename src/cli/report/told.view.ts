// What the words of contacts alone can tell of the causes. A failure that no question got an answer for has nothing but the
// odds that everything starts from, and those are an assumption: it is never drawn.
import { causes } from '../../diagnosis/finding.core.ts';
import type { PerCause } from '../../diagnosis/cause.shape.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { counted, countOf } from '../../kernel/counts.ts';

/**
 * Failures expected per cause that may be drawn: everything where a record was brought, else those whose words tell; null
 * where none do.
 */
export function drawnCauses(summary: ReportSummary): PerCause | null {
  const { fromWordsOnly, ...expected } = summary.causes;
  if (summary.recordBrought) return expected;
  if (fromWordsOnly === 0) return null;
  const silent = summary.failures.find((one) => one.odds && one.rungs.every((rung) => rung.answer === 'no-record'));
  if (silent?.odds) {
    // What the silent ones add to every sum is the starting odds, as often as there are silent ones.
    const { odds } = silent;
    const times = Math.max(0, causes.reduce((sum, cause) => sum + expected[cause], 0) - fromWordsOnly);
    return perCause((cause) => Math.max(0, expected[cause] - times * odds[cause]));
  }
  const telling = summary.failures.flatMap((one) => (one.odds && one.leading.length > 0 ? [one.odds] : []));
  if (telling.length === 0) return null;
  const each = fromWordsOnly / telling.length;
  return perCause((cause) => telling.reduce((sum, odds) => sum + odds[cause], 0) * each);
}

/** `Nothing on record yet, and the words of 3 of 41 failures tell.` */
export function howManyTell(summary: ReportSummary): string {
  const { fromWordsOnly } = summary.causes;
  const failed = summary.counts.marks.failed;
  if (failed === 0) return 'nothing failed, so there is nothing to explain';
  const some = fromWordsOnly === 0 ? 'none' : counted(fromWordsOnly);
  return `nothing on record yet, and the words of ${some} of ${countOf(failed, 'failure')} tell`;
}

function perCause(sum: (cause: keyof PerCause) => number): PerCause {
  return {
    policy: sum('policy'),
    procedure: sum('procedure'),
    training: sum('training'),
    management: sum('management'),
    personnel: sum('personnel'),
  };
}
