// A form answered in words is understood by how the answer begins; what begins neither way stays open.
import { expect, it } from 'vitest';
import { compiledWith, marked, verdict } from './pack.test-data.ts';

const question = 'greeted on entering';
const asked = (answer: string): string =>
  verdict({ hi: ['hello'] }, '{question: "greeted ... entering", answered: yes}', 'rep: a', {
    answers: [{ question, answer }],
  });

it.each([
  ['Very. She came right over', 'met'],
  ['It did, at once', 'met'],
  ['Absolutely!', 'met'],
  ['Spot on, I looked it up', 'met'],
  ['y. Waved at once', 'met'],
  ['Not at all, I had to cough', 'failed'],
  ['Nobody did', 'failed'],
  ['Incorrect, it was dearer', 'failed'],
  ['Naw, never looked up', 'failed'],
  ["They didn't", 'failed'],
  ['It did not', 'failed'],
  ['About ten seconds', 'unsure'],
  ['Nothingness', 'unsure'],
  ['Year in, year out', 'unsure'],
])('"%s" is %s', (answer, expected) => expect(asked(answer)).toBe(expected));

it('is as sure on a form without words: nobody need be known to have spoken', () => {
  const either = '{first-known: [{question: "greeted ... entering", answered: yes}, {says: hi, by: rep}]}';
  const form = { turns: [], repCertainty: 0, answers: [{ question, answer: 'yes' }] };
  const [mark] = marked(compiledWith({ hi: ['hello'] }, either), '', form).marks;
  expect([mark!.verdict, mark!.confidence]).toEqual(['met', 0.99]);
});
