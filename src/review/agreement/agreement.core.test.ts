import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../standards/standard.core.ts';
import { Chance } from '../../../bench/chance.ts';
import type { ReviewMark } from '../review-mark.core.ts';
import { machineAgreements, reviewerAgreement, standardAgreement, usualRule } from './agreement.core.ts';
import { toldAgreement, toldDiffering } from './agreement-told.core.ts';
import { clusterOf, type Double, doublesOf } from './doubles.core.ts';
import { drawnTogether, strictnessOf } from './strictness.core.ts';

const double = (nth: number, one: Verdict, other: Verdict, more: Partial<Double> = {}): Double => ({
  contact: `c-${nth}`,
  standard: 's.one',
  said: [
    { reviewer: 'ann', verdict: one },
    { reviewer: 'bo', verdict: other },
  ],
  probability: null,
  rep: null,
  ...more,
});
const many = (times: number, one: Verdict, other: Verdict, from = 0, more: Partial<Double> = {}): Double[] =>
  Array.from({ length: times }, (_, nth) => double(from + nth, one, other, more));

describe('doubles', () => {
  const mark = (of: Partial<ReviewMark>): ReviewMark => ({
    id: 'm',
    taskId: 't',
    contactId: 'c-1',
    contactVersion: 1,
    standard: 's.one',
    standardVersion: 'v1',
    reviewer: 'ann',
    verdict: 'met',
    evidence: [],
    at: '2026-01-05T00:00:00.000Z',
    purpose: 'plan',
    probability: 0.5,
    ...of,
  });

  it('pairs what two marked blind, by the first mark of each, and never what was decided after seeing', () => {
    const found = doublesOf(
      [
        mark({}),
        mark({ reviewer: 'bo', verdict: 'failed', purpose: 'second' }),
        mark({ reviewer: 'bo', verdict: 'met', purpose: 'calibration', at: '2026-02-01T00:00:00.000Z' }),
        mark({ reviewer: 'cy', verdict: 'met', purpose: 'adjudication' }),
        mark({ reviewer: 'di', verdict: 'met', purpose: 'dispute' }),
        mark({ contactId: 'c-2' }),
      ],
      () => 'rep-1',
    );
    expect(found).toEqual([
      {
        contact: 'c-1',
        standard: 's.one',
        said: [
          { reviewer: 'ann', verdict: 'met' },
          { reviewer: 'bo', verdict: 'failed' },
        ],
        probability: 0.5,
        rep: 'rep-1',
      },
    ]);
  });

  it('keeps what one rep served together only where enough reps served', () => {
    const few = many(10, 'met', 'met').map((one, nth) => ({ ...one, rep: `r-${nth % 3}` }));
    expect(new Set(few.map(clusterOf(few))).size).toBe(10);
    const enough = many(40, 'met', 'met').map((one, nth) => ({ ...one, rep: `r-${nth % 20}` }));
    expect(new Set(enough.map(clusterOf(enough))).size).toBe(20);
  });
});

