// What a phrase marked "!" counts as: said, or said not to be so.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const heard = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('a negation reaches over its clause', () => {
  it.each([
    ['!help you', "I can't really help you with that"],
    ['!can help', 'not that I can help'],
    ['!able to help', "I wouldn't be able to help"],
    ['!could hold', "there's no way we could hold it"],
    ['!we have', "I don't think we have"],
    ['!have a unit', "I don't think that we would ever really have a unit"],
    ['!we can do', "there's nothing we can do"],
    ['!call you', 'they will neither call you nor write'],
    ['!call you', 'we neither write nor call you'],
    ['!asking', 'without asking'],
    ['!help', 'we are unable to help'],
    ['!help', "it's impossible to help"],
    ['!hold it', 'I refuse to hold it'],
    ['!we have', 'we have no ten by tens'],
    ['!I can', 'I can not'],
    ['!can ...2 help', "I can't help"],
    ['!we can hold', "I'm not sure we can hold"],
    ['!waive the fee', "nobody's going to waive the fee"],
    ['!help', 'instead of help'],
    ['!see it', "you don't see it"],
    ['!refund', "we don't do no refund"],
  ])('%s is not heard in "%s"', (phrase, said) => expect(heard(phrase, said)).toBe(false));
});

describe('it does not reach', () => {
  it.each([
    ['over "but"', '!can help', 'not today but I can help'],
    ['over the end of a sentence', '!can help', "I don't know. I can help"],
    ['over "because"', '!we hold', "I can't because we hold"],
    ['over "until"', '!you sign', "we don't start until you sign"],
    ['over a new clause', '!can help', "I can't do that and I can help"],
    ['over what was taken back', '!can help', "I can't sorry I can help"],
    ['over "I mean"', '!can help', "we can't I mean we can help"],
    ['far', '!can help', 'I never went to the store on the corner can help'],
  ])('%s', (_, phrase, said) => expect(heard(phrase, said)).toBe(true));
});

describe('these negate nothing', () => {
  it.each([
    ['!can help', 'no problem I can help'],
    ['!can help', 'No, I can help'],
    ['!can help', 'no I can help'],
    ['!call you', "no doubt we'll call you"],
    ['!help', 'not only help'],
    ['!call us', "don't hesitate to call us"],
    ['!call us', "don't forget to call us"],
    ['!see it', "I can't wait to see it"],
    ['!can ...2 help', "can't I help you?"],
    ['!hold it', "why don't we hold it"],
    ['!hold it', 'why not hold it'],
    ['!you do want it', "you do want it, don't you"],
    ['!I can help', "that's not a problem I can help"],
    ['!it is open', "isn't it? it is open"],
    ['!help', "I can't not help"],
    ['!to help', "it's not impossible to help"],
    ['!help', "there's no reason we can't help"],
    ['!can help', 'sure, I can help'],
  ])('%s is heard in "%s"', (phrase, said) => expect(heard(phrase, said)).toBe(true));
});

it('counts without the mark', () => expect(heard('(can|can not) help', "I can't help")).toBe(true));
