// Production as text for a screen and as CSV: sites beside what their circumstances would give, then what those below share.
import { aboutCount, sumOf } from '../diagnosis/money/sums.core.ts';
import type { Production } from '../diagnosis/production/production.shape.ts';
import { wrapped } from '../kernel/wrap.ts';
import { percent } from './causes.view.ts';
import { line } from './report/csv-line.view.ts';
import { inertLine } from './report/inert.view.ts';

type Found = Extract<Production, { kind: 'production' }>;

const mostSites = 20;
const mostShared = 8;

export function productionText(found: Production, columns: number): string {
  const lines = found.told.flatMap((sentence) => wrapped(inertLine(sentence), columns));
  if (found.kind === 'nothing') return lines.join('\n');
  lines.push(
    '',
    `${heading[found.measure]}, ${found.fromMonth} to ${found.toMonth}; short of what is expected, likely between`,
  );
  for (const one of found.sites.slice(0, mostSites))
    lines.push(
      `${one.below ? '*' : ' '} ${said(one.value, found).padStart(10)} of ${said(one.expected, found).padEnd(10)} ${percent(one.short).padStart(6)}  ${`${percent(one.from)} to ${percent(one.to)}`.padEnd(16)} ${inertLine(one.name, columns - 52)}`,
    );
  if (found.sites.length > mostSites) lines.push(`  and ${found.sites.length - mostSites} more: --csv writes all.`);
  lines.push('* surely more than 5 % below.');
  if (found.shared.length > 0) {
    lines.push('', 'Missed: at the sites below, at the others, for each tenth short, likely between');
    for (const one of found.shared.slice(0, mostShared))
      lines.push(
        `${one.stands ? '*' : ' '} ${percent(one.below).padStart(6)} ${percent(one.rest).padStart(6)} ${percent(one.more).padStart(6)}  ${`${percent(one.from)} to ${percent(one.to)}`.padEnd(15)} ${inertLine(one.title, columns - 42)}`,
      );
    lines.push(`* stands out, corrected for having looked at ${found.shared.length} figures.`);
  }
  return lines.join('\n');
}

const heading: Readonly<Record<Found['measure'], string>> = {
  revenue: 'Revenue a month',
  occupancy: 'Occupancy',
  moveIns: 'Move-ins a month',
};

function said(value: number, { measure, currency }: Found): string {
  if (measure === 'revenue') return sumOf(value, currency);
  return measure === 'occupancy' ? percent(value) : aboutCount(value);
}

/** One line a site, then one a figure that those below may share. */
export function* productionCsv(found: Production): Generator<string> {
  yield line([
    'of',
    'id',
    'in words',
    'value, or at sites below',
    'expected, or at the others',
    'difference, or a tenth short',
    'from',
    'to',
    'stands',
  ]);
  if (found.kind === 'nothing') return;
  for (const one of found.sites)
    yield line([
      'site',
      one.site,
      one.name,
      ...[one.value, one.expected, -one.short, -one.to, -one.from].map(rounded),
      yes(one.below),
    ]);
  for (const one of found.shared)
    yield line([
      one.of,
      one.id,
      one.title,
      ...[one.below, one.rest, one.more, one.from, one.to].map(rounded),
      yes(one.stands),
    ]);
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no';
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
