// What counts as the same word: case, accents, punctuation, spoken and written forms, hesitations, negations.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const same = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('words are compared without case, accents or punctuation', () => {
  it.each([
    ['good morning', 'GOOD, MORNING!'],
    ['cafe open', 'Café — open.'],
    ['cafe open', 'cafe\u0301 open'],
    ["o'clock", 'six oclock'],
    ['call back', 'a call-back'],
    ['thats it', "That's it."],
    ["ma'am", 'yes ma’am'],
  ])('%s is heard in %s', (phrase, said) => expect(same(phrase, said)).toBe(true));
});

describe('spoken forms equal written ones', () => {
  it.each([
    ['ten by ten', 'a 10x10 unit'],
    ['10x10', 'a ten by ten'],
    ['10x10', "a 10' x 10'"],
    ['fifty nine dollars', 'it is $59 a month'],
    ['$59', 'fifty-nine dollars'],
    ['$59', '59 bucks'],
    ['one hundred and five', '105'],
    ['105', 'a hundred five one hundred five'],
    ['1,250', 'one thousand two hundred fifty'],
    ['two thousand', '2000'],
    ['twenty first', 'the 21st'],
    ['5 pm', 'at five p.m.'],
    ['can not', "I can't"],
    ["can't", 'I cannot'],
    ['cannot', 'I can not'],
    ["won't", 'we will not'],
    ['should not', "you shouldn't've"],
    ['I would like', "I'd like"],
    ["I'm new", 'im new'],
    ['what is your', "what's your"],
    ["(is|'s) it", "what's it"],
    ['okay', 'ok'],
    ['going to', "I'm gonna"],
    ['let us see', "let's see"],
    ['half percent', 'half %'],
  ])('%s is heard in %s', (phrase, said) => expect(same(phrase, said)).toBe(true));

  it('keeps different numbers apart', () => {
    expect(same('ten by ten', 'a 10x15')).toBe(false);
    expect(same('25', 'twenty, five of them')).toBe(false);
    expect(same('59', '59.95')).toBe(false);
  });
});

describe('hesitations', () => {
  it('are passed over inside a phrase', () => {
    expect(quotes('how much is it', 'so how, um, much uh is it?')).toEqual(['how, um, much uh is it']);
    expect(quotes('how much is it', 'how much you know is it')).toEqual(['how much you know is it']);
    expect(quotes('how much', 'how I mean much')).toEqual(['how I mean much']);
  });
  it('"you know" still counts where a phrase says it', () => expect(same('do you know', 'do you know him')).toBe(true));
});

describe('negation', () => {
  it.each(["I can't help with that", 'we never can help', 'I am not sure I can help'])(
    '"!can ...1 help" is not heard in %s',
    (said) => {
      expect(same('!can ...1 help', said)).toBe(false);
    },
  );
  it.each([
    'I can help',
    'No, I can help',
    'no problem I can help',
    'not today but I can help',
    "I don't know. I can help",
    'he never called and left and then so I can help',
  ])('"!can help" is heard in %s', (said) => {
    expect(same('!can help', said)).toBe(true);
  });
  it('is counted without the mark', () => expect(same('(can|can not) help', "I can't help")).toBe(true));
});
