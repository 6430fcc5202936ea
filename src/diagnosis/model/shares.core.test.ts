import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cause, causes } from '../finding.core.ts';
import type { CausesReport, SharesFound } from './causes-report.core.ts';
import { excuse, exposure, makeRows, toldFit } from './mark-rows.test-data.ts';
import { type SharesOptions, sharesOfFailing } from './shares.core.ts';
import type { MarkRows } from './mark-rows.core.ts';

const size = 800;
/** Yes for a part of the rows, without following anything else of them. */
const some = (part: number, shift: number) => (row: number) => ((row * 0.6180339887 + shift) % 1 < part ? 1 : 0);

const everything = [
  exposure('policy.in-conflict', size, some(0.2, 0.1)),
  exposure('procedure.missing', size, some(0.4, 0.35)),
  exposure('procedure.unread', size, some(0.3, 0.6)),
  exposure('training.not-certified', size, some(0.3, 0.75)),
  exposure('management.no-feedback', size, some(0.5, 0.2), { level: 'site' }),
  exposure('management.target-against', size, some(0.2, 0.9), { level: 'owner' }),
];
const excuses = [
  excuse('customer.upset', size, some(0.25, 0.05)),
  excuse('price.high', size, (row) => ((row * 7) % 13) / 13),
  excuse('moon.full', size, some(0.1, 0.5), { control: true }),
];

function found(rows: MarkRows, options: SharesOptions): SharesFound {
  const report: CausesReport = sharesOfFailing(rows, { draws: 40, ...options });
  if (report.kind !== 'shares') throw new Error(`nothing to share: ${report.why}`);
  return report;
}

const shareOf = (report: SharesFound, cause: Cause): number => report.causes.find((one) => one.cause === cause)!.share;
const sum = (values: readonly { readonly share: number }[]): number => values.reduce((all, one) => all + one.share, 0);

