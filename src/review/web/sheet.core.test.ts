import { expect, it } from 'vitest';
import { commented, goneTo, nextOpen, openIn, quoted, ruled, sheetOf, takenOver, unquoted } from './sheet.core.ts';

const standards = ['open.greeting', 'need.asked', 'close.thanked'];

it('what was kept is there again, with the first standard in hand that has no verdict', () => {
  const kept = [{ standard: 'open.greeting', verdict: 'met', evidence: [], comment: 'warmly' }] as const;
  const sheet = sheetOf(standards, kept);
  expect(sheet.at).toBe(1);
  expect(sheet.marks[0]).toEqual(kept[0]);
  expect(openIn(sheet)).toBe(2);
});

it('a verdict goes on to the next standard without one, round to the first, and stays once all have one', () => {
  let sheet = goneTo(sheetOf(standards, []), 1);
  sheet = ruled(sheet, 'failed', true);
  expect(sheet.at).toBe(2);
  sheet = ruled(sheet, 'met', true);
  expect(sheet.at).toBe(0);
  sheet = ruled(sheet, 'not-applicable', true);
  expect([sheet.at, nextOpen(sheet), openIn(sheet)]).toEqual([0, null, 0]);
  expect(sheet.marks.map((one) => one.verdict)).toEqual(['not-applicable', 'failed', 'met']);
});

it('a verdict that is changed leaves quotes and comment as they are', () => {
  const place = { turn: 0, from: 0, to: 4 };
  const sheet = ruled(commented(quoted(sheetOf(standards, []), [place]), 'cut short'), 'unsure', false);
  expect(sheet.marks[0]).toEqual({
    standard: 'open.greeting',
    verdict: 'unsure',
    evidence: [place],
    comment: 'cut short',
  });
  expect(unquoted(sheet).marks[0]!.evidence).toEqual([]);
  expect(unquoted(unquoted(sheet)).marks[0]!.evidence).toEqual([]);
});

it('one comes no further than to the first and the last', () => {
  expect(goneTo(sheetOf(standards, []), -1).at).toBe(0);
  expect(goneTo(sheetOf(standards, []), 9).at).toBe(2);
});

it('as one of two said it: their verdict and quotes, and one’s own reason', () => {
  const place = { turn: 1, from: 3, to: 9 };
  const sheet = takenOver(commented(sheetOf(standards, []), 'it was asked'), { verdict: 'met', evidence: [place] });
  expect(sheet.marks[0]).toEqual({
    standard: 'open.greeting',
    verdict: 'met',
    evidence: [place],
    comment: 'it was asked',
  });
});
