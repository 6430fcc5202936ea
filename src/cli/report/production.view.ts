// What sites produce beside what their size, price and place would give, on the page; and what those below have in common.
import type { Production } from '../../diagnosis/production/production.shape.ts';
import { aboutCount, sumOf } from '../../diagnosis/money/sums.core.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { hundredths } from '../../kernel/counts.ts';
import { escapeHtml } from './inert.view.ts';
import { rateStrip } from './strip.view.ts';

type Found = Extract<Production, { kind: 'production' }>;
type Shared = Found['shared'][number];

const mostSites = 16;
const mostShared = 6;
/** The drawing runs from nothing to one and a half times what is expected. */
const widest = 1.5;

/** Nothing where no site's months are on record. */
export function production(summary: ReportSummary): string {
  const found = summary.production;
  if (!found || (found.kind === 'nothing' && found.why === 'no-months')) return '';
  const head =
    '<section id="production" aria-labelledby="production-h"><h2 id="production-h">What sites produce</h2>' +
    `<p class="lede"><strong>${escapeHtml(found.told[0] ?? '')}</strong> ${found.told.slice(1).map(escapeHtml).join(' ')}</p>`;
  if (found.kind === 'nothing') return `${head}</section>`;
  const rows = found.sites.slice(0, mostSites).map((one) => siteRow(one, found));
  const more = found.sites.length - mostSites;
  const shared = found.shared.slice(0, mostShared).map(sharedRow);
  return `${head}
${table('site', '<span>nothing</span><span>half as much again</span>', heading[found.measure], rows)}
<p class="soft small">${found.fromMonth} to ${found.toMonth}. The upright tick is what sites of that ${found.takenOut.length === 0 ? 'kind' : found.takenOut.join(', ').replace(/, (?!.*, )/, ' and ')} would give; ranges hold nine times in ten.${more > 0 ? ` ${more} more sites: <code>./customary production</code>.` : ''}</p>
${
  shared.length === 0
    ? ''
    : `<h3>What those below miss more</h3>
${table('standard or cause', '<span>never</span><span>half the time</span><span>always</span>', 'missed at those below', shared)}
<p class="soft small">The upright tick is the other sites'. How much more is missed for each tenth that a site is short is over all sites, its range corrected for having looked at ${found.shared.length} figures.</p>`
}</section>`;
}

function table(first: string, scale: string, last: string, rows: readonly string[]): string {
  return `<table class="rates"><thead><tr><th scope="col" class="says">${first}</th><th scope="col"><span class="scale">${scale}</span></th><th scope="col" class="words">${last}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function siteRow(one: Found['sites'][number], found: Found): string {
  const at = (short: number): number => Math.min(1, Math.max(0, (1 - short) / widest));
  const drawn = rateStrip(at(one.short), { from: at(one.to), to: at(one.from) }, 1 / widest);
  const off = one.short >= 0 ? `${hundredths(one.short)} % short` : `${hundredths(-one.short)} % over`;
  const label = `${escapeHtml(one.name)}${one.below ? ' <span class="outside">below</span>' : ''}`;
  return `<tr><th scope="row" class="says">${label}</th><td>${drawn}</td><td class="words"><strong>${escapeHtml(said(one.value, found))}</strong><small>of ${escapeHtml(said(one.expected, found))} expected: ${off}</small></td></tr>`;
}

const heading: Readonly<Record<Found['measure'], string>> = {
  revenue: 'Revenue a month',
  occupancy: 'Occupancy',
  moveIns: 'Move-ins a month',
};

function sharedRow({ title, below, rest, more, from, to, stands }: Shared): string {
  const note = stands ? '' : '<small class="whole">may be chance</small>';
  return `<tr><th scope="row" class="says">${escapeHtml(title)}${note}</th><td>${rateStrip(below, null, rest)}</td><td class="words"><strong>${hundredths(below)} of 100, others ${hundredths(rest)}</strong><small>a tenth short: ${hundredths(more)} more (${hundredths(from)} to ${hundredths(to)})</small></td></tr>`;
}

function said(value: number, { measure, currency }: Found): string {
  if (measure === 'revenue') return sumOf(value, currency);
  return measure === 'occupancy' ? `${hundredths(value)} %` : aboutCount(value);
}
