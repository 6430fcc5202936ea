// The phrase language, feature by feature, and what is refused with a place.
import { describe, expect, it } from 'vitest';
import { quotes } from '../engine/pack.test-data.ts';
import { parsePhrase } from './phrase.ts';
import { PhraseFault } from './spelling.ts';

describe('a phrase finds', () => {
  it.each([
    ['either of two', 'good (morning|evening)', 'well good evening sir', ['good evening']],
    ['spellings of a word', 'thank(s| you) for call(ing|ed)', 'thanks for calling', ['thanks for calling']],
    ['spellings with a space', 'thank(s| you) for call(ing|ed)', 'thank you for called', ['thank you for called']],
    ['a word that may be left out', 'hold on? please', 'hold please', ['hold please']],
    ['a group that may be left out', 'wait (a moment)? please', 'wait a moment please', ['wait a moment please']],
    ['up to three words between', 'how ... cost', 'how would that then cost', ['how would that then cost']],
    ['no more than three', 'how ... cost', 'how would that one then cost', []],
    [
      'as many between as it says',
      'how ...5 cost',
      'how would you say that could cost',
      ['how would you say that could cost'],
    ],
    ['any form of a word', 'help~ you', 'who was helping you', ['helping you']],
    ['irregular forms', 'I go~', 'I went home', ['I went']],
    ['each time it is said', 'no', 'no no, no', ['no', 'no', 'no']],
    ['the longest of what overlaps', '(hello|hello there)', 'hello there', ['hello there']],
    ['the start of a turn', '^ no', 'no I said no', ['no']],
    ['the end of a turn', 'no $', 'no I said no', ['no']],
    ['groups in groups', '(a (big|small)|one) unit', 'a small unit', ['a small unit']],
  ])('%s', (_, phrase, said, found) => expect(quotes(phrase, said)).toEqual(found));

  it('a value in its place', () => {
    expect(quotes('it is <money> a month', 'it is $59 a month')).toEqual(['it is $59 a month']);
  });
});

describe('a bad phrase is refused where the fault is', () => {
  it.each([
    ['how (much', 4, 'never closed'],
    ['how much)', 8, 'closes nothing'],
    ['a | b', 2, 'outside brackets'],
    ['(a|)', 3, 'empty'],
    ['x <monye>', 2, 'no slot'],
    ['x <money', 2, 'never closed'],
    ['x {greeting', 2, 'never closed'],
    ['wait ...12 please', 5, 'gap of 12'],
    ['wh~at', 2, 'stand here'],
    ['   ', 0, 'empty'],
    [`${'('.repeat(50_000)}a${')'.repeat(50_000)}`, 50, 'more than 50 deep'],
    [`x${'(a'.repeat(60)}${')'.repeat(60)}`, 101, 'more than 50 deep'],
    ['(a|b|c|d|e)x(a|b|c|d|e)(a|b|c|d|e)', 0, 'spellings'],
    [`wait ${'a'.repeat(1_000_000)}`, 5, '1000000 letters'],
  ])('%s', (phrase, at, what) => {
    let fault: unknown;
    try {
      parsePhrase(phrase);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(PhraseFault);
    expect(fault).toMatchObject({ at });
    expect((fault as PhraseFault).message).toContain(what);
    expect((fault as PhraseFault).write).not.toBe('');
  });
});
