import { describe, expect, it } from 'vitest';
import { causes } from '../finding.core.ts';
import type { CausesReport, ExposureShare, NothingToShare, SharesFound } from './causes-report.core.ts';
import { toldCauses, worthFixing } from './causes-told.core.ts';

const basis = { marks: 1200, failures: 400, contacts: 300, people: 9, sites: 3, standards: 12 };
const share = (middle: number, half = 0.04) => ({ share: middle, low: middle - half, high: middle + half });
const exposure = (id: string, says: string, middle: number): ExposureShare => ({
  id,
  says,
  cause: id.split('.')[0] as ExposureShare['cause'],
  exposed: 0.4,
  ...share(middle),
});

function report(shares: Partial<Record<(typeof causes)[number], readonly ExposureShare[]>>): SharesFound {
  const each = causes.map((cause) => {
    const exposures = shares[cause] ?? [];
    const all = share(exposures.reduce((sum, one) => sum + one.share, 0));
    return { cause, ...all, claimed: all.low > 0.05, exposures };
  });
  return {
    kind: 'shares',
    basis,
    causes: each.toSorted((a, b) => b.share - a.share),
    excuses: share(0.02, 0.02),
    eachExcuse: ['customer', 'price', 'location', 'moon'].map((id) => ({
      id,
      says: id,
      control: id === 'moon',
      ...share(0.005),
    })),
    unexplained: share(0.4),
    managementByLevel: [],
    warnings: [],
  };
}

describe('the answer in sentences', () => {
  it('names the circumstance that explains most, what the excuses explain, and what to fix first', () => {
    const told = toldCauses(
      report({
        procedure: [exposure('procedure.missing', 'procedures not in writing', 0.38)],
        management: [exposure('management.no-feedback', 'no feedback on it in 90 days', 0.12)],
      }),
    );
    expect(told).toEqual([
      'About 38 % of the failing is procedures not in writing (34 to 42).',
      'Customers, price and place explain 2 % (0 to 4).',
      "As a check on ourselves moon, which can't matter, was asked the same way: it explains nothing.",
      'Fix these two first: procedures not in writing (38 %); no feedback on it in 90 days (12 %).',
      expect.stringContaining('40 % is explained by none of these (36 to 44)'),
    ]);
  });

  it('claims nothing where no share is surely over 5 %, and says how much may be in it', () => {
    const told = toldCauses(
      report({
        ...Object.fromEntries(causes.map((cause) => [cause, [exposure(`${cause}.any`, 'anything', 0)]])),
        training: [exposure('training.lapsed', 'training that had lapsed', 0.08)],
      }),
    );
    expect(told[0]).toBe(
      'None of the five causes stands out: no share is surely over 5 % of the failing. The most that may be in it is training, with up to 12 %.',
    );
    expect(told.join(' ')).not.toContain('first');
  });

  it('never says of people that they are to be fixed', () => {
    const own = exposure('personnel.own-effect', 'people who stand out', 0.3);
    expect(worthFixing(report({ personnel: [own] }))).toEqual([]);
    expect(toldCauses(report({ personnel: [own] })).join(' ')).not.toContain('Fix');
  });

  it('tells only of excuses that could be asked, and gives none a share of nothing instead', () => {
    const some = report({ procedure: [exposure('procedure.missing', 'procedures not in writing', 0.38)] });
    const customer = { id: 'customer', says: 'the customer', control: false };
    const price = some.eachExcuse.filter((one) => one.id === 'price');
    expect(toldCauses({ ...some, eachExcuse: price, excusesNotTold: [customer] })[1]).toBe(
      'Price explains 2 % (0 to 4).',
    );
    const moon = some.eachExcuse.filter((one) => one.control);
    expect(toldCauses({ ...some, eachExcuse: moon, excusesNotTold: [customer] })[1]).toBe("Excuses couldn't be asked.");
    expect(toldCauses({ ...some, eachExcuse: [] })[1]).toMatch(/^Excuses couldn't be asked: nothing of the customer/);
  });

  it('gives excuses that are no more than chance no range from nothing to nothing', () => {
    const told = toldCauses({ ...report({}), excuses: { share: 0, low: 0, high: 0 } });
    expect(told.join(' ')).toContain('Customers, price and place explain no more than chance would.');
  });

  it('does not speak of causes that could not be asked as if they did not stand out', () => {
    const one = report({ training: [exposure('training.lapsed', 'training that had lapsed', 0.02)] });
    expect(toldCauses(one)[0]).toMatch(/^No cause that could be asked stands out/);
    expect(toldCauses(report({}))[0]).toMatch(/^None of the five causes could be asked/);
  });

  it('says that shares below nothing are chance, and of those that surely are, what they mean', () => {
    const negative = (half: number): SharesFound => {
      const made = report({ training: [exposure('training.lapsed', 'training that had lapsed', -0.06)] });
      const low = made.causes.map((one) => (one.cause === 'training' ? { ...one, ...share(-0.06, half) } : one));
      return { ...made, causes: low, unexplained: share(1.06) };
    };
    expect(toldCauses(negative(0.2)).at(-1)).toBe(
      'Some estimates lie below nothing, which is chance: with so few marks read them as ranges.',
    );
    expect(toldCauses(negative(0.01)).at(-1)).toMatch(/fewer marks were missed there/);
    expect(toldCauses(report({})).join(' ')).not.toContain('below nothing');
  });

  it('says first that there is too little where what is unexplained may be nearly anything', () => {
    const wide = (half: number) => toldCauses({ ...report({}), unexplained: share(1, half) })[0];
    expect(wide(0.5)).toBe(
      'There is too little to tell shares from chance: what none of the causes explains lies anywhere from 50 to 100 %.',
    );
    expect(wide(0.29)).not.toContain('too little to tell');
  });

  it.each(['no-marks', 'no-failures', 'all-failures', 'too-few', 'no-record'] as const)(
    'says in one sentence why there is nothing to share: %s',
    (why) => {
      const nothing: NothingToShare = { kind: 'nothing', basis, why, warnings: [] };
      const told = toldCauses(nothing satisfies CausesReport);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/\.$/);
    },
  );
});
