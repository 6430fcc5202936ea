import { expect, it } from 'vitest';
import { actorSays, folded, sentenceOf } from './history.core.ts';

const line = (seq: number, says: string, by = 'Dana', at = '2026-03-01T10:00:00.000Z') => ({ seq, at, says, by });

it('lines in a row that say the same are one, with how many they were', () => {
  const lines = [line(5, 'marked'), line(4, 'marked'), line(3, 'brought'), line(2, 'marked')];
  expect(folded(lines).map(({ first, last, times, says }) => [first, last, times, says])).toEqual([
    [4, 5, 2, 'marked'],
    [3, 3, 1, 'brought'],
    [2, 2, 1, 'marked'],
  ]);
});

it('another person, another day or a line left out between parts them', () => {
  expect(folded([line(3, 'marked'), line(2, 'marked', 'Sam')])).toHaveLength(2);
  expect(folded([line(3, 'marked'), line(2, 'marked', 'Dana', '2026-02-28T23:00:00.000Z')])).toHaveLength(2);
  expect(folded([line(4, 'marked'), line(2, 'marked')])).toHaveLength(2);
});

it('a kind that no list names is said by its parts', () => {
  expect(sentenceOf('contacts.erased')).toBe('Contacts were erased');
  expect(sentenceOf('site-months.recorded')).toBe('Site months of the record: rows were brought in');
  expect(sentenceOf('odd-thing.turned-over')).toBe('Odd thing: turned over');
});

it('whoever has no name for the reader is said by role, and the program as the program', () => {
  expect(actorSays('m1', { name: 'Dana Reyes', roles: ['owner'] })).toBe('Dana Reyes');
  expect(actorSays('m1', { roles: ['district-manager', 'trainer'] })).toBe('district manager, trainer');
  expect(actorSays('m1', { roles: [] })).toBe('somebody who has left');
  expect(actorSays('retention', undefined)).toBe('the program');
  expect(actorSays('this-machine', undefined)).toBe('a command on the server');
});
