// A browser for the tests: the system's Chromium or Chrome where there is one, else the one that a package brings along.
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Opens it without a window. CUSTOMARY_BROWSER names another one. */
export async function openBrowser(): Promise<Browser> {
  const told = process.env['CUSTOMARY_BROWSER'];
  const own = told ?? usual.find((path) => existsSync(path));
  // No sandbox: tests run in containers and as root, on pages that we wrote ourselves.
  if (own !== undefined) return playwright.launch({ executablePath: own, args: ['--no-sandbox'] });
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
}
