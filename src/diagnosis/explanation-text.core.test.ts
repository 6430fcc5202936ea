import { describe, expect, it } from 'vitest';
import { climb } from './ladder.core.ts';
import { asked, policy, settings, standardId } from './ladder/harbor.test-data.ts';
import { toExplanation } from './explanation.core.ts';
import { explanationText, inTen } from './explanation-text.core.ts';

const turns = [
  { speaker: 'rep', text: 'Harbor Storage.' },
  { speaker: 'customer', text: 'How much is a small one?' },
  { speaker: 'rep', text: 'Ninety dollars.\u001b[2J Bye.' },
] as const;

const told = () => {
  const one = asked({
    policies: [{ ...policy, clauses: [{ id: '4.2', text: 'Price first.', serves: [], obstructs: [standardId] }] }],
    certificates: [],
  });
  return toExplanation({
    finding: climb(one, false),
    failure: one.failure,
    turns,
    siteName: 'Harbor',
    settings,
    answered: () => false,
  });
};

describe('an explanation', () => {
  it('tells the words, the standard, all twelve questions with their records, the causes and what would settle it', () => {
    const text = explanationText(told());
    expect(text).toContain('In a call (new enquiry) on 2026-03-03 at Harbor:');
    expect(text).toContain('customer: How much is a small one?');
    expect(text).toContain('Asks what the customer needs before quoting a price.');
    for (let rung = 1; rung <= 12; rung++) expect(text).toMatch(new RegExp(`^ +${rung}\\. `, 'm'));
    expect(text).toContain('[policy prices, version 1, 4.2; policy ×4]');
    expect(text).toContain('policy about 7 in 10');
    expect(text).toContain('Standing: possible');
    expect(text).toContain('trained and tested in this kind of work before doing it alone: new enquiry?');
  });
  it('keeps every line inside the width, and lets no word of a contact move the cursor', () => {
    const text = explanationText(told(), 70);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(70);
    expect(text).not.toContain('\u001b');
  });
  it('says odds as people do', () => {
    expect([0.01, 0.06, 0.34, 0.66, 0.97].map(inTen)).toEqual([
      'less than 1 in 20',
      'about 1 in 10',
      'about 3 in 10',
      'about 7 in 10',
      'more than 19 in 20',
    ]);
  });
});
