// Small multiples: the same few standards at every site, each beside the whole organisation; and the rate month by month.
import { countOf, hundredths } from '../../kernel/counts.ts';
import { wilson } from '../../stats/rate.core.ts';
import { timeAxis, type Gap } from '../../kernel/time-axis.ts';
import { escapeHtml } from './inert.view.ts';
import type { ReportSummary, SiteStandard } from '../../diagnosis/report.shape.ts';
import { rateStrip } from './strip.view.ts';
import { missedInterval, missedRate, titleOf, siteName, worstStandards } from './wording.view.ts';

/** Past this many sites the panels of the worst are drawn; the rest stand in the table of all counts. */
const panelsAtMost = 24;
const standardsShown = 7;

export function sites(summary: ReportSummary): string {
  const shown = worstStandards(summary.standards).slice(0, standardsShown);
  const bySite = Map.groupBy(summary.siteStandards, (row) => row.site);
  const ids = [...bySite.keys()];
  const failures = (id: string) => (bySite.get(id) ?? []).reduce((sum, row) => sum + row.failed, 0);
  const judged = (id: string) => (bySite.get(id) ?? []).reduce((sum, row) => sum + row.failed + row.met, 0);
  const worstFirst = ids.sort((a, b) => failures(b) / Math.max(1, judged(b)) - failures(a) / Math.max(1, judged(a)));
  if (ids.length < 2 || shown.length === 0) {
    return `<section id="sites" aria-labelledby="sites-h"><h2 id="sites-h">Sites side by side</h2><p class="empty">Sites are compared once contacts name at least two. Add a column <code>site</code> to a table keyed by file name, or put each site's contacts into a folder of its own and say so in that table.</p></section>`;
  }
  const panels = worstFirst.slice(0, panelsAtMost).map((id) =>
    panel(
      summary,
      id,
      bySite.get(id) ?? [],
      shown.map((row) => row.id),
    ),
  );
  const more =
    ids.length > panelsAtMost
      ? `<p class="soft">The ${panelsAtMost} sites that miss most are drawn; all ${ids.length} are in the table of all counts.</p>`
      : '';
  return `<section id="sites" aria-labelledby="sites-h"><h2 id="sites-h">Sites side by side</h2>
<p class="lede">The same ${shown.length} standards at every site, most missed first. The upright tick is the whole organisation; <span class="outside">outside</span> marks what chance alone would hardly do.</p>
<div class="grid">${panels.join('')}</div>${more}</section>`;
}

function panel(
  summary: ReportSummary,
  site: string,
  rows: readonly SiteStandard[],
  standards: readonly string[],
): string {
  const contacts = summary.counts.bySite.find((tally) => tally.id === site)?.contacts ?? 0;
  const lines = standards.map((id) => {
    const whole = summary.standards.find((row) => row.id === id);
    const row = rows.find((one) => one.standard === id);
    const rate = row ? missedRate(row) : null;
    const figure =
      rate === null
        ? '<span class="soft">none</span>'
        : `${row?.outside ? '<span class="outside"><span class="unseen">outside its limits: </span>' : '<span>'}${hundredths(rate)} %</span>`;
    const says = escapeHtml(whole ? titleOf(whole) : id);
    return `<li data-standard="${escapeHtml(id)}"><span class="what">${says}</span>${rateStrip(rate, row ? missedInterval(row) : null, whole ? missedRate(whole) : null)}<span class="pc">${figure}</span></li>`;
  });
  return `<div class="card" data-site="${escapeHtml(site)}"><h3>${escapeHtml(siteName(summary, site))}</h3><p class="soft small">${countOf(contacts, 'contact')}</p><ul class="multiple" aria-label="Missed at ${escapeHtml(siteName(summary, site))}">${lines.join('')}</ul></div>`;
}

/** All standards together, month by month; nothing where fewer than two months are there. */
export function months(summary: ReportSummary): string {
  const names = [...new Set(summary.months.map((row) => row.month))].sort();
  if (names.length < 2) return '';
  const gaps = new Map(timeAxis(names, 'month', 2).gaps.map((gap) => [gap.to, gap]));
  const lines = names.map((month) => {
    const gap = gaps.get(monthBefore(month));
    const none = gap === undefined ? '' : gapRow(gap);
    const rows = summary.months.filter((row) => row.month === month);
    const failed = rows.reduce((sum, row) => sum + row.failed, 0);
    const judged = failed + rows.reduce((sum, row) => sum + row.met, 0);
    const likely = judged > 0 ? wilson(failed, judged, 0.95) : null;
    const interval = likely && { from: likely.low, to: likely.high };
    const words = interval === null ? 'nothing judged' : `<strong>about ${hundredths(failed / judged)} %</strong>`;
    return `${none}<tr><th scope="row" class="says">${monthInWords(month)}</th><td>${rateStrip(judged > 0 ? failed / judged : null, interval)}</td><td class="words">${words}<small>${interval === null ? '' : `likely between ${hundredths(interval.from)} and ${hundredths(interval.to)}`}</small><small>${failed} of ${judged}</small></td></tr>`;
  });
  return `<section id="months" aria-labelledby="months-h"><h2 id="months-h">Month by month</h2><p class="lede">Everything that could be missed, together. The mix of contacts changes from month to month, so read small steps as noise.</p>
<table class="rates"><thead><tr><th scope="col" class="says">month</th><th scope="col"><span class="scale"><span>never</span><span>half the time</span><span>always missed</span></span></th><th scope="col" class="words">missed</th></tr></thead><tbody>${lines.join('')}</tbody></table></section>`;
}

function gapRow({ from, to }: Gap): string {
  const when = [...new Set([from, to].map(monthInWords))].join(' to ');
  return `<tr class="soft"><th scope="row" class="says">${when}</th><td></td><td class="words">no contacts that could be judged</td></tr>`;
}

function monthBefore(month: string): string {
  return new Date(Date.parse(`${month}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 7);
}

function monthInWords(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
}
