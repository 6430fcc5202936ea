// A new organisation with nothing in it yet: every page has a heading, says what would stand there and what to do, and is
// sound, on a desk and on a phone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertSound, assertSoundOnAPhone, pagePaths, shownAt } from '../web.ts';

let browser: Browser;
let server: NewServer;
let tab: Page;
const trouble: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  const { address, token } = server;
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } });
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
  tab = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.end();
});

// Pages of one thing need one: their own journeys look at what is not there.
const listed = pagePaths.filter((path) => !path.includes('$'));

it.each(listed)(
  'the page %s teaches where nothing is yet',
  async (path) => {
    await tab.setViewportSize({ width: 1280, height: 900 });
    await shownAt(tab, path);
    const name = `empty${path.replaceAll(/[^a-z0-9]+/gi, '-')}`;
    await assertSound(tab, `${name}-1280`);
    // Some words and a way on: a link or something to press or fill in, besides the menu.
    const main = tab.locator('main');
    expect([path, (await main.innerText()).trim().split(/\s+/).length > 8]).toEqual([path, true]);
    expect([path, (await main.locator('a[href], button, input, select, textarea').count()) > 0]).toEqual([path, true]);
    await assertSoundOnAPhone(tab, `${name}-390`);
    expect(trouble.splice(0)).toEqual([]);
  },
  60_000,
);
