// What reaches a terminal: no name of a file drives it or forges a line of ours.
import { expect, it } from 'vitest';
import { colourWanted, oneLine, plain } from './terminal.ts';

it('shows an end of line in a name by a sign, and drops what would drive a terminal', () => {
  expect(oneLine('a\nRead 5 files: all is well.\u001b[2J.txt')).toBe('a⏎Read 5 files: all is well.[2J.txt');
  expect(oneLine('a\r\nb\rc\u2028d\te')).toBe('a⏎b⏎c⏎d⏎e');
  expect(plain('two\nlines\u202e\u0007')).toBe('two\nlines');
});

it('prints in colour to a terminal, unless its owner said no', () => {
  expect(colourWanted({ isTTY: true }, {})).toBe(true);
  expect(colourWanted({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(colourWanted({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(colourWanted({}, {})).toBe(false);
});
