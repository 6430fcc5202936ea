// What the organisation is called stays; whoever is called the same does not.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactContact } from './redact-contact.core.ts';

const key = randomBytes(32);
const ownNames = ['Harbor Self Storage', 'Harbor St. Louis', 'Dana Point', 'Elm'];
const redacted = (text: string, names: readonly string[] = ownNames, knownNames: readonly string[] = []): string =>
  redactContact({ turns: [{ text, label: 'agent' }], answers: [], knownNames, key, ownNames: names }).texts[0]!;

it('the business and its sites stay wherever they are said whole', () => {
  for (const said of [
    'Hello, this is Harbor Self Storage, how can I help?',
    'Thanks for calling Harbor St. Louis, good morning.',
    'My name is on the lease of Harbor Self Storage’s second building.',
    'I am talking to Dana Point, right?',
    'You are at Elm now.',
  ])
    expect(redacted(said)).toBe(said);
});

it('people stay hidden, beside the name and where they share a word with it', () => {
  expect(redacted('Thank you for calling Harbor Self Storage, this is Marla speaking.')).toBe(
    'Thank you for calling Harbor Self Storage, this is [NAME 1] speaking.',
  );
  expect(redacted('My name is Harbor Quell, I called Harbor Self Storage.')).toBe(
    'My name is [NAME 1], I called Harbor Self Storage.',
  );
  expect(redacted('This is Dana from Dana Point.')).toBe('This is [NAME 1] from Dana Point.');
  expect(redacted('My name is Elm.')).toBe('My name is [NAME 1].');
  expect(redacted('Mr Point is at Dana Point.', ownNames, ['Frank Point'])).toBe('Mr [NAME 1] is at Dana Point.');
});

it('nothing but names is kept by it: a number said beside stays hidden', () => {
  const said = redacted('Harbor Self Storage, my card is 4111 1111 1111 1111 and I am Ilse Brand.');
  expect(said).toBe('Harbor Self Storage, my card is [CARD 1] and I am [NAME 1].');
});

it('a second pass changes nothing, and of no own names all is as without', () => {
  const words = fc.constantFrom(
    'this',
    'is',
    'Harbor',
    'Self',
    'Storage',
    'Dana',
    'Point',
    'my',
    'name',
    'at',
    'Elm',
    ',',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), (said) => {
      const once = redacted(said.join(' '));
      expect(redacted(once)).toBe(once);
    }),
    { numRuns: 200 },
  );
  expect(redacted('This is Harbor speaking.', [])).toBe('This is [NAME 1] speaking.');
});
