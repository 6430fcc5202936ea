import { describe, expect, it } from 'vitest';
import { climb } from './ladder.core.ts';
import type { Failure } from './failure.core.ts';
import { noRecords } from './records.core.ts';
import { asked, failure, policy, settings, standardId } from './ladder/harbor.test-data.ts';
import { toExplanation } from './explanation.core.ts';
import { explanationText, inTen } from './explanation-text.core.ts';

const turns = [
  { speaker: 'rep', text: 'Harbor Storage.' },
  { speaker: 'customer', text: 'How much is a small one?' },
  { speaker: 'rep', text: 'Ninety dollars.\u001b[2J Bye.' },
] as const;

/** The same failure with nothing brought. */
const untold = (change: Partial<Failure> = {}) => {
  const one = asked(noRecords, change, []);
  return toExplanation({
    finding: climb(one, false),
    failure: one.failure,
    turns,
    siteName: null,
    settings,
    recordBrought: false,
    answered: () => false,
  });
};

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
    recordBrought: true,
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
    expect(text).toContain('[policy prices, version 1, 4.2; policy ×16]');
    expect(text).toContain('policy about 9 in 10');
    expect(text).toContain('Standing: possible');
    expect(text).toContain('trained and tested in this kind of work before doing it alone: new enquiry?');
  });
  it('keeps every line inside the width, and lets no word of a contact move the cursor', () => {
    const text = explanationText(told(), 70);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(70);
    expect(text).not.toContain('\u001b');
  });
  it('says once that nothing was brought, and puts no odds to it', () => {
    const text = explanationText(untold());
    for (let rung = 1; rung <= 12; rung++) expect(text).toMatch(new RegExp(`^ +${rung}\\. .*\\?$`, 'm'));
    expect(text.match(/no record/gi)).toHaveLength(1);
    expect(text).toContain('Nothing points anywhere yet.');
    expect(text).not.toContain(' in 10');
  });
  it('answers every question as soon as words answer one', () => {
    const heard = [{ name: 'new-here', evidence: { turn: 0, from: 0, to: 6 } }];
    expect(explanationText(untold({ heard }))).toContain('training about');
  });
  it('says where a failure was seen from times, and shows no more words than to know the contact by', () => {
    const { searched: _, ...mark } = failure.mark;
    const text = explanationText(untold({ mark: { ...mark, evidence: [] } }));
    expect(text).toContain('Seen from its times or rings, not from its words.');
    expect(text).not.toContain('Ninety dollars');
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
