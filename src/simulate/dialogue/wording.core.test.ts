// The language of wording: choices, rules, values; a mistake in a file is said with the rule it stands in.
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.core.ts';
import { say } from './say.core.ts';
import { compileRules, type Wording } from './wording.core.ts';

function waysOf(rules: Record<string, string>, draws = 200): Set<string> {
  const wording: Wording = { rules: compileRules(Object.entries(rules)), lists: new Map() };
  const chance = new Chance(4);
  const saying = { chance, habit: 0, habitual: 0, value: (name: string) => name.toUpperCase() };
  return new Set(Array.from({ length: draws }, () => say(wording, 'start', saying)));
}

describe('the language of wording', () => {
  it('a line is a way to say it, brackets hold choices, and one may be empty', () => {
    expect(waysOf({ start: '[good |]morning\nhello [there|[my|dear] friend]' })).toEqual(
      new Set(['Good morning', 'Morning', 'Hello there', 'Hello my friend', 'Hello dear friend']),
    );
  });
  it('other rules and values are put in, spaces and capitals set right', () => {
    expect(waysOf({ start: '{greeting} , this is <rep> . i am here', greeting: 'hi' })).toEqual(
      new Set(['Hi, this is REP. I am here']),
    );
  });
  it.each([
    ['a bracket that is not closed', { start: 'hello [there' }],
    ['a bracket that was not opened', { start: 'hello there]' }],
    ['a rule that is not there', { start: '{nobody}' }],
    ['a rule without a way', { start: ' ' }],
  ])('%s is refused with its rule', (_, rules) => {
    expect(() => waysOf(rules as Record<string, string>)).toThrow(/"start"/);
  });
  it('somebody with a habit leans towards one way', () => {
    const wording: Wording = { rules: compileRules([['start', 'a\nb\nc\nd']]), lists: new Map() };
    const said = { A: 0, B: 0, C: 0, D: 0 };
    const saying = { chance: new Chance(9), habit: 77, habitual: 0.8, value: () => '' };
    for (let nth = 0; nth < 400; nth++) said[say(wording, 'start', saying) as 'A'] += 1;
    expect(Math.max(...Object.values(said))).toBeGreaterThan(280);
  });
});
