// What sites produce beside what their size, price and place would give, on the page; and what those below have in common.
import type { Production } from '../../diagnosis/production/production.shape.ts';
import { aboutCount, sumOf } from '../../diagnosis/money/sums.core.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
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
  const rows = found.sites.slice(0, mostSites).map((one) => {
    const at = (short: number): number => Math.min(1, Math.max(0, (1 - short) / widest));
    const drawn = rateStrip(at(one.short), { from: at(one.to), to: at(one.from) }, 1 / widest);
    const label = `${escapeHtml(one.name)}${one.below ? ' <span class="outside">below</span>' : ''}`;
    return `<li><span>${label}</span><span>${drawn}</span><span class="end">${escapeHtml(said(one.value, found))} of ${escapeHtml(said(one.expected, found))}</span></li>`;
  });
  const more = found.sites.length - mostSites;
  const shared = found.shared.slice(0, mostShared).map(sharedRow);
  return `${head}
<ul class="list">${rows.join('')}</ul>
<p class="soft small">${heading[found.measure]}, ${found.fromMonth} to ${found.toMonth}, of what sites of that kind would give: the upright tick. Ranges hold nine times in ten.${more > 0 ? ` ${more} more sites: <code>./customary production</code>.` : ''}</p>
${
  shared.length === 0
    ? ''
    : `<h3>What those below miss more</h3><ul class="list">${shared.join('')}</ul>
<p class="soft small">Missed of 100 at the sites below, the others' as the upright tick; the difference in brackets is corrected for having looked at ${found.shared.length} figures.</p>`
}</section>`;
}

const heading: Readonly<Record<Found['measure'], string>> = {
  revenue: 'Revenue a month',
  occupancy: 'Occupancy',
  moveIns: 'Move-ins a month',
};

function sharedRow({ title, below, rest, from, to, stands }: Shared): string {
  const note = stands ? '' : '<span class="instead">may be chance</span>';
  return `<li>${escapeHtml(title)}<span>${rateStrip(below, null, rest)}${note}</span><span class="end">${percent(below)} % (${percent(from)} to ${percent(to)} more)</span></li>`;
}

function said(value: number, { measure, currency }: Found): string {
  if (measure === 'revenue') return sumOf(value, currency);
  return measure === 'occupancy' ? `${percent(value)} %` : aboutCount(value);
}

function percent(share: number): number {
  return Math.round(share * 100) + 0;
}
