import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whoIsRep } from './who-is-rep.core.ts';

const call = [
  ['x', 'Thank you for calling Harbor Storage, my name is Dana. How may I help you today?'],
  ['y', "Hi, I'm moving next week and I need somewhere to put my furniture."],
  ['x', 'I would be happy to help you with that. What size of home are you moving from?'],
  ['y', 'It is a one bedroom, I think.'],
  ['x', 'A ten by ten would work for you. Would you like me to reserve it for you?'],
  ['y', 'Yes please, that sounds good. Thank you for your help.'],
] as const;

function labelled(rep: string | null, customer: string | null): { label: string | null; text: string }[] {
  return call.map(([who, text]) => ({ label: who === 'x' ? rep : customer, text }));
}

const expected = ['rep', 'customer', 'rep', 'customer', 'rep', 'customer'];

describe('who is the rep', () => {
  it.each([
    ['Agent', 'Caller'],
    ['CSR', 'CUSTOMER'],
    ['System', 'User'],
    ['Representative', 'Tenant'],
    ['advisor 2', 'Member'],
    ['Agent', 'Speaker 2'],
    ['Channel 0', 'Guest'],
  ])('takes %s and %s as stated', (rep, customer) => {
    expect(whoIsRep({ turns: labelled(rep, customer) })).toEqual({ speakers: expected, howSure: 1, from: 'stated' });
  });

  it('takes the role the source states over the label', () => {
    const turns = labelled('1', '2').map((turn, at) => ({
      ...turn,
      speaker: at % 2 === 0 ? ('rep' as const) : ('customer' as const),
    }));
    expect(whoIsRep({ turns })).toMatchObject({ speakers: expected, from: 'stated' });
  });

  it('works it out by label where labels say nothing, whichever comes first in the alphabet', () => {
    for (const [rep, customer] of [
      ['A', 'B'],
      ['Speaker 2', 'Speaker 1'],
    ] as const) {
      const found = whoIsRep({ turns: labelled(rep, customer) });
      expect(found).toMatchObject({ speakers: expected, from: 'worked-out' });
      expect(found.howSure).toBeGreaterThan(0.9);
    }
  });

  it('works it out turn by turn where there are no labels', () => {
    const found = whoIsRep({ turns: labelled(null, null) });
    expect(found.speakers).toEqual(expected);
    expect(found.howSure).toBeGreaterThan(0.7);
  });

  it('is in doubt where no label says who speaks and all of it may be one side', () => {
    for (const side of ['customer', 'rep'] as const) {
      const turns = labelled(null, null).filter((_, at) => expected[at] === side);
      const found = whoIsRep({ turns });
      expect(found.howSure).toBeLessThan(0.5);
      expect(found.speakers).toEqual([side, side, side]);
    }
    const chat = ['hi', 'i want to book a flight', 'thailand and singapore', 'ok', 'yes', 'no thanks', 'thank you'];
    expect(whoIsRep({ turns: chat.map((text) => ({ label: null, text })) }).howSure).toBeLessThan(0.7);
  });

  it('sees two turns of the rep in a row without labels', () => {
    const turns = [
      ...labelled(null, null),
      { label: null, text: 'You are welcome.' },
      { label: null, text: 'Is there anything else I can help you with today?' },
    ];
    expect(whoIsRep({ turns }).speakers.slice(-2)).toEqual(['rep', 'rep']);
  });

  it('follows what it was told, whatever the words say', () => {
    const found = whoIsRep({ turns: labelled('A', 'B') }, 'b');
    expect(found).toEqual({
      speakers: ['customer', 'rep', 'customer', 'rep', 'customer', 'rep'],
      howSure: 1,
      from: 'told',
    });
  });

  it('ignores being told a label that nobody has', () => {
    expect(whoIsRep({ turns: labelled('A', 'B') }, 'Z').from).toBe('worked-out');
  });

  it('hears a recording as neither', () => {
    const turns = [{ label: 'IVR', text: 'This call may be recorded.' }, ...labelled('Agent', 'Customer')];
    expect(whoIsRep({ turns }).speakers[0]).toBe('other');
  });

  it('takes a system message for a machine where an agent is there too', () => {
    const turns = [{ label: 'System', text: 'Dana joined the chat.' }, ...labelled('Agent', 'Customer')];
    expect(whoIsRep({ turns }).speakers[0]).toBe('other');
  });

  it('is in doubt where the words say nothing', () => {
    const turns = ['Mm.', 'Right.', 'Mm.', 'Right.'].map((text, at) => ({ label: at % 2 ? 'A' : 'B', text }));
    expect(whoIsRep({ turns }).howSure).toBeLessThan(0.9);
    expect(whoIsRep({ turns: [{ label: null, text: 'Hello?' }] }).howSure).toBeLessThan(0.7);
  });

  it('gives every turn a speaker and a certainty between 0 and 1, whatever the input', () => {
    const turn = fc.record({
      label: fc.option(fc.string({ maxLength: 8 }), { nil: null }),
      text: fc.string({ unit: 'binary', maxLength: 80 }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        const found = whoIsRep({ turns });
        expect(found.speakers).toHaveLength(turns.length);
        expect(found.howSure).toBeGreaterThanOrEqual(0);
        expect(found.howSure).toBeLessThanOrEqual(1);
      }),
    );
  });
});
