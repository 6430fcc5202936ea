import { expect, it } from 'vitest';
import { encounterOfText, namesSpeaker } from './try-text.ts';

const said = (text: string): string[] => encounterOfText(text).turns.map((turn) => `${turn.speaker}: ${turn.text}`);

it('splits one line at the speakers named in it', () => {
  const line = 'Customer: how much is a ten by ten? Rep: Ninety. Customer: Thanks.';
  expect(said(line)).toEqual(['customer: how much is a ten by ten?', 'rep: Ninety.', 'customer: Thanks.']);
});

it('takes a speaker inside a sentence for speech', () => {
  expect(said('Customer: I asked the manager: what now?')).toEqual(['customer: I asked the manager: what now?']);
});

it('reads lines, times before speakers and ends of line that a shell passed on', () => {
  expect(said('[00:01] Agent: Hello.\\nCaller: Hi,\nit is me.')).toEqual(['rep: Hello.', 'customer: Hi, it is me.']);
});

it('reads the seconds that the examples of packs write before a speaker', () => {
  const timed = encounterOfText('[0-2] Rep: One moment.\n[2.5 - 3 s] customer: Sure. [40-42.5] Rep: Thank you.');
  expect(timed.timing).toBe('full');
  expect(timed.turns.map(({ speaker, start, end }) => [speaker, start, end])).toEqual([
    ['rep', 0, 2],
    ['customer', 2.5, 3],
    ['rep', 40, 42.5],
  ]);
  expect(encounterOfText('[0] Rep: Hello.\n[3] Customer: Hi.').timing).toBe('starts');
  expect(encounterOfText('[0-2] Rep: Hello.\nCustomer: Hi.').timing).toBe('none');
  expect(encounterOfText('[00:01] Rep: Hello.').timing).toBe('none');
});

it('knows whether anybody is named', () => {
  expect(namesSpeaker('how much is it? Ninety.')).toBe(false);
  expect(namesSpeaker('How much? Rep: Ninety.')).toBe(true);
});
