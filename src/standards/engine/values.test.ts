// Values as people and recognisers say them: numbers, money, dates, times and sizes; and what only looks like one.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const same = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('numbers', () => {
  it.each([
    ['105', 'one oh five'],
    ['105', 'a hundred and five'],
    ['105', 'one hundred five'],
    ['199', 'a hundred and ninety nine'],
    ['199', 'one hundred and ninety-nine'],
    ['1,200', 'twelve hundred'],
    ['1200', 'one thousand two hundred'],
    ['1,200', 'a thousand two hundred'],
    ['1250', 'twelve hundred and fifty'],
    ['2500', 'twenty five hundred'],
    ['2,000', '2k'],
    ['1,500', '1.5k'],
    ['1.5k', 'one thousand five hundred'],
    ['300', '3 hundred'],
    ['5000', '5 thousand'],
    ['100', 'a hundred'],
    ['31st', 'the thirty first'],
    ['22nd', 'twenty second'],
  ])('%s is %s', (phrase, said) => expect(same(phrase, said)).toBe(true));

  it.each([
    ['25', 'twenty, five'],
    ['105', 'five one oh five five'],
    ['2000', '2 k'],
    ['199', 'a hundred. ninety nine'],
    ['35', 'thirty. five'],
    ['105', 'one oh well five'],
    ['100', 'hundreds of them'],
  ])('%s is not %s', (phrase, said) => expect(same(phrase, said)).toBe(false));
});

describe('money', () => {
  it.each([
    ['it would be ninety nine dollars', 'ninety nine dollars'],
    ['a hundred and ninety nine dollars a month', 'hundred and ninety nine dollars'],
    ['that is fifty nine ninety nine a month', 'fifty nine ninety nine a month'],
    ['two fifty a week', 'two fifty a week'],
    ['two fifty an hour', 'two fifty an hour'],
    ['about two fifty dollars', 'two fifty dollars'],
    ['one oh five per month', 'one oh five per month'],
    ['twelve hundred dollars', 'twelve hundred dollars'],
    ['only 99 cents', '99 cents'],
    ['a dollar fifty', 'dollar fifty'],
    ['1.5k a year', '1.5k a year'],
    ['fifty to sixty dollars', 'fifty to sixty dollars'],
    ['between fifty and sixty bucks', 'sixty bucks'],
    ['$59.95/mo', '$59.95'],
    ['59 quid', '59 quid'],
    ['eighty nine plus tax', 'eighty nine plus tax'],
    ['95 monthly', '95 monthly'],
    ['a hundred bucks', 'hundred bucks'],
    ['2,000 dollars', '2,000 dollars'],
    ['€45', '€45'],
    ['twenty dollars and fifty cents', 'twenty dollars and fifty cents'],
    ['forty five each month', 'forty five each month'],
  ])('in "%s"', (said, found) => expect(quotes('<money>', said)).toEqual([found]));

  it.each([
    'call five five five one two three four',
    'my number is 555 123 4567 a week ago',
    'you are in unit 105 each month',
    'unit one oh five a day',
    'room twelve every week',
    'we opened in 2019 a year before them',
    'since 1995 every year',
    'a hundred of them',
    'two fifty',
    'ten by ten',
    'five minutes a',
    'two or three months',
    'nine to six',
    'on May 5 2026 a day later',
  ])('not in "%s"', (said) => expect(quotes('<money>', said)).toEqual([]));
});

describe('dates', () => {
  it.each([
    ['the 5th of May', 'the 5th of May'],
    ['on 5/5', '5/5'],
    ['on 05/05/2026', '05/05/2026'],
    ['a week from Friday', 'a week from Friday'],
    ['two weeks from today', 'two weeks from today'],
    ['on the twenty first', 'on the twenty first'],
    ['the first of the month', 'the first of the month'],
    ['june the third', 'june the third'],
    ['May the 4th', 'May the 4th'],
    ['5 July', '5 July'],
    ['fifth of may', 'fifth of may'],
    ['next weekend', 'next weekend'],
    ['the day after tomorrow', 'day after tomorrow'],
    ['end of the month', 'end of the month'],
    ['by friday morning', 'friday'],
    ['december thirty first', 'december thirty first'],
  ])('in "%s"', (said, found) => expect(quotes('<date>', said)).toEqual([found]));
  it.each(['may I help you', 'you may have five', 'the first thing', 'a second please', 'open 24/7'])(
    'not in "%s"',
    (said) => expect(quotes('<date>', said)).toEqual([]),
  );
});

describe('times', () => {
  it.each([
    ['half past nine', 'half past nine'],
    ['quarter to five', 'quarter to five'],
    ['a quarter of five', 'quarter of five'],
    ['ten past four', 'ten past four'],
    ['we are open nine to six', 'open nine to six'],
    ['nine to six every day', 'nine to six every day'],
    ['monday nine to five', 'monday nine to five'],
    ['nine am to six pm', 'nine am to six pm'],
    ['from 8 till 5', 'from 8 till 5'],
    ['at nine thirty', 'nine thirty'],
    ['9:30', '9:30'],
    ['nine forty pm', 'nine forty pm'],
    ['nine oh five am', 'nine oh five am'],
    ["six o'clock", "six o'clock"],
    ['at six in the morning', 'at six in the morning'],
    ['around noon', 'noon'],
    ['before seven', 'before seven'],
    ['I can be there by five', 'there by five'],
    ['5 p.m.', '5 p.m'],
  ])('in "%s"', (said, found) => expect(quotes('<time>', said)).toEqual([found]));
  it.each([
    'nine of them',
    'five to ten boxes',
    'ten by ten',
    'at one point',
    'before two weeks',
    'half a unit',
    'two fifty',
  ])('not in "%s"', (said) => expect(quotes('<time>', said)).toEqual([]));
});

describe('sizes', () => {
  it.each([
    ['a ten by ten', 'ten by ten'],
    ['10 x 10', '10 x 10'],
    ["10'x10'", "10'x10"],
    ['some ten by tens', 'ten by tens'],
    ['a five by ten foot unit', 'five by ten foot'],
    ['ten feet by ten feet', 'ten feet by ten feet'],
    ['10ft x 20ft', '10ft x 20ft'],
    ['two hundred square feet', 'two hundred square feet'],
    ['200 sq. ft.', '200 sq. ft'],
    ['10 by 10 by 8', '10 by 10 by 8'],
    ['a 10-by-10', '10-by-10'],
    ['eight foot tall', 'eight foot'],
  ])('in "%s"', (said, found) => expect(quotes('<size>', said)).toEqual([found]));
  it.each(['stop by ten', 'ten by then', 'by 10', 'five of ten'])('not in "%s"', (said) =>
    expect(quotes('<size>', said)).toEqual([]),
  );
});
