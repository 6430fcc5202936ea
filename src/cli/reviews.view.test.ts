// Plans on a screen: how much is drawn of what, and whatever somebody called one, nothing but words.
import { expect, it } from 'vitest';
import { reviewPlansText } from './reviews.view.ts';

const plan = {
  id: 'rp1',
  name: 'Every\u001b[2J week',
  standards: ['greeting.name'],
  sites: [],
  channels: [],
  fromDay: '2026-02-01',
  aWeek: 30,
  atRandom: 0.5,
  seenByTwo: 0.1,
  dueInDays: 7,
  reviewers: [],
  targets: [],
  targetedAWeek: 0,
  running: true,
  madeAt: '2026-02-01T00:00:00.000Z',
  drawn: 60,
  done: 41,
  open: 19,
  overdue: 2,
  targeted: 0,
  waitForSecondDays: 14,
  closedWithOne: 3,
  leftThisWeek: 0,
  can: { change: true },
};

it('says how much is drawn, reviewed and overdue, in plain words', () => {
  const text = reviewPlansText({ plans: [plan] }, 80);
  expect(text).toContain('30 a week everywhere, by 1 standard, 10 % seen by two');
  expect(text).toContain('60 drawn, 41 reviewed, 2 overdue; 0 left of this week');
  expect(text).toContain('3 closed with one review, as no second came');
  expect(text).not.toContain('\u001b');
});

it('says what to do where there is no plan', () => {
  expect(reviewPlansText({ plans: [] }, 80)).toContain('Make a plan under Reviews');
});
