// Which patterns are worth a card: one failure is a case, not a pattern.
import type { Pattern, ReportSummary } from '../../diagnosis/report.shape.ts';

const failuresForAPattern = 3;
const seriousForAPattern = 2;

/** Patterns of at least three failures, or two of an act that should never happen; in the order they came. */
export function solidPatterns(summary: ReportSummary): Pattern[] {
  const acts = new Set(summary.standards.filter((row) => row.kind === 'atrocity').map((row) => row.id));
  return summary.patterns.filter(
    (one) => one.failures >= (acts.has(one.standard) ? seriousForAPattern : failuresForAPattern),
  );
}

/** Said where no pattern is worth a card. */
export const noPattern =
  'Nothing has happened often enough in one way to fix first. Read the worst failures one by one.';
