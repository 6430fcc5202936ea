// What good sounds like: the rep's words with the customer's before them, no name, nothing too short or too long; of a set of standards
// its shortest example that was met.
import { expect, it } from 'vitest';
import { exampleIn, exampleOfPack, momentIn } from './example.core.ts';

const names = { people: ['Cyprian Voss'], places: ['Zanzibar Yard'] };
const said = (speaker: 'rep' | 'customer', text: string) => ({ speaker, text });
const turns = [
  said('rep', 'This is Cyprian at Zanzibar Yard.'),
  said('customer', 'I need room for a piano.'),
  said('rep', 'Happy to help, Cyprian here. What else will you keep in it?'),
  said('customer', 'A saddle.'),
  said('rep', 'Yes.'),
];
const at = (turn: number) => [{ turn, from: 0, to: 3 }];

it('shows the rep’s words with what they were said to, and names nobody', () => {
  expect(exampleIn(turns, at(2), names)).toEqual([
    said('customer', 'I need room for a piano.'),
    said('rep', 'Happy to help, [NAME] here. What else will you keep in it?'),
  ]);
  expect(exampleIn(turns, at(0), names)).toEqual([said('rep', 'This is [NAME] at [PLACE].')]);
});

it('is none of the customer’s words, of a mere yes, or of a speech', () => {
  expect(exampleIn(turns, at(1), names)).toBeNull();
  expect(exampleIn(turns, at(4), names)).toBeNull();
  expect(exampleIn([said('rep', 'so '.repeat(300))], at(0), names)).toBeNull();
  expect(exampleIn(turns, at(9), names)).toBeNull();
});

it('takes the shortest that was met of a set of standards, in which both speak', () => {
  const examples = [
    { expected: 'failed', turns: [said('rep', 'No.')] },
    { expected: 'met', turns: [said('rep', 'Hi.')] },
    { expected: 'met', turns: [said('customer', 'Hello?'), said('rep', 'Hello, how can I help?')] },
  ];
  expect(exampleOfPack(examples)?.[1]?.text).toBe('Hello, how can I help?');
  expect(exampleOfPack([])).toBeNull();
});

it('tells a moment with the turns around its words, and none of what was never said', () => {
  expect(momentIn(turns, at(1)).map((one) => one.text)).toEqual([turns[0]!.text, turns[1]!.text, turns[2]!.text]);
  expect(momentIn(turns, [])).toEqual([]);
  expect(momentIn(turns, at(9))).toEqual([]);
});

it('tells all of a moment whose quotes stand near each other, and only its beginning where they stand far apart', () => {
  const long = Array.from({ length: 20 }, (_, i) => said(i % 2 === 0 ? 'rep' : 'customer', `Turn ${i}.`));
  const quoted = (...places: number[]) => momentIn(long, places.flatMap(at)).map((one) => one.text);
  expect(quoted(3, 6)).toEqual(['Turn 2.', 'Turn 3.', 'Turn 4.', 'Turn 5.', 'Turn 6.', 'Turn 7.']);
  expect(quoted(3, 15)).toEqual(['Turn 2.', 'Turn 3.', 'Turn 4.', 'Turn 5.']);
});
