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

it('knows whether anybody is named', () => {
  expect(namesSpeaker('how much is it? Ninety.')).toBe(false);
  expect(namesSpeaker('How much? Rep: Ninety.')).toBe(true);
});
