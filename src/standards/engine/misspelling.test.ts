// Words as people type them, and words that only look like another one.
import { describe, expect, it } from 'vitest';
import { quotes } from './pack.test-data.ts';

const heard = (phrase: string, said: string): boolean => quotes(phrase, said).length > 0;

describe('is heard as meant', () => {
  it.each([
    ['hello', 'helllo there'],
    ['hello', 'HELLLOOO'],
    ['please', 'pleeease'],
    ['so sorry', 'soooo sorrry'],
    ['tomorrow', 'see you tommorow'.replace('tommorow', 'tommorrow')],
    ['tomorrow', 'tomorow'],
    ['available', 'is it availible'],
    ['receive', 'did you recieve it'],
    ['separate', 'two seperate units'],
    ['definitely', 'definately'],
    ['government', 'goverment'],
    ['interest', 'no intrest'],
    ['business', 'for buisness'],
    ['reservation', 'a resrevation'],
    ['reservation', 'a reservstion'],
    ['appointment', 'an apointment'],
    ['cancelled', 'I canceled it'],
    ['insurance', 'insurrance'],
    ['how are you', 'how r u'],
    ['what is your name', 'whats ur name'],
    ['see you tomorrow', 'see u tmrw'],
    ['thanks', 'thnx'],
    ['about it', 'abt it'],
    ['drive through', 'drive thru'],
    ['do not know', 'i dunno'],
    ['kind of', 'kinda'],
    ['because', 'cuz I said'],
  ])('%s in "%s"', (phrase, said) => expect(heard(phrase, said)).toBe(true));
});

describe('is another word', () => {
  it.each([
    ['rate', 'rates'],
    ['manager', 'managers'],
    ['paying', 'playing'],
    ['contact', 'contract'],
    ['charge', 'change'],
    ['calling', 'falling'],
    ['former', 'farmer'],
    ['customer', 'customers'],
    ['letter', 'later'],
    ['month', 'moth'],
    ['hello', 'helo'],
    ['waiting', 'wanting'],
    ['reserve', 'reserved'],
    ['storage', 'stowage'],
    ['hoping', 'hopping'],
    ['filling', 'falling'],
    ['previous', 'precious'],
    ['action', 'auction'],
    ['district', 'distract'],
    ['shopping', 'shipping'],
    ['starting', 'starring'],
  ])('%s, not %s', (phrase, said) => expect(heard(phrase, said)).toBe(false));
});

it('takes a word that could be two for neither', () => {
  expect(heard('comittee room', 'committee room')).toBe(true);
  expect(heard('(comittee|commitee) room', 'committee room')).toBe(false);
});
