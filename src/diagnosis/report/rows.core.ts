// Rows of the report's tables, from counts per standard, per site and per month.
import type { BaseRates } from '../../standards/base-rates.core.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { CheckedStandards } from '../rates/checked-standards.core.ts';
import { outsideOf, ratesOf, type RateRow } from './rates.core.ts';

interface Counted {
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
  readonly unsure: number;
}
interface PerCause {
  readonly policy: number;
  readonly procedure: number;
  readonly training: number;
  readonly management: number;
  readonly personnel: number;
}

/** What people looked at again of a standard, and the rate that comes of it. */
export interface CheckedRow {
  readonly checked: number;
  /** A share met, as all rates of the report. */
  readonly corrected?: {
    readonly rate: number;
    readonly from: number;
    readonly to: number;
    readonly reviews: number;
    readonly of: number;
  };
}

/** @param before marks that people made before reviews were kept here, and of their own, by standard */
export function checkedIn(
  before: ReadonlyMap<string, number>,
  { corrected, reviewed }: CheckedStandards,
): Map<string, CheckedRow> {
  return new Map(
    [...new Set([...before.keys(), ...reviewed.keys()])].map((id) => {
      const row = corrected.get(id);
      return [
        id,
        {
          checked: (before.get(id) ?? 0) + (reviewed.get(id) ?? 0),
          ...(row?.corrected
            ? { corrected: { ...row.corrected.these, reviews: row.reviews.used, of: row.corrected.of } }
            : {}),
        },
      ];
    }),
  );
}

/** One row a standard in use, in the standards' own order. Standards and atrocities are drawn to means of their own. */
export function standardRows(
  standards: readonly Standard[],
  counted: readonly Counted[],
  contacts: number,
  checked: ReadonlyMap<string, CheckedRow>,
  published: BaseRates,
) {
  const counts = new Map(counted.map((one) => [one.standard, one]));
  const rates = new Map<string, RateRow>();
  for (const kind of ['standard', 'atrocity'] as const) {
    const own = standards.filter((one) => one.kind === kind);
    const rows = ratesOf(own.map((one) => counts.get(one.id) ?? { met: 0, failed: 0, unsure: 0 }));
    own.forEach((one, index) => rates.set(one.id, rows[index]!));
  }
  return standards.map((one) => ({
    id: one.id,
    version: one.version,
    pack: one.pack,
    kind: one.kind,
    says: one.says,
    ...(one.title === undefined ? {} : { title: one.title }),
    ...(one.failing === undefined ? {} : { failing: one.failing }),
    ...(one.because === undefined ? {} : { because: one.because }),
    ...(one.instead === undefined ? {} : { instead: one.instead }),
    weight: one.weight,
    few: one.few,
    firstImpression: one.firstImpression,
    ...rates.get(one.id)!,
    notApplicable: Math.max(0, contacts - applicable(counts.get(one.id))),
    checked: checked.get(one.id)?.checked ?? 0,
    ...(checked.get(one.id)?.corrected ? { corrected: checked.get(one.id)!.corrected! } : {}),
    ...(published.has(one.id) ? { published: [...published.get(one.id)!] } : {}),
  }));
}

function applicable(one: Counted | undefined): number {
  return one ? one.met + one.failed + one.unsure : 0;
}

/** One row a standard and site; rates are drawn to the standard's mean over sites, and placed in its funnel. */
export function siteStandardRows(
  counted: readonly (Counted & { readonly site: string })[],
  expected: readonly { readonly site: string; readonly standard: string; readonly expected: PerCause }[],
) {
  const causes = new Map(expected.map((one) => [`${one.standard} ${one.site}`, one.expected]));
  const none: PerCause = { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };
  return [...Map.groupBy(counted, (one) => one.standard)].flatMap(([standard, rows]) => {
    const rates = ratesOf(rows);
    const outside = outsideOf(rows);
    return rows.map((row, index) => ({
      site: row.site,
      standard,
      ...rates[index]!,
      outside: outside[index]!,
      expected: causes.get(`${standard} ${row.site}`) ?? none,
    }));
  });
}

/** One row a standard and month; contacts without a time are left out. */
export function monthRows(counted: readonly (Counted & { readonly month: string })[]) {
  return counted
    .filter((one) => one.month !== 'unknown')
    .map(({ month, standard, met, failed, unsure }) => ({ month, standard, met, failed, unsure }));
}
