import { expect, it } from 'vitest';
import { packName, shortly, titleOf } from './title.core.ts';

it('leaves out the wordings that a standard lists, and keeps other brackets', () => {
  expect(shortly('Answers with readiness at least once: "sure", "of course".')).toBe(
    'Answers with readiness at least once',
  );
  expect(shortly('Refuses ("no", "never") with no reason.')).toBe('Refuses with no reason');
  expect(shortly('Answers within three rings (or ten seconds).')).toBe('Answers within three rings (or ten seconds)');
});

it('calls a standard by its title, where its pack gives one', () => {
  expect(titleOf({ title: 'Name learned', says: 'Learns the name.' })).toBe('Name learned');
  expect(titleOf({ says: 'Learns the name.' })).toBe('Learns the name');
});

it('calls a set by words, and the one for every contact by where it is looked for', () => {
  expect(packName('hard-moments')).toBe('Hard moments');
  expect(packName('core')).toBe('Wherever it happens');
});
