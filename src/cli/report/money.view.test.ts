import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { pricedFixture } from '../../../e2e/report-fixture-money.ts';
import { page } from './page.view.ts';
import { screen } from './screen.view.ts';
import { headline } from './headline.view.ts';

describe('what failing costs, on the page', () => {
  it('stands there with its range, what it rests on, and nobody’s name', () => {
    const html = page(pricedFixture());
    expect(html).toContain('<h2 id="money-h">What failing costs</h2>');
    expect(html).toContain('about $12,000</strong><small>likely between $7,000 and $17,000');
    expect(html).toContain('What these figures rest on');
    expect(html).toContain('may be chance');
  });

  it('is said of what stands first, and beside its fix, only where it stands by itself', () => {
    const summary = pricedFixture();
    expect(page(summary)).toContain('It goes with about $12,000 a month of lost business');
    expect(screen(summary, { columns: 80, colour: false })).toContain('It goes with about $12,000 a month');
    const report = summary.money!.report;
    if (report.kind !== 'outcomes') throw new Error('Expected a report from outcomes.');
    report.standards[0]!.stands = false;
    expect(page(summary)).not.toContain('It goes with about');
    report.standards[0]!.stands = true;
    report.confounded = true;
    expect(page(summary)).not.toContain('It goes with about');
  });

  it('prices the standard that the headline names', () => {
    const summary = pricedFixture();
    const report = summary.money!.report;
    if (report.kind !== 'outcomes') throw new Error('Expected a report from outcomes.');
    expect(headline(summary).standard?.id).toBe(report.standards[0]!.standard);
  });

  it('words of a clause can do no harm', () => {
    const html = page(pricedFixture({ hostile: '<img src=x onerror=alert(1)>' }));
    expect(html).not.toContain('<img');
  });

  it('is left out where nobody counted it', () => {
    expect(page(reportFixture())).not.toContain('id="money"');
  });
});

describe('what sites produce, on the page', () => {
  it('shows each site beside what is expected of it, and what those below miss more', () => {
    const html = page(pricedFixture());
    expect(html).toContain('<h2 id="production-h">What sites produce</h2>');
    expect(html).toContain('<strong>$31,000</strong><small>of $37,000 expected: 16 % short');
    expect(html).toContain('What those below miss more');
    expect(html).toContain('<span class="outside">below</span>');
  });

  it('is left out where no month of any site is on record', () => {
    const summary = pricedFixture();
    summary.production = { kind: 'nothing', why: 'no-months', told: ['No month of any site is on record.'] };
    expect(page(summary)).not.toContain('id="production"');
    summary.production = { kind: 'nothing', why: 'too-few-sites', told: ['Fewer than 6 sites are on record.'] };
    expect(page(summary)).toContain('Fewer than 6 sites');
  });
});
