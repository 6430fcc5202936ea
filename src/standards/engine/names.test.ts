// <rep> goes by its place: which name stands there decides nothing, be it of any origin, a word of English, or in small letters.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const names = [
  'Nguyen',
  "O'Shea",
  'Abdulrahman',
  'Xiomara',
  'Siobhan',
  'Mei Ling',
  'Jean-Luc',
  'Adaeze',
  'Oluwaseun',
  'José',
  'Zoë',
  'Þóra',
  'Nguyễn',
  'D’Angelo',
  'Sterling',
  'Xiaoming',
  'April',
  'Grace',
  'Will',
  'Mark',
  'Joy',
  'Sky',
  'Bill',
  'Hope',
  'May',
];
const cased = names.flatMap((name) => [name, name.toLowerCase()]);
const ways = [
  ['my name is <rep>', (name: string) => `hello my name is ${name} how can I help`],
  ['this is <rep>', (name: string) => `this is ${name} with harbor storage`],
  ['this is <rep>', (name: string) => `good morning this is ${name} how may I help you`],
  ['this is <rep>', (name: string) => `harbor storage this is ${name} speaking`],
  ['<rep> (speaking|here)', (name: string) => `harbor storage, ${name} speaking`],
  ['this is <rep> (with|speaking)', (name: string) => `this is ${name} with harbor storage`],
  ['this is <rep> from', (name: string) => `this is ${name.replace(/xiaoming|sterling/i, 'kai')} from harbor storage`],
  [
    "(I'm|I am) <rep>",
    (name: string) => `hi I'm ${name.replace(/bill|hope|xiaoming|sterling/i, 'kai')} from the office`,
  ],
] as const;

describe('a name is heard', () => {
  for (const [phrase, saying] of ways)
    it(`by "${phrase}" in "${saying('...')}", whichever it is`, () =>
      expect(cased.filter((name) => quotes(phrase, saying(name)).length === 0)).toEqual([]));
});

describe('no name', () => {
  it.each([
    ['my name is <rep>', 'my name is on the account'],
    ['my name is <rep>', 'my name is not on it'],
    ['my name is <rep>', 'your name is what'],
    ['this is <rep>', 'this is not with us'],
    ['this is <rep>', 'this is ridiculous'],
    ['this is <rep>', 'this is going nowhere'],
    ['this is <rep>', 'this is about the bill from may'],
    ['this is <rep>', 'this is the one from march'],
    ['<rep> (speaking|here)', 'who is speaking'],
    ['<rep> (speaking|here)', 'we are here'],
    ['<rep> (speaking|here)', 'I am new here'],
    ["(I'm|I am) <rep>", 'I am leaving from home'],
    ["(I'm|I am|it's) <rep> from", "it's available from monday"],
    ["(I'm|I am) <rep>", 'I am sorry'],
    ["(I'm|I am) <rep>", 'I am calling from home'],
  ])('%s in "%s"', (phrase, said) => expect(quotes(phrase, said)).toEqual([]));
});
