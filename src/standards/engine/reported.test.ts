// What somebody reports was said by another: it doesn't count as the reporter's own words.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const heard = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('is reported, and so not said', () => {
  it.each([
    ['hold please', 'she told me "hold please"'],
    ['hold please', "she said, 'hold please', and that was it"],
    ['hold please', 'so she told me hold please'],
    ['call me back', 'they said they would call me back'],
    ['<money>', 'your website says it is ninety dollars a month'],
    ['calm down', 'like I said to the other guy, calm down'],
    ['calm down', 'if somebody said calm down to me'],
    ['calm down', 'and he goes calm down'],
    ['calm down', 'he was like calm down sir'],
    ['hold on', 'I was like hold on'],
    ['no refunds', 'he goes, no refunds'],
    ['call you back', 'my manager said he will call you back'],
    ['no refunds', 'I was told there were no refunds'],
    ['no refunds', 'Dana told me there are no refunds'],
    ['we are closed', 'the sign says we are closed'],
    ['call you back', 'I told him I would call you back'],
    ['it is our policy', 'they keep saying it is our policy'],
    ['it is our policy', '"it is our policy", she says to me'],
    ['it is our policy', 'it is our policy, they said'],
    ['cancel', 'he asked if I wanted to cancel'],
    ['our policy', 'a woman at the desk had told me that it was our policy'],
    ['call you', 'people say we never call you'],
  ])('%s in: %s', (phrase, said) => expect(heard(phrase, said)).toBe(false));
});

describe('is said', () => {
  it.each([
    ['a promise of one’s own', 'I will', "I said I'd help and I will"],
    ['one’s own words again', 'help you', 'I said I would help you'],
    ['told to whoever listens', 'call you back', 'I told you I would call you back'],
    ['what the other said', 'a ten by ten', 'you said you need a ten by ten'],
    ['agreed with', 'ninety dollars', 'as she said it is ninety dollars'],
    ['agreed with', 'ninety dollars', 'like my manager said, it is ninety dollars'],
    ['read from a screen', 'ninety dollars', 'the system says ninety dollars'],
    ['read from a screen', 'ninety dollars', 'it says here ninety dollars'],
    ['an offer', 'the code', 'he can tell you the code'],
    ['before the report', 'I want to cancel', 'I want to cancel she said nothing'],
    ['behind "but"', 'call you', 'they said no but I will call you'],
    ['behind "and I"', 'want a refund', 'they said it was ready and I want a refund'],
    ['behind a new clause', 'want a refund', 'they said it was ready, I want a refund'],
    ['the next sentence', 'hold please', 'They said ninety. Hold please'],
    ['behind the quotation', 'hold please', 'she said "no" hold please'],
    ['behind a mark that opens', 'you are an idiot', 'they said "wait a bit please. Anyway you are an idiot. "'],
    [
      'behind a quotation without end',
      'you are an idiot',
      `they said "${'wait a bit please. '.repeat(20)}you are an idiot"`,
    ],
    ['a question behind it', 'can you hold', 'they said it was ninety can you hold'],
    ['asked for', 'ten by ten', 'he asked for a ten by ten'],
    ['told about', 'the fee', 'nobody told me about the fee'],
    ['the report itself', 'they said', 'they said they would call'],
    ['the report itself', 'told me ...3 call', 'they told me they would call'],
    ['like', 'hold on', 'I would like hold on'],
    ['like', 'calm', 'it is like calm'],
    ['goes', 'ninety dollars', 'it goes for ninety dollars'],
    ['please tell me', 'the price', 'can you tell me the price'],
    ['that being said', 'would you like', 'that being said would you like'],
    ['let us say', 'ninety dollars', "let's say ninety dollars"],
    ['inches', "10' by 10'", "they have a 10' by 10'"],
  ])('%s: %s', (_, phrase, said) => expect(heard(phrase, said)).toBe(true));
});

it.each([
  ['he said "', ''],
  ['he said ‘no ', '’'],
  ["he said 'no don't ", ''],
  ['he goes, "', ''],
])('ten times as many quotations that never end take nothing like a hundred times as long: %s', (one, end) => {
  const took = (times: number): number => {
    const before = performance.now();
    heard('hold please', `${one.repeat(times)}hold please${end}`);
    return performance.now() - before;
  };
  took(500);
  expect(took(30_000)).toBeLessThan(Math.max(40 * took(3000), 1000));
});

it('a phrase marked ">" counts where it is reported, too', () => {
  expect(heard('>hold please', 'she told me hold please')).toBe(true);
  expect(heard('>!call me back', 'they said they would not call me back')).toBe(false);
  expect(heard('!>call me back', 'they said they would call me back')).toBe(true);
});
