// What a recogniser's words let through: a phrase with a word that sounds alike was said, less surely; one with a word missing, added
// or other leaves the verdict open; and what people write themselves is taken as it stands.
import { describe, expect, it } from 'vitest';
import type { Encounter } from '../encounter.core.ts';
import { compiledWith, marked } from './pack.test-data.ts';

const machine: Partial<Encounter> = { heardBy: 'recogniser' };
const mark = (phrase: string, said: string, more: Partial<Encounter> = machine) =>
  marked(compiledWith({ it: [phrase] }, '{says: it, by: rep}'), `rep: ${said}`, more).marks[0]!;

describe('a word that sounds alike counts, less surely', () => {
  it.each([
    ['wait a minute please', 'weight a minute please'],
    ['may I put you on hold', 'may I put you on whole'],
    ['do you have a reservation', 'do you have a rezervashun'],
    ['would you like to rent it', 'would you like to rents it'],
    ['there is a fee for that', 'their is a fee for that'],
    ['what is your address please', 'what is your adres please'],
    ['we have a smaller unit', 'we have a smaller units'],
  ])('%s in "%s"', (phrase, said) => {
    const one = mark(phrase, said);
    expect(one.verdict).toBe('met');
    expect(one.confidence).toBeLessThan(0.9);
  });
  it('with the confidence of a sound', () => {
    const one = mark('may I put you on hold', 'may I put you on whole');
    expect(one).toMatchObject({ verdict: 'met', confidence: 0.75 });
    expect(one.evidence).toEqual([{ turn: 0, from: 0, to: 22 }]);
  });
});

describe('is half heard, so it can’t be told', () => {
  it.each([
    ['a little word missing', 'thank you for calling harbor', 'thank you calling harbor'],
    ['a little word added', 'put you on hold now', 'put you on the hold now'],
    ['another word, close to it', 'can I put you on hold', 'can I put you on old'],
    [
      'another word in the middle',
      'schedule an appointment for your storage unit',
      'schedule an amendment for your storage unit',
    ],
    ['a gap', 'connect you ...1 storage department', 'convict you the storage department'],
  ])('%s', (_, phrase, said) => expect(mark(phrase, said)).toMatchObject({ verdict: 'unsure' }));
});

describe('is not said', () => {
  it.each([
    ['too little is left', 'this is my unit', 'this is my own'],
    ['a phrase of two words', 'hold please', 'hold cheese'],
    ['the negation is missing', 'we can not hold that unit', 'we can hold that unit'],
    ['two words are other', 'may I put you on hold now', 'may I pat you on hope now'],
    ['words of another order', 'put you on hold now', 'now on hold you put'],
    ['the end is missing', 'connect you to the manager', 'connect you to the'],
  ])('%s', (_, phrase, said) => expect(mark(phrase, said).verdict).toBe('failed'));
});

describe('what people wrote themselves', () => {
  it.each([undefined, 'person' as const])('is taken as it stands (%s)', (heardBy) => {
    const more = heardBy === undefined ? {} : { heardBy };
    expect(mark('may I put you on hold', 'may I put you on whole', more).verdict).toBe('failed');
    expect(mark('thank you for calling harbor', 'thank you calling harbor', more).verdict).toBe('failed');
  });
});

it('a phrase said plainly is said plainly, whoever wrote it down', () =>
  expect(mark('may I put you on hold', 'may I put you on hold')).toMatchObject({ verdict: 'met', confidence: 0.95 }));

it('misheard words inside a report or a negation don’t count', () => {
  expect(mark('may I put you on hold', 'she asked me may I put you on whole').verdict).toBe('failed');
  expect(mark('!put you on hold now', "I won't put you on whole now").verdict).toBe('failed');
});

it('takes no longer than the words ask, whatever they are', () => {
  const words = Array.from({ length: 4000 }, (_, at) => (at % 3 === 0 ? 'storage' : at % 3 === 1 ? 'unit' : 'a'));
  expect(mark('storage ...3 (a|unit|b) ...3 (unit|a|c) ...3 storage department', words.join(' ')).verdict).not.toBe(
    'met',
  );
});
