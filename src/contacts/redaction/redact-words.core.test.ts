import { expect, it } from 'vitest';
import { redactWords } from './redact-words.core.ts';

const key = new Uint8Array(32).fill(7);

it('keeps what was written of a contact, without personal data and the space around it', () => {
  expect(redactWords('  She gave 555 867 5309 and was right.\n', key)).toBe('She gave [PHONE 1] and was right.');
});

it('hides nothing less where a text is cut: a value cut in two is cut before it is looked at', () => {
  expect(redactWords('Call 555 867 5309', key, 17)).toBe('Call [PHONE 1]');
  expect(redactWords(' \n ', key)).toBe('');
});
