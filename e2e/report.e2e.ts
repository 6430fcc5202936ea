// The report as its reader meets it: opened from a disk, in a real browser, by mouse and by keyboard.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as reportPage } from '../src/cli/report/page.view.ts';
import type { ReportSummary } from '../src/diagnosis/report.shape.ts';
import { openBrowser } from './browser.ts';
import { reportFixture } from './report-fixture.ts';
import { pricedFixture } from './report-fixture-money.ts';

const folder = mkdtempSync(join(tmpdir(), 'customary-report-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly tab: Page;
  /** Everything that went wrong or went out: script errors, refusals of the policy, dialogs, requests. */
  readonly trouble: string[];
}

async function open(
  summary: ReportSummary,
  look: { width?: number; dark?: boolean; hash?: string } = {},
): Promise<Opened> {
  const file = join(folder, `${Math.round(performance.now() * 1000)}.html`);
  writeFileSync(file, reportPage(summary));
  const tab = await browser.newPage({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const trouble: string[] = [];
  tab.on('pageerror', (error) => trouble.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  tab.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on('request', (request) => request.url().startsWith('file:') || trouble.push(`request: ${request.url()}`));
  await tab.goto(`${pathToFileURL(file).href}${look.hash ?? ''}`);
  return { tab, trouble };
}

describe('the page in a browser', () => {
  it.each([
    { width: 1280, dark: false },
    { width: 1280, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('has nothing that axe minds, and fits, at $width dark=$dark', async (look) => {
    const { tab, trouble } = await open(pricedFixture(), look);
    await tab.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    // The page's own policy refuses foreign scripts, so axe comes in through the debugger.
    await tab.evaluate(axe);
    const found = await tab.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> };
      };
      interface Violation {
        id: string;
        nodes: { html: string; failureSummary: string }[];
      }
      const { violations } = await tool.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.flatMap((one) =>
        one.nodes.slice(0, 2).map((node) => `${one.id}: ${node.html} ${node.failureSummary}`),
      );
    });
    expect(found).toEqual([]);
    expect(await tab.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await tab.close();
  });

  it('lights up the quote in the transcript, beside the twelve questions', async () => {
    const { tab } = await open(reportFixture());
    expect(await tab.locator('#opened mark').allTextContents()).toEqual(["a ten by ten's one twenty-nine"]);
    expect(await tab.locator('#opened .ladder > li').count()).toBe(12);
    expect(await tab.locator('#opened .ladder').textContent()).toContain('Question 3 of 12');
    await tab.close();
  });

  it('keeps site, standard, cause and the open failure in the address, so that Back and a mailed link work', async () => {
    const { tab, trouble } = await open(reportFixture());
    await tab.locator('#pick-site').focus();
    await tab.keyboard.type('Tucson');
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.evaluate('location.hash')).toBe('#site=tucson');
    expect(await tab.locator('#shown').textContent()).toBe('9 of 36 worst failures');
    await tab.locator('.bars button').first().focus();
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.evaluate('location.hash')).toBe('#site=tucson&cause=procedure');
    // The address is there before what it lists: what is focused before that goes with the old list.
    await tab.locator('.bars button[aria-pressed="true"]').first().waitFor();
    const link = tab.locator('#picks a').nth(1);
    await link.focus();
    await tab.keyboard.press('Enter');
    await expect.poll(() => tab.evaluate('location.hash')).toContain('open=');
    // The address is there before what it opens.
    await tab.locator('#picks li:nth-child(2) a[aria-current="true"]').waitFor();
    const heading = await tab.locator('#opened h3').textContent();
    const mailed = String(await tab.evaluate('location.hash'));
    await tab.goBack();
    await expect.poll(() => tab.evaluate('location.hash')).toBe('#site=tucson&cause=procedure');
    const { tab: other } = await open(reportFixture(), { hash: mailed });
    expect(await other.locator('#opened h3').textContent()).toBe(heading);
    expect(await other.locator('#pick-site').inputValue()).toBe('tucson');
    await tab.locator('#clear').click();
    expect(await tab.locator('#shown').textContent()).toBe('36 worst failures');
    expect(trouble).toEqual([]);
    await tab.close();
    await other.close();
  });

  it('shows the rates of the chosen site, and the causes that add up for it', async () => {
    const summary = reportFixture();
    const { tab } = await open(summary);
    const row = summary.siteStandards.find(
      (one) => one.site === 'columbus' && one.standard === 'enquiry.need-before-price',
    )!;
    await tab.locator('#pick-site').selectOption('columbus');
    const shown = tab.locator('.rates tr[data-standard="enquiry.need-before-price"]').first();
    await expect
      .poll(() => shown.locator('[data-of]').textContent())
      .toContain(`${row.failed} of ${row.failed + row.met}`);
    const expected = summary.siteStandards
      .filter((one) => one.site === 'columbus')
      .reduce((sum, one) => sum + one.expected.procedure, 0);
    expect(await tab.locator('.bars [data-value="procedure"] .number').textContent()).toBe(
      String(Math.round(expected)),
    );
    await tab.close();
  });

  it('teaches where a choice has no failure to show', async () => {
    const { tab } = await open(reportFixture({ failures: 3 }));
    await tab.locator('#pick-site').selectOption('yonkers');
    await expect.poll(() => tab.locator('#opened').textContent()).toContain('choose more widely');
    await tab.close();
  });

  it.each([
    '<script>alert(1)</script><img src=x onerror=alert(2)>',
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '"><svg onload=alert(1)>',
    "' autofocus onfocus=alert(1) '",
    '</title></style></option></select><script>alert(1)</script>',
    '\u202E\u2066\u001b[2J\u0000\ud800',
    '{{constructor.constructor("alert(1)")()}}${alert(1)}%shown%',
    'javascript:alert(1)',
  ])('lets hostile words do nothing: %j', async (hostile) => {
    const { tab, trouble } = await open(reportFixture({ hostile }));
    // Every kind of failure is opened, in one go: a click each from here would take a minute.
    await tab.evaluate(`(async () => {
      for (let at = 0; at < 11; at += 1) {
        document.querySelectorAll('#picks a')[at].click();
        await new Promise((done) => setTimeout(done, 20));
      }
    })()`);
    expect(await tab.evaluate('location.hash')).toContain('open=m10');
    await tab.locator('#pick-site').selectOption('tucson');
    expect(trouble).toEqual([]);
    expect(await tab.locator('script').count()).toBe(2);
    expect(await tab.locator('img, iframe, object, embed, [onload], [onerror], [onfocus]').count()).toBe(0);
    expect(await tab.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await tab.locator('#opened .talk li').count()).toBe(12);
    await tab.close();
  });

  it('ignores an address that names nothing of this report', async () => {
    const { tab, trouble } = await open(reportFixture(), {
      hash: '#site=__proto__&cause=constructor&open=%3Cscript%3E',
    });
    expect(await tab.locator('#shown').textContent()).toBe('36 worst failures');
    expect(trouble).toEqual([]);
    await tab.close();
  });

  it('prints without its controls', async () => {
    const { tab } = await open(reportFixture());
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('.bar').isVisible()).toBe(false);
    expect(await tab.locator('#picks').isVisible()).toBe(false);
    expect(await tab.locator('h1').isVisible()).toBe(true);
    await tab.close();
  });
});
