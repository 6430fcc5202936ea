import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { headline } from './headline.view.ts';
import { evidenceQuote, quotedInstead } from './quote.view.ts';
import { shortly } from './wording.view.ts';

describe('the one sentence', () => {
  it('tells of what is missed most and matters most, with words that were said', () => {
    const said = headline(reportFixture());
    expect(said.sentence).toBe('Missed about 2 times in 3: asks what the customer needs before quoting a price.');
    expect(said.pattern?.id).toBe('p1');
    expect(said.example?.quote).toBe("Sure, a ten by ten's one twenty-nine a month plus the admin fee.");
  });

  it('leaves out the wordings that a standard lists', () => {
    expect(shortly('Answers with readiness at least once: "sure", "of course".')).toBe(
      'Answers with readiness at least once',
    );
    expect(shortly('Refuses ("no", "never") with no reason.')).toBe('Refuses with no reason');
    expect(shortly('Answers within three rings (or ten seconds).')).toBe('Answers within three rings (or ten seconds)');
  });

  it('says how many times, not how often, where few were judged', () => {
    const summary = reportFixture();
    const only = summary.standards
      .slice(0, 1)
      .map((row) => ({ ...row, met: 0, failed: 3, rate: 0, wilson: { from: 0, to: 0.56 } }));
    expect(headline({ ...summary, standards: only }).sentence).toMatch(
      /^Missed in 3 of the 3 contacts where it could be judged:/,
    );
    const once = only.map((row) => ({ ...row, failed: 1 }));
    expect(headline({ ...summary, standards: once }).sentence).toMatch(
      /^Missed in the one contact where it could be judged:/,
    );
  });

  it('says the base where less than half of all contacts could be judged', () => {
    const summary = reportFixture();
    const counts = { ...summary.counts, contacts: 200 };
    const rows = (met: number, failed: number) =>
      summary.standards.slice(0, 1).map((row) => ({ ...row, met, failed, rate: met / (met + failed) }));
    expect(headline({ ...summary, counts, standards: rows(12, 19) }).sentence).toMatch(
      /^Missed in about 3 of 5 of the 31 contacts where it could be judged:/,
    );
    expect(headline({ ...summary, counts, standards: rows(0, 31) }).sentence).toMatch(/^Missed in all 31 contacts/);
  });

  it('prefers words of the rep that show it to what was said instead', () => {
    const summary = reportFixture();
    const silent = { ...summary.failures[0]!, mark: 'm-silent', evidence: [] };
    const patterns = summary.patterns.map((one) => ({ ...one, example: 'm-silent' }));
    const said = headline({ ...summary, patterns, failures: [silent, ...summary.failures] });
    expect(said.example?.by).toBe('said');
    expect(headline({ ...summary, patterns, failures: [silent] }).example?.by ?? 'none').not.toBe('said');
  });

  it('never sounds an all-clear where nothing was judged', () => {
    const summary = reportFixture();
    const marks = { met: 0, failed: 0, unsure: 9, notApplicable: 3 };
    const counts = { ...summary.counts, marks };
    expect(headline({ ...summary, counts, standards: [] }).sentence).toMatch(/^Nothing could be judged:/);
    expect(headline({ ...summary, counts: { ...counts, turns: 60 }, standards: [] }).sentence).toContain('one turn');
  });

  it('is calm where nothing was missed or nothing was read', () => {
    const summary = reportFixture();
    expect(headline({ ...summary, standards: [] }).sentence).toBe('Nothing that could be judged was missed.');
    expect(headline({ ...summary, counts: { ...summary.counts, contacts: 0 } }).sentence).toBe(
      'No contact has been read yet.',
    );
  });
});

describe('the quote', () => {
  const summary = reportFixture();
  const failure = summary.failures[0]!;
  const contact = summary.contacts[0]!;

  it('is the whole turn where the evidence is a bare cue', () => {
    expect(evidenceQuote(failure, contact)).toBe("Sure, a ten by ten's one twenty-nine a month plus the admin fee.");
  });

  it('is an exchange where something was called for and left out', () => {
    const asked = {
      ...failure,
      searched: { fromTurn: 9, toTurn: 10 },
      evidence: [{ turn: 8, from: 0, to: 35, quote: 'Is there anybody I could ask about that?' }],
    };
    expect(evidenceQuote(asked, contact)).toBe(
      "Is there anybody I could ask about that?” “Um, that's not really my department, I'm alone today.",
    );
  });

  it('is what was said instead where the thing was never said', () => {
    const never = { ...failure, evidence: [], searched: { fromTurn: 5, toTurn: 8 } };
    expect(quotedInstead(never, contact)).toBe(true);
    expect(evidenceQuote(never, contact)).toBe("No, the gate's off at seven, that's our policy.");
  });

  it('is nothing where there are no words', () => {
    expect(evidenceQuote({ ...failure, evidence: [] }, { ...contact, turns: [] })).toBeNull();
  });
});
