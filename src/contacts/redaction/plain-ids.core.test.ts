import { describe, expect, it } from 'vitest';
import { redactContact } from './redact-contact.core.ts';

const key = new Uint8Array(32).fill(1);
const only = (text: string): string =>
  redactContact({ turns: [{ text }], knownNames: [], answers: [], key }).texts[0] ?? '';

describe('a social security number', () => {
  it.each([
    ['unit for a tenant 536-22-8417', 'unit for a tenant [ID 1]'],
    ['219-09-9999 and 536-22-8417', '[ID 1] and [ID 2]'],
    ['order 536-22-8417 and price 415-88-2291', 'order [ID 1] and price [ID 2]'],
    ['219-09-9999, 536-22-8417', '[ID 1], [ID 2]'],
    ['219.09.9999 or 219/09/9999', '[ID 1] or [ID 1]'],
    ['it is 078 05 1120', 'it is [ID 1]'],
    ['my social security number is 078051120', 'my social security number is [ID 1]'],
    ['SSN: 078051120', 'SSN: [ID 1]'],
    ['order 536\u201122\u20118417', 'order [ID 1]'],
    ['536–22–8417 or 536—22—8417', '[ID 1] or [ID 1]'],
    ['５３６-２２-８４１７.', '[ID 1].'],
    ['unit 536\u200b-22-84\u200b17 ok', 'unit [ID 1] ok'],
    ['٥٣٦-٢٢-٨٤١٧', '[ID 1]'],
  ])('is hidden whatever stands beside it: %s', (text, expected) => {
    expect(only(text)).toBe(expected);
  });

  it.each(['part 1536-22-8417-3', 'order 100 20 and 3000', 'boxes 12-22-8417'])('is no other number: %s', (text) => {
    expect(only(text)).toBe(text);
  });
});

describe('folding', () => {
  it.each([
    ['card 4111_1111_1111_1111 ok', 'card [CARD 1] ok'],
    ['card 4111\u200b1111\u200b1111\u200b1111 ok', 'card [CARD 1] ok'],
    ['card ４１１１ １１１１ １１１１ １１１１。', 'card [CARD 1]。'],
    ['write to dana.w＠mail.example today', 'write to [EMAIL 1] today'],
    ['Siobhan O’Rourke–McAllister will call', '[NAME 1] will call'],
    ['call 619\u2011555\u20110142 now', 'call [PHONE 1] now'],
    ['call 619\u00a0555\u00a00142 now', 'call [PHONE 1] now'],
  ])('finds what is written with other signs: %s', (text, expected) => {
    expect(only(text)).toBe(expected);
  });

  it('leaves everything else as it was written', () => {
    const text = '\ufeffＯＫ — it’s 10\u202f×\u202f10 – “fine”\u200b, 5–6 pm 👩\u200d👧 é e\u0301';
    expect(only(text)).toBe(text);
    expect(only(`${text} 536-22-8417 ${text}`)).toBe(`${text} [ID 1] ${text}`);
  });
});
