import { describe, expect, it } from 'vitest';
import { agreements, groupRates, type Tallied, type Twice } from './rates.core.ts';
import { ratesSay } from './rates-say.core.ts';

const tally = (group: string, met: number, failed: number, unsure = 0): Tallied => ({
  standard: 'a.one',
  group,
  met,
  failed,
  unsure,
});
const twice = (human: Twice['human'], machine: Twice['machine'], change: Partial<Twice> = {}): Twice => ({
  standard: 'a.one',
  group: '',
  human,
  machine,
  probability: 0.04,
  ...change,
});
const many = (count: number, one: Twice): Twice[] => Array.from({ length: count }, () => one);

describe('groupRates', () => {
  it('corrects a machine that misses a fifth of the failures', () => {
    // The machine fails 80 of 1000; of 40 looked at it failed 4 rightly, passed 35 rightly and passed one that failed.
    const reviews = [...many(4, twice('failed', 'failed')), ...many(35, twice('met', 'met')), twice('failed', 'met')];
    const [row] = groupRates([tally('', 920, 80)], reviews);
    expect(row!.claim).toBe('corrected');
    expect(row!.rate).toBeCloseTo(0.92, 12);
    expect(row!.corrected!.these.rate).toBeLessThan(0.92);
    expect(row!.corrected!.these.from).toBeLessThan(row!.corrected!.these.rate);
    expect(row!.corrected!.process.from).toBeLessThanOrEqual(row!.corrected!.these.from);
    expect(row!.corrected!.process.to).toBeGreaterThanOrEqual(row!.corrected!.these.to);
  });
  it('lets no review without a logged chance into a rate, and sets aside those that say it did not apply', () => {
    const picked = many(60, twice('failed', 'failed', { probability: null }));
    const [row] = groupRates([tally('', 920, 80)], [...picked, twice('not-applicable', 'met')]);
    expect(row).toMatchObject({ claim: 'machine-only', reviews: { used: 0, withoutChance: 60, setAside: 1 } });
    expect(row!.corrected).toBeUndefined();
  });
  it('says where there are too few to correct by', () => {
    const [row] = groupRates([tally('', 92, 8)], many(29, twice('met', 'met')));
    expect(row!.claim).toBe('too-few-reviews');
  });
  it('lets no one or two reviews of a plan that has only begun over older contacts turn the rate', () => {
    const before = [
      ...many(80, twice('failed', 'failed', { probability: 0.15 })),
      ...many(146, twice('met', 'met', { probability: 0.15 })),
      ...many(4, twice('met', 'failed', { probability: 0.15 })),
    ];
    const [known] = groupRates([tally('', 2930, 1607)], before);
    expect(known).toMatchObject({ claim: 'corrected', reviews: { used: 230 } });
    const [begun] = groupRates(
      [tally('', 2930, 1607)],
      [...before, twice('failed', 'failed', { probability: 0.0003 })],
    );
    expect(begun).toMatchObject({ claim: 'too-few-reviews' });
    expect(begun!.reviews.used).toBeLessThan(10);
    expect(begun!.more!.reviews).toBeGreaterThan(30);
  });
  it('draws a small group to the others, and has nothing to draw one or two to', () => {
    const rows = groupRates([tally('a', 0, 2), tally('b', 90, 10), tally('c', 88, 12), tally('d', 91, 9)], []);
    expect(rows[0]!.rate).toBe(0);
    expect(rows[0]!.shrunk).toBeGreaterThan(0.5);
    for (const row of groupRates([tally('a', 0, 2), tally('b', 90, 10)], [])) expect(row.shrunk).toBeNull();
  });
  it('marks as alike groups that differ no more than chance, never those that do', () => {
    const same = ['a', 'b', 'c', 'd'].map((group, at) => tally(group, 40 + (at % 2), 10 - (at % 2)));
    expect(groupRates(same, []).map((row) => row.alike)).toEqual([true, true, true, true]);
    const apart = [tally('a', 90, 10), tally('b', 50, 50), tally('c', 10, 90)];
    expect(groupRates(apart, []).some((row) => row.alike)).toBe(false);
    expect(groupRates([tally('', 40, 10)], [])[0]!.alike).toBe(false);
  });
  it('never says for certain what never failed: the interval is that of all marks together', () => {
    const rows = groupRates(
      ['a', 'b', 'c'].map((group) => tally(group, 20, 0)),
      [],
    );
    for (const row of rows) expect(row.shrunkInterval!.from).toBeCloseTo(0.94, 2);
  });
  it('keeps a review to its own group', () => {
    const reviews = many(40, twice('met', 'met', { group: 'a' }));
    const rows = groupRates([tally('a', 500, 100), tally('b', 500, 100)], reviews);
    expect(rows.map((row) => row.claim)).toEqual(['corrected', 'machine-only']);
  });
});

describe('agreements', () => {
  it('tells how far people and machine agree, a standard at a time', () => {
    const found = agreements([
      ...many(3, twice('met', 'met')),
      twice('failed', 'met'),
      twice('met', 'met', { standard: 'b.two' }),
    ]);
    expect(found).toMatchObject([
      { standard: 'a.one', marks: 4, same: 0.75 },
      { standard: 'b.two', marks: 1, same: 1, kappa: null },
    ]);
  });
});

describe('what is said of rates', () => {
  it('says that people can’t be told apart, and that contacts name nobody', () => {
    const same = ['a', 'b', 'c', 'd'].map((group, at) => tally(group, 40 + (at % 2), 10 - (at % 2)));
    expect(ratesSay('person', groupRates(same, [])).join(' ')).toContain(
      "In 1 of 1 standards people can't be told apart",
    );
    expect(ratesSay('person', groupRates([tally('unknown', 4, 1)], []))).toEqual([
      'No contact says its rep, so nothing can be told by person: bring contacts that do.',
    ]);
  });
  it('has a sentence for nothing, for machine alone, and for people', () => {
    expect(ratesSay('standard', [])[0]).toMatch(/^No standard has been met or missed yet/);
    const rows = groupRates([tally('r1', 5, 5)], [twice('met', 'met', { group: 'r1', probability: null })]);
    const says = ratesSay('person', rows).join('\n');
    expect(says).toMatch(/not yet checked/);
    expect(says).toMatch(/enter no rate/);
    expect(says).toMatch(/one person only/);
    expect(says).toMatch(/not to rank/);
  });
});
