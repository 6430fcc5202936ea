// What others published of a standard, beside the organisation's own rate: on the page, on the screen of a full report, in tables.
// Always with its sector and its site; never called a target.
import { rateSource, rateWords } from '../../standards/base-rates.core.ts';
import type { StandardRow } from '../../diagnosis/report.shape.ts';
import { escapeHtml, inertLine } from './inert.view.ts';
import { briefly, titleOf, worstStandards } from './wording.view.ts';

/** Said once above every list of rates that shows published ones. */
export const publishedLede =
  'The short tick above a line is a rate that others published, each of its own sector and by its own definition: a wide guide, never a target.';

/** Lines under a row of the page: `published: 75 % of about 1,000 mystery calls, self-storage (insideselfstorage.com)`. */
export function publishedNotes(row: Pick<StandardRow, 'published'>): string {
  return (row.published ?? [])
    .map(
      (one) =>
        `<small class="elsewhere">published: ${escapeHtml(`${rateWords(one)} (${rateSource(one, true)})`)}</small>`,
    )
    .join('');
}

/** One cell of a table: every published rate with its full source, run together with " | ". */
export function publishedCell(row: Pick<StandardRow, 'published'> | undefined): string {
  return (row?.published ?? []).map((one) => `${rateWords(one)} (${one.counted}; ${rateSource(one)})`).join(' | ');
}

/** The lines that `--full` adds to the screen: each standard judged that others published of, own rate first. */
export function publishedLines(rows: readonly StandardRow[]): string[] {
  const shown = [...new Set([...worstStandards(rows), ...rows])].filter(
    (row) => row.published !== undefined && row.met + row.failed > 0,
  );
  if (shown.length === 0) return [];
  return [
    'Beside rates that others published (wide guides, each of its own sector, never targets)',
    ...shown.flatMap((row) => [
      `  ${row.kind === 'atrocity' ? '! ' : ''}${titleOf(row)}: ${briefly(row)}`,
      ...(row.published ?? []).flatMap((one) => [
        `    published: ${inertLine(rateWords(one))}`,
        `      ${inertLine(one.counted)}`,
        `      ${inertLine(rateSource(one, true))}`,
      ]),
    ]),
  ];
}
