// Rates as rows: what was missed, how often, with a likely range. Standards, serious acts and first impressions share it.
import { countOf, hundredths } from '../../kernel/counts.ts';
import { escapeHtml } from './inert.view.ts';
import type { ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { publishedLede, publishedNotes } from './published.view.ts';
import { rateStrip } from './strip.view.ts';
import {
  aboutAndLikely,
  countsOf,
  missedInterval,
  missedRate,
  titleOf,
  tooFew,
  worstStandards,
} from './wording.view.ts';

/** Standards and serious acts, worst first. Every row has what the script needs to show one site alone. */
export function standards(summary: ReportSummary): string {
  const rows = worstStandards(summary.standards);
  const plain = rows.filter((row) => row.kind === 'standard');
  const serious = rows
    .filter((row) => row.kind === 'atrocity')
    .sort((a, b) => b.failed * b.weight - a.failed * a.weight);
  return `<section id="standards" aria-labelledby="standards-h"><h2 id="standards-h">What was missed</h2>
<p class="lede">How often each habit of good service was missed where it could be judged. The dot is the rate, the band where it likely lies; a wide band means few contacts.${rows.some((row) => row.published) ? ` ${publishedLede}` : ''}</p>
${plain.length > 0 ? rateTable(plain, 'missed') : nothing('No standard was missed where it could be judged.')}
<h2 id="acts">What should never happen</h2>
<p class="lede">Serious acts: one is enough to spoil a contact. How often each happened where it could have.</p>
${serious.length > 0 ? rateTable(serious, 'happened') : nothing('None of the acts that should never happen was seen. They are looked for in every contact.')}</section>`;
}

export function firstImpressions(summary: ReportSummary): string {
  const rows = summary.standards
    .filter((row) => row.firstImpression && row.met + row.failed > 0)
    .sort((a, b) => Number(tooFew(a)) - Number(tooFew(b)) || (missedRate(b) ?? 0) - (missedRate(a) ?? 0));
  const { medianRings, ringsKnown, medianSeconds, secondsKnown } = summary.firstImpressions;
  const rings =
    medianRings === null
      ? 'How often it rang is not known: add a column <code>rings</code> or <code>seconds to answer</code> to the table beside the calls.'
      : `Half of ${countOf(ringsKnown, 'call')} rang ${medianRings} times or more before somebody answered.`;
  const seconds =
    medianSeconds === null
      ? ''
      : ` Half of ${countOf(secondsKnown, 'call')} waited ${Math.round(medianSeconds)} seconds or more.`;
  return `<section id="first-impressions" aria-labelledby="first-h"><h2 id="first-h">First impressions</h2>
<p class="lede">There is no second chance at one. ${rings}${seconds}</p>
${
  rows.length > 0
    ? rateTable(rows, 'missed')
    : nothing('No first impression could be judged. Visits and calls from their first word make this fill up.')
}</section>`;
}

function nothing(sentence: string): string {
  return `<p class="empty">${sentence}</p>`;
}

function rateTable(rows: readonly StandardRow[], verb: 'missed' | 'happened'): string {
  return `<table class="rates${verb === 'happened' ? ' serious' : ''}"><thead><tr><th scope="col" class="says">standard</th><th scope="col"><span class="scale"><span>never</span><span>half the time</span><span>always ${verb}</span></span></th><th scope="col" class="words">${verb}</th></tr></thead>
<tbody>${rows.map(rateRow).join('')}</tbody></table>`;
}

function rateRow(row: StandardRow): string {
  const { about, likely } = aboutAndLikely(row);
  const published = (row.published ?? []).map((one) => one.missed);
  const better =
    row.kind === 'atrocity' && row.instead ? `<span class="instead">Better: ${escapeHtml(row.instead)}</span>` : '';
  return `<tr data-standard="${escapeHtml(row.id)}"><th scope="row" class="says"><button type="button" data-pick="standard" data-value="${escapeHtml(row.id)}" title="Show only this">${escapeHtml(titleOf(row))}</button>${row.title === undefined ? '' : `<small class="whole">${escapeHtml(row.says)}</small>`}${better}</th>
<td>${rateStrip(missedRate(row), missedInterval(row), undefined, published)}${publishedNotes(row)}</td><td class="words"><strong data-about>${about}</strong><small data-likely>${likely}</small><small data-of>${countsOf(row)}</small>${checkedNote(row)}</td></tr>`;
}

/** What people's reviews make of the rate; where they are too few it is the machine's alone, and the note above the tables says so. */
function checkedNote({ corrected, kind }: StandardRow): string {
  if (!corrected) return '';
  const share = (met: number): number => hundredths(1 - met);
  const verb = kind === 'atrocity' ? 'happened' : 'missed';
  return `<small>checked by people: ${verb} ${share(corrected.rate)} % (${share(corrected.to)} to ${share(corrected.from)}), ${countOf(corrected.reviews, 'review')}</small>`;
}
