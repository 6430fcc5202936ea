// Certified against kept: the arithmetic of the four, what is held back of few people, and what is said.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumsOf } from '../../stats/clustered-rate.core.ts';
import { fewestPeople, knowDo, type KnowDoCounted, missedIn } from './know-do.core.ts';
import { toldKnowDo, toldRow } from './know-do-told.core.ts';

type People = readonly { readonly times: number; readonly kept: number }[];
const none = { people: 0, times: 0, kept: 0 };
const sideOf = (people: People) => (people.length === 0 ? null : sumsOf(people));

function counted(standard: string, shown: People, lapsed: People, never: People): KnowDoCounted {
  const without = [...lapsed, ...never];
  return {
    standard,
    title: `T ${standard}`,
    kind: 'standard',
    with: sideOf(shown),
    without: sideOf(without),
    lapsed: sideOf(lapsed) ?? none,
    never: sideOf(never) ?? none,
  };
}

const alike = (people: number, times: number, kept: number): People =>
  Array.from({ length: people }, () => ({ times, kept }));
const person = fc
  .record({ times: fc.integer({ min: 1, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ times, share }) => ({ times, kept: Math.round(times * share) }));
const people = fc.array(person, { maxLength: 8 });
const many = fc.array(fc.tuple(people, people, people), { maxLength: 8 });

it('the four add up to every time of the rows, most missed first, and nobody is told of fewer than three', () => {
  fc.assert(
    fc.property(many, (all) => {
      const rows = all.map(([shown, lapsed, never], nth) => counted(`s${nth}`, shown, lapsed, never));
      const told = knowDo(rows);
      const times = told.rows.reduce((sum, row) => {
        const from = rows.find((one) => one.standard === row.standard)!;
        return sum + (from.with?.times ?? 0) + (from.without?.times ?? 0);
      }, 0);
      expect(Object.values(told.whole).reduce((sum, one) => sum + one, 0)).toBe(times);
      const missed = told.rows.map(missedIn);
      expect(missed).toEqual(missed.toSorted((a, b) => b - a));
      for (const { with: shown, without, parts } of told.rows)
        for (const side of [shown, without, parts?.lapsed, parts?.never])
          expect(!side || side.people === 0 || side.people >= fewestPeople).toBe(true);
      const came = rows.filter((one) => one.with ?? one.without);
      expect([...told.rows, ...told.fewPeople].map((one) => one.standard).toSorted()).toEqual(
        came.map((one) => one.standard).toSorted(),
      );
      for (const row of told.rows) expect(toldRow(row)).toMatch(/^[A-Z].*\.$/);
    }),
  );
});

it('a standard with one or two people on a side adds to no sum that is told', () => {
  const plenty = counted('a', alike(5, 10, 5), [], alike(5, 10, 2));
  const alone = counted('b', alike(5, 10, 5), [], alike(2, 100, 0));
  expect(knowDo([plenty, alone]).whole).toEqual(knowDo([plenty]).whole);
  expect(knowDo([plenty, alone]).fewPeople).toEqual([{ standard: 'b', title: 'T b' }]);
});

it('the parts of those without are told only where each is nobody or three', () => {
  const parts = (lapsed: People, never: People) => knowDo([counted('a', [], lapsed, never)]).rows[0]?.parts;
  expect(parts(alike(3, 4, 2), alike(2, 4, 2))).toBeNull();
  expect(parts(alike(3, 4, 2), alike(4, 4, 1))).toEqual({
    lapsed: { people: 3, kept: 6, missed: 6 },
    never: { people: 4, kept: 4, missed: 12 },
  });
});

it.each([
  ['shown-helps', alike(10, 30, 27), alike(10, 30, 12), /^Those shown keep it more often: show the others/],
  ['same', alike(30, 40, 20), alike(30, 40, 20), /training isn’t the cause/],
  ['same', alike(10, 30, 12), alike(10, 30, 27), /training isn’t the cause/],
  ['not-sure', alike(3, 3, 1), alike(3, 3, 1), /Too little to say/],
  ['all-shown', alike(4, 10, 5), [], /training isn’t what is missing/],
  ['none-shown', [], alike(4, 10, 5), /show it first/],
] as const)('says %s', (says, shown, not, words) => {
  const [row] = knowDo([counted('a', shown, [], not)]).rows;
  expect(row?.says).toBe(says);
  expect(toldRow(row!)).toMatch(words);
});

it('few people who differ widely are never told as a sure difference', () => {
  const differing = [...alike(2, 50, 50), ...alike(1, 50, 0)];
  const [row] = knowDo([counted('a', differing, [], alike(3, 50, 20))]).rows;
  expect(row?.says).toBe('not-sure');
});

it('the first sentence says whose misses they are, and where to look', () => {
  const first = (shown: People, not: People) => toldKnowDo(knowDo([counted('a', shown, [], not)]), 0)[0];
  expect(first(alike(40, 50, 20), alike(3, 50, 40))).toBe(
    'Of 1,230 misses, 1,200 (about 98 %) were by people with a certificate in force that day. They know it: showing it again won’t change that. Look at policy, procedure and management first.',
  );
  expect(first(alike(3, 50, 48), alike(4, 50, 0))).toContain('begin with training');
  expect(first(alike(3, 5, 5), alike(3, 5, 5))).toBe('Nothing that anybody was shown was missed.');
  expect(toldKnowDo(knowDo([]), 7)).toEqual([
    '7 more times can’t be asked: nothing says who on record served, or on which day.',
  ]);
});
