// How much of the failing each cause explains, as text for a screen and as CSV. The odds of single failures are not here.
import type { Causes } from '../diagnosis/model/causes.shape.ts';
import { excusesTold, told as asked } from '../diagnosis/model/told-at-all.core.ts';
import { countOf, hundredths } from '../kernel/counts.ts';
import { wrapped } from '../kernel/wrap.ts';
import { line } from './report/csv-line.view.ts';
import { inertLine } from './report/inert.view.ts';

type Report = Extract<Causes['report'], { kind: 'shares' }>;
type Share = Report['excuses'];

const barWidth = 24;
/** Empty cells: what could not be asked has no figures. */
const unknown = ['', '', ''];

/** The answer in sentences, then each share with its likely range, then what can't be said. */
export function causesText({ told, report }: Causes, columns: number): string {
  const lines = told.flatMap((sentence) => wrapped(sentence, columns));
  if (report.kind === 'shares') {
    const most = Math.max(0.1, report.unexplained.share, ...report.causes.map((one) => one.high));
    lines.push('', 'Share of the failing, likely between');
    for (const one of report.causes) {
      lines.push(asked(one) ? row(one.cause, one, most) : notTold(one.cause));
      for (const part of one.exposures.filter((own) => own.share >= 0.005 || own.high >= 0.02).slice(0, 4))
        lines.push(`    ${inertLine(part.says, columns - 24).padEnd(columns - 30)} ${short(part)}`);
    }
    lines.push(excusesTold(report) ? row('excuses', report.excuses, most) : notTold('excuses'));
    lines.push(row('unexplained', report.unexplained, most));
    if (report.managementByLevel.length > 0)
      lines.push(
        '',
        `Management by who answers for it: ${report.managementByLevel.map((one) => `${one.level} ${short(one)}`).join('; ')}.`,
      );
    const each = [
      ...report.eachExcuse.map((one) => `${inertLine(one.says, 30)}: ${aloneOf(one)}`),
      ...(report.excusesNotTold ?? []).map((one) => `${inertLine(one.says, 30)}: not told`),
    ];
    if (each.length > 0) lines.push('', ...wrapped(`Excuses, each alone: ${each.join('; ')}.`, columns));
  }
  if (report.warnings.length > 0) {
    lines.push('', 'What can’t be said');
    for (const one of report.warnings)
      lines.push(...wrapped(inertLine(one.says), columns - 2).map((line, nth) => `${nth === 0 ? '- ' : '  '}${line}`));
  }
  const { contacts, failures, marks } = report.basis;
  const ranges =
    report.kind === 'shares'
      ? ' Ranges hold 9 times in 10. The odds of a single failure are another thing: ./customary explain ID.'
      : '';
  if (marks > 0)
    lines.push(
      '',
      ...wrapped(
        `From ${countOf(failures, 'failure')} among ${countOf(marks, 'mark')} in ${countOf(contacts, 'contact')}.${ranges}`,
        columns,
      ),
    );
  return lines.join('\n');
}

function row(name: string, share: Share, most: number): string {
  const full = Math.round((Math.max(0, share.share) / most) * barWidth);
  return `${name.padEnd(12)} ${percent(share.share).padStart(4)}  ${'█'.repeat(full).padEnd(barWidth)}  ${percent(share.low)} to ${percent(share.high)}`;
}

function notTold(name: string): string {
  return `${name.padEnd(12)} not told`;
}

/** Of an excuse that is no more than chance nothing is kept: that is no range from nothing to nothing. */
function aloneOf(one: Share): string {
  return one.low === 0 && one.high === 0 ? 'no more than chance' : short(one);
}

function short({ share, low, high }: Share): string {
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

/** Whole per cent; what rounds to nothing is 0, without a sign. */
export function percent(share: number): string {
  return `${hundredths(share)} %`;
}

/** One line a share: causes, what is in them, excuses, management's levels, what is unexplained. */
export function* causesCsv({ report }: Causes): Generator<string> {
  yield line(['of', 'id', 'in words', 'share', 'low', 'high', 'marks under it']);
  if (report.kind === 'nothing') return;
  for (const one of report.causes) {
    yield line(['cause', one.cause, one.cause, ...(asked(one) ? figures(one) : unknown), '']);
    for (const part of one.exposures)
      yield line(['exposure', part.id, part.says, ...figures(part), rounded(part.exposed)]);
  }
  yield line([
    'excuses',
    'excuses',
    'all excuses together',
    ...(excusesTold(report) ? figures(report.excuses) : unknown),
    '',
  ]);
  for (const one of report.eachExcuse)
    yield line([one.control ? 'control' : 'excuse', one.id, one.says, ...figures(one), '']);
  for (const one of report.excusesNotTold ?? [])
    yield line([one.control ? 'control' : 'excuse', one.id, one.says, ...unknown, '']);
  for (const one of report.managementByLevel) yield line(['management', one.level, one.level, ...figures(one), '']);
  yield line(['unexplained', 'unexplained', 'explained by none of these', ...figures(report.unexplained), '']);
}

function figures({ share, low, high }: Share): number[] {
  return [share, low, high].map(rounded);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
