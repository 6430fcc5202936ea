// Without a mouse, from nothing to a fix: set up, bring calls in, read why, open one of them, agree on a fix, enter a visit. Only
// Tab, Enter, Space and the arrows are pressed, and words typed; each place that Tab comes to shows that it is there.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { pressEnterOn, tabTo, typeInto } from '../keyboard.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertCome, assertSound } from '../web.ts';
import { holdPlease, wellServed } from './calls.ts';

let browser: Browser;
let server: NewServer;
let tab: Page;
const trouble: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // Heard from the beginning on: a chooser that opens before anybody listens would be the machine's own.
  tab.on('filechooser', () => undefined);
  tab.on('pageerror', (error) => trouble.push(error.message));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.end();
});

const heading = async (name: string | RegExp): Promise<void> =>
  tab.getByRole('heading', { name }).first().waitFor({ timeout: 90_000 });

it('an organisation is set up', async () => {
  await tab.goto(server.link);
  await tab.getByLabel('Your organisation').waitFor({ timeout: 60_000 });
  await typeInto(tab, /^Your organisation/, 'Bay Storage');
  await typeInto(tab, /^Your name/, 'Dana Reed');
  await typeInto(tab, /^E-mail/, 'dana@bay.example');
  await typeInto(tab, /^Password/, 'lanterns over cold gravel');
  await tab.keyboard.press('Enter');
  await tab.locator('#main').waitFor({ timeout: 60_000 });
  // One begins with a few standards; what follows meets others too.
  const headers = { origin: server.address, 'idempotency-key': 'keep-all-of-them' };
  const kept = await tab.request.put(`${server.address}/v1/packs/kept`, { data: { choose: 'all' }, headers });
  expect(kept.ok(), await kept.text()).toBe(true);
}, 120_000);

it('calls are brought in, and what they came to is read', async () => {
  await tab.goto(`${server.address}/contacts/bring`);
  await heading('Bring contacts in');
  await tabTo(tab, 'Choose files');
  const [chooser] = await Promise.all([tab.waitForEvent('filechooser'), tab.keyboard.press('Enter')]);
  const sizes = ['five by five', 'five by ten', 'ten by fifteen', 'ten by ten', 'ten by twenty'];
  await chooser.setFiles([
    ...sizes.map((size) => ({
      name: `${size}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(holdPlease.replace('ten by ten', size)),
    })),
    {
      name: 'what-we-know.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'file,site,started at',
          ...sizes.map((size, at) => `${size}.txt,bay-street,2026-03-0${at + 2}T09:30:00Z`),
        ].join('\n'),
      ),
    },
    { name: 'well-served.txt', mimeType: 'text/plain', buffer: Buffer.from(wellServed) },
  ]);
  await tab.getByRole('button', { name: 'Bring 7 files in' }).waitFor({ timeout: 60_000 });
  // Until each file was looked into the page grows, and takes what has the focus along.
  await assertCome(tab);
  await pressEnterOn(tab, 'Bring 7 files in');
  await heading('6 contacts came in');
  await pressEnterOn(tab, 'See why things are missed');
  await heading('Why it goes wrong');
  await expect
    .poll(async () => (await (await tab.request.get(`${server.address}/v1/first-fixes?limit=5`)).json()).items.length, {
      timeout: 90_000,
    })
    .toBeGreaterThan(0);
}, 240_000);

it('one of the calls is opened from the list, and the words that a mark rests on are chosen', async () => {
  await tab.goto(`${server.address}/contacts`);
  await tab.locator('main ul a[href^="/contacts/"]').first().waitFor({ timeout: 60_000 });
  await typeInto(tab, /^Words/i, 'reservations');
  await expect.poll(() => new URL(tab.url()).searchParams.get('words')).toBe('reservations');
  await tab.locator('main mark').first().waitFor({ timeout: 60_000 });
  await pressEnterOn(tab, /reservations/);
  const words = tab.getByRole('region', { name: 'What was said' });
  await words.getByRole('button').first().waitFor({ timeout: 60_000 });
  // Words that a mark rests on say which.
  await tabTo(tab, /^[^(]+ \([A-Z][^)]+\)$/);
  await tab.keyboard.press('Space');
  expect(await words.locator('[aria-pressed="true"]').count()).toBeGreaterThan(0);
  const open = tab.getByRole('region', { name: 'Marks' }).locator('button[aria-expanded="true"]');
  expect(await open.count()).toBe(1);
}, 120_000);

it('a fix is proposed, begun and said to be done', async () => {
  await tab.goto(`${server.address}/fixes`);
  await heading('Patterns, worth most first');
  await assertCome(tab);
  await pressEnterOn(tab, 'Propose to fix it');
  await tab.getByRole('button', { name: 'Approve and begin' }).waitFor({ timeout: 60_000 });
  await pressEnterOn(tab, 'Approve and begin');
  await tab.getByRole('button', { name: 'It is done' }).waitFor({ timeout: 60_000 });
  await pressEnterOn(tab, 'It is done');
  await tab.getByRole('button', { name: 'Look again' }).waitFor({ timeout: 60_000 });
}, 120_000);

it('a visit is entered on the form that the standards make', async () => {
  await tab.goto(`${server.address}/by-hand`);
  await tab.getByRole('group', { name: 'Stood up' }).waitFor({ timeout: 90_000 });
  await tabTo(tab, /^Stood up: /);
  // The group is entered at what was chosen last; the arrows go around in it.
  await tab.keyboard.press('ArrowDown');
  expect(await tab.getByRole('group', { name: 'Stood up' }).getByLabel('Yes').isChecked()).toBe(true);
  await pressEnterOn(tab, 'Keep it');
  await heading('It is kept');
  await assertSound(tab, 'kept-by-keyboard');
  expect(trouble).toEqual([]);
}, 120_000);
