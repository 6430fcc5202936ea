// Whose word counts, for which revision, and what counsel's silence does.
import { expect, it } from 'vitest';
import { ruleFor, standingOf, usualRule, type Said, type SaidWord } from './approval.core.ts';

const said = (member: string, word: SaidWord, revision = 3): Said => ({
  member,
  said: word,
  revision,
  why: null,
  alone: false,
  at: '2026-03-02T10:00:00.000Z',
});
const rule = { ...usualRule, quorum: 2, counsel: true, signOff: true };

it('counts a person once, their last word, of this revision alone', () => {
  const all = [
    said('a', 'approve'),
    said('a', 'approve'),
    said('b', 'approve', 2),
    said('c', 'object'),
    said('c', 'approve'),
  ];
  expect(standingOf(usualRule, all, 3, '2026-03-02', '2026-03-03')).toMatchObject({
    approved: 2,
    objections: [],
    complete: true,
  });
  expect(standingOf(rule, all, 3, '2026-03-02', '2026-03-03')).toMatchObject({
    counsel: 'waits',
    signed: false,
    complete: false,
  });
  expect(
    standingOf(usualRule, [said('a', 'approve'), said('b', 'object')], 3, '2026-03-02', '2026-03-03').complete,
  ).toBe(false);
});

it('goes on without counsel once their working days have passed, and never past their objection', () => {
  const all = [said('a', 'approve'), said('b', 'approve'), said('o', 'sign')];
  // Asked on a Friday, three working days end on Wednesday.
  expect(standingOf(rule, all, 3, '2026-03-06', '2026-03-11')).toMatchObject({
    counsel: 'waits',
    counselBy: '2026-03-11',
    complete: false,
  });
  expect(standingOf(rule, all, 3, '2026-03-06', '2026-03-12')).toMatchObject({ counsel: 'late', complete: true });
  expect(standingOf(rule, [...all, said('k', 'counsel-object')], 3, '2026-03-06', '2026-03-12')).toMatchObject({
    counsel: 'objects',
    complete: false,
  });
  // The organisation's days off are none of theirs.
  expect(standingOf(rule, all, 3, '2026-03-06', '2026-03-12', ['2026-03-09', '2026-03-10'])).toMatchObject({
    counsel: 'waits',
    counselBy: '2026-03-13',
  });
});

it('takes the narrowest rule that is set', () => {
  const rules = new Map([
    ['*', 1],
    ['class:house-rules', 2],
    ['document:keys', 3],
  ]);
  expect([
    ruleFor(rules, 'keys', 'house-rules', 0),
    ruleFor(rules, 'hours', 'house-rules', 0),
    ruleFor(rules, 'hours', 'exempt', 0),
    ruleFor(new Map<string, number>(), 'hours', undefined, 0),
  ]).toEqual([3, 2, 1, 0]);
});
