// A new organisation with nothing in it yet: every page has a heading, says what would stand there and what to do, and is
// sound, on a desk and on a phone.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeApp } from '../../src/app.ts';
import { serve } from '../../src/cli/serve/serve.cli.ts';
import { unwatchedTerminal } from '../../src/cli/terminal.test-data.ts';
import { openBrowser } from '../browser.ts';
import { assertSound, openedAt, pagePaths } from '../web.ts';

let browser: Browser;
let folder: string;
let stop: (why: string) => void;
let ended: Promise<number>;
let context: BrowserContext;
const trouble: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'customary-empty-'));
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  const stopping = new Promise<string>((resolve) => (stop = resolve));
  ended = serve(terminal, { path: folder, from: 'told' }, { port: '0' }, makeApp, stopping, { log: () => undefined });
  await vi.waitFor(() => expect(said.join('\n')).toMatch(/Set up: /), { timeout: 90_000, interval: 200 });
  const [, address = '', token = ''] = /(http:\/\/localhost:\d+)\/#(\S+)/.exec(said.join('\n')) ?? [];
  context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } });
  context.on('weberror', (error) => trouble.push(error.error().message));
  const reply = await context.request.post('/v1/set-up', {
    data: {
      token,
      name: 'Dana Reed',
      email: 'dana@bay.example',
      password: 'lanterns over cold gravel',
      organisation: { name: 'Bay' },
    },
    headers: { origin: address },
  });
  expect(reply.ok(), await reply.text()).toBe(true);
}, 120_000);
afterAll(async () => {
  await browser.close();
  stop('the end of the test');
  await ended;
  await rm(folder, { recursive: true, force: true });
});

// Pages of one thing need one: their own journeys look at what is not there.
const listed = pagePaths.filter((path) => !path.includes('$'));

it.each(listed)(
  'the page %s teaches where nothing is yet',
  async (path) => {
    const tab = await openedAt(context, path);
    const name = `empty${path.replaceAll(/[^a-z0-9]+/gi, '-')}`;
    await assertSound(tab, `${name}-1280`);
    // Some words and a way on: a link or something to press or fill in, besides the menu.
    const main = tab.locator('main');
    expect([path, (await main.innerText()).trim().split(/\s+/).length > 8]).toEqual([path, true]);
    expect([path, (await main.locator('a[href], button, input, select, textarea').count()) > 0]).toEqual([path, true]);
    await tab.setViewportSize({ width: 390, height: 844 });
    await assertSound(tab, `${name}-390`);
    await tab.close();
    expect(trouble.splice(0)).toEqual([]);
  },
  60_000,
);
