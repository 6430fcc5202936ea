// What the command prints: words of a policy do nothing to a terminal.
import { expect, it } from 'vitest';
import type { Why } from '../diagnosis/why/why.shape.ts';
import { whyText } from './why.view.ts';

const row: Why['rows'][number] = {
  policy: { id: 'gate', version: '1', title: 'Gate', class: 'house-rules' },
  clause: { id: '1', text: 'Nobody\u001b[31m comes in.' },
  here: 'against-customers',
  state: 'none',
  reasons: {},
  doubt: 'not-answered',
  law: null,
  mayAnswer: true,
  against: { misses: 3, standards: [{ id: 'close.thanked', title: 'Thanked' }], quotes: [] },
  readers: { factorYes: 0, factorNo: 2, factorPartly: 0, notUnderstood: 0, disagree: 0 },
  costs: { currency: 'USD', money: { value: 2300, from: 1000, to: 4000 } },
};
const told: Why = {
  day: '2026-03-01',
  asked: true,
  rows: [row],
  all: 1,
  clauses: { owing: 4, answered: 1 },
  unwritten: null,
  money: 'counted',
};

it('says why each clause is here, what is counted against it and what it costs', () => {
  const text = whyText(told);
  expect(text).toContain('1 of 4 rules have been answered for.');
  expect(text).toMatch(
    /3 times against close\.thanked; about .*2,300.* a month; 2 of those who must comply see no benefit/,
  );
  expect(text).not.toContain('\u001b');
});

it('says so where every rule has shown why it stands', () => {
  expect(whyText({ ...told, rows: [], all: 0 })).toContain('Every rule in force has shown why it stands.');
});
