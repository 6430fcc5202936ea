import { expect, it } from 'vitest';
import { evenlyWord, lengthWord, targetsTicked } from './plan-words.core.ts';

it('says lengths and parts as people do', () => {
  expect([0, 1, 45, 60, 80].map(lengthWord)).toEqual([
    'no time',
    '1 minute',
    '45 minutes',
    '1 hour',
    '1 hour 20 minutes',
  ]);
  expect(evenlyWord(1)).toBe('all of them evenly');
  expect(evenlyWord(0.2)).toContain('20\u00a0% evenly');
});

it('whoever ticks what is picked on purpose gets some a week, and none after unticking it all', () => {
  expect(targetsTicked(['disputes'], 0)).toEqual({ targets: ['disputes'], targetedAWeek: 4 });
  expect(targetsTicked(['disputes', 'atrocities'], 9)).toMatchObject({ targetedAWeek: 9 });
  expect(targetsTicked([], 9)).toEqual({ targets: [], targetedAWeek: 0 });
});
