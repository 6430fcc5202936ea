// Which failure's words are shown first: what makes one quote clearer than another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byClearness, clearness, type QuotedContact, type QuotedMark } from './clearness.core.ts';

type Speaker = QuotedContact['turns'][number]['speaker'];
const said = (words: string, text: string, more: Partial<QuotedContact['turns'][number]> = {}, confidence = 0.95) => {
  const from = text.indexOf(words);
  const contact: QuotedContact = {
    turns: [
      { speaker: 'customer' as Speaker, text: 'Can I get into my unit before seven in the morning?' },
      { speaker: 'rep' as Speaker, text, ...more },
    ],
  };
  return clearness({ confidence, evidence: [{ turn: 1, from, to: from + words.length }] }, contact);
};
const plain = said('that is not my job here', 'No, opening the gate early, that is not my job here.');

describe('a clearer quote', () => {
  it('says enough by itself, and is no speech', () => {
    expect(plain).toBeGreaterThan(said('not my', 'Not my.'));
    const speech = `${'We open at nine and we close at five and so it has been for years now. '.repeat(9)}that is not my job here.`;
    expect(plain).toBeGreaterThan(said('that is not my job here', speech.replaceAll('.', ',')));
    expect(plain).toBeGreaterThan(said('uh not my job', 'Um uh so uh um well uh not my job uh um.'));
  });
  it('is lit by a phrase rather than a word', () => {
    expect(plain).toBeGreaterThan(said('job', 'No, opening the gate early, that is not my job here.'));
  });
  it('has no holes, and was heard well', () => {
    const words = 'that is not my job here';
    expect(plain).toBeGreaterThan(
      said(words, 'No [NAME 1], opening for [NAME 2] at [TIME 1], that is not my job here.'),
    );
    expect(plain).toBeGreaterThan(
      said(words, 'No, opening the gate early, that is not my job here.', { confidence: 0.6 }),
    );
    expect(plain).toBeGreaterThan(said(words, 'No, opening the gate early, that is not my job here.', {}, 0.6));
    expect(plain).toBeGreaterThan(said(words, 'No, opening the gate early, that is not my job here.', {}, 0.99));
    const unclear = [{ from: 4, to: 9, confidence: 0.2 }];
    expect(plain).toBeGreaterThan(said(words, 'No, opening the gate early, that is not my job here.', { unclear }));
  });
  it('is something said, before what was called for and left out, before what was said where it belonged', () => {
    const contact: QuotedContact = {
      turns: [
        { speaker: 'customer', text: 'My boxes got wet and I am really upset about it.' },
        { speaker: 'rep', text: 'The office opens again on Monday at nine.' },
      ],
    };
    const absent = { confidence: 0.8, searched: { fromTurn: 1, toTurn: 1 } };
    const called = clearness({ ...absent, evidence: [{ turn: 0, from: 33, to: 38 }] }, contact);
    const instead = clearness({ ...absent, evidence: [] }, contact);
    expect(plain).toBeGreaterThan(called);
    expect(called).toBeGreaterThan(instead);
    expect(instead).toBeGreaterThan(clearness({ ...absent, evidence: [] }, { turns: [] }));
  });
  it('has the customer’s call beside it, where what is shown only made something due', () => {
    const turns: QuotedContact['turns'] = [
      { speaker: 'customer', text: 'My boxes got wet and I am really upset about it.' },
      { speaker: 'rep', text: 'Best to ask my colleague about that, they do that sort of thing.' },
    ];
    const absent = { confidence: 0.8, searched: { fromTurn: 0, toTurn: 1 } };
    const [call, due] = [
      { turn: 0, from: 9, to: 16 },
      { turn: 1, from: 37, to: 63 },
    ];
    const alone = clearness({ ...absent, evidence: [due] }, { turns });
    expect(clearness({ ...absent, evidence: [call, due] }, { turns })).toBeGreaterThan(alone);
    expect(clearness({ ...absent, evidence: [call] }, { turns })).toBeGreaterThan(alone);
  });
  it('among as clear ones is the newest, whatever order they come in', () => {
    const one = fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      clear: fc.constantFrom(0, 0.5, 0.51, 0.9),
      startedAt: fc.constantFrom(undefined, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 12 }), (all) => {
        const ordered = all.toSorted(byClearness);
        expect(all.toReversed().toSorted(byClearness)).toEqual(ordered);
        ordered.slice(1).forEach((next, at) => {
          const before = ordered[at]!;
          expect(before.clear).toBeGreaterThan(next.clear - 0.05);
          if (before.clear === next.clear) expect((before.startedAt ?? '') >= (next.startedAt ?? '')).toBe(true);
        });
      }),
    );
  });
  it('is from none to wholly clear, whatever stands in the contact', () => {
    const place = fc.record({ turn: fc.nat(4), from: fc.nat(20), to: fc.nat(30) });
    const mark = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), evidence: fc.array(place) });
    const turn = fc.record({ speaker: fc.constantFrom<Speaker>('rep', 'customer', 'other'), text: fc.string() });
    const searched = fc.option(fc.record({ fromTurn: fc.nat(4), toTurn: fc.nat(4) }), { nil: undefined });
    fc.assert(
      fc.property(mark, searched, fc.array(turn, { maxLength: 4 }), (marked: QuotedMark, through, turns) => {
        const clear = clearness({ ...marked, searched: through }, { turns });
        expect(clear).toBeGreaterThanOrEqual(0);
        expect(clear).toBeLessThanOrEqual(1);
      }),
    );
  });
});
