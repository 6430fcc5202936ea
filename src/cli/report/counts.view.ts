// All counts, for whoever wants to check: standards, sites, kinds, rejects, and every assumption that a figure rests on.
import { counted, countOf, hundredths } from '../../kernel/counts.ts';
import { escapeHtml } from './inert.view.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { channelNames, kindName, siteName } from './wording.view.ts';

/** Past this many rows the table of sites is left to the CSV, so that the page stays small. */
const siteRowsAtMost = 2_000;

export function counts(summary: ReportSummary): string {
  return `<section id="counts" aria-labelledby="counts-h"><h2 id="counts-h">All counts</h2><p class="lede">Rates are met of met and missed; unsure stands beside. Shrunken rates are drawn towards the whole where little was seen.</p>
${part(
  'Standards',
  table(
    ['standard', 'met', 'missed', 'unsure', 'does not apply', 'rate met', 'likely', 'shrunken', 'checked'],
    summary.standards.map((row) => [
      `${row.id}: ${row.says}`,
      row.met,
      row.failed,
      row.unsure,
      row.notApplicable,
      percent(row.rate),
      span(row.wilson),
      percent(row.shrunk),
      row.checked,
    ]),
  ),
)}
${part('Sites and standards', siteRows(summary))}
${part('Contacts', contacts(summary))}
${
  summary.counts.unsureWhy.length > 0
    ? part(
        'Why marks are unsure',
        table(
          ['reason', 'marks'],
          summary.counts.unsureWhy.map((one) => [one.why, one.marks]),
        ),
      )
    : ''
}
${part('What could not be read', rejects(summary))}
${part('What the figures rest on', `<ul>${summary.assumptions.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`)}</section>`;
}

function part(title: string, body: string): string {
  return `<details><summary>${title}</summary><div class="scroll" tabindex="0" role="group" aria-label="${title}">${body}</div></details>`;
}

function siteRows(summary: ReportSummary): string {
  const rows = summary.siteStandards.slice(0, siteRowsAtMost);
  const more =
    summary.siteStandards.length > rows.length
      ? `<p>${countOf(summary.siteStandards.length - rows.length, 'more row')} in the CSV.</p>`
      : '';
  return (
    table(
      ['site', 'standard', 'met', 'missed', 'unsure', 'rate met', 'likely', 'shrunken'],
      rows.map((row) => [
        siteName(summary, row.site),
        row.standard,
        row.met,
        row.failed,
        row.unsure,
        percent(row.rate),
        span(row.wilson),
        percent(row.shrunk),
      ]),
    ) + more
  );
}

function contacts(summary: ReportSummary): string {
  const { byChannel, byKind, bySite, consentNotStated, turns, words } = summary.counts;
  const rows: [string, number][] = [
    ...byChannel.map((one): [string, number] => [(channelNames[one.id] ?? ['', one.id])[1], one.contacts]),
    ...byKind.map((one): [string, number] => [`about: ${kindName(one.id)}`, one.contacts]),
    ...bySite.map((one): [string, number] => [`at: ${siteName(summary, one.id)}`, one.contacts]),
    ['consent to be recorded not stated', consentNotStated],
    ['turns', turns],
    ['words', words],
  ];
  return table(['what', 'number'], rows);
}

function rejects(summary: ReportSummary): string {
  if (summary.rejects.length === 0) return '<p>Everything that was given could be read.</p>';
  const shown = table(
    ['file', 'row', 'expected', 'what to do'],
    summary.rejects.map((one) => [one.file, one.row ?? '', one.expected, one.remedy]),
  );
  const more = summary.counts.rejects - summary.rejects.length;
  return more > 0 ? `${shown}<p>${counted(more)} more in the rejects file.</p>` : shown;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, at) => (at === 0 ? `<th scope="row">${words(cell)}</th>` : `<td>${words(cell)}</td>`)).join('')}</tr>`,
  );
  return `<table class="counts"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function words(cell: string | number): string {
  return typeof cell === 'number' ? counted(cell) : escapeHtml(cell);
}

function percent(rate: number | null): string {
  return rate === null ? 'not known' : `${hundredths(rate)} %`;
}

function span(interval: { from: number; to: number } | null): string {
  return interval === null ? '' : `${hundredths(interval.from)} to ${hundredths(interval.to)} %`;
}
