// The first page: one sentence, one quote, three fixes. What somebody would mail to their boss.
import { counted, countOf } from '../../kernel/counts.ts';
import { headline } from './headline.view.ts';
import { causeLabel } from './icon.view.ts';
import { escapeHtml } from './inert.view.ts';
import { patternWorth, worthSentence } from './money.view.ts';
import type { Pattern, ReportSummary, StandardRow } from '../../diagnosis/report.shape.ts';
import { noPattern, solidPatterns } from './solid.view.ts';
import { unjudged } from './unjudged.view.ts';
import { channelCount, channelNames, checkedWords, dayInWords, siteName } from './wording.view.ts';

export function cover(summary: ReportSummary): string {
  const blocked = unjudged(summary);
  if (blocked !== null) {
    return `<header class="cover">
${kicker(summary)}
<h1>${escapeHtml(blocked.sentence)}</h1>
<div class="empty"><p>${asCode(blocked.remedy)}</p></div>
</header>`;
  }
  const said = headline(summary);
  return `<header class="cover">
${kicker(summary)}
<h1>${escapeHtml(said.sentence)}</h1>
${worth(summary, said.standard)}${quote(summary)}
${summary.counts.contacts === 0 ? nothingRead(summary) : `${whatFirst(summary)}${figures(summary)}<p class="note">${checkedWords(summary.standards)} Read the quotes before acting on a number.</p>`}
</header>`;
}

/** Text whose parts between backticks are code. */
function asCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
}

function kicker(summary: ReportSummary): string {
  const { firstDay, lastDay, byChannel } = summary.counts;
  const days = firstDay && lastDay ? `<span>${dayInWords(firstDay)} to ${dayInWords(lastDay)}</span>` : '';
  const read = byChannel.map((tally) => channelCount(tally.id, tally.contacts)).join(', ');
  return `<p class="kicker"><strong>${escapeHtml(summary.organisation.name)}</strong>${days}<span>${escapeHtml(read)}</span></p>`;
}

function quote(summary: ReportSummary): string {
  const { example, standard } = headline(summary);
  if (example === null) return '';
  const { contact, failure } = example;
  const channel = (channelNames[contact.channel] ?? ['contact'])[0];
  const place = contact.site ? ` at ${siteName(summary, contact.site)}` : '';
  const day = contact.day ? ` on ${dayInWords(contact.day)}` : '';
  const lead = { said: 'Said in a', exchange: 'What was said, in a', instead: 'What was said instead, in a' }[
    example.by
  ];
  const better = standard?.instead ? `<br>Better: ${escapeHtml(standard.instead)}` : '';
  return `<figure class="quote"><blockquote>“${escapeHtml(example.quote)}”</blockquote>
<figcaption>${lead} ${escapeHtml(`${channel}${place}${day}`)}. <a class="onscreen" href="#open=${escapeHtml(encodeURIComponent(failure.mark))}">Read it</a>${better}</figcaption></figure>`;
}

/** What it is worth, where that can be said of what stands first. */
function worth(summary: ReportSummary, standard: StandardRow | null): string {
  const sentence = standard === null ? null : worthSentence(summary, standard.id);
  return sentence === null ? '' : `<p class="lede">${escapeHtml(sentence)}</p>\n`;
}

function whatFirst(summary: ReportSummary): string {
  const fixes = solidPatterns(summary)
    .slice(0, 3)
    .map((pattern) => `<li>${fixCard(summary, pattern)}</li>`);
  const cards = fixes.length > 0 ? `<ol class="fixes">${fixes.join('')}</ol>` : `<p class="lede">${noPattern}</p>`;
  return `<h2 id="fix-first">What to fix first</h2>${cards}${summary.recordBrought ? '' : bringFirst(summary)}`;
}

function fixCard(summary: ReportSummary, pattern: Pattern): string {
  const where = pattern.site === null ? 'all sites' : siteName(summary, pattern.site);
  const { example } = pattern;
  const shown = example !== undefined && summary.failures.some((failure) => failure.mark === example);
  const price = patternWorth(summary, pattern);
  const link = shown
    ? `<span class="onscreen"> · <a href="#open=${escapeHtml(encodeURIComponent(example))}">an example</a></span>`
    : '';
  return `${causeLabel(pattern.cause)}<p class="do">${escapeHtml(pattern.fix)}</p><p class="soft small">${escapeHtml(pattern.sentence)}</p>
<p class="meta">${escapeHtml(where)} · ${countOf(pattern.failures, 'failure')} · ${pattern.standing}${price === null ? '' : ` · ${escapeHtml(price)}`}${link}</p>`;
}

/** Without a record: which five records would settle most. */
export function bringFirst(summary: ReportSummary): string {
  if (summary.bringFirst.length === 0) return '';
  const items = summary.bringFirst.map(
    (one) =>
      `<li><p class="do">${escapeHtml(one.record)}</p><p class="soft small">${escapeHtml(one.why)}</p><p class="meta">would take ${countOf(one.settles, 'failure')} further</p></li>`,
  );
  const causesRest =
    summary.causes.fromWordsOnly > 0
      ? 'The causes below are read from the words of the contacts alone, so they are possible at most.'
      : 'Without them nobody can tell why.';
  return `<h2 id="bring-first">Bring these records first</h2>
<p class="lede">${causesRest} <code>./customary init</code> writes an example of every record.</p>
<ol class="fixes">${items.join('')}</ol>`;
}

function figures(summary: ReportSummary): string {
  const { marks, contacts, words } = summary.counts;
  const pairs: readonly (readonly [string, string])[] = [
    ['contacts read', counted(contacts)],
    ['words', counted(words)],
    ['met', counted(marks.met)],
    ['missed', counted(marks.failed)],
    ['unsure', counted(marks.unsure)],
    ...(summary.sites.length > 0 ? [['sites', counted(summary.sites.length)] as const] : []),
  ];
  return `<dl class="figures">${pairs.map(([what, figure]) => `<div><dt>${what}</dt><dd>${figure}</dd></div>`).join('')}</dl>`;
}

function nothingRead(summary: ReportSummary): string {
  const rejects =
    summary.counts.rejects > 0
      ? `<p>${countOf(summary.counts.rejects, 'row or file', 'rows or files')} could not be read; each is listed at the end with what was expected.</p>`
      : '';
  return `<div class="empty"><p>This page shows what customers were told, what was missed and why. It needs contacts: transcripts of calls or chats, or notes of visits.</p>
<p>Put one call into a text file, each line beginning with <code>Rep:</code> or <code>Customer:</code>, and run <code>./customary diagnose FOLDER</code>.</p>${rejects}</div>`;
}
