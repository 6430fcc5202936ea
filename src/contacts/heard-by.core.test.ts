import { expect, test } from 'vitest';
import { heardByOf } from './heard-by.core.ts';

const plain = Array.from({ length: 30 }, () => "yeah i'd like to know what a ten by ten costs");
const told = (texts: readonly string[]) => heardByOf(undefined, 'phone', texts);

test('who it is told to be outranks every sign', () => {
  expect(heardByOf('person', 'phone', plain)).toBe('person');
  expect(heardByOf('recogniser', 'chat', ['Hi.'])).toBe('recogniser');
});

test('what was typed, a person wrote; a form’s visit without words nobody', () => {
  expect(heardByOf(undefined, 'chat', plain)).toBe('person');
  expect(heardByOf(undefined, 'complaint', plain)).toBe('person');
  expect(heardByOf(undefined, 'visit', [])).toBeUndefined();
});

test('a long call without one stop, in letters of one case, is a recogniser’s', () => {
  expect(told(plain)).toBe('recogniser');
  expect(told(plain.map((line) => line.toUpperCase()))).toBe('recogniser');
  expect(told([...plain, 'this is [PERSON_NAME] at [BUSINESS]'])).toBe('recogniser');
});

test('one stop, one capital, or too few words tell nothing', () => {
  expect(told([...plain, 'okay.'])).toBeUndefined();
  expect(told([...plain, 'I see'])).toBeUndefined();
  expect(told(plain.slice(0, 3))).toBeUndefined();
});
