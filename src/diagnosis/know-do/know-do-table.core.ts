// Know it, do it as rows for a spreadsheet: one a standard, as the page shows them.
import type { KnowDoReport } from './know-do-report.core.ts';
import type { SideTold } from './know-do.core.ts';

const side = (name: string): string[] => [
  `people ${name}`,
  `kept ${name}`,
  `missed ${name}`,
  `share kept ${name}`,
  `at least ${name}`,
  `at most ${name}`,
];

const heads = ['standard', 'title', ...side('with a certificate'), ...side('without'), 'what it says'];

/** The head and the rows; the head alone where nothing can be told. */
export function knowDoTable(report: KnowDoReport): (string | number | null)[][] {
  const rows = report.kind === 'none' ? [] : report.rows;
  return [heads, ...rows.map((row) => [row.standard, row.title, ...cells(row.with), ...cells(row.without), row.told])];
}

function cells(told: SideTold | null): (number | null)[] {
  if (!told) return [0, 0, 0, null, null, null];
  return [told.people, told.kept, told.missed, ...[told.rate, told.low, told.high].map(toThousandths)];
}

function toThousandths(share: number): number {
  return Math.round(share * 1000) / 1000;
}
