import { describe, expect, it } from 'vitest';
import type { WatchOnWire } from '../diagnosis/watching/watch.shape.ts';
import { patternsText } from './patterns.view.ts';
import { ratesText } from './rates.view.ts';
import { changes, toldChanges } from './report/changes.view.ts';
import type { ReportSummary } from '../diagnosis/report.shape.ts';
import { watchText } from './watch.view.ts';

type Change = WatchOnWire['changes'][number];
const change = (over: Partial<Change> = {}): Change => ({
  standard: 'a.one',
  title: 'Need <before> price',
  direction: 'worse',
  since: '2026-04-11',
  earliest: '2026-04-09',
  latest: '2026-04-14',
  plainBy: '2026-06-30',
  peak: 12,
  p: 1e-6,
  before: { failed: 10, marked: 100 },
  after: { failed: 30, marked: 100 },
  runLength: { unchanged: 9000, changed: 120 },
  events: [
    {
      day: '2026-04-11',
      says: 'the day policy “Refunds” 4.2 took effect',
      kind: 'policy',
      id: 'refunds',
      namesTheStandard: true,
    },
  ],
  ...over,
});
const chart: WatchOnWire['charts'][number] = {
  standard: 'a.one',
  title: 'Need <before> price',
  period: 'week',
  centre: 0.2,
  sigmaZ: 1,
  points: [10, 12, 9, 40, 11, 10].map((failed, at) => ({
    from: `2026-03-0${at + 1}`,
    failed,
    marked: 100,
    low: 0.05,
    high: 0.35,
    outside: failed > 35 ? ('above' as const) : null,
  })),
};
const found = (over: Partial<WatchOnWire> = {}): WatchOnWire => ({
  changes: [],
  charts: [],
  watched: 2,
  tooFew: 0,
  says: ['2 rates were watched.'],
  ...over,
});

describe('what changed, on the screen', () => {
  it('tells the day, the event of that day, and how often it would cry by chance', () => {
    const text = watchText(found({ changes: [change()], charts: [chart] }), 100);
    expect(text).toContain(
      'all sites: missed more from about 2026-04-11 (between 2026-04-09 and 2026-04-14): 10 % of 100 before, 30 % of 100 after.',
    );
    expect(text).toContain('2026-04-11: the day policy “Refunds” 4.2 took effect (it names this standard)');
    expect(text).toContain('once in about 9,000 marks');
    expect(text).toContain('▃▃▃█▃▃');
    expect(text).toContain('! above its limits');
  });
  it('says so where nothing dated stands near, and ends in what can be said', () => {
    const text = watchText(found({ changes: [change({ events: [] })] }), 100);
    expect(text).toContain('No dated event on record stands near it.');
    expect(text.endsWith('2 rates were watched.')).toBe(true);
  });
  it('says first that no change can be looked for, where the charts are all there is', () => {
    const text = watchText(found({ watched: 0, charts: [chart], says: ['No change can be looked for yet.'] }), 100);
    expect(text.startsWith('No change can be looked for yet.')).toBe(true);
    expect(text.match(/No change can be looked for/g)).toHaveLength(1);
    expect(text).toContain('▃▃▃█▃▃');
  });
  it('tells sites that changed with all of them once', () => {
    const told = toldChanges([
      change({ site: 'bay', siteName: 'Bay', since: '2026-04-20' }),
      change(),
      change({ site: 'hill', siteName: 'Hill', since: '2026-08-20' }),
      change({ direction: 'better' }),
    ]);
    expect(told.map((one) => [one.change.site, one.alsoAt.map((other) => other.site)])).toEqual([
      [undefined, ['bay']],
      ['hill', []],
      [undefined, []],
    ]);
  });
});

describe('what changed, in the page', () => {
  const summary = (watch?: WatchOnWire) => ({ watch }) as unknown as ReportSummary;
  it('draws each chart with words for those who can’t see it, and no tag of a title', () => {
    const html = changes(summary(found({ changes: [change()], charts: [chart] })));
    expect(html).toContain('What changed, and when');
    expect(html).toContain('role="img" aria-label="Need &lt;before&gt; price, all sites');
    expect(html).not.toContain('<before>');
    expect(html).not.toContain('style=');
    expect(html.match(/<circle/g)).toHaveLength(1);
  });
  it('stays away where nothing was watched, and says so where nothing changed', () => {
    expect(changes(summary())).toBe('');
    expect(changes(summary(found()))).toContain('2 rates were watched.');
  });
});

describe('rates and patterns on the screen', () => {
  it('tells a rate as missed, with what was corrected beside it', () => {
    const row = {
      standard: 'a.one',
      title: 'One',
      group: '',
      groupName: '',
      marked: 100,
      unsure: 0,
      met: 80,
      failed: 20,
      rate: 0.8,
      wilson: { from: 0.71, to: 0.87 },
      shrunk: null,
      shrunkInterval: null,
      alike: false,
      claim: 'corrected' as const,
      reviews: { used: 40, withoutChance: 0, setAside: 0, begun: 0, olderWording: 0 },
      corrected: {
        these: { rate: 0.75, from: 0.66, to: 0.83 },
        process: { rate: 0.75, from: 0.64, to: 0.84 },
        effective: 70,
        of: 100,
      },
      more: { reviews: 120, within: 0.03 },
    };
    const text = ratesText({ by: 'standard', rows: [row], neverCameUp: [], agreement: [], says: ['One row.'] }, 100);
    expect(text).toContain('20 % (13 to 29) of 100');
    expect(text).toContain('these 25 % (17 to 34), process 25 % (16 to 36); 120 more reviews: ±3');
    const { rate: _rate, wilson: _wilson, corrected: _corrected, ...person } = row;
    const machine = { ...person, claim: 'machine-only' as const };
    const drawn = ratesText({ by: 'person', rows: [machine], neverCameUp: [], agreement: [], says: [] }, 100);
    expect(drawn).toContain('too few to say, of 100');
    const alike = { ...machine, alike: true, shrunk: 0.8, shrunkInterval: { from: 0.75, to: 0.85 } };
    const people = ['ann', 'ben', 'cal'].map((group) => ({ ...alike, group, groupName: group }));
    const one = ratesText({ by: 'person', rows: people, neverCameUp: [], agreement: [], says: [] }, 100);
    expect(one).toContain('all 3, not told apart');
    expect(one).toContain('20 % (15 to 25) of 300');
    expect(one).not.toContain('ann');
  });
  it('names what never came up', () => {
    const never = Array.from({ length: 14 }, (_, at) => ({ standard: `a.${at}`, title: `Title ${at}` }));
    const text = ratesText({ by: 'standard', rows: [], neverCameUp: never, agreement: [], says: [] }, 1_000);
    expect(text).toContain('Never came up, so nothing can be said of them: Title 0;');
    expect(text).toContain('; and 2 more.');
  });
  it('tells a pattern by what, where, why and what to do', () => {
    const text = patternsText({
      says: 'One pattern.',
      noFailures: false,
      patterns: [
        {
          id: 'p1',
          standard: 'a.one',
          title: 'One',
          site: 'bay',
          siteName: 'Bay',
          cause: 'procedure',
          failures: 1,
          expected: 1,
          marked: 30,
          missed: 4,
          standing: 'strong',
          standsOut: true,
          reasons: [{ detail: 'missing', failures: 1, sentence: 'Nothing in writing.', fix: 'Write it.' }],
          example: 'm1',
        },
      ],
    });
    expect(text).toContain('One: procedure, Bay');
    expect(text).toContain('1 failure of 4 missed in 30; strong; this site stands out');
    expect(text).toContain('Nothing in writing. Write it.');
  });
});