describe('shares of the failing', () => {
  const coefficient = fc.double({ min: -1.5, max: 2, noNaN: true });
  const effects = fc.array(fc.double({ min: -1, max: 1.5, noNaN: true }), { minLength: 12, maxLength: 12 });

  it('add up to 1 less what is unexplained; parts add up to their cause, levels to management', () => {
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 9, maxLength: 9 }), effects, (given, person) => {
        const names = [...everything, ...excuses].map((one) => one.id);
        const told = Object.fromEntries(names.map((name, at) => [name, given[at]!]));
        const report = found(makeRows({ exposures: everything, excuses }), { fit: toldFit(told, { person }, 0.3) });
        expect(sum(report.causes) + report.excuses.share).toBeCloseTo(1 - report.unexplained.share, 9);
        for (const one of report.causes) expect(sum(one.exposures)).toBeCloseTo(one.share, 6);
        expect(sum(report.managementByLevel)).toBeCloseTo(shareOf(report, 'management'), 6);
      }),
      { numRuns: 12 },
    );
  });

  it('are those of a cause that alone explains everything above the reference', () => {
    const rows = makeRows({ exposures: [everything[1]!] });
    const report = found(rows, { fit: toldFit({ 'procedure.missing': 1 }, {}, 0, -1) });
    const p = (linear: number): number => 1 / (1 + Math.exp(-linear));
    let now = 0;
    let without = 0;
    for (const value of everything[1]!.values) {
      now += p(-1 + value);
      without += p(-1);
    }
    expect(shareOf(report, 'procedure')).toBeCloseTo(1 - without / now, 9);
  });

  it('are alike for causes that are alike', () => {
    const here = [
      exposure('policy.in-conflict', size, (row) => (row % 4 === 0 ? 1 : 0)),
      exposure('training.lapsed', size, (row) => (row % 4 === 1 ? 1 : 0)),
    ];
    const report = found(makeRows({ exposures: here }), {
      fit: toldFit({ 'policy.in-conflict': 0.8, 'training.lapsed': 0.8 }),
    });
    expect(shareOf(report, 'policy')).toBeCloseTo(shareOf(report, 'training'), 9);
    expect(shareOf(report, 'policy')).toBeGreaterThan(0.05);
  });

  it('are nothing, for certain, where nobody was ever exposed', () => {
    const never = exposure('training.lapsed', size, () => 0);
    const report = found(makeRows({ exposures: [...everything, never] }), {
      fit: toldFit({ 'training.lapsed': 3 }, {}, 1),
    });
    const own = report.causes.flatMap((one) => one.exposures).find((one) => one.id === 'training.lapsed');
    expect(own).toMatchObject({ share: 0, low: 0, high: 0, exposed: 0 });
  });

  it('are left out for an excuse of which nothing could be asked, and one asked in part is said to be', () => {
    const never = excuse('customer.upset', size, (row) => (row === 3 ? 1 : 0));
    const of = (more: readonly ReturnType<typeof excuse>[]) =>
      found(makeRows({ exposures: everything, excuses: [never, ...more] }), { fit: toldFit({}) });
    const none = of([]);
    expect(none.eachExcuse).toEqual([]);
    expect(none.excusesNotTold).toEqual([{ id: 'customer', says: 'the customer', control: false }]);
    const part = of([excuse('customer.hurried', size, some(0.3, 0.2))]);
    expect(part.eachExcuse.map((one) => one.id)).toEqual(['customer']);
    expect(part.excusesNotTold).toBeUndefined();
    const said = part.warnings.filter((one) => one.about.includes('customer.upset'));
    expect(said.map((one) => one.says)).toEqual([expect.stringContaining('Only a part of this')]);
  });

  it('are below zero where the estimate says that a cause prevents failures, and the interval says how surely', () => {
    const report = found(makeRows({ exposures: everything }), { fit: toldFit({ 'procedure.missing': -0.4 }, {}, 1.6) });
    const own = report.causes.find((one) => one.cause === 'procedure')!;
    expect(own.share).toBeLessThan(0);
    expect(own.low).toBeLessThan(0);
    expect(own.high).toBeGreaterThan(0);
    expect(own.claimed).toBe(false);
  });

  it('leave an amount below its reference as it is', () => {
    const load = exposure('management.load', size, (row) => (row % 3) / 2, { reference: 1, unit: 'contacts a person' });
    const report = found(makeRows({ exposures: [load] }), { fit: toldFit({ 'management.load': 1 }) });
    // Values are 0, a half and 1: none is beyond the reference.
    expect(report.causes.find((one) => one.cause === 'management')!.share).toBe(0);
  });

  it('take for personnel only people over one and a half times the median odds', () => {
    const rows = makeRows({ exposures: everything });
    const below = found(rows, { fit: toldFit({}, { person: [0.4, ...Array.from({ length: 11 }, () => 0)] }) });
    const above = found(rows, { fit: toldFit({}, { person: [1.4, ...Array.from({ length: 11 }, () => 0)] }) });
    expect(shareOf(below, 'personnel')).toBe(0);
    expect(shareOf(above, 'personnel')).toBeGreaterThan(0.01);
  });

  it('are the same again for the same rows, and on a part of the rows nearly those on all', () => {
    const rows = makeRows({ exposures: everything, excuses });
    const fit = toldFit({ 'procedure.missing': 1, 'management.no-feedback': 0.7 }, {}, 0.4);
    expect(found(rows, { fit })).toEqual(found(rows, { fit }));
    const part = found(rows, { fit, rowsForDraws: 200 });
    for (const cause of causes) expect(shareOf(part, cause)).toBeCloseTo(shareOf(found(rows, { fit }), cause), 2);
  });

  it('move excuses to their average, each alone and all together, and tell a control that explains something', () => {
    const rows = makeRows({ exposures: everything, excuses });
    const report = found(rows, { fit: toldFit({ 'moon.full': 2.5, 'customer.upset': 1 }) });
    expect(report.eachExcuse.map((one) => [one.id, one.control])).toEqual([
      ['customer', false],
      ['price', false],
      ['moon', true],
    ]);
    expect(report.eachExcuse.find((one) => one.id === 'price')!.share).toBe(0);
    expect(report.warnings.map((one) => one.kind)).toContain('control');
    expect(found(rows, { fit: toldFit({}, {}, 0.5) }).warnings.map((one) => one.kind)).not.toContain('control');
  });
});

