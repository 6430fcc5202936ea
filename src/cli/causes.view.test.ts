import { describe, expect, it } from 'vitest';
import type { Causes } from '../diagnosis/model/causes.shape.ts';
import { causesCsv, causesText } from './causes.view.ts';

const share = (middle: number) => ({ share: middle, low: middle - 0.05, high: middle + 0.05 });

const found: Causes = {
  madeAt: '2026-03-01T12:00:00.000Z',
  told: ['About 38 % of the failing is procedures not in writing (33 to 43).', 'Customers explain 2 % (0 to 4).'],
  report: {
    kind: 'shares',
    basis: { marks: 12_000, failures: 3000, contacts: 1500, people: 20, sites: 6, standards: 30 },
    causes: [
      {
        cause: 'procedure',
        claimed: true,
        ...share(0.38),
        exposures: [
          {
            id: 'procedure.missing',
            cause: 'procedure',
            says: 'procedures not in writing',
            exposed: 0.4,
            ...share(0.38),
          },
        ],
      },
      {
        cause: 'personnel',
        claimed: false,
        ...share(-0.002),
        exposures: [
          {
            id: 'personnel.own-effect',
            cause: 'personnel',
            says: 'people who stand out',
            exposed: 0,
            ...share(-0.002),
          },
        ],
      },
      { cause: 'policy', claimed: false, share: 0, low: 0, high: 0, exposures: [] },
    ],
    excuses: share(0.02),
    eachExcuse: [{ id: 'moon', says: '=cmd|the moon', control: true, ...share(0) }],
    excusesNotTold: [{ id: 'customer', says: 'the customer', control: false }],
    unexplained: share(0.6),
    managementByLevel: [],
    warnings: [
      {
        kind: 'rare',
        about: ['x'],
        says: 'Too few marks stood under this to say what it does (3): tools out of order.',
      },
    ],
  },
};

describe('shares on the screen', () => {
  const text = causesText(found, 80);

  it('begin with the answer, and end with what they are not', () => {
    expect(text.split('\n')[0]).toBe(found.told[0]);
    expect(text).toContain('odds of a single failure are another thing');
  });

  it('show each share with its range, and nothing as 0 without a sign', () => {
    expect(text).toMatch(/procedure +38 % +█+ +33 % to 43 %/);
    expect(text).toMatch(/personnel +0 % /);
    expect(text).not.toContain('-0 %');
  });

  it('give no figures to what could not be asked', () => {
    expect(text).toMatch(/^policy +not told$/m);
    expect(text).toMatch(/^excuses +not told$/m);
    expect(text).toContain('the customer: not told');
  });

  it('never show a range from nothing to nothing for an excuse that is no more than chance', () => {
    if (found.report.kind !== 'shares') throw new Error('no shares');
    const price = { id: 'price', says: 'the price', control: false, share: 0, low: 0, high: 0 };
    expect(causesText({ ...found, report: { ...found.report, eachExcuse: [price] } }, 80)).toContain(
      'the price: no more than chance',
    );
  });

  it('say what can’t be said, and keep to the width', () => {
    expect(text).toContain('Too few marks stood under this');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(82);
  });

  it('are one sentence where there is nothing to share', () => {
    const nothing: Causes = {
      madeAt: found.madeAt,
      told: ['Each of the 9 marks was met: there is no failing to explain.'],
      report: {
        kind: 'nothing',
        why: 'no-failures',
        basis: { marks: 9, failures: 0, contacts: 3, people: 1, sites: 1, standards: 3 },
        warnings: [],
      },
    };
    expect(causesText(nothing, 80)).toContain('no failing to explain');
    expect([...causesCsv(nothing)]).toHaveLength(1);
  });
});

describe('shares as CSV', () => {
  it('are one line a share, and never a formula', () => {
    const lines = [...causesCsv(found)];
    expect(lines[1]).toBe('cause,procedure,procedure,0.38,0.33,0.43,\r\n');
    expect(lines.find((line) => line.startsWith('control'))).toContain(`"'=cmd|the moon"`);
    expect(lines).toContain('cause,policy,policy,,,,\r\n');
    expect(lines).toContain('excuse,customer,the customer,,,,\r\n');
    expect(lines).toHaveLength(10);
  });
});
