// Words that were read before are read again as they were, wherever they stand.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Tokeniser } from './tokenise.ts';
import { Vocabulary } from './vocabulary.ts';
import { role } from './word-roles.ts';

const closed = (): Vocabulary => {
  const vocabulary = new Vocabulary();
  vocabulary.freeze();
  return vocabulary;
};

const readBy = (tokeniser: Tokeniser, text: string) => {
  const words = tokeniser.read(text);
  const { ids, from, to, breaks, values, count, rolesHere } = words;
  return {
    words: Array.from({ length: count }, (_, at) => [ids[at], from[at], to[at], breaks[at], values[at]]),
    roles: rolesHere,
  };
};

const piece = fc.oneof(
  fc.constantFrom(
    'hello',
    'the',
    "don't",
    'don’t',
    "let's",
    "I'd've",
    "o'clock",
    'um',
    'gonna',
    'two',
    '25',
    '$59',
    'GREAT',
  ),
  fc.constantFrom(
    'XXXX',
    'xxxx',
    "XX's",
    "X'X",
    "x'x",
    'xXX',
    'X’x',
    'café',
    'naïve',
    '[NAME 1]',
    "rock'n'roll",
    'abcdefghijklmno',
    'abcdefghijklmnop',
  ),
  fc.constantFrom('-', ',', '.', '—', '£5', "'", '`', '5pm', '21st', 'a-b', 'idk', '\u0000', '日本'),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 20 })
  .map((pieces) => pieces.flat().join(''));

it('reads a text the second time as it read it the first time, and as one does that read nothing before', () => {
  const vocabulary = closed();
  const practised = new Tokeniser(vocabulary);
  fc.assert(
    fc.property(text, (one) => {
      const fresh = readBy(new Tokeniser(vocabulary), one);
      expect(readBy(practised, one)).toEqual(fresh);
      expect(readBy(practised, one)).toEqual(fresh);
    }),
    { numRuns: 300 },
  );
});

it('reads more words than there was room for', () => {
  const tokeniser = new Tokeniser(closed());
  const of = (count: number) => readBy(tokeniser, 'hello there '.repeat(count / 2)).words;
  const few = of(2);
  for (const count of [4094, 4096, 4098, 20_000]) {
    const words = of(count);
    expect(words.length).toBe(count);
    expect(words.slice(0, 2)).toEqual(few);
    expect(words.at(-1)).toEqual([few[1]![0], 6 * count - 6, 6 * count - 1, 0, Number.NaN]);
  }
});

it('lets go what a huge text took, and reads on as before', () => {
  const tokeniser = new Tokeniser(closed());
  const said = "hello, I'd say 25 of the 10x10 or $59";
  const first = readBy(tokeniser, said);
  const small = tokeniser.read(said).bytes.length;
  for (const huge of ['five '.repeat(1_100_000), 'a'.repeat(12_000_000)]) {
    expect(tokeniser.read(huge).bytes.length).toBeGreaterThan(10 * small);
    expect(readBy(tokeniser, said)).toEqual(first);
    expect(readBy(tokeniser, said)).toEqual(first);
    expect(tokeniser.read(said).bytes.length).toBe(small);
  }
});

it.each([
  ['the unit the other', role.again],
  ['the unit or any other', 0],
  ['wh- where', role.cutOff],
  ['five boxes', role.counts],
  ['you know', role.fills],
])('tells of "%s" what its words do', (said, roles) => {
  const tokeniser = new Tokeniser(closed());
  const asked = role.again | role.cutOff | role.counts | role.fills;
  for (let time = 0; time < 2; time++) expect(readBy(tokeniser, said).roles & asked).toBe(roles);
});

it.each([
  ["X'X", "x'x"],
  ['X’X', 'x’x'],
  ['XXX', 'xxx'],
])('never takes "%s", a value that was taken out, for "%s" or the other way round', (crosses, letters) => {
  const vocabulary = closed();
  const apart = [crosses, letters].map((one) => readBy(new Tokeniser(vocabulary), one).words[0]![0]);
  expect(apart[0]).toBe(vocabulary.placeholder('any'));
  expect(apart[1]).not.toBe(apart[0]);
  for (const order of [
    [crosses, letters],
    [letters, crosses],
  ]) {
    const tokeniser = new Tokeniser(vocabulary);
    for (const one of [...order, ...order])
      expect(readBy(tokeniser, one).words[0]![0]).toBe(one === crosses ? apart[0] : apart[1]);
  }
});

it('takes a small x that is drawn out for an x, whatever follows its first', () => {
  const tokeniser = new Tokeniser(closed());
  const x = readBy(tokeniser, 'x').words[0]![0];
  for (const one of ['xxx', 'xXX', 'xxxxxx', 'Xxx']) expect(readBy(tokeniser, one).words[0]![0]).toBe(x);
});
