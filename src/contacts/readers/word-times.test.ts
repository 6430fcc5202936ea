import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords } from './word-times.ts';
import type { HeardWord } from './word-times.ts';

/** Words said one after another: `text`, `text?` where it was hardly heard, `~5` for a silence of so many seconds. */
function said(line: string): HeardWord[] {
  let at = 0;
  return line.split(' ').flatMap((word): HeardWord[] => {
    if (word.startsWith('~')) {
      at += Number(word.slice(1));
      return [];
    }
    const start = at;
    at += 0.5;
    const unsure = word.endsWith('?');
    return [{ text: word.replace('?', ''), start, end: at, confidence: unsure ? 0.4 : 0.9 }];
  });
}

const read = (text: string, line: string) => readWords({ text, start: 0, end: 60 }, said(line));
const quoted = (text: string, line: string): string[] =>
  (read(text, line).unclear ?? []).map(({ from, to }) => text.slice(from, to));

test('words that were hardly heard are stretches of the text, those that follow each other one', () => {
  const text = 'We have a ten by ten, upstairs.';
  expect(quoted(text, 'we have a ten? by? ten? upstairs')).toEqual(['ten by ten']);
  expect(quoted(text, 'we? have a ten by ten upstairs?')).toEqual(['We', 'upstairs']);
  expect(read(text, 'we have a ten by ten upstairs')).toEqual({ confidence: 0.9 });
});

test('a word is found whole, in its own order, and where the text writes it otherwise it is passed over', () => {
  expect(quoted('an answer, and then another an', 'an answer and then another an?')).toEqual(['an']);
  expect(quoted('It is $25 a month, okay?', 'it is twenty? five? dollars? a month? okay')).toEqual(['month']);
});

test('a silence between two words is a pause, with the place of the word that ends it', () => {
  const text = 'Let me check. Yes we do.';
  expect(read(text, 'let me check ~8 yes we ~2 do').pauses).toEqual([{ at: 1.5, seconds: 8, offset: 14 }]);
});

test('times of another clock than the turn’s make no pauses', () => {
  const words = said('let me check ~8 yes we do').map((word) => ({
    ...word,
    start: word.start! * 1000,
    end: word.end! * 1000,
  }));
  expect(readWords({ text: 'let me check yes we do', start: 0, end: 12 }, words).pauses).toBeUndefined();
  expect(readWords({ text: 'let me check yes we do' }, said('let me check ~8 yes we do')).pauses).toBeUndefined();
});

test('stretches stand in order, apart and inside the text, whatever the words are', () => {
  const word = fc.record({
    text: fc.oneof(fc.constantFrom('a', 'an', 'ten', 'İstanbul', '', '...', 'ça'), fc.string({ maxLength: 6 })),
    start: fc.option(fc.double({ min: -5, max: 90 }), { nil: undefined }),
    end: fc.option(fc.double({ min: -5, max: 90 }), { nil: undefined }),
    confidence: fc.option(fc.double({ min: -1, max: 2 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.string({ maxLength: 80 }), (words, extra) => {
      const text = `${words.map((one) => one.text).join(' ')} ${extra}`;
      const { unclear = [], confidence = 0 } = readWords({ text, start: 0, end: 60 }, words);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      let before = 0;
      for (const { from, to } of unclear) {
        expect(from).toBeGreaterThanOrEqual(before);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        before = to;
      }
    }),
  );
});
