import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { fullPages } from './full.view.ts';
import { page } from './page.view.ts';

/** The data that the page's script would read. */
function dataOf(html: string): {
  failures: { mark: string }[];
  contacts: Record<string, { turns: unknown[]; person?: string }>;
  expected: unknown[][];
} {
  const json = /<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  return JSON.parse(json) as ReturnType<typeof dataOf>;
}

describe('the page', () => {
  it('needs nothing from anywhere and lets the browser run only its own script', () => {
    const html = page(reportFixture());
    expect(html).toContain(`default-src 'none'`);
    expect(html).not.toContain('unsafe-inline');
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(html).not.toMatch(/@import|url\(/);
    expect(html).not.toMatch(/\son[a-z]+=/i);
  });

  it('has no style attribute, which its own policy would refuse', () => {
    expect(page(reportFixture())).not.toMatch(/\sstyle="/);
  });

  it('shows what it promises', () => {
    const html = page(reportFixture());
    for (const words of [
      'Missed about 2 times in 3: asks what the customer needs before quoting a price.',
      'What to fix first',
      'Why it happens',
      'not shares of the failing',
      'What should never happen',
      'First impressions',
      'Sites side by side',
      'Records missing',
      'Questions that would settle most',
      'Marked by machine, not yet checked.',
    ]) {
      expect(html).toContain(words);
    }
    expect(dataOf(html).failures).toHaveLength(36);
  });

  it('shows published rates beside the own one with their sector and site, and says what they are not', () => {
    const html = page(reportFixture());
    expect(html).toContain('published: 75 % of about 1,000 mystery calls, self-storage (storage.example)');
    expect(html).toContain('published: 50 % or more of hundreds of mystery calls, law firms (law.example, 2016; only');
    expect(html).toContain('a wide guide, never a target');
    expect(html).toContain('<line class="published" x1="74.6%" x2="74.6%"');
    const none = reportFixture();
    for (const row of none.standards) delete row.published;
    expect(page(none)).not.toMatch(/published:|never a target|class="published"/);
  });

  it('leaves the persons out unless they are asked for', () => {
    expect(page(reportFixture())).not.toContain('rep-dana');
    const named = page(reportFixture(), { people: true });
    expect(named).toContain('rep-dana');
    expect(named).not.toContain('names are left out');
    expect(page(reportFixture())).toContain('names are left out');
  });

  it('stays under its size: first by shorter transcripts, then by fewer failures, worst kept', () => {
    const long = reportFixture({ failures: 200, long: 60 });
    const whole = page(long, { maxBytes: 50_000_000 });
    expect(Buffer.byteLength(whole)).toBeGreaterThan(5_000_000);
    const five = page(long);
    expect(Buffer.byteLength(five)).toBeLessThanOrEqual(5_000_000);
    expect(dataOf(five).failures).toHaveLength(200);
    expect(dataOf(five).contacts['c0']!.turns.length).toBeLessThan(dataOf(whole).contacts['c0']!.turns.length);
    const small = page(long, { maxBytes: 400_000 });
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(400_000);
    expect(dataOf(small).failures[0]!.mark).toBe('m0');
    expect(small).toContain(`${dataOf(small).failures.length} failures, worst first`);
  });

  it('stays under its size for five hundred sites, and keeps its failures', () => {
    const summary = reportFixture();
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ...summary.standards[at % 11]!,
      id: `area.standard-number-${at}`,
    }));
    const siteStandards = Array.from({ length: 500 }, (_, at) =>
      rows.map((row) => ({ ...summary.siteStandards[at % 44]!, site: `site-${at}`, standard: row.id })),
    ).flat();
    const html = page({ ...summary, standards: [...summary.standards, ...rows], siteStandards });
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(5_000_000);
    expect(dataOf(html).failures).toHaveLength(36);
    // What the sites that can't be chosen add is still in the sums.
    const whole = siteStandards.reduce((sum, row) => sum + row.expected.policy, 0);
    const shown = dataOf(html).expected.reduce((sum, row) => sum + Number(row[2]), 0);
    expect(shown).toBeCloseTo(whole, -1);
  });

  it('lets hostile words neither open an element nor end the data', () => {
    const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'\u202E`;
    const html = page(reportFixture({ hostile }));
    expect(html.match(/<script\b/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u202E');
    expect(dataOf(html).failures).toHaveLength(36);
  });

  it('without contacts says what it is for and what to do first', () => {
    const summary = reportFixture();
    const html = page({ ...summary, counts: { ...summary.counts, contacts: 0 }, failures: [], contacts: [] });
    expect(html).toContain('No contact has been read yet.');
    expect(html).toContain('customary diagnose FOLDER');
    expect(html).not.toContain('<script');
  });

  it('where nothing could be judged says why and what to do, and draws nothing', () => {
    const summary = reportFixture();
    const marks = { met: 0, failed: 0, unsure: 9, notApplicable: 3 };
    const html = page({ ...summary, counts: { ...summary.counts, turns: 60, marks }, standards: [], failures: [] });
    expect(html).toContain('Nothing could be judged: each contact has one turn');
    expect(html).toContain('<code>--column NAME=FIELD</code>');
    expect(html).not.toContain('What was missed');
    expect(html).not.toContain('class="bars"');
  });

  it('draws no cause where no words tell, and none of what a case starts from', () => {
    const summary = reportFixture({ recordBrought: false });
    const none = page({ ...summary, causes: { ...summary.causes, fromWordsOnly: 0 } });
    expect(none).toContain('the words of none of 241 failures tell');
    expect(none).not.toContain('class="bars"');
    expect(page(summary)).toContain('the words of 31 of 241 failures tell');
  });

  it('has no card for a single failure, unless something serious happened twice', () => {
    const summary = reportFixture();
    const [first, , act] = summary.patterns;
    const html = (patterns: typeof summary.patterns) => page({ ...summary, patterns });
    expect(html([{ ...first!, failures: 2 }])).toContain('Nothing has happened often enough');
    expect(html([{ ...act!, failures: 2 }])).toContain(act!.fix);
    expect(html([{ ...act!, failures: 1 }])).not.toContain(act!.fix);
  });

  it('without a record asks for five of them', () => {
    const html = page({ ...reportFixture({ recordBrought: false }), patterns: [] });
    expect(html).toContain('Bring these records first');
    expect(html).toContain('The procedures in force');
  });
});

describe('the folder of all failures', () => {
  it('has every failure, two hundred a page, and an index that links to each page', async () => {
    const summary = reportFixture({ failures: 450 });
    const given = summary.failures.map((failure) => ({
      failure,
      contact: summary.contacts.find((contact) => contact.id === failure.contact)!,
    }));
    const files = await everything(fullPages({ ...summary, failures: summary.failures.slice(0, 200) }, given));
    expect(files.map((file) => file.path)).toEqual([
      'failures-0001.html',
      'failures-0002.html',
      'failures-0003.html',
      'index.html',
    ]);
    const marks = files.slice(0, 3).flatMap((file) => dataOf(file.content).failures.map((failure) => failure.mark));
    expect(marks).toEqual(summary.failures.map((failure) => failure.mark));
    for (const file of files.slice(0, 3)) expect(files[3]!.content).toContain(`href="${file.path}"`);
    expect(files[2]!.content).toContain('Failures 401 to 450');
  });
});

async function everything<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