describe('agreement on a standard', () => {
  it('says nothing of few double reviews, and how many more it takes', () => {
    const found = standardAgreement('s.one', many(12, 'met', 'failed'), usualRule);
    expect(found).toMatchObject({ standing: 'too-few', needed: 18, units: 12, alphaInterval: null });
    expect(toldAgreement(found, 0.667)[0]).toContain('18 more');
  });

  it('flags what people surely don’t agree on, and says what they differ over', () => {
    const doubles = [
      ...many(20, 'met', 'met'),
      ...many(8, 'failed', 'failed', 20),
      ...many(22, 'met', 'not-applicable', 28),
    ];
    const found = standardAgreement('s.one', doubles, usualRule);
    expect(found.standing).toBe('reword-or-split');
    expect(found.differing[0]).toEqual({ one: 'met', other: 'not-applicable', times: 22 });
    expect(toldDiffering(found, 'standard')).toBe(
      'In 22 of the 22 times they differed, one said “met” and another “doesn’t apply”: when it applies isn’t plain. Say when, or split it in two.',
    );
  });

  it('says of a serious act whether it happened, and advises nothing where people agree or have hardly differed', () => {
    const poor = standardAgreement(
      'atrocity.one',
      [...many(10, 'met', 'met'), ...many(10, 'failed', 'failed', 10), ...many(30, 'met', 'failed', 20)],
      usualRule,
    );
    expect(poor.standing).toBe('reword-or-split');
    expect(toldDiffering(poor, 'atrocity')).toBe(
      'In 30 of the 30 times they differed, one said “didn’t happen” and another “happened”: what counts as done isn’t plain. Reword it, with an example of either side.',
    );
    const good = [...many(120, 'met', 'met'), ...many(60, 'failed', 'failed', 120), ...many(6, 'met', 'failed', 180)];
    expect(toldDiffering(standardAgreement('s.one', good, usualRule), 'standard')).toBe(
      'In 6 of the 6 times they differed, one said “met” and another “missed”.',
    );
    const once = [...many(39, 'met', 'met'), ...many(1, 'met', 'unsure', 39)];
    expect(toldDiffering(standardAgreement('s.one', once, usualRule), 'standard')).toBe(
      'The one time they differed, one said “met” and another “unsure”.',
    );
    expect(toldDiffering(standardAgreement('s.one', many(40, 'met', 'met'), usualRule), 'standard')).toBeNull();
  });

  it('holds where people surely agree, and is open between', () => {
    const good = [...many(120, 'met', 'met'), ...many(60, 'failed', 'failed', 120), ...many(6, 'met', 'failed', 180)];
    expect(standardAgreement('s.one', good, usualRule).standing).toBe('holds');
    const between = [...many(24, 'met', 'met'), ...many(8, 'failed', 'failed', 24), ...many(5, 'met', 'failed', 32)];
    expect(standardAgreement('s.one', between, usualRule).standing).toBe('open');
    expect(standardAgreement('s.one', many(40, 'met', 'met'), usualRule).standing).toBe('all-alike');
  });

  it('is worked out from drawn contacts alone, once there are enough of them', () => {
    const drawn = many(30, 'met', 'met', 0, { probability: 0.1 }).map((one, nth) =>
      nth < 10 ? { ...one, said: one.said.map((each) => ({ ...each, verdict: 'failed' as const })) } : one,
    );
    const picked = many(40, 'met', 'failed', 100);
    expect(standardAgreement('s.one', [...drawn, ...picked], usualRule)).toMatchObject({
      drawn: true,
      units: 30,
      same: 1,
    });
    expect(standardAgreement('s.one', [...drawn.slice(0, 20), ...picked], usualRule)).toMatchObject({
      drawn: false,
      units: 60,
    });
  });

  it('sets a marker beside people, weighed by the chance with which each contact was drawn', () => {
    const one = (nth: number, people: Verdict, machine: Verdict, probability: number) => ({
      contact: `c-${nth}`,
      standard: 's.one',
      marker: 'cue' as const,
      people,
      machine,
      probability,
      rep: null,
    });
    // Of those that the machine failed every second was drawn, of the others one in twenty.
    const beside = [
      ...Array.from({ length: 30 }, (_, nth) => one(nth, nth < 15 ? 'failed' : 'met', 'failed', 0.5)),
      ...Array.from({ length: 30 }, (_, nth) => one(100 + nth, 'met', 'met', 0.05)),
    ];
    const [found] = machineAgreements(beside, usualRule);
    expect(found).toMatchObject({ marker: 'cue', contacts: 60, drawn: true });
    expect(found!.same).toBeCloseTo((15 * 2 + 30 * 20) / (30 * 2 + 30 * 20), 6);
    expect(found!.alphaInterval).not.toBeNull();
  });
});

describe('a reviewer', () => {
  it('who fails more than others of the same is stricter, drawn towards nought', () => {
    const doubles = [...many(60, 'met', 'met'), ...many(20, 'failed', 'failed', 60), ...many(20, 'failed', 'met', 80)];
    const ann = strictnessOf('ann', doubles)!;
    expect(ann).toMatchObject({ marks: 100, own: 0.4, others: 0.2 });
    expect(ann.by).toBeCloseTo(0.2, 10);
    expect(ann.low).toBeGreaterThan(0.1);
    const bo = strictnessOf('bo', doubles)!;
    expect(bo.by).toBeCloseTo(-0.2, 10);
    const [drawn] = drawnTogether([ann, bo]);
    expect(drawn!.drawn.by).toBeGreaterThan(0);
    expect(drawn!.drawn.by).toBeLessThan(ann.by);
  });

  it('who differs by chance alone is drawn to nought', () => {
    const doubles = [...many(40, 'met', 'met'), ...many(3, 'failed', 'met', 40), ...many(2, 'met', 'failed', 43)];
    const [ann, bo] = drawnTogether(['ann', 'bo'].map((who) => strictnessOf(who, doubles)!));
    expect(Math.abs(ann!.drawn.by) + Math.abs(bo!.drawn.by)).toBe(0);
  });

  it('is neither strict nor lenient where they are unsure or alone', () => {
    expect(strictnessOf('ann', many(5, 'unsure', 'failed'))).toBeNull();
    expect(strictnessOf('cy', many(5, 'met', 'failed'))).toBeNull();
  });

  it('agrees with the others within each standard, not by what standards are like', () => {
    const chance = new Chance(3, 1);
    const coin = (): Verdict => (chance.unit() < 0.5 ? 'met' : 'failed');
    const doubles = Array.from({ length: 400 }, (_, nth) => double(nth, coin(), coin()));
    expect(Math.abs(reviewerAgreement('ann', doubles, usualRule, 200).alpha!)).toBeLessThan(0.12);
  });
});
