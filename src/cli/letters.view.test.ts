// Letters on a screen: what waits, for whom and until when; and whatever somebody wrote, nothing but words.
import { expect, it } from 'vitest';
import type { LettersOnWire, ListedLetter } from '../policies/letters/letters.shape.ts';
import { lettersText } from './letters.view.ts';

const letter: ListedLetter = {
  id: 'l1',
  number: 3,
  headline: 'We may not say\u001b[2J a price.',
  flag: false,
  shielded: true,
  writer: null,
  mine: false,
  site: null,
  about: null,
  sentOn: '2026-03-02',
  state: 'open',
  stateSays: 'waits for an answer',
  level: 'manager',
  waitsFor: 'Bo Lind',
  waitsForYou: false,
  due: '2026-03-16',
  daysLeft: 4,
  overdue: false,
  supporters: null,
  joined: false,
  escalations: 0,
  movedOn: '2026-03-02',
};
const rule = { days: 10, counselDays: 3, signOff: false, daysOff: [] };
const told = (letters: ListedLetter[]): LettersOnWire => ({ letters, all: 1, open: 1, overdue: 0, forYou: 0, rule });

it('says whom a letter waits for, until when, and nothing of a shielded writer', () => {
  const text = lettersText(told([letter]), 80);
  expect(text).toContain('waits for an answer by Bo Lind until 2026-03-16, 4 working days left');
  expect(text).toContain('a shielded writer, 2026-03-02');
  expect(text).not.toContain('\u001b');
});

it('says how to begin where there is none', () => {
  expect(lettersText(told([]), 80)).toContain('No letter yet');
});
