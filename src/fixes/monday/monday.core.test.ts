// What a Monday page says of a good week, a bad one, one without anything, and one of three contacts.
import { expect, it } from 'vitest';
import { type MondayFacts, mondayPage } from './monday.core.ts';

const quiet: MondayFacts = {
  organisation: 'Bay Storage',
  week: { from: '2026-03-02', to: '2026-03-08' },
  contacts: 212,
  ever: 4000,
  turned: [],
  mostMissed: null,
  costs: null,
  fixes: [],
  untouched: null,
  questions: 0,
  certificates: { soon: 0, lapsed: 0 },
  example: null,
};
const turned = (how: 'better' | 'worse', title = 'Asks for the rental'): MondayFacts['turned'][number] => ({
  standard: 'closing.asked',
  title,
  how,
  failed: 12,
  of: 40,
  share: 0.3,
  range: { low: 0.2, high: 0.43 },
  before: how === 'better' ? 0.5 : 0.1,
});
const part = (facts: MondayFacts, id: string): string[] =>
  mondayPage(facts)
    .parts.find((one) => one.id === id)!
    .lines.map((one) => one.says);

it('begins with what got better, says the bad plainly, and tells how sure each is', () => {
  const page = mondayPage({ ...quiet, turned: [turned('worse', 'Greets'), turned('better')] });
  expect(page.subject).toBe('Bay Storage: 1 better, 1 worse last week');
  expect(page.parts.map((one) => one.id)).toEqual(['better', 'worse', 'verified', 'decide']);
  expect(page.parts[0]!.lines[0]).toEqual({
    says: '“Asks for the rental” was missed 12 of 40 times: 30 in 100, likely between 20 and 43. In the eight weeks before it was 50.',
    path: '/causes/failures?standard=closing.asked',
  });
  expect(page.parts[1]!.lines[0]!.says).toContain('“Greets” was missed 12 of 40');
});

it('a week in which nothing turned is a steady one, and no part stays empty', () => {
  const page = mondayPage(quiet);
  expect(page.subject).toBe('Bay Storage: a steady week');
  expect(page.lead).toBe('2 March 2026 to 8 March 2026. 212 contacts came in and were marked.');
  expect(page.parts.map((one) => one.lines.map((line) => line.says))).toEqual([
    ['Nothing, by more than chance.'],
    ['Nothing got worse by more than chance.'],
    ['Nothing is being tried yet.'],
    ['Nothing.'],
  ]);
});

it('a week without a contact says so, and three contacts tell nothing', () => {
  expect(mondayPage({ ...quiet, contacts: 0, ever: 0 })).toMatchObject({
    subject: 'Bay Storage: a week without contacts',
    lead: '2 March 2026 to 8 March 2026. No call, visit or chat was brought in yet.',
  });
  const three = { ...quiet, contacts: 3, ever: 3 };
  expect(mondayPage(three).lead).toContain('3 contacts came in: too few to tell better from worse.');
  expect(part(three, 'better')).toEqual(['Nothing can be told of so few.']);
});

it('a verdict of the week is told, an older one is only counted', () => {
  const fix = { title: 'Greets', kind: 'training', sites: ['North', 'South'], overdue: false } as const;
  const verified = { ...fix, state: 'verified', verdictOn: '2026-03-04' } as const;
  expect(part({ ...quiet, fixes: [verified] }, 'verified')).toEqual([
    'Training and certification for “Greets” at North and South: it worked, and the contacts show it.',
  ]);
  const older = {
    ...quiet,
    fixes: [
      { ...verified, verdictOn: '2026-02-04' },
      { ...fix, state: 'done' as const },
    ],
  };
  expect(part(older, 'verified')).toEqual(['Nothing new. 1 fix under way, 1 verified so far.']);
});

it('what waits for a decision is counted, with what it is worth', () => {
  const facts: MondayFacts = {
    ...quiet,
    fixes: [{ title: 'Greets', kind: 'training', sites: [], state: 'harmed', overdue: false, verdictOn: '2026-01-05' }],
    untouched: {
      title: 'Holds',
      site: 'North',
      costs: { currency: 'USD', money: { value: 1234, from: 900, to: 1600 } },
    },
    questions: 3,
    certificates: { soon: 1, lapsed: 2 },
  };
  expect(part(facts, 'decide')).toEqual([
    '1 fix did not work: drop it, or try another way.',
    'Nothing is done yet about “Holds” at North, worth about $1,200 a month.',
    '3 questions only you can answer.',
    '1 certificate lapses within 30 days.',
    '2 certificates have lapsed.',
  ]);
});