describe('what can be said where there is little', () => {
  const why = (rows: MarkRows): string => {
    const report = sharesOfFailing(rows, { fit: toldFit({}) });
    return report.kind === 'nothing' ? report.why : 'shares';
  };
  const exposures = [everything[0]!];

  it('nothing of no marks, no failures, all failures, a few, or no record', () => {
    expect(why(makeRows({ size: 0 }))).toBe('no-marks');
    expect(why(makeRows({ linear: () => -50, exposures }))).toBe('no-failures');
    expect(why(makeRows({ linear: () => 50, exposures }))).toBe('all-failures');
    expect(why(makeRows({ size: 60, exposures: [exposure('policy.in-conflict', 60, some(0.3, 0))] }))).toBe('too-few');
    expect(why(makeRows({}))).toBe('no-record');
    expect(why(makeRows({ exposures: [exposure('policy.in-conflict', size, () => Number.NaN)] }))).toBe('no-record');
  });

  it('nothing of people where each site is one person', () => {
    const rows = makeRows({ exposures });
    const alone = { ...rows, site: { names: rows.person.names, of: rows.person.of } };
    const report = found(alone, { fit: toldFit({}, { person: Array.from({ length: 12 }, (_, nth) => nth / 4) }) });
    expect(shareOf(report, 'personnel')).toBe(0);
    expect(report.warnings.find((one) => one.kind === 'no-movers')?.says).toContain('cannot be told apart');
  });

  it('nothing of what never changes inside one of two sites', () => {
    const rows = makeRows({ sites: 2, exposures });
    const bySite = {
      ...exposure('management.unobserved', size, () => 0),
      values: Float64Array.from(rows.site.of, (one) => one),
    };
    const report = found(
      { ...rows, exposures: [...exposures, bySite] },
      { fit: toldFit({ 'management.unobserved': 2 }) },
    );
    expect(report.warnings.map((one) => one.kind)).toContain('too-few-sites');
    expect(shareOf(report, 'management')).toBe(0);
  });

  it('only both together of two that always come together: they share what both do', () => {
    const twins = [
      exposure('policy.in-conflict', size, some(0.3, 0.2)),
      exposure('training.lapsed', size, some(0.3, 0.2)),
    ];
    const report = found(makeRows({ exposures: twins }), { fit: toldFit({ 'policy.in-conflict': 1.2 }) });
    expect(report.warnings.map((one) => one.kind)).toContain('collinear');
    expect(shareOf(report, 'policy')).toBeCloseTo(shareOf(report, 'training'), 9);
  });

  it('marks that nobody recorded are neither exposed nor in order', () => {
    const partly = exposure('training.lapsed', size, (row) => (row % 2 === 0 ? Number.NaN : some(0.4, 0.3)(row)));
    let columns: readonly string[] = [];
    const fit = toldFit({});
    found(makeRows({ exposures: [partly] }), {
      fit: (data) => {
        columns = data.fixed.map((one) => one.name);
        return fit(data);
      },
    });
    expect(columns).toContain('not on record: training.lapsed');
  });
});

describe('very many marks', () => {
  it('are thinned to all failures and an even part of the kept, with the same shares', () => {
    const many = 6000;
    const rows = makeRows({
      size: many,
      linear: (row) => -2 + some(0.4, 0.3)(row),
      exposures: [exposure('procedure.missing', many, some(0.4, 0.3))],
    });
    const told = toldFit({ 'procedure.missing': 1 }, {}, 0, -2);
    const all = found(rows, { fit: told });
    let seen = 0;
    const thin = found(rows, {
      mostRows: 2500,
      fit: (data) => {
        seen = data.rows;
        expect(data.weight).toBeUndefined();
        // A fit of thinned rows finds the intercept that such rows have.
        const kept = rows.size - rows.failed.reduce((total, one) => total + one, 0);
        const taken = data.rows - (rows.size - kept);
        return toldFit({ 'procedure.missing': 1 }, {}, 0, -2 + Math.log(kept / taken))(data);
      },
    });
    expect(Math.abs(seen - 2500)).toBeLessThanOrEqual(3);
    expect(thin.warnings.map((one) => one.kind)).toContain('sampled');
    expect(shareOf(thin, 'procedure')).toBeCloseTo(shareOf(all, 'procedure'), 1);
    expect(thin.basis).toEqual(all.basis);
  });
});
