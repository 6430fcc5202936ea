import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes, type RungAnswer } from './finding.core.ts';
import { climb } from './ladder.core.ts';
import {
  asked,
  failure,
  inOrder,
  personAlone,
  policy,
  procedure,
  rates,
  settings,
  standardId,
  without,
} from './ladder/harbor.test-data.ts';
import { factorsOf, oddsAfter } from './ladder/odds.core.ts';
import type { Reading } from './ladder/reading.core.ts';
import { wordsAnswer } from './ladder/words.core.ts';
import { noRecords, type OwnAnswer, type Records } from './records.core.ts';

const chose = ['2026-01-15', '2026-02-15'].map((on, i) => ({
  id: `x${i}`,
  person: 'p1',
  tried: 'own-account' as const,
  standards: [standardId],
  on,
  account: 'chose-not-to' as const,
}));
const evidence = { turn: 1, from: 0, to: 5 };

describe('climb', () => {
  it('answers every question, with a sentence, and cites what it read wherever it answered', () => {
    const { rungs } = climb(asked(), false);
    expect(rungs.map((rung) => rung.rung)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const rung of rungs) {
      expect(rung.sentence).toMatch(/\.$/);
      expect(rung.readFrom.length > 0).toBe(rung.answer !== 'no-record');
    }
  });

  it('names personnel where all ten questions before have a recorded no and the person chose not to, repeatedly', () => {
    const finding = climb(asked({ attempts: chose }), false);
    expect(finding.rungs.slice(0, 10).map((rung) => rung.answer)).toEqual(Array.from({ length: 10 }, () => 'no'));
    expect(finding.leading).toEqual(['personnel']);
  });

  it('does not name personnel where one of the ten has no record, and says which', () => {
    const finding = climb(asked({ attempts: chose, duties: [] }), false);
    expect(finding.leading).toEqual([]);
    expect(finding.odds.personnel).toBeLessThanOrEqual(0.1);
    expect(finding.rungs[10]!.sentence).toContain('question 2 has no recorded no');
    expect(finding.gaps).toContainEqual({ area: 'procedure', rung: 2 });
  });

  it('counts an own account as missing only once the place is cleared', () => {
    expect(climb(asked(), false).gaps).toEqual([
      { area: 'personnel', rung: 11 },
      { area: 'personnel', rung: 12 },
    ]);
    expect(climb(asked({ duties: [] }), false).gaps).toEqual([{ area: 'procedure', rung: 2 }]);
  });

  it("does not take an owner's recollection for the recorded no that names a person", () => {
    const own: OwnAnswer = {
      question: '2:task:new-enquiry',
      rung: 2,
      about: 'task',
      value: 'new-enquiry',
      answer: 'no',
      on: '2026-03-10',
    };
    expect(climb(asked({ attempts: chose, duties: [], ownAnswers: [own] }), false).leading).toEqual([]);
  });

  it('does not name personnel from words', () => {
    const heard = [{ name: 'chose-not-to', evidence }];
    const finding = climb(asked({}, { heard }), false);
    expect(finding.rungs[10]!.answer).toBe('yes');
    expect(finding.leading).toEqual([]);
  });

  it('lets words answer only as possible, whatever else agrees', () => {
    const finding = climb(asked(noRecords, { heard: [{ name: 'policy-cited', evidence }], readers: 2 }, []), true);
    expect(finding.leading).toEqual(['policy']);
    expect(finding.standing).toBe('possible');
    expect(finding.rungs[2]!.fromWords).toBe(true);
    expect(finding.rungs[2]!.readFrom).toEqual([{ kind: 'words', id: 'policy-cited', evidence }]);
  });

  it('is confirmed where a fix of its strongest cause moved this standard at this site, and a record is behind it', () => {
    const confirmed = [
      { fix: 'x', standard: standardId, cause: 'policy', sites: ['harbor'], confirmedOn: '2026-01-05' } as const,
    ];
    const clauses = [{ id: '4.2', text: 'Name the price first.', serves: [], obstructs: [standardId] }];
    const obstructed = asked({ policies: [{ ...policy, clauses }] });
    expect(climb(obstructed, true).standing).toBe('strong');
    expect(climb(obstructed, true, confirmed)).toMatchObject({ leading: ['policy'], standing: 'confirmed' });
    expect(climb(obstructed, true, [{ ...confirmed[0]!, sites: ['elsewhere'] }]).standing).toBe('strong');
  });

  it('hears a policy cited even beside policies that demand nothing of the kind, but no other words beside a record', () => {
    const heard = [
      { name: 'policy-cited', evidence },
      { name: 'new-here', evidence },
    ];
    const finding = climb(asked({}, { heard }), false);
    expect(finding.rungs[2]).toMatchObject({ answer: 'yes', fromWords: true });
    expect(finding.rungs[7]).toMatchObject({ answer: 'no', fromWords: false });
  });

  it('uses an own answer where there is no record, the narrowest first, and never beside a record', () => {
    const own = (about: 'task' | 'standard', value: string, answer: RungAnswer): OwnAnswer => ({
      question: `1:${about}:${value}`,
      rung: 1,
      about,
      value,
      answer,
      on: '2026-03-10',
    });
    const answers = [own('task', 'new-enquiry', 'no'), own('standard', standardId, 'yes')];
    const finding = climb(asked({ ...noRecords, ownAnswers: answers }, {}, []), false);
    expect(finding.rungs[0]).toMatchObject({
      answer: 'yes',
      pointsTo: 'procedure',
      readFrom: [{ kind: 'own-answer', id: `1:standard:${standardId}` }],
    });
    expect(finding.gaps).toContainEqual({ area: 'procedure', rung: 1 });
    expect(climb(asked({ ownAnswers: answers }), false).rungs[0]!.answer).toBe('no');
  });

  it('still asks everything of a transcript alone: every answer is no record and the odds stay where they started', () => {
    const bare = { ...asked(noRecords, {}, []), failure: without('day', 'startedAt', 'person', 'ratedAs', 'site') };
    const finding = climb(bare, false);
    expect(new Set(finding.rungs.map((rung) => rung.answer))).toEqual(new Set(['no-record']));
    for (const cause of causes) expect(finding.odds[cause]).toBeCloseTo(settings.start[cause], 12);
  });

  it('tells standings apart: one reader, two readers, outside the limits', () => {
    const records = { procedures: [{ ...procedure, task: 'x', steps: [] }] };
    expect(climb(asked(records), false).standing).toBe('possible');
    expect(climb(asked(records, { readers: 2 }), false).standing).toBe('probable');
    expect(climb(asked(records), true).standing).toBe('strong');
  });

  it('reads a refusal that a policy demanded and authority forbade as policy first, management next, and spares the person', () => {
    // The refund on day 31 of 30 after a bereavement: a clause refuses it, the limit is zero days, the queue two days.
    const finding = climb(
      asked(
        {
          policies: [
            {
              ...policy,
              clauses: [{ id: '4.2', text: 'No refund after 30 days.', serves: [], obstructs: [standardId] }],
            },
          ],
          authorityLimits: [
            { id: 'a1', role: 'rep', act: 'refund late', limit: 0, from: '2025-01-01', standards: [standardId] },
          ],
          approvals: [
            { id: 'w1', person: 'p1', waitedFor: 'p9', askedAt: '2026-03-02T18:00:00.000Z', standards: [standardId] },
          ],
          observations: [],
        },
        { readers: 2 },
        rates(30, 28, 31, 29),
      ),
      false,
    );
    expect(finding.rungs[6]!.answer).toBe('no-record');
    expect(finding.rungs.slice(8, 10).map((rung) => rung.answer)).toEqual(['yes', 'yes']);
    expect(finding.leading).toEqual(['policy', 'management']);
    expect(finding.odds.policy).toBeGreaterThan(0.5);
    expect(finding.odds.personnel).toBeLessThan(0.02);
    expect(finding.standing).toBe('probable');
  });

  it('gives the same finding twice, with an id from the mark', () => {
    expect(climb(asked(), false)).toEqual(climb(asked(), false));
    expect(climb(asked(), false).id).not.toBe(
      climb({ ...asked(), failure: { ...failure, mark: { ...failure.mark, id: 'm2' } } }, false).id,
    );
  });
});

