// What was planned is plainly said: for standards whose keeping a reader can tell by a name, a number or a word of thanks,
// the words are looked through; and no two contacts are alike.
import { describe, expect, it } from 'vitest';
import { loadWording } from './load-wording.ts';
import { madeContacts } from './made-contacts.fixture.ts';
import { mostAlike, runsOf } from './shared-words.core.ts';
import { speak } from './speak.core.ts';

const wording = loadWording();
const spoken = madeContacts(1400, 3).map(({ contact, cast }) => ({
  contact,
  cast,
  said: speak(contact, cast, wording),
}));
type One = (typeof spoken)[number];

const wordsOf = (one: One, speaker: 'rep' | 'customer'): string[] =>
  one.said.turns.filter((turn) => turn.speaker === speaker).map((turn) => turn.text.toLowerCase());
const planned = (standard: string, failed: boolean): One[] =>
  spoken.filter((one) => one.contact.acts.some((act) => act.standard === standard && act.failed === failed));

/** How many of those planned so have it in their words. */
function share(standard: string, failed: boolean, has: (one: One) => boolean): number {
  const cases = planned(standard, failed);
  expect(cases.length, `${standard} ${failed ? 'missed' : 'kept'}`).toBeGreaterThan(25);
  return cases.filter(has).length / cases.length;
}

// A recogniser may mishear a word of it, hence not all.
function plainly(standard: string, has: (one: One) => boolean): void {
  expect(share(standard, false, has), `${standard} kept`).toBeGreaterThan(0.95);
  expect(share(standard, true, has), `${standard} missed`).toBeLessThan(0.01);
}

describe('what was planned is plainly said', () => {
  it('the same contact gives the same words, another salt gives others', () => {
    const { contact, cast, said } = spoken[5]!;
    expect(speak(contact, cast, wording)).toEqual(said);
    expect(speak(contact, cast, wording, 1)).not.toEqual(said);
  });
  it('the rep names the business and themselves first, or not both', () => {
    plainly('phone.business-and-name', (one) => {
      const [first = ''] = wordsOf(one, 'rep');
      return first.includes('harbor') && first.includes('tessa');
    });
  });
  it('the customer is called by name, or never', () => {
    plainly('opening.name-used', (one) => {
      const first = one.contact.customerName.split(' ')[0]!.toLowerCase();
      return wordsOf(one, 'rep').some((text) => text.split(/[^a-z]+/).includes(first));
    });
  });
  it('a number or an address is taken, or none', () => {
    plainly('enquiry.contact-taken', (one) => wordsOf(one, 'customer').some((text) => /555-01|@example/.test(text)));
  });
  it('thanks stand in the last three things that the rep says, or nowhere near', () => {
    plainly('close.thanked', (one) => /thank|appreciate/.test(wordsOf(one, 'rep').slice(-3).join(' ')));
  });
  it('a hold is asked for before it, or only announced; both are timed', () => {
    for (const one of [...planned('hold.by-consent', false), ...planned('hold.by-consent', true)])
      expect(one.said.holds).toHaveLength(1);
    expect(share('hold.by-consent', false, (one) => /hold/.test(wordsOf(one, 'rep').join(' ')))).toBeGreaterThan(0.95);
    expect(
      share('hold.by-consent', true, (one) =>
        /(?:may|can|could) i (?:put|place)|(?:okay|alright|all right) (?:if i|to) put|mind/.test(heldAt(one)),
      ),
    ).toBeLessThan(0.01);
  });
  it('insurance and the lock are told, or not spoken of', () => {
    plainly('storage.insurance-and-lock-told', (one) => {
      const words = wordsOf(one, 'rep').join(' ');
      return /insurance|coverage|protection/.test(words) && /lock|log|luck|block/.test(words);
    });
  });
  it('what the customer feels is answered with a word for it, or not', () => {
    plainly('complaint.feeling-acknowledged', (one) =>
      /sorry|apologize|upset|frustrat|angry/.test(wordsOf(one, 'rep').slice(0, 5).join(' ')),
    );
  });
  it('nothing of the language of rules is left in the words, and times run forward', () => {
    for (const { said } of spoken) {
      let before = -1;
      for (const turn of said.turns) {
        expect(turn.text).not.toMatch(/[[\]{}<>|]/);
        expect(turn.text).not.toBe('');
        expect(turn.start).toBeGreaterThanOrEqual(before);
        before = turn.end ?? turn.start;
      }
    }
  });
  it('a call lasts as it was planned to, as far as nobody is left in silence', () => {
    const calls = spoken.filter(({ contact }) => contact.channel === 'call');
    for (const { contact, cast, said } of calls) {
      const slow = speak({ ...contact, seconds: said.seconds + 5 }, cast, wording);
      expect(slow.turns.map((turn) => turn.text)).toEqual(said.turns.map((turn) => turn.text));
      expect(slow.turns[0]!.start).toBe(said.turns[0]!.start);
      expect(slow.seconds).toBeGreaterThan(said.seconds + 2);
      expect(slow.seconds).toBeLessThanOrEqual(said.seconds + 6);
      const endless = speak({ ...contact, seconds: 3000 }, cast, wording);
      for (const [at, turn] of endless.turns.entries()) {
        if (at === 0) continue;
        const before = endless.turns[at - 1]!.end!;
        const held = endless.holds.find(({ from, to }) => from >= before - 0.1 && to <= turn.start + 0.1);
        expect(turn.start - (held ? held.to : before)).toBeLessThan(8);
      }
    }
  });
  it('no two contacts share over 30 % of their runs of five words', () => {
    const alike = mostAlike(spoken.map(({ said }) => runsOf(said.turns.map((turn) => turn.text).join(' '))));
    expect(Math.max(...alike.map((one) => one.share))).toBeLessThan(0.3);
  });
});

/** What the rep said last before the hold. */
function heldAt({ said }: One): string {
  const from = said.holds[0]!.from;
  return said.turns
    .filter((turn) => turn.speaker === 'rep' && turn.start < from)
    .at(-1)!
    .text.toLowerCase();
}
