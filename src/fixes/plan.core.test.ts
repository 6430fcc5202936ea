// Plans in sentences: with the organisation's own figures, by hand, and where little or nothing is known.
import { describe, expect, it } from 'vitest';
import { ownRates, type OwnRates } from './own-rates.core.ts';
import { planAnswer } from './plan.core.ts';
import { addDays } from '../kernel/moment.ts';

const own = (people = [...Array(12).keys()].map((nth) => ({ k: nth < 6 ? 20 : 40, n: 100 }))): OwnRates =>
  ownRates(
    { standard: 'close.thanked', title: 'Thanked' },
    {
      counts: ['bay', 'harbor', 'lake', 'mill'].flatMap((site) =>
        Array.from({ length: 120 }, (_, nth) => ({
          day: addDays('2026-01-01', nth),
          site,
          failed: 1,
          kept: 2,
          byPeople: 0,
        })),
      ),
      twice: [],
    },
    people,
  );

describe('own rates', () => {
  it('count the flow of the last 90 days, by site', () => {
    expect(own()).toMatchObject({ marked: 1440, failed: 480, perDay: 12, days: 120, people: 12, byMachine: 1440 });
    expect(own().sites.map((site) => site.perDay)).toEqual([3, 3, 3, 3]);
    expect(own().icc).toBeGreaterThan(0.02);
  });
  it('tell nothing of how people differ where nobody missed it, or everybody did', () => {
    for (const k of [0, 100]) expect(own([...Array(9).keys()].map(() => ({ k, n: 100 }))).icc).toBeNull();
  });
  it('tell nothing of people who do not differ, nor of two of them', () => {
    expect(own([...Array(9).keys()].map(() => ({ k: 30, n: 100 }))).icc).toBe(0);
    expect(
      own([
        { k: 1, n: 10 },
        { k: 9, n: 10 },
      ]).icc,
    ).toBeNull();
  });
});

describe('a plan', () => {
  it('says contacts and days for a rate at a site', () => {
    const { says, steps } = planAnswer('standard', { site: 'bay', within: 0.05 }, own());
    expect(steps[0]!.contacts).toBe(339);
    expect(says[0]).toBe(
      '339 contacts (or as many mystery shops) tell a rate near 33 % at bay to within 5 points either way, 19 times in 20.',
    );
    expect(says[1]).toBe('There are 360 contacts already.');
  });
  it("says what makes a person's rate fair, and that nothing does where people don't differ", () => {
    expect(planAnswer('person', { icc: 0.05 }, null).says[0]).toMatch(/^A person needs 76 contacts/);
    expect(planAnswer('person', { icc: 0.05 }, null).says[1]).toContain('give 21 %');
    expect(planAnswer('person', { icc: 0 }, null).says[0]).toMatch(/^Here people hardly differ/);
  });
  it('tells two sites apart, or that there is nothing to tell', () => {
    expect(planAnswer('sites', { rate: 0.3, to: 0.2 }, null).steps[0]!.contacts).toBe(294);
    expect(planAnswer('sites', { rate: 0.3, to: 0.3 }, null).says[0]).toMatch(/never told apart/);
  });
  it('calls a fix provable, not provable, or not to be proved with nobody left to compare with', () => {
    const by = { rate: 0.3, to: 0.15, changedSites: 4, unchangedSites: 8, perDay: 2 };
    expect(planAnswer('fix', by, null).provable).toBe(true);
    expect(planAnswer('fix', { ...by, to: 0.29 }, null)).toMatchObject({ provable: false });
    expect(planAnswer('fix', { ...by, unchangedSites: 0 }, null).says[0]).toContain('nothing is left to compare with');
    expect(planAnswer('fix', { ...by, to: 0.3 }, null).says[0]).toBe('No fall is expected, so there is none to prove.');
  });
  it('reviews at least fifty, and says when the machine has marked too few', () => {
    expect(planAnswer('reviews', { rho: 0.9, within: 0.2 }, null).steps[0]!.contacts).toBe(50);
    expect(planAnswer('reviews', { within: 0.005 }, own()).says[0]).toMatch(/too few/);
  });
  it('names what it took for granted where nothing was marked', () => {
    expect(planAnswer('standard', {}, null).assumed).toEqual([
      'A failing rate of 30 %, assumed: nothing was marked that says.',
      'How many contacts come in a day is not known, so no days are told.',
    ]);
  });
});
