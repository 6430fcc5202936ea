import { describe, expect, it } from 'vitest';
import type { Contact } from '../../contacts/contact.core.ts';
import { contactLine, marksToShow, shownContact } from './shown.core.ts';

const marks = (...ids: string[]) => ids.map((mark) => ({ mark, contact: `c-${mark}` }));
const shown = (worst: string[], examples: string[], most: number) =>
  marksToShow(marks(...worst), marks(...examples), most).map((one) => one.mark);

describe('the failures that a report shows', () => {
  it('are the worst, in their order', () => {
    expect(shown(['a', 'b', 'c'], [], 2)).toEqual(['a', 'b']);
    expect(shown(['a', 'b', 'c'], ['b'], 3)).toEqual(['a', 'b', 'c']);
  });
  it('always hold the example of each pattern, for which others make room', () => {
    expect(shown(['a', 'b', 'c'], ['x'], 3)).toEqual(['a', 'b', 'x']);
    expect(shown(['a', 'b', 'c'], ['c', 'x'], 3)).toEqual(['a', 'c', 'x']);
  });
});

describe('the time of a contact', () => {
  const contact: Contact = {
    id: 'c1',
    version: 1,
    source: { file: 'a.vtt', originalId: 'a', format: 'webvtt' },
    channel: 'phone',
    language: 'en',
    timing: 'none',
    turns: [],
    answers: [],
    repCertainty: 1,
    repFrom: 'stated',
    consentBasis: 'not stated',
    notes: [],
    startedAt: '2026-03-03T07:30:00.000Z',
  };
  const told = (startedLocal?: string) => {
    const marked = { contact: startedLocal === undefined ? contact : { ...contact, startedLocal }, kinds: [] };
    const { startedAt, startedLocal: local } = contactLine(marked, null);
    return { day: shownContact(marked, null).day, startedAt, local };
  };
  it('is told as it was written, with the instant where one is known', () => {
    const { startedAt } = contact;
    expect(told('2026-03-02T23:30:00')).toEqual({ day: '2026-03-02', startedAt, local: '2026-03-02T23:30:00' });
    expect(told('2026-03-02')).toEqual({ day: '2026-03-02', startedAt: undefined, local: '2026-03-02' });
    expect(told()).toEqual({ day: '2026-03-03', startedAt, local: undefined });
  });
});