describe('laws over random books', () => {
  const kinds = [
    'procedures',
    'policies',
    'duties',
    'authorityLimits',
    'acknowledgements',
    'shifts',
    'observations',
    'targets',
    'certificates',
    'posts',
    'attempts',
  ] as const;
  const full: Records = { ...inOrder, attempts: chose };
  const randomAsked = fc
    .record({
      dropped: fc.subarray([...kinds]),
      heard: fc.subarray(Object.keys(wordsAnswer)),
      groups: fc.constantFrom(personAlone, rates(30, 28, 31, 29), []),
      against: fc.boolean(),
      day: fc.constantFrom('2025-12-01', '2026-03-03', '2026-09-01'),
    })
    .map(({ dropped, heard, groups, against, day }) => {
      const records = { ...full, ...Object.fromEntries(dropped.map((kind) => [kind, []])) };
      const policies = against
        ? [{ ...policy, clauses: [{ id: '1', text: 'x', serves: [], obstructs: [standardId] }] }]
        : records.policies;
      return asked({ ...records, policies }, { day, heard: heard.map((name) => ({ name, evidence })) }, groups);
    });

  it('odds add up to 1 and none is negative', () => {
    fc.assert(
      fc.property(randomAsked, (one) => {
        const { odds } = climb(one, false);
        expect(causes.reduce((sum, cause) => sum + odds[cause], 0)).toBeCloseTo(1, 10);
        for (const cause of causes) expect(odds[cause]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never names personnel, nor lifts its odds, without ten recorded noes and a recorded yes', () => {
    let named = 0;
    fc.assert(
      fc.property(randomAsked, (one) => {
        const { rungs, leading, odds } = climb(one, false);
        const cleared = rungs
          .slice(0, 10)
          .every((rung) => rung.answer === 'no' && !rung.fromWords && rung.readFrom.length > 0);
        const shown = rungs.slice(10).some((rung) => rung.answer === 'yes' && !rung.fromWords);
        if (leading.includes('personnel')) named++;
        expect(leading.includes('personnel')).toBe(cleared && shown);
        if (!(cleared && shown)) expect(odds.personnel).toBeLessThanOrEqual(settings.start.personnel + 1e-12);
      }),
      { numRuns: 300, examples: [[asked({ attempts: chose })]] },
    );
    expect(named).toBeGreaterThan(0);
  });

  const someReading = (rung: number): fc.Arbitrary<Reading> =>
    fc.constantFrom<RungAnswer>('yes', 'no', 'no-record').map((answer) => ({
      answer,
      pointsTo: answer === 'yes' && rung !== 9 && rung !== 10 ? [settings.rungs[rung - 1]!.cause] : [],
      readFrom: [],
      sentence: '',
    }));
  const someReadings = fc.tuple(...Array.from({ length: 12 }, (_, i) => someReading(i + 1)));
  const oddsOf = (readings: readonly Reading[]) =>
    oddsAfter(
      factorsOf(readings, settings),
      settings,
      readings.some((one) => one.pointsTo.includes('personnel')),
    );

  it('a yes never lowers the odds of the cause that it points to', () => {
    fc.assert(
      fc.property(
        someReadings,
        fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 11, 12),
        fc.constantFrom<RungAnswer>('no', 'no-record'),
        (readings, rung, before) => {
          const { cause } = settings.rungs[rung - 1]!;
          const change = (answer: RungAnswer) =>
            readings.map((one, i) =>
              i === rung - 1 ? { ...one, answer, pointsTo: answer === 'yes' ? [cause] : [] } : one,
            );
          expect(oddsOf(change('yes'))[cause]).toBeGreaterThanOrEqual(oddsOf(change(before))[cause] - 1e-12);
        },
      ),
    );
  });

  it('several yeses for one cause add up rather than multiply, whatever their order', () => {
    const yesTo = (...asked: number[]) =>
      Array.from({ length: 12 }, (_, i): Reading => {
        const yes = asked.includes(i + 1);
        return { answer: yes ? 'yes' : 'no-record', pointsTo: yes ? ['management'] : [], readFrom: [], sentence: '' };
      });
    const times = (...asked: number[]) =>
      factorsOf(yesTo(...asked), settings).reduce((product, one) => product * (one.management ?? 1), 1);
    expect(times(6, 7)).toBeCloseTo(times(6) + times(7) - 1, 12);
    expect(times(4, 6, 7)).toBeCloseTo(times(4) + times(6) + times(7) - 2, 12);
    expect(times(6, 7)).toBeGreaterThan(times(7));
  });

  it('a yes of a kind that tells less weighs less', () => {
    const yes = (detail: string) =>
      Array.from({ length: 12 }, (_, i): Reading => ({
        answer: i === 7 ? 'yes' : 'no-record',
        pointsTo: i === 7 ? ['training'] : [],
        detail,
        readFrom: [],
        sentence: '',
      }));
    expect(oddsOf(yes('out-of-practice')).training).toBeLessThan(oddsOf(yes('lapsed')).training);
    expect(oddsOf(yes('lapsed')).training).toBeLessThan(oddsOf(yes('not-certified')).training);
  });

  it('the order of the answers does not matter', () => {
    fc.assert(
      fc.property(someReadings, fc.integer({ min: 1, max: 11 }), (readings, turn) => {
        const factors = factorsOf(readings, settings);
        const turned = [...factors.slice(turn), ...factors.slice(0, turn)];
        for (const cause of causes)
          expect(oddsAfter(turned, settings, true)[cause]).toBeCloseTo(oddsAfter(factors, settings, true)[cause], 12);
      }),
    );
  });

  it('no record moves nothing', () => {
    const nothing = Array.from({ length: 12 }, (): Reading => ({
      answer: 'no-record',
      pointsTo: [],
      readFrom: [],
      sentence: '',
    }));
    fc.assert(
      fc.property(someReadings, (readings) => {
        const factors = factorsOf(readings, settings);
        readings.forEach((one, i) => {
          if (one.answer === 'no-record') expect(factors[i]).toEqual({});
        });
      }),
    );
    for (const cause of causes) expect(oddsOf(nothing)[cause]).toBeCloseTo(settings.start[cause], 12);
  });

  it('clears every cause alike: with a no to all, nobody is left over', () => {
    const allNo = Array.from({ length: 12 }, (): Reading => ({
      answer: 'no',
      pointsTo: [],
      readFrom: [],
      sentence: '',
    }));
    const odds = oddsOf(allNo);
    for (const cause of causes) expect(odds[cause]).toBeCloseTo(settings.start[cause], 2);
  });
});
