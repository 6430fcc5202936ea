// What a terminal says of procedures.
import { expect, it } from 'vitest';
import { foundText, procedureText, unwrittenText } from './procedures.view.ts';

it('says what there is, and what to do where there is none', () => {
  const one = {
    id: 'lost-key',
    version: '1',
    title: 'A lost key',
    trigger: 'A locked door',
    from: '2026-01-01',
    steps: 1,
  };
  expect(foundText({ items: [one], all: 3, nearly: true, suspended: [] }, 'loks')).toBe(
    'Nothing is written just so; words like it:\nlost-key  A lost key (1 step)\n    when: A locked door\nand 2 more',
  );
  expect(foundText({ items: [], all: 0, nearly: false, suspended: [] }, 'x')).toContain('customary procedures missing');
  expect(foundText({ items: [], all: 0, nearly: false, suspended: [] }, '')).toContain('import record');
});

it('a procedure has each step with the words to say and what would make it plainer', () => {
  const step = { id: 'a', text: 'Cut it as usual.', serves: [], obstructs: [], actor: 'Rep', say: 'I will help.' };
  const advice = [{ part: 'a', kind: 'as-usual', from: 7, to: 15, words: 'as usual', instead: 'Say how.' }];
  const text = procedureText({
    id: 'lost-key',
    version: '1',
    title: 'A lost key',
    from: '2026-01-01',
    holds: true,
    steps: [step],
    advice,
    confusion: null,
  });
  expect(text).toBe(
    'A lost key\nlost-key, version 1, in force since 2026-01-01\n\n1. Rep: Cut it as usual.\n   say: I will help.\n   to make it plainer: Say how.',
  );
  expect(unwrittenText({ items: [] })).toBe('Nothing was seen that is not written.');
});
