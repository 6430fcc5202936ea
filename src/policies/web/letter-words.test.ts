import { expect, it } from 'vitest';
import { eventSays } from './letter-words.ts';

const sent = { seq: 1, on: '2026-11-24', kind: 'sent', says: '', owner: 'Bo Lind', due: '2026-12-08' } as const;

it('a letter without a name came out on the day on which others first read it; one with a name was sent', () => {
  expect(eventSays({ ...sent, by: 'the writer' })).toBe(
    'It came out without a name; Bo Lind is asked until 8 December 2026',
  );
  expect(eventSays({ ...sent, by: 'Ann Marlow' })).toBe('Sent by Ann Marlow; Bo Lind is asked until 8 December 2026');
});
