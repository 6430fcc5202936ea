import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import {
  aboutMissed,
  channelCount,
  checkedWords,
  dayInWords,
  inSentence,
  inWords,
  missedInterval,
  missedRate,
  siteName,
  worstStandards,
} from './wording.view.ts';

const rate = {
  met: 69,
  failed: 31,
  unsure: 4,
  rate: 0.69,
  wilson: { from: 0.62, to: 0.76 },
  shrunk: 0.69,
  shrunkInterval: null,
};

describe('numbers in plain words', () => {
  it('say about how much, and likely between what', () => {
    expect(aboutMissed(rate)).toBe('about 31 %, likely between 24 and 38');
  });

  it('say the count where too few were judged for a rate', () => {
    const few = { ...rate, met: 0, failed: 3, rate: 0, wilson: { from: 0, to: 0.56 } };
    expect(aboutMissed(few)).toBe('3 of 3, too few for a rate');
  });

  it('say all where it is all, and never round up to it', () => {
    const every = { ...rate, met: 0, failed: 31, rate: 0, wilson: { from: 0, to: 0.11 } };
    expect(aboutMissed(every)).toBe('all 31 of 31, likely between 89 and 100 %');
    const nearly = { ...rate, met: 1, failed: 999, rate: 0.001, wilson: { from: 0.0002, to: 0.006 } };
    expect(aboutMissed(nearly)).toMatch(/^about 99 %/);
  });

  it('say not known where nothing could be judged', () => {
    expect(aboutMissed({ ...rate, rate: null, wilson: null })).toBe('not known yet');
    expect(missedRate({ rate: null })).toBeNull();
  });

  it('turn the interval round with the rate, low end first', () => {
    const turned = missedInterval(rate);
    expect(turned?.from).toBeCloseTo(0.24);
    expect(turned?.to).toBeCloseTo(0.38);
  });

  it('prefer the fraction that people say', () => {
    expect(inWords(0.64)).toBe('about 2 times in 3');
    expect(inWords(0.33)).toBe('about 1 time in 3');
    expect(inWords(0.5)).toBe('about 1 time in 2');
    expect(inWords(0.1)).toBe('about 1 time in 10');
    expect(inWords(0.02)).toBe('fewer than 1 time in 10');
    expect(inWords(0.99)).toBe('almost every time');
  });

  it('never stray far from the rate', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.08, max: 0.95, noNaN: true, maxExcluded: true }), (part) => {
        const found = /about (\d+) times? in (\d+)/.exec(inWords(part));
        return found !== null && Math.abs(Number(found[1]) / Number(found[2]) - part) < 0.075;
      }),
    );
  });

  it('count channels by their own word', () => {
    expect(channelCount('phone', 1)).toBe('1 call');
    expect(channelCount('shop', 1204)).toBe('1,204 mystery shops');
    expect(channelCount('fax', 2)).toBe('2 contacts');
  });

  it('write a day out', () => {
    expect(dayInWords('2026-09-01')).toBe('1 September 2026');
  });
});

describe('sentences of a pack inside one of ours', () => {
  it('begin small and lose the full stop', () => {
    expect(inSentence('Asks what they need.')).toBe('asks what they need');
  });
});

describe('the order of standards', () => {
  it('puts one miss in one contact below many in many', () => {
    const row = reportFixture().standards[0]!;
    const once = { ...row, id: 'once', weight: 5, met: 0, failed: 1, rate: 0, wilson: { from: 0, to: 0.79 } };
    const often = { ...row, id: 'often', weight: 3, met: 16, failed: 34, rate: 0.32, wilson: { from: 0.22, to: 0.43 } };
    expect(worstStandards([once, often]).map((one) => one.id)).toEqual(['often', 'once']);
  });

  it('puts what fails most and matters most first, and leaves out what never failed', () => {
    const { standards } = reportFixture();
    const first = standards[0]!;
    const quiet = { ...first, id: 'never.failed', failed: 0, rate: 1, shrunk: 1 };
    const ids = worstStandards([quiet, ...standards]).map((row) => row.id);
    expect(ids).not.toContain('never.failed');
    expect(ids[0]).toBe('enquiry.asks-to-reserve');
    expect(ids.indexOf('enquiry.asks-to-reserve')).toBeLessThan(ids.indexOf('closing.thanks'));
  });
});

describe('who has looked', () => {
  it('says that nobody has, until a reviewer has', () => {
    expect(checkedWords([{ checked: 0 }])).toBe('Marked by machine, not yet checked.');
    expect(checkedWords([{ checked: 3 }, { checked: 1 }])).toContain('4 marks checked');
  });
});

describe('sites', () => {
  it('go by their name, else their id, else say that none was stated', () => {
    const sites = [{ id: 's1', name: 'Tucson' }];
    expect(siteName({ sites }, 's1')).toBe('Tucson');
    expect(siteName({ sites }, 's2')).toBe('s2');
    expect(siteName({ sites }, 'unknown')).toBe('site not stated');
  });
});
