// People hesitate, begin anew and correct themselves; a phrase is heard all the same, and only where it was said.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const heard = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('a phrase is heard through', () => {
  it.each([
    ['words said twice', 'so can I put you', 'so can I can I put you'],
    ['a word said twice', 'what is the rate', 'what is the the rate'],
    ['three words said twice', 'yes I would like to hold', 'yes I would like I would like to hold'],
    ['a word said three times', 'what is the rate', 'what is the the the rate'],
    ['words said twice with a pause', 'so can I put you', 'so can I, can I put you'],
    ['a cut-off letter', "tell me what's the rate", "tell me w- what's the rate"],
    ['a cut-off word', 'make an appointment', 'make an app- appointment'],
    ['a stutter', 'tell me where it is', 'tell me wh-where it is'],
    ['a corrected number', 'it is sixty dollars', "it's fifty no sorry sixty dollars"],
    ['a corrected number', 'it is sixty dollars', "it's fifty, I mean sixty dollars"],
    [
      'a corrected number',
      'it is sixty dollars',
      "it's fifty nine fifty or rather, no, sixty dollars".replace('or rather, ', ''),
    ],
    ['a corrected place', 'you are on the second floor', 'you are on the first, sorry, on the second floor'],
    ['"like"', 'it is sixty dollars', "it's like sixty dollars"],
    ['"sort of"', 'we can hold it', 'we can sort of hold it'],
    ['"I guess"', 'we can hold it', 'we can I guess hold it'],
    ['"you know"', 'we can hold it', 'we can you know hold it'],
    ['two asides', 'we can hold it', 'we can you know I mean hold it'],
    ['hesitations in any spelling', 'we can hold it', 'we um can umm hold ummmm it'],
    ['hesitations in any spelling', 'we can hold it', 'we uh can uhhh hold errr it'],
    ['an answer while listening', 'we can hold it', 'we can mhm hold it'],
  ])('%s', (_, phrase, said) => expect(heard(phrase, said)).toBe(true));
});

describe('no word of a phrase is lost', () => {
  it.each([
    ['bye bye', 'okay bye bye'],
    ['very very sorry', 'I am very very sorry'],
    ['I would like to', 'I would like to'],
    ['what is it like', 'what is it like'],
    ['do you know', 'do you know'],
    ['five five five one two', 'five five five one two'],
    ['I am sorry I', 'I am sorry I'],
    ['no wait', 'no wait'],
    ['re rent', 'we re-rent it'],
  ])('%s', (phrase, said) => expect(heard(phrase, said)).toBe(true));
});

describe('not heard', () => {
  it.each([
    ['over the end of a sentence', 'so can I put you', 'so can I. Can I? put you'],
    ['over the end of a sentence', 'what is the rate', 'what is the. The rate'],
    ['two values', 'to [NAME 1] who', 'to [NAME 1] [NAME 1] who'],
    ['figures said twice', 'call five two', 'call five five two'],
    ['"like" of its own', 'I would to hold', 'I would like to hold'],
    ['what was meant only', 'it is fifty dollars', "it's fifty no sorry sixty dollars"],
  ])('%s', (_, phrase, said) => expect(heard(phrase, said)).toBe(false));
});

it('quotes what was said, repairs and all', () => {
  expect(quotes('so can I put you', 'so can I can I put you')).toEqual(['so can I can I put you']);
});
