import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { screen } from './screen.view.ts';

const plain = { columns: 80, colour: false };

function lines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

describe('the screen', () => {
  it.each([40, 80, 92, 100, 300])('is at most 40 lines and 100 columns in a terminal of %i', (columns) => {
    for (const recordBrought of [true, false]) {
      const shown = lines(screen(reportFixture({ recordBrought }), { columns, colour: false }));
      expect(shown.length).toBeLessThanOrEqual(40);
      expect(Math.max(...shown.map((line) => Array.from(line).length))).toBeLessThanOrEqual(
        Math.min(100, Math.max(80, columns)),
      );
    }
  });

  it('opens with one sentence and one quote, and says which failure it is', () => {
    const text = screen(reportFixture(), plain);
    expect(text).toContain('Missed about 2 times in 3: asks what the customer needs before quoting a price.');
    expect(text).toContain('“Sure, a ten by ten');
    expect(text).toMatch(/\.\/customary explain m\d+/);
  });

  it('tells rates with their range, causes as expected failures and never as shares, and what to fix first', () => {
    const text = screen(reportFixture(), plain);
    expect(text).toMatch(/Asks the customer to rent.* 70 % \(56 to 81\)/);
    expect(text).toContain('failures expected per cause');
    expect(text).not.toContain('share');
    expect(text).toContain('1. Write the enquiry procedure');
    expect(text).toContain('Records missing');
    expect(text).toContain('Marked by machine, not yet checked.');
  });

  it('tells the shares of the failing in one sentence above the bars, where they were worked out', () => {
    const one = { share: 0.4, low: 0.3, high: 0.5 };
    const basis = { marks: 900, failures: 300, contacts: 90, people: 9, sites: 3, standards: 12 };
    const summary = reportFixture();
    const text = screen(
      {
        ...summary,
        shares: {
          madeAt: '2026-03-01T12:00:00.000Z',
          told: ['About 38 % of the failing is procedures not in writing (33 to 43).', 'Customers explain 2 %.'],
          report: {
            kind: 'shares',
            basis,
            causes: [],
            excuses: one,
            eachExcuse: [],
            unexplained: one,
            managementByLevel: [],
            warnings: [],
          },
        },
      },
      plain,
    );
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Why: About 38 % of the failing is procedures not in writing (33 to 43). (./customary causes) failures expected per cause',
    );
    expect(lines(text).length).toBeLessThanOrEqual(40);
  });

  it('without a record says which records to bring, and that causes are possible at most', () => {
    const text = screen(reportFixture({ recordBrought: false }), plain);
    expect(text).toContain('Bring these records first');
    expect(text).toContain('The procedures in force');
    expect(text).toContain('possible at most');
    expect(text).not.toContain('Records missing');
  });

  it('with no contact at all says what to give', () => {
    const empty = reportFixture();
    const text = screen({ ...empty, counts: { ...empty.counts, contacts: 0 } }, plain);
    expect(text).toContain('customary diagnose FOLDER');
    expect(text).toContain('could not be read');
  });

  it('wraps what matters and never cuts it', () => {
    const summary = reportFixture();
    const long = 'Nobody has written down who answers a price objection, so whoever is there says whatever comes first';
    const gaps = summary.gaps.map((gap) => ({ ...gap, sentence: long }));
    const patterns = summary.patterns.map((one) => ({ ...one, fix: long }));
    const text = screen({ ...summary, gaps, patterns }, plain);
    expect(text).not.toContain('…');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`${long} (88 failures)`);
    expect(lines(text).length).toBeLessThanOrEqual(40);
  });

  it('where nothing could be judged says why and what to do, without a bar', () => {
    const summary = reportFixture();
    const marks = { met: 0, failed: 0, unsure: 9, notApplicable: 3 };
    const text = screen({ ...summary, counts: { ...summary.counts, turns: 60, marks }, standards: [] }, plain);
    expect(text).toContain('Nothing could be judged: each contact has one turn');
    expect(text).toContain('--column NAME=FIELD');
    expect(text).not.toMatch(/[█░]|Missed most|Why/);
  });

  it('draws no cause where no words tell, and says which records to bring', () => {
    const summary = reportFixture({ recordBrought: false });
    const text = screen({ ...summary, causes: { ...summary.causes, fromWordsOnly: 0 } }, plain);
    expect(text).toContain('the words of none of 241 failures tell');
    expect(text).not.toMatch(/personnel +[█░]/);
    expect(text).toContain('Bring these records first');
  });

  it('with nothing missed says so', () => {
    const good = reportFixture();
    const standards = good.standards.map((row) => ({ ...row, failed: 0, rate: 1, shrunk: 1 }));
    const text = screen({ ...good, standards, patterns: [], failures: [] }, plain);
    expect(text).toContain('Nothing was missed');
  });

  it('lets no word of a contact move the cursor', () => {
    const hostile = reportFixture({ hostile: '\u001b[2J\u001b]0;owned\u0007\r\u202E' });
    // oxlint-disable-next-line no-control-regex
    expect(screen(hostile, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('colour', () => {
  it('adds nothing but colour', () => {
    const colourful = screen(reportFixture(), { columns: 80, colour: true });
    expect(colourful).toContain('\u001b[1m');
    // oxlint-disable-next-line no-control-regex
    expect(colourful.replaceAll(/\u001b\[\d+m/g, '')).toBe(screen(reportFixture(), plain));
  });
});
