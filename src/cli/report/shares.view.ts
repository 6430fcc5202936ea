// "Why is our service bad?": shares of all the failing, with their likely ranges, beside the bars of expected failures and never
// mixed with them.
import type { Causes } from '../../diagnosis/model/causes.shape.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { excusesTold, told as asked } from '../../diagnosis/model/told-at-all.core.ts';
import { hundredths } from '../../kernel/counts.ts';
import { causeLabel } from './icon.view.ts';
import { escapeHtml } from './inert.view.ts';
import { rateStrip } from './strip.view.ts';

type Found = Extract<Causes['report'], { kind: 'shares' }>;
type Share = Found['excuses'];

/** Nothing where the shares have not been worked out. */
export function shares(summary: ReportSummary): string {
  if (!summary.shares) return '';
  const { told, report } = summary.shares;
  const head =
    '<section id="shares" aria-labelledby="shares-h"><h2 id="shares-h">Why is our service bad?</h2>' +
    `<p class="lede"><strong>${escapeHtml(told[0] ?? '')}</strong> ${told.slice(1).map(escapeHtml).join(' ')}</p>`;
  if (report.kind === 'nothing') return `${head}</section>`;
  const unasked = (report.excusesNotTold ?? []).map((one) => `${escapeHtml(one.says)}: not told`).join('; ');
  const rows = [
    ...report.causes.map((one) =>
      asked(one) ? row(causeLabel(one.cause), one, partsOf(one.exposures)) : notTold(causeLabel(one.cause)),
    ),
    excusesTold(report)
      ? row('excuses, all together', report.excuses, [partsOf(report.eachExcuse), unasked].filter(Boolean).join('; '))
      : notTold('excuses, all together'),
    row('explained by none of these', report.unexplained, ''),
  ];
  const levels = report.managementByLevel.map((one) => `${one.level} ${range(one)}`).join('; ');
  const warnings = report.warnings.map((one) => `<li>${escapeHtml(one.says)}</li>`).join('');
  return `${head}
<ul class="list">${rows.join('')}</ul>
${levels === '' ? '' : `<p class="soft small">Management by who answers for it: ${escapeHtml(levels)}.</p>`}
${warnings === '' ? '' : `<details><summary>What can't be said</summary><ul>${warnings}</ul></details>`}
<p class="soft small">Shares compare all marks made under a circumstance with those made without it; ranges hold nine times in ten. The bars of the next part are odds of single failures added up: another thing, which need not agree.</p></section>`;
}

function row(label: string, share: Share, parts: string): string {
  const drawn = rateStrip(unit(share.share), { from: unit(share.low), to: unit(share.high) });
  return `<li>${label}<span>${drawn}${parts === '' ? '' : `<span class="instead">${parts}</span>`}</span><span class="end">${range(share)}</span></li>`;
}

/** What could not be asked has no bar and no figures. */
function notTold(label: string): string {
  return `<li>${label}<span></span><span class="end">not told</span></li>`;
}

/** What is in a share: the few parts that are worth a word. */
function partsOf(parts: readonly (Share & { readonly says: string })[]): string {
  return parts
    .filter((one) => Math.round(one.share * 100) !== 0)
    .slice(0, 4)
    .map((one) => `${escapeHtml(one.says)} ${range(one)}`)
    .join('; ');
}

function range({ share, low, high }: Share): string {
  return `${hundredths(share)} % (${hundredths(low)} to ${hundredths(high)})`;
}

function unit(share: number): number {
  return Math.min(1, Math.max(0, share));
}
