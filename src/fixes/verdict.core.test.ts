// What each state of the evidence allows to be said.
import { describe, expect, it } from 'vitest';
import type { Effect, EffectDay } from '../stats/effect.core.ts';
import { dayNumber } from './daily-counts.core.ts';
import type { Drift } from './drift.core.ts';
import { barOf, judge, type Evidence } from './verdict.core.ts';
import { verdictSentences } from './verdict-text.core.ts';

const start = dayNumber('2026-01-01');
const days = (count: number, logFell: (nth: number) => number, logRose = -1): EffectDay[] =>
  Array.from({ length: count }, (_, nth) => ({
    day: start + nth,
    contacts: 8 * (nth + 1),
    blocks: 2 * (nth + 1),
    logFell: logFell(nth),
    logRose,
    sum: 0.2 * (nth + 1),
  }));
const sound: Drift = { before: 40, after: 40, change: 0, standardError: 0.02, verdict: 'sound' };
const effect = (own: EffectDay[], change: Partial<Effect> = {}): Effect => ({
  days: own,
  wobble: 0.2,
  change: 0.1,
  standardError: 0.02,
  changedBefore: { failed: 60, marked: 200 },
  changedAfter: { failed: 28, marked: 140 },
  unchangedBefore: { failed: 90, marked: 300 },
  unchangedAfter: { failed: 60, marked: 200 },
  siteMonths: 6,
  beforeUsedUp: false,
  control: true,
  beforePerAfter: { changed: 1, unchanged: 1 },
  ...change,
});
const given = (change: Partial<Evidence>): Evidence => ({
  effect: effect(days(60, (nth) => (nth >= 20 ? 4 : 1))),
  interval: { low: 0.02, high: 0.18 },
  expected: 0.1,
  bar: Math.log(20),
  enough: 460,
  worse: [],
  drift: sound,
  ...change,
});
const waiting = effect(days(30, () => 1));

describe('a verdict', () => {
  it.each<[string, Partial<Evidence>, string, string]>([
    ['held for four weeks', {}, 'verified', 'held'],
    [
      'seen less than four weeks ago',
      { effect: effect(days(40, (nth) => (nth >= 20 ? 4 : 1))) },
      'too-early',
      'holding',
    ],
    ['not enough yet', { effect: waiting }, 'too-early', 'waiting'],
    ['no contact since', { effect: effect([]) }, 'too-early', 'nothing-after'],
    [
      'too few months of sites',
      { effect: effect(given({}).effect.days as EffectDay[], { siteMonths: 3 }) },
      'too-early',
      'few-site-months',
    ],
    ['nobody has reviewed', { drift: { ...sound, verdict: 'unchecked' } }, 'too-early', 'unchecked'],
    ['people made the marks', { drift: { ...sound, verdict: 'people' } }, 'verified', 'held'],
    ['the machine went blind', { drift: { ...sound, verdict: 'drifted' } }, 'not-verified', 'drifted'],
    [
      'no site stayed as it was',
      { effect: effect(given({}).effect.days as EffectDay[], { control: false }) },
      'not-verified',
      'no-control',
    ],
    [
      'less than half of what was expected',
      { effect: waiting, interval: { low: -0.05, high: 0.04 } },
      'not-verified',
      'less-than-half',
    ],
    ['twice the contacts needed', { effect: waiting, enough: 60 }, 'not-verified', 'waited-enough'],
    ['failing rose', { effect: effect(days(30, () => -2, 4)) }, 'harmed', 'rose'],
    ['a guardrail got worse, though the rate moved', { worse: ['close.thanked'] }, 'harmed', 'guardrail'],
    ['several fixes, evidence for one', { bar: barOf([4, 0, 0, 0]) }, 'too-early', 'waiting'],
  ])('%s', (_title, change, verdict, because) => {
    expect(judge(given(change))).toMatchObject({ verdict, because });
  });

  it('does not hold where what came since is no better', () => {
    const own = days(60, (nth) => (nth >= 20 ? 4 : 1)).map((day, nth) => ({
      ...day,
      sum: nth < 20 ? day.sum : 4 - 0.01 * nth,
    }));
    expect(judge(given({ effect: effect(own) }))).toMatchObject({ verdict: 'too-early', because: 'not-held' });
  });
});

describe('the bar', () => {
  it('is 20 for one fix, higher for one good one among many, and 20 again where all are good', () => {
    expect(Math.exp(barOf([0]))).toBeCloseTo(20, 8);
    expect(Math.exp(barOf([4, 0, 0, 0]))).toBeCloseTo(80, 8);
    expect(Math.exp(barOf([5, 5, 5, 5]))).toBeCloseTo(20, 8);
    expect(Math.exp(barOf([]))).toBeCloseTo(20, 8);
  });
});

describe('a verdict told', () => {
  const told = (change: Partial<Evidence>) => {
    const evidence = given(change);
    return verdictSentences({ ...evidence, judged: judge(evidence), fixes: 1 }).join(' ');
  };

  it('counts the contacts still needed', () => {
    expect(told({ effect: waiting })).toMatch(/^Too early: 140 of about 460 contacts\. /);
  });
  it('says until when it must hold, and how many reviews are missing', () => {
    expect(told({ effect: effect(days(40, (nth) => (nth >= 20 ? 4 : 1))) })).toContain('it must hold until 2026-02-18');
    expect(told({ drift: { ...sound, before: 3, after: 0, verdict: 'unchecked' } })).toContain('(3 and 0 so far)');
  });
  it('says that too few months of changed sites were seen', () => {
    expect(told({ effect: effect(given({}).effect.days as EffectDay[], { siteMonths: 2 }) })).toContain(
      'only 2 months of sites',
    );
    expect(told({ effect: { ...waiting, siteMonths: 1 } })).toContain('Only 1 month of one site');
  });
  it('tells the rates on both sides and what it comes to', () => {
    expect(told({})).toContain(
      'from 30 % to 20 % (140 contacts since); at the sites that stayed as they were, from 30 % to 30 %.',
    );
    expect(told({})).toContain('it fell by 10 points, likely between 2 and 18; 10 points were expected.');
  });
  it('gives no figure where anything is open, and says what is needed', () => {
    const thin = told({
      effect: { ...waiting, change: -0.09, changedAfter: { failed: 1, marked: 3 } },
      interval: { low: -1, high: 0.817 },
    });
    expect(thin).toContain("How far it moved can't be told yet");
    expect(thin).toContain('About 457 contacts more where it was changed would tell');
    expect(thin).not.toMatch(/the other way|likely between/);
  });
  it('names another fix that ran there in the same time', () => {
    const evidence = given({});
    const text = verdictSentences({ ...evidence, judged: judge(evidence), fixes: 1, alongside: ['“Thanked”, x1'] });
    expect(text.join(' ')).toContain(
      'At the same sites another fix ran in the same time (“Thanked”, x1): what is seen may come of either.',
    );
  });
  it('never expects what the flow can never show', () => {
    expect(told({ effect: waiting, enough: null })).toContain('may never show');
  });
});
