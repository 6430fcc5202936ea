// Why: failures expected per cause, the patterns behind them, the records that are missing and the questions to ask.
import { counted, countOf } from '../../kernel/counts.ts';
import { causeLabel } from './icon.view.ts';
import { escapeHtml } from './inert.view.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { solidPatterns } from './solid.view.ts';
import { barStrip } from './strip.view.ts';
import { drawnCauses, howManyTell } from './told.view.ts';
import { causesInOrder, siteName } from './wording.view.ts';

export function why(summary: ReportSummary): string {
  const head = '<section id="why" aria-labelledby="why-h"><h2 id="why-h">Why it happens</h2>';
  const drawn = drawnCauses(summary);
  if (drawn === null) {
    if (summary.counts.marks.failed === 0)
      return `${head}\n<p class="lede">Why: ${howManyTell(summary)}.</p></section>`;
    const records = summary.bringFirst.map((one) => escapeHtml(one.record)).join('; ');
    return `${head}
<p class="lede">Why: ${howManyTell(summary)}. So no cause is drawn here.${records === '' ? '' : ` Records that would tell: ${records}.`}</p></section>`;
  }
  const order = causesInOrder(drawn);
  const most = Math.max(1e-9, ...order.map((cause) => drawn[cause]));
  const bars = order.map(
    (cause) =>
      `<li class="is-${cause}"><button type="button" data-pick="cause" data-value="${cause}" aria-pressed="false">${causeLabel(cause)}${barStrip(drawn[cause] / most)}<span class="number">${counted(drawn[cause])}</span></button></li>`,
  );
  const { fromWordsOnly } = summary.causes;
  const words =
    summary.recordBrought && fromWordsOnly > 0
      ? ` ${countOf(fromWordsOnly, 'failure')} had nothing but the words of the contact to go by.`
      : '';
  const basis = summary.recordBrought
    ? 'Twelve questions are put to the record for every failure, the environment before the person.'
    : `Why: ${howManyTell(summary)}. The bars are read from those words alone, over all sites and standards: possible at most.`;
  return `${head}
<p class="lede">${basis} The bars are failures expected per cause, added up over the odds of each failure. They are not shares of the failing: one failure can have several causes.${words}</p>
<ul class="bars">${bars.join('')}</ul></section>`;
}

export function patterns(summary: ReportSummary): string {
  const solid = solidPatterns(summary);
  if (solid.length <= 3) return '';
  const items = solid
    .slice(3, 40)
    .map(
      (pattern) =>
        `<li data-standard="${escapeHtml(pattern.standard)}" data-cause="${pattern.cause}"${pattern.site === null ? '' : ` data-at="${escapeHtml(pattern.site)}"`}>${causeLabel(pattern.cause)}<span>${escapeHtml(pattern.fix)}<span class="instead">${escapeHtml(pattern.sentence)} ${escapeHtml(pattern.site === null ? 'All sites' : siteName(summary, pattern.site))}, ${pattern.standing}.</span></span><span class="end">${countOf(pattern.failures, 'failure')}</span></li>`,
    );
  return `<section id="patterns" aria-labelledby="patterns-h"><h2 id="patterns-h">Fix next</h2><p class="lede">The other patterns, those worth most first.</p><ul class="list">${items.join('')}</ul></section>`;
}

export function recordsAndQuestions(summary: ReportSummary): string {
  const gaps = summary.gaps.map(
    (gap) =>
      `<li data-cause="${gap.area}">${causeLabel(gap.area)}<span>${escapeHtml(gap.sentence)}<span class="instead">question ${gap.rung} of 12</span></span><span class="end">${countOf(gap.failures, 'failure')}</span></li>`,
  );
  const asked = summary.questions.map(
    (one) =>
      `<li>${escapeHtml(one.asks)} <span class="soft small">(would take ${countOf(one.settles, 'failure')} further)</span></li>`,
  );
  const missing =
    gaps.length > 0
      ? `<ul class="list">${gaps.join('')}</ul>`
      : `<p class="empty">${summary.recordBrought ? 'Every question found a record to answer it.' : 'No record was brought, so all of them are missing; the list above says which to bring first.'}</p>`;
  const questions =
    asked.length > 0
      ? `<ol class="asked">${asked.join('')}</ol><p class="soft small"><code>./customary answer</code> asks them one by one and runs again.</p>`
      : '<p class="empty">No open question would settle anything more.</p>';
  return `<section id="records" aria-labelledby="records-h"><div class="two"><div><h2 id="records-h">Records missing</h2><p class="lede">"No record" is an answer, never a no. Each belongs to the area that should have kept it.</p>${missing}</div>
<div><h2 id="questions">Questions that would settle most</h2><p class="lede">Somebody knows the answers. Ask these first.</p>${questions}</div></div></section>`;
}
