import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedPlace, movedStretches } from './moved-stretches.core.ts';
import { redactContact } from './redact-contact.core.ts';

const key = new Uint8Array(32).fill(1);

/** The words that the stretches of one turn point at once it is redacted. */
function afterwards(text: string, ...unclear: string[]): string[] {
  let at = 0;
  const stretches = unclear.map((words) => {
    const from = text.indexOf(words, at);
    at = from + words.length;
    return { from, to: at, confidence: 0.4 };
  });
  const redacted = redactContact({ turns: [{ text, stretches }], answers: [], knownNames: [], key });
  return redacted.stretches[0]!.map(({ from, to }) => redacted.texts[0]!.slice(from, to));
}

test('words behind a placeholder keep their stretch, whatever its length', () => {
  expect(afterwards('my card is 4111 1111 1111 1111 and the rate is too high', 'rate', 'high')).toEqual([
    'rate',
    'high',
  ]);
  expect(afterwards('dob 3/14/1985 for the unit', 'unit')).toEqual(['unit']);
});

test('a stretch in a replaced value covers its placeholder, once', () => {
  expect(afterwards('My card is 4111 1111 1111 1111.', '1111', '1111')).toEqual(['[CARD 1]']);
  expect(afterwards('so my card is 4111 1111 1111 1111 okay', 'is 4111')).toEqual(['is [CARD 1]']);
  expect(afterwards('so my card is 4111 1111 1111 1111 okay then', '1111 okay')).toEqual(['[CARD 1] okay']);
});

test('a value that a later pass hides moves them once more', () => {
  const text = 'My name is Tavia Brewick, call 619-555-0142, then ask tavia about the deposit';
  expect(afterwards(text, 'deposit')).toEqual(['deposit']);
});

test('a place inside a replaced value is where its placeholder begins', () => {
  const text = 'my card is 4111 1111 1111 1111 okay';
  const turns = [{ text, places: [text.indexOf('1111 1111'), text.indexOf('okay')] }];
  const redacted = redactContact({ turns, answers: [], knownNames: [], key });
  expect(redacted.places[0]!.map((place) => redacted.texts[0]!.slice(place))).toEqual(['[CARD 1] okay', 'okay']);
});

test('whatever is replaced, stretches stay in order, apart, and on their own words', () => {
  const sizes = fc.array(fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 6 }), now: fc.nat(9) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(sizes, sizes, (parts, places) => {
      // A text of letters that are all different; replaced parts become runs of "#".
      const letters = Array.from({ length: 80 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
      let at = 0;
      const replaced = parts.map(({ gap, length, now }) => {
        const from = at + gap;
        at = from + length;
        return { from, to: at, length: now };
      });
      let text = '';
      let done = 0;
      for (const { from, to, length } of replaced) {
        text += letters.slice(done, from) + '#'.repeat(length);
        done = to;
      }
      text += letters.slice(done);
      at = 0;
      const stretches = places.map(({ gap, length }) => {
        const from = at + gap;
        at = from + length;
        return { from, to: at, confidence: 0.5 };
      });
      const moved = movedStretches(stretches, replaced);
      moved.forEach((one, index) => {
        expect(one.to).toBeGreaterThanOrEqual(one.from);
        if (index > 0) expect(one.from).toBeGreaterThanOrEqual(moved[index - 1]!.to);
      });
      const kept = (from: number, to: number): string[] =>
        Array.from(letters.slice(from, to)).filter((letter) => text.includes(letter));
      const before = stretches.flatMap(({ from, to }) => kept(from, to));
      const after = moved.flatMap(({ from, to }) =>
        Array.from(text.slice(from, to)).filter((letter) => letter !== '#'),
      );
      expect(after).toEqual(before);
      // A single place stays with its letter, where that is still there.
      Array.from(letters).forEach((letter, place) => {
        if (text.includes(letter)) expect(text[movedPlace(place, replaced)]).toBe(letter);
      });
    }),
  );
});
