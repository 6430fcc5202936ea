import { describe, expect, it } from 'vitest';
import type { FailedStandard } from '../failure.core.ts';
import { patternId } from './pattern-id.core.ts';
import type { PatternPart } from './pattern.core.ts';
import { type PatternsFrom, type SiteTally, toPatterns } from './to-patterns.core.ts';

const standard = (id: string, weight = 1): FailedStandard => ({ id, kind: 'standard', says: `Does ${id}.`, weight });
const standards = new Map([standard('a.one'), standard('b.two', 5)].map((one) => [one.id, one]));
const part = (change: Partial<PatternPart>): PatternPart => ({
  standard: 'a.one',
  site: 'bay',
  cause: 'procedure',
  detail: 'missing',
  failures: 4,
  expected: 3,
  standings: { possible: 4, probable: 0, strong: 0, confirmed: 0 },
  example: { mark: 'm1', confidence: 0.5 },
  ...change,
});
const given = (change: Partial<PatternsFrom>): PatternsFrom => ({
  parts: [],
  tallies: [],
  spans: [],
  confirmed: [],
  standards,
  ...change,
});
const tally = (site: string, met: number, failed: number): SiteTally => ({ standard: 'a.one', site, met, failed });

describe('toPatterns', () => {
  it('puts all sites together, and each site beside them', () => {
    const found = toPatterns(
      given({
        parts: [part({}), part({ site: 'hill', failures: 2, expected: 1, example: { mark: 'm2', confidence: 0.9 } })],
        tallies: [tally('bay', 6, 4), tally('hill', 8, 2)],
        spans: [
          { standard: 'a.one', site: 'bay', cause: 'procedure', from: '2026-02-03', to: '2026-04-01' },
          { standard: 'a.one', site: 'hill', cause: 'procedure', from: '2026-01-09', to: '2026-03-01' },
          { standard: 'a.one', site: 'hill', cause: 'training', from: '2025-01-09', to: '2026-12-01' },
        ],
      }),
    );
    expect(found.map((one) => [one.site, one.failures, one.missed, one.marked])).toEqual([
      [undefined, 6, 6, 20],
      ['bay', 4, 4, 10],
      ['hill', 2, 2, 10],
    ]);
    expect(found[0]).toMatchObject({ from: '2026-01-09', to: '2026-04-01', example: 'm2', expected: 4 });
    expect(found[1]!.id).toBe(patternId({ standard: 'a.one', site: 'bay', cause: 'procedure' }));
  });
  it('is confirmed where a fix moved its rate, at the sites of the fix and over all', () => {
    const fixed = {
      fix: 'x',
      standard: 'a.one',
      cause: 'procedure',
      sites: ['bay'],
      confirmedOn: '2026-05-01',
    } as const;
    const parts = [part({}), part({ site: 'hill' })];
    const standings = toPatterns(given({ parts, confirmed: [fixed] })).map((one) => [one.site, one.standing]);
    expect(new Map(standings as [string | undefined, string][])).toEqual(
      new Map([
        [undefined, 'confirmed'],
        ['bay', 'confirmed'],
        ['hill', 'possible'],
      ]),
    );
  });

  it('keeps reasons apart inside, and causes apart from each other', () => {
    const found = toPatterns(
      given({
        parts: [part({}), part({ detail: 'stale', failures: 9 }), part({ cause: 'training', detail: 'not-certified' })],
      }),
    );
    expect(found.map((one) => one.cause).toSorted()).toEqual(['procedure', 'training']);
    const procedure = found.find((one) => one.cause === 'procedure')!;
    expect(procedure.reasons.map((one) => [one.detail, one.failures])).toEqual([
      ['stale', 9],
      ['missing', 4],
    ]);
    expect(procedure.reasons[1]!.fix).toMatch(/^Write/);
  });
  it('counts failures of unknown sites in all sites only', () => {
    const found = toPatterns(given({ parts: [part({ site: '' }), part({}), part({ site: 'hill' })] }));
    expect(found.map((one) => [one.site, one.failures])).toEqual(
      expect.arrayContaining([
        [undefined, 12],
        ['bay', 4],
        ['hill', 4],
      ]),
    );
    expect(found).toHaveLength(3);
  });
  it('puts first what is worth most, weight counted', () => {
    const found = toPatterns(given({ parts: [part({ expected: 4 }), part({ standard: 'b.two', expected: 1 })] }));
    expect(found.map((one) => one.standard)).toEqual(['b.two', 'a.one']);
  });
  it('says that a site stands out only where chance among so many sites wouldn’t do it', () => {
    const quiet = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((site, at) => tally(site, 90 + (at % 3), 10 - (at % 3)));
    const parts = ['a', 'b'].map((site) => part({ site }));
    const of = (bad: SiteTally) =>
      toPatterns(given({ parts, tallies: [bad, ...quiet] }))
        .filter((one) => one.standsOut)
        .map((one) => one.site);
    expect(of(tally('a', 40, 60))).toEqual(['a']);
    expect(of(tally('a', 88, 12))).toEqual([]);
    // Nine marks say nothing, however bad.
    expect(of(tally('a', 0, 9))).toEqual([]);
  });
  it('has nothing where nothing led, and leaves out standards no longer in use', () => {
    expect(toPatterns(given({}))).toEqual([]);
    expect(toPatterns(given({ parts: [part({ standard: 'gone.one' })] }))).toEqual([]);
  });
});
