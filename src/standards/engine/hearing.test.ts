// How well words were heard: word by word where the recogniser said so, else by their turn, else well.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../encounter.core.ts';
import { Hearing } from './hearing.ts';

const turn = (text: string, more: Partial<Turn> = {}): Turn => ({ speaker: 'rep', text, ...more });
const whole = (one: Turn): number => new Hearing([one]).of([{ turn: 0, from: 0, to: one.text.length }]);

describe('the hearing of a quote', () => {
  it('is 1 where nobody said how sure they were', () => expect(whole(turn('one two'))).toBe(1));
  it("is the turn's where that is all that is known", () =>
    expect(whole(turn('one two', { confidence: 0.6 }))).toBeCloseTo(0.6));
  it('counts a word by the unclear stretch that it overlaps, even by one letter', () =>
    expect(whole(turn('one two', { confidence: 0.8, unclear: [{ from: 6, to: 7, confidence: 0.2 }] }))).toBeCloseTo(
      0.5,
    ));
  it('takes the words of the quote alone', () => {
    const hearing = new Hearing([turn('one two three', { unclear: [{ from: 4, to: 7, confidence: 0.3 }] })]);
    expect(hearing.of([{ turn: 0, from: 0, to: 3 }])).toBe(1);
    expect(hearing.of([{ turn: 0, from: 4, to: 7 }])).toBeCloseTo(0.3);
    expect(hearing.of([{ turn: 0, from: 5, to: 13 }])).toBeCloseTo(0.65);
  });
  it('is the mean over the words of several', () => {
    const hearing = new Hearing([turn('one', { confidence: 0.2 }), turn('two three')]);
    const quotes = [
      { turn: 0, from: 0, to: 3 },
      { turn: 1, from: 0, to: 9 },
    ];
    expect(hearing.of(quotes)).toBeCloseTo(2.2 / 3);
  });
});

describe('the hearing of turns', () => {
  it('is the mean over their words, recordings left out', () => {
    const hearing = new Hearing([
      turn('one two three', { confidence: 0.9 }),
      { ...turn('all calls are recorded', { confidence: 0.1 }), speaker: 'other' },
      turn('four', { confidence: 0.5 }),
    ]);
    expect(hearing.ofTurns(0, 2)).toBeCloseTo(0.8);
    expect(hearing.ofTurns(1, 2)).toBeCloseTo(0.5);
    expect(hearing.ofTurns(1, 1)).toBe(1);
    expect(hearing.ofTurns(0, 9)).toBeCloseTo(0.8);
  });
  it('is what quoting them from end to end gives', () => {
    const random = fc.record({
      speaker: fc.constant('rep' as const),
      text: fc.string({ unit: fc.constantFrom('a', ' ', 'b', '\u00a0'), maxLength: 20 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(random, { minLength: 1, maxLength: 5 }), (turns) => {
        const hearing = new Hearing(turns);
        const quotes = turns.map(({ text }, at) => ({ turn: at, from: 0, to: text.length }));
        expect(hearing.ofTurns(0, turns.length - 1)).toBeCloseTo(hearing.of(quotes), 9);
      }),
    );
  });
});
