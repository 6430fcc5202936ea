// Advice on written rules and steps: what is said of which words, and what is left alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseOn, type AdviceKind } from './clarity.core.ts';
import { readingGrade, sentencesOf, syllablesIn } from './reading-grade.core.ts';

const told = (text: string, more: Partial<Parameters<typeof adviseOn>[0]> = {}): [AdviceKind, string][] =>
  adviseOn({ parts: [{ id: '1', text }], ...more }).map((one) => [one.kind, one.words]);

describe('a must without somebody who must', () => {
  it.each([
    ['The form must be signed.', 'must'],
    ['Keys must be returned before noon.', 'must'],
    ['The gate shall be locked at ten.', 'shall'],
    ['Deposits are to be paid in advance.', 'are to be'],
    ['Before leaving, the till must be counted.', 'must'],
    ['The manager must be told.', 'must'],
    ['This has to happen daily.', 'has to'],
  ])('%s', (text, words) => expect(told(text)).toEqual([['must-without-actor', words]]));

  it.each([
    'The rep must sign the form.',
    'You must ask for a name.',
    'Keys must be returned by the tenant before noon.',
    'The district manager shall lock the gate.',
    'The rep greets them, and must ask for a name.',
    'Whoever opens the gate must be at least 18.',
    'Say what it costs a month.',
  ])('not: %s', (text) => expect(told(text)).toEqual([]));

  it('an actor of the part’s own, and words that the organisation has for people, are enough', () => {
    expect(adviseOn({ parts: [{ id: '1', text: 'The form must be signed.', actor: 'rep' }] })).toEqual([]);
    expect(told('The duty-porter must lock the gate.', { actors: ['duty porter'] })).toEqual([]);
  });
});

it.each([
  ['Greet them as usual.', 'as-usual', 'as usual'],
  ['Answer in a timely manner.', 'as-usual', 'in a timely manner'],
  ['For refunds see Bob.', 'see-somebody', 'see Bob'],
  ['Ask Mary Lund in the back.', 'see-somebody', 'Ask Mary Lund'],
  ['Take name, number, etc.', 'vague-end', 'etc.'],
  ['Check the POI first.', 'undefined-term', 'POI'],
  ['See [the rule](#9).', 'dead-link', '[the rule](#9)'],
  ['See [the sheet](C:/sheet.xls).', 'dead-link', '[the sheet](C:/sheet.xls)'],
] as const)('%s', (text, kind, words) => expect(told(text)).toEqual([[kind, words]]));

it.each([
  'See Section 4.',
  'Ask the manager on duty.',
  'See [step one](#1) and [the price list](https://example.com/prices).',
  'Ask for proof of insurance (POI). The POI stays with them.',
  'Ask for their ID.',
])('leaves alone: %s', (text) => expect(told(text)).toEqual([]));

it('links to documents are looked up where it is known which there are', () => {
  const text = 'See [quoting](/documents/policy/quotes#2).';
  expect(told(text)).toEqual([]);
  expect(told(text, { documents: new Set(['policy/quotes']) })).toEqual([]);
  expect(told(text, { documents: new Set(['procedure/quotes']) })[0]?.[0]).toBe('dead-link');
});

it('a long sentence, a long part and a hard one are said so', () => {
  expect(told(`Say ${'one more word '.repeat(11)}here.`).map(([kind]) => kind)).toEqual(['too-long']);
  const short = 'Say it plainly now. '.repeat(25).trim();
  expect(told(short).map(([kind]) => kind)).toEqual(['too-long']);
  const hard = 'Organisational responsibilities necessitate immediate documentation. '.repeat(8).trim();
  expect(told(hard).map(([kind]) => kind)).toEqual(['hard-to-read']);
});

describe('the reading grade', () => {
  it.each([
    ['cat', 1],
    ['table', 2],
    ['asked', 1],
    ['wanted', 2],
    ['horses', 2],
    ['names', 1],
    ['customer', 3],
    ['authority', 4],
    ['price', 1],
    ['rule', 1],
    ['the', 1],
  ])('%s has %i', (word, syllables) => expect(syllablesIn(word)).toBe(syllables));

  it('is that of the formula, by hand', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59 = -1.45, not below 0.
    expect(readingGrade('The cat sat on the mat.')).toEqual({ grade: 0, words: 6, sentences: 1, syllables: 6 });
    // 4 words, 1 sentence, 13 syllables: 1.56 + 38.35 - 15.59 = 24.3.
    expect(readingGrade('Customers’ authority necessitates documentation.')).toMatchObject({ words: 4, sentences: 1 });
    expect(readingGrade('12 %')).toBeNull();
  });

  it('knows where sentences end', () => {
    expect(sentencesOf('Ask Mr. Lund. Then e.g. wait! Go?').map((one) => one.text)).toEqual([
      'Ask Mr. Lund.',
      'Then e.g. wait!',
      'Go?',
    ]);
  });
});

it('whatever the text, advice points at the words that it is about, and comes in time', () => {
  const words = fc.constantFrom(
    'must',
    'be',
    'signed',
    'see',
    'Bob',
    'etc.',
    'POI',
    '[x](#9)',
    'as',
    'usual',
    '.',
    '\n',
    '(',
    'é',
    '🙂',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        fc.array(words).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const { from, to, words: lit } of adviseOn({ parts: [{ id: '1', text }] }))
          expect(text.slice(from, to)).toBe(lit);
      },
    ),
  );
  const long = 'must be '.repeat(20_000);
  const began = performance.now();
  adviseOn({
    parts: [
      { id: '1', text: long },
      { id: '2', text: '['.repeat(20_000) },
    ],
  });
  expect(performance.now() - began).toBeLessThan(5000);
});
