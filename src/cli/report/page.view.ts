// The report as one HTML file: which parts it has, in which order, and how it is kept under its size.
import { causes } from '../../diagnosis/finding.core.ts';
import { countOf } from '../../kernel/counts.ts';
import { changes } from './changes.view.ts';
import { counts } from './counts.view.ts';
import { cover } from './cover.view.ts';
import { framed } from './frame.view.ts';
import { escapeHtml } from './inert.view.ts';
import { pageData } from './page-data.view.ts';
import { money } from './money.view.ts';
import { production } from './production.view.ts';
import { firstImpressions, standards } from './rates.view.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { shares } from './shares.view.ts';
import { shownSites } from './shown-sites.view.ts';
import { months, sites } from './sites.view.ts';
import { unjudged } from './unjudged.view.ts';
import { siteName, titleOf } from './wording.view.ts';
import { patterns, recordsAndQuestions, why } from './why.view.ts';

export interface PageOptions {
  /** Show the reps' ids (never names). Off unless asked for. */
  readonly people?: boolean;
  /** Most bytes the file may have; 5 MB unless told. */
  readonly maxBytes?: number;
  /** HTML, already safe, put before the failures: `--full` links its further pages here. */
  readonly beforeFailures?: string;
}

const fiveMegabytes = 5_000_000;

/** The whole page, as text of at most `maxBytes` UTF-8 bytes. */
export function page(summary: ReportSummary, options: PageOptions = {}): string {
  if (summary.counts.contacts === 0) return framed(summary, emptyBody(summary), '');
  if (unjudged(summary) !== null)
    return framed(summary, `<main id="main">${cover(summary)}${counts(summary)}</main>`, '');
  return fitted(summary, (shown) => fullBody(summary, options, shown), options);
}

/** A page around the failures of the summary; for the further pages of `--full`. */
export function failuresPage(summary: ReportSummary, title: string, options: PageOptions = {}): string {
  const heading = `<main id="main"><header class="cover"><p class="kicker"><strong>${escapeHtml(summary.organisation.name)}</strong><a href="index.html">Back to the report</a></p><h1>${escapeHtml(title)}</h1></header>`;
  return fitted(
    summary,
    (shown) => `${heading}${filterBar(summary)}${browse(shown, options.people ?? false)}</main>`,
    options,
  );
}

function fitted(summary: ReportSummary, body: (shown: number) => string, options: PageOptions): string {
  const spare = Buffer.byteLength(framed(summary, body(summary.failures.length), ' '));
  const data = pageData(summary, {
    people: options.people ?? false,
    bytes: (options.maxBytes ?? fiveMegabytes) - spare,
  });
  return framed(summary, body(data.failures), data.json);
}

function fullBody(summary: ReportSummary, options: PageOptions, shown: number): string {
  return `<main id="main">
${cover(summary)}
${filterBar(summary)}
${shares(summary)}
${money(summary)}
${why(summary)}
${standards(summary)}
${firstImpressions(summary)}
${sites(summary)}
${production(summary)}
${months(summary)}
${changes(summary)}
${patterns(summary)}
${options.beforeFailures ?? ''}
${browse(shown, options.people ?? false)}
${recordsAndQuestions(summary)}
${counts(summary)}
</main>`;
}

function browse(shown: number, people: boolean): string {
  return `<section id="failures" aria-labelledby="failures-h"><h2 id="failures-h">Read the worst</h2>
<p class="lede">${countOf(shown, 'failure')}, worst first, each with the words it was read from.${people ? '' : " Persons' names are left out."}</p>
<noscript><p class="empty">This part needs the script inside this file; the tables and charts do not.</p></noscript>
<div class="browse"><ul class="picks" id="picks" tabindex="0" aria-label="Failures, worst first" hidden></ul><article class="failure" id="opened" aria-live="off"></article></div></section>`;
}

function emptyBody(summary: ReportSummary): string {
  return `<main id="main">${cover(summary)}${summary.rejects.length > 0 ? counts(summary) : ''}</main>`;
}

function filterBar(summary: ReportSummary): string {
  const failing = summary.standards.filter((row) => row.failed > 0);
  const ofKind = (kind: 'standard' | 'atrocity') =>
    failing.filter((row) => row.kind === kind).map((row): readonly [string, string] => [row.id, titleOf(row)]);
  const atSites = shownSites(summary);
  return `<nav class="bar" aria-label="Filters"><div>
${picker(
  'site',
  'Site',
  'all sites',
  atSites.map((id) => [id, siteName(summary, id)]),
)}
<label>Standard <select id="pick-standard"><option value="">all standards</option>${group('Standards', ofKind('standard'))}${group('What should never happen', ofKind('atrocity'))}</select></label>
${picker(
  'cause',
  'Leading cause',
  'all causes',
  causes.map((cause) => [cause, cause]),
)}
<button type="button" class="plain" id="clear" hidden>Show all</button><output id="shown" for="pick-site pick-standard pick-cause"></output></div></nav>`;
}

function picker(name: string, label: string, all: string, options: readonly (readonly [string, string])[]): string {
  return `<label>${label} <select id="pick-${name}"><option value="">${all}</option>${choices(options)}</select></label>`;
}

function group(label: string, options: readonly (readonly [string, string])[]): string {
  return options.length === 0 ? '' : `<optgroup label="${label}">${choices(options)}</optgroup>`;
}

function choices(options: readonly (readonly [string, string])[]): string {
  return options.map(([value, words]) => `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`).join('');
}
