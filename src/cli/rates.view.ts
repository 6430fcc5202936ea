// Rates as text for a screen: a row a standard and group, missed rather than met, as people say it.
import type { z } from 'zod';
import type { RateGroupShape, RatesShape } from '../diagnosis/rates/rates.shape.ts';
import { hundredths } from '../kernel/counts.ts';
import { inertLine } from './report/inert.view.ts';
import { wrapped } from '../kernel/wrap.ts';

type Rates = z.infer<typeof RatesShape>;
type Row = z.infer<typeof RateGroupShape>;

const rowsShown = 40;
const neverNamed = 12;

/** The first rows, what may be said of them, and how far people and machine agree. */
export function ratesText({ by, rows: all, neverCameUp, agreement, says }: Rates, columns: number): string {
  const rows = by === 'person' ? oneForAll(all) : all;
  const shown = rows.slice(0, rowsShown);
  const cells = shown.map((row) => [
    inertLine(row.title, 34),
    ...(by === 'standard' ? [] : [inertLine(row.groupName, 26)]),
    missed(row),
    `${row.corrected === undefined ? claims[row.claim] : corrected(row.corrected)}${more(row)}`,
  ]);
  const head = ['missed', ...(by === 'standard' ? [] : [by]), 'by machine', 'checked by people'];
  const table = shown.length === 0 ? [] : aligned([head, ...cells]);
  return [
    ...table,
    ...(rows.length > rowsShown
      ? [`... ${rows.length - rowsShown} more rows: --standard ID narrows, --json FILE has all.`]
      : []),
    ...(shown.length > 0 ? [''] : []),
    ...says.flatMap((sentence) => wrapped(sentence, columns)),
    ...(neverCameUp.length === 0 ? [] : wrapped(neverSaid(neverCameUp), columns)),
    ...agreement.slice(0, 10).map(agreed),
  ].join('\n');
}

/** Where people can't be told apart, a row each would print one figure many times: one row says it of all of them. */
function oneForAll(rows: readonly Row[]): Row[] {
  return [...Map.groupBy(rows, (row) => row.standard).values()].flatMap((own) => {
    const known = own.filter((row) => row.group !== 'unknown');
    const [first] = known;
    if (!first?.alike) return own;
    return [
      {
        ...first,
        groupName: `all ${known.length}, not told apart`,
        marked: known.reduce((sum, row) => sum + row.marked, 0),
        claim: 'machine-only' as const,
      },
    ];
  });
}

function neverSaid(never: Rates['neverCameUp']): string {
  const named = never.slice(0, neverNamed).map(({ title }) => inertLine(title, 60));
  const more = never.length > neverNamed ? `; and ${never.length - neverNamed} more` : '';
  return `Never came up, so nothing can be said of ${never.length === 1 ? 'it' : 'them'}: ${named.join('; ')}${more}.`;
}

const claims: Record<Row['claim'], string> = {
  'machine-only': 'not yet checked',
  'too-few-reviews': 'too few reviews',
  corrected: '',
};

function missed({ marked, shrunk, shrunkInterval, rate, wilson }: Row): string {
  const [value, interval] = rate === undefined ? [shrunk, shrunkInterval] : [rate, wilson];
  if (marked === 0) return 'always unsure';
  if (value === null || interval === null || interval === undefined) return `too few to say, of ${marked}`;
  return `${percent(1 - value)} (${hundredths(1 - interval.to)} to ${hundredths(1 - interval.from)}) of ${marked}`;
}

function corrected({ these, process }: NonNullable<Row['corrected']>): string {
  const said = (one: typeof these): string =>
    `${percent(1 - one.rate)} (${hundredths(1 - one.to)} to ${hundredths(1 - one.from)})`;
  return `these ${said(these)}, process ${said(process)}`;
}

/** How many more reviews would narrow it, where it is the standard's own row. */
function more({ more: next, claim }: Row): string {
  if (next === null || claim === 'machine-only') return '';
  return `; ${next.reviews} more reviews: ±${hundredths(next.within)}`;
}

function agreed({ standard, marks, same, kappa, ac1 }: Rates['agreement'][number]): string {
  const two = (value: number | null): string => (value === null ? 'not known' : value.toFixed(2));
  return `${standard}: people and machine said the same of ${percent(same)} of ${marks}; kappa ${two(kappa)}, AC1 ${two(ac1)}.`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => Array.from(row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}

const percent = (share: number): string => `${hundredths(share)} %`;
