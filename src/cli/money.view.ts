// What failing costs as text for a screen and as CSV: sentences, standards and clauses with their ranges, then what it rests on.
import { aboutCount, sumOf } from '../diagnosis/money/sums.core.ts';
import type { Money } from '../diagnosis/money/money.shape.ts';
import { wrapped } from '../kernel/wrap.ts';
import { line } from './report/csv-line.view.ts';
import { inertLine } from './report/inert.view.ts';

type Report = Money['report'];
type Found = Extract<Report, { kind: 'outcomes' }>;
type Cost = Pick<Found['standards'][number], 'lost' | 'money'>;

const mostStandards = 12;
const mostClauses = 5;

export function moneyText({ report }: Money, columns: number): string {
  const lines = report.told.flatMap((sentence) => wrapped(inertLine(sentence), columns));
  if (report.kind === 'outcomes') lines.push(...foundLines(report, columns));
  if (report.kind === 'stated' && report.standards.length > 0) {
    lines.push('', 'Missed most where it matters: a month’s business that went through it, and what is assumed lost');
    for (const one of report.standards.slice(0, mostStandards))
      lines.push(
        `  ${sumOf(one.atStake, report.currency).padStart(10)} ${sumOf(one.money.value, report.currency).padStart(9)}  ${inertLine(one.title, columns - 24)}`,
      );
  }
  if (report.kind !== 'nothing')
    lines.push(
      '',
      'What this rests on',
      ...report.assumptions.flatMap((one) =>
        wrapped(inertLine(one), columns - 2).map((line, nth) => `${nth === 0 ? '- ' : '  '}${line}`),
      ),
    );
  return lines.join('\n');
}

function foundLines(report: Found, columns: number): string[] {
  const { currency } = report;
  const room = columns - 40;
  const lines = ['', `A month, likely between${report.worth === null ? ' (enquiries)' : ''}`];
  for (const one of report.standards.slice(0, mostStandards))
    lines.push(`${one.stands ? '*' : ' '} ${amounts(one, currency)}  ${inertLine(one.title, room)}`);
  if (report.standards.length > mostStandards)
    lines.push(`  and ${report.standards.length - mostStandards} more: --csv writes all.`);
  lines.push(
    ...wrapped(
      '* stands by itself though all were asked about; the others may be chance, and their figures don’t add up.',
      columns,
    ),
  );
  if (report.clauses.length > 0) {
    lines.push('', 'Rules, by what the misses they lead cost');
    for (const one of report.clauses.slice(0, mostClauses))
      lines.push(`  ${amounts(one, currency)}  ${inertLine(clauseName(one), room)}`);
  }
  return lines;
}

function clauseName({ title, clause, text }: Found['clauses'][number]): string {
  return `${title}${clause === null ? '' : `, ${clause}`}${text === null ? '' : `: ${text}`}`;
}

function amounts({ lost, money }: Cost, currency: string): string {
  const say = money === null ? aboutCount : (value: number) => sumOf(value, currency);
  const figure = money ?? lost;
  return `${say(figure.value).padStart(9)}  ${`${say(figure.from)} to ${say(figure.to)}`.padEnd(22)}`;
}

/** One line a standard and a clause; empty but for its head where nothing could be counted. */
export function* moneyCsv({ report }: Money): Generator<string> {
  yield line([
    'of',
    'id',
    'in words',
    'missed',
    'asked in',
    'enquiries a month',
    'from',
    'to',
    'money a month',
    'from',
    'to',
    'a miss costs',
    'stands',
  ]);
  if (report.kind === 'nothing') return;
  if (report.kind === 'stated') {
    for (const { standard, title, missed, of, money } of report.standards)
      yield line(['standard, assumed', standard, title, `${missed}`, `${of}`, '', '', '', ...figures(money), '', '']);
    return;
  }
  for (const one of report.standards) {
    const { standard, title, missed, of, lost, money, aMiss, stands } = one;
    yield line([
      'standard',
      standard,
      title,
      `${missed}`,
      `${of}`,
      ...figures(lost),
      ...figures(money),
      rounded(aMiss.money?.value),
      stands ? 'yes' : 'no',
    ]);
  }
  for (const one of report.clauses)
    yield line([
      'clause',
      `${one.policy}${one.clause === null ? '' : `/${one.clause}`}`,
      clauseName(one),
      `${one.misses}`,
      '',
      ...figures(one.lost),
      ...figures(one.money),
      '',
      '',
    ]);
}

function figures(figure: Cost['money']): (string | number)[] {
  return figure === null ? ['', '', ''] : [figure.value, figure.from, figure.to].map(rounded);
}

function rounded(value: number | undefined): string | number {
  return value === undefined ? '' : Number(value.toFixed(2));
}
