import { expect, it } from 'vitest';
import { contentWith, type DraftContent } from '../drafts/draft.core.ts';
import { diffContents } from '../versions/diff.core.ts';
import { checkText } from './checklist.core.ts';

const clause = (text: string, purpose: string): DraftContent =>
  contentWith({
    title: 'Answering the telephone',
    fields: { class: 'customer-service' },
    parts: [{ id: '1', text, serves: [], obstructs: [], fields: { purpose, factor: { answer: 'no', why: 'Short.' } } }],
  });

const told = (before: DraftContent | null, after: DraftContent): string[] =>
  checkText({
    kind: 'policy',
    content: after,
    before,
    changes: diffContents(before, after),
    today: '2026-11-23',
    versions: [],
    clashes: 0,
    proposed: 'material',
    decided: null,
    decidedWhy: '',
  })
    .filter(({ key }) => key.endsWith(':old-reasons'))
    .map(({ says, weight }) => `${weight}: ${says}`);

const before = clause('Answer with the word "Storage" only.', 'It kept contacts short.');

it('says that the reasons of a clause with a new meaning were given for its old words, until one of them is changed', () => {
  const after = clause('The rep may say every price when a caller asks.', 'It kept contacts short.');
  expect(told(before, after)).toEqual(['advice: The reasons of clause 1 were given for other words than it has now.']);
  expect(
    told(before, clause('The rep may say every price when a caller asks.', 'Callers learn what it costs.')),
  ).toEqual([]);
});

it('leaves a clause alone whose spelling was mended, and one that is new', () => {
  expect(told(before, clause('Answer with the word "Storage", only.', 'It kept contacts short.'))).toEqual([]);
  expect(told(null, before)).toEqual([]);
});
