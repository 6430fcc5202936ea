// What failing costs, on the page: sentences, then standards and rules with their likely ranges, and what every figure rests on. What it
// is worth is said beside a standard or a pattern only where it stands by itself.
import type { Money } from '../../diagnosis/money/money.shape.ts';
import { partOfCost } from '../../diagnosis/money/part-of-cost.core.ts';
import { aboutCount, sumOf, sumRange } from '../../diagnosis/money/sums.core.ts';
import type { Pattern, ReportSummary } from '../../diagnosis/report.shape.ts';
import { escapeHtml } from './inert.view.ts';
import { rateStrip } from './strip.view.ts';

type Found = Extract<Money['report'], { kind: 'outcomes' }>;
type Stated = Extract<Money['report'], { kind: 'stated' }>;
type Cost = Pick<Found['standards'][number], 'lost' | 'money'>;

const mostStandards = 8;
const mostClauses = 4;
/** Sentences that stand before the figures; the others come after them. */
const inLede = 3;

/** Nothing where it was not counted. */
export function money(summary: ReportSummary): string {
  if (!summary.money) return '';
  const { report } = summary.money;
  const { told } = report;
  const head =
    '<section id="money" aria-labelledby="money-h"><h2 id="money-h">What failing costs</h2>' +
    `<p class="lede"><strong>${escapeHtml(told[0] ?? '')}</strong> ${told.slice(1, inLede).map(escapeHtml).join(' ')}</p>`;
  const more = told.slice(inLede).map(escapeHtml).join(' ');
  if (report.kind === 'nothing') return `${head}${more === '' ? '' : `<p class="small">${more}</p>`}</section>`;
  const lists = report.kind === 'outcomes' ? foundLists(report) : statedList(report);
  const rests = report.assumptions.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  return `${head}
${lists}
${more === '' ? '' : `<p class="small">${more}</p>`}
<details><summary>What these figures rest on</summary><ul>${rests}</ul></details></section>`;
}

function foundLists(report: Found): string {
  const { currency, worth } = report;
  const standards = report.standards.filter((one) => one.lost.value > 0).slice(0, mostStandards);
  const clauses = report.clauses.filter((one) => one.lost.value > 0).slice(0, mostClauses);
  const most = Math.max(1e-9, ...[...standards, ...clauses].map((one) => (one.money ?? one.lost).to));
  const scale = { most, currency };
  const what = worth === null ? 'enquiries a month' : 'a month';
  const rows = standards.map((one) => row(one.title, one.stands ? '' : 'may be chance', one, scale));
  const rules = clauses.map((one) =>
    row(
      `${one.title}${one.clause === null ? '' : `, ${one.clause}`}`,
      [one.text, one.lost.from > 0 ? null : 'may be chance'].filter((say) => say !== null).join(' '),
      one,
      scale,
    ),
  );
  return [
    table('standard', what, rows, scale),
    rules.length === 0 ? '' : '<h3>Rules, by what the misses they lead cost</h3>',
    table('rule', what, rules, scale),
    `<p class="soft small">Ranges hold nine times in ten. One contact may miss several, so figures don't add up. They say what goes with missing a standard: a fix proves it, or doesn't.</p>`,
  ].join('\n');
}

interface Scale {
  /** What the drawing's right end stands for. */
  readonly most: number;
  readonly currency: string;
}

function table(first: string, last: string, rows: readonly string[], { most, currency }: Scale): string {
  if (rows.length === 0) return '';
  const ends = `<span class="scale"><span>nothing</span><span>${last === 'a month' ? sumOf(most, currency) : aboutCount(most)}</span></span>`;
  return `<table class="rates"><thead><tr><th scope="col" class="says">${first}</th><th scope="col">${ends}</th><th scope="col" class="words">${last}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function row(label: string, beside: string, cost: Cost, { most, currency }: Scale): string {
  const figure = cost.money ?? cost.lost;
  const drawn = rateStrip(unit(figure.value / most), { from: unit(figure.from / most), to: unit(figure.to / most) });
  const say = cost.money === null ? aboutCount : (value: number) => sumOf(value, currency);
  const note = beside === '' ? '' : `<small class="whole">${escapeHtml(beside)}</small>`;
  return `<tr><th scope="row" class="says">${escapeHtml(label)}${note}</th><td>${drawn}</td><td class="words"><strong>about ${escapeHtml(say(figure.value))}</strong><small>likely between ${escapeHtml(say(figure.from))} and ${escapeHtml(say(figure.to))}</small></td></tr>`;
}

function statedList({ standards, currency, assumedLost }: Stated): string {
  const shown = standards.slice(0, mostStandards);
  const scale = { currency, most: Math.max(1e-9, ...shown.map((one) => one.money.to)) };
  const rows = shown.map(({ title, money: assumed, missed, of }) =>
    row(title, `missed in ${missed} of ${of}`, { lost: assumed, money: assumed }, scale),
  );
  return `${table('standard', 'a month', rows, scale)}
<p class="soft small">Assumed, not measured: missing it loses ${Math.round(assumedLost * 100)} in 100 of what would be won; half to twice that. Figures don't add up.</p>`;
}

function unit(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** `It goes with about $12,000 a month of lost business ($7,000 to $17,000).` Null where that can't be said of this standard. */
export function worthSentence(summary: ReportSummary, standard: string): string | null {
  const cost = costOf(summary, standard);
  return cost === null
    ? null
    : `It goes with about ${sumOf(cost.money.value, cost.currency)} a month of lost business (${sumRange(cost.money, cost.currency)}).`;
}

/** `about $3,000 a month`: the pattern's part of what missing its standard costs; null where that can't be said. */
export function patternWorth(summary: ReportSummary, { standard, expected }: Pattern): string | null {
  const failed = summary.standards.find((one) => one.id === standard)?.failed ?? 0;
  const cost = failed === 0 ? null : costOf(summary, standard, expected / failed);
  return cost === null || cost.money.value < 1 ? null : `about ${sumOf(cost.money.value, cost.currency)} a month`;
}

function costOf(summary: ReportSummary, standard: string, part?: number) {
  const report = summary.money?.report;
  return report?.kind === 'outcomes' ? partOfCost(report, standard, part) : null;
}
