// Nadia, counsel, hands a judge the file of a day: she looks what would be in it, has it made, takes it, and it is checked on a machine
// that has never heard of Customary.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readZip } from '../../src/binder/verify/zip.core.ts';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertSoundEverywhere, openedAt } from '../web.ts';

const example = join(import.meta.dirname, '..', '..', 'src', 'record', 'example');
let browser: Browser;
let server: NewServer;
let counsel: BrowserContext;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  folder = await mkdtemp(join(tmpdir(), 'customary-judge-'));
  const headers = { origin: server.address };
  const context = async (): Promise<BrowserContext> =>
    browser.newContext({ baseURL: server.address, viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const owner = await context();
  const password = 'four geese under brass';
  const organisation = { name: 'Harbor Self Storage' };
  const data = { token: server.token, name: 'Ruth Vale', email: 'ruth@harbor.example', password, organisation };
  const post = async (from: BrowserContext, path: string, body: unknown): Promise<unknown> => {
    const reply = await from.request.post(path, { data: body, headers });
    expect(reply.ok(), await reply.text()).toBe(true);
    return reply.json();
  };
  await post(owner, '/v1/set-up', data);
  const names = (await readdir(example, { recursive: true })).filter((name) => /\.(csv|md|yaml)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, base64: (await readFile(join(example, name))).toString('base64') })),
  );
  await post(owner, '/v1/record', { files });
  const invited = { email: 'nadia@harbor.example', name: 'Nadia Oro', grants: [{ role: 'counsel', sites: null }] };
  const { address } = (await post(owner, '/v1/invitations', invited)) as { address: string };
  counsel = await context();
  await post(counsel, '/v1/links/accept', { token: address.split('#')[1], password });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.end();
  await rm(folder, { recursive: true, force: true });
});

it('is looked at, made, taken, and checked in a page that has no network', async () => {
  const tab = await openedAt(counsel, '/binder');
  await tab.getByLabel('The day, or the first day').fill('2026-03-02');
  await tab.getByRole('button', { name: 'See what would be in it' }).click();
  await tab.getByText('What is not on record').waitFor();
  await assertSoundEverywhere(tab, 'binder');
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.getByRole('button', { name: 'Make the file' }).click();
  const taking = tab.getByRole('link', { name: 'Take the file of 2 March 2026' });
  await taking.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([tab.waitForEvent('download'), taking.click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);

  // The same page checks it, in the browser alone.
  await tab.getByLabel('The judge’s file to check').setInputFiles(path);
  await tab.getByText('Nothing was changed').waitFor();
  await tab.getByRole('button', { name: 'Seal and sign now' }).click();
  await tab.getByText('Has not left this machine').first().waitFor();
  await assertSoundEverywhere(tab, 'binder-checked');

  const archive = await readFile(path);
  const page = readZip(new Uint8Array(archive))!.find(({ name }) => name === 'verify.html')!;
  await writeFile(join(folder, 'verify.html'), page.bytes);
  await writeFile(
    join(folder, 'public-key.txt'),
    readZip(new Uint8Array(archive))!.find(({ name }) => name === 'public-key.txt')!.bytes,
  );
  const elsewhere = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const alone = await elsewhere.newPage();
  await alone.goto(pathToFileURL(join(folder, 'verify.html')).href);
  // Without a key that was had another way, nobody is told that all is well.
  await checked(alone, path, 'Signed by a key you have not named.');
  const first = alone.locator('#said > :first-child');
  expect(await first.innerText()).toBe('Signed by a key you have not named.');
  await alone.locator('#key').fill((await readFile(join(folder, 'public-key.txt'), 'utf8')).trim());
  await alone.getByText('Nothing was changed: every byte and every row is as it was sealed.').waitFor();
  await alone.getByText('It is signed with the key that you gave.').waitFor();
  expect(await first.innerText()).toMatch(/^Nothing was changed/);
  await assertSoundOffline(alone);

  // By drag and drop too, as it stands in whoever's folder.
  await alone.reload();
  await dropped(alone, path);
  await alone.getByText('Signed by a key you have not named.').waitFor();
  await alone.locator('#key').fill('customary/harbor+00000000+AAAA');
  await alone.getByText('It is not a public key as Customary writes it.').waitFor();
  await alone.locator('#key').fill('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  await alone.getByText('Signed with another key than the one that you gave.').waitFor();
  await alone.locator('#key').fill('');

  // Somebody turns one letter of an answer.
  const text = archive.toString('latin1');
  const at = text.indexOf('"answer":"understood"');
  const tampered = Buffer.from(archive);
  tampered[at + 12] = tampered[at + 12]! ^ 1;
  const other = join(folder, 'tampered.zip');
  await writeFile(other, tampered);
  await checked(alone, other, /This is not the file that was sealed/);
  await alone.getByText(/record\.json, row \d+ \(acknowledgements /).waitFor();
}, 120_000);

async function checked(page: Page, file: string, says: string | RegExp): Promise<void> {
  await page.locator('#file').setInputFiles(file);
  await page.getByText(says).waitFor();
}

async function dropped(page: Page, file: string): Promise<void> {
  const base64 = (await readFile(file)).toString('base64');
  const carried = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (one) => one.codePointAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'judges-file.zip', { type: 'application/zip' }));
    return data;
  })()`);
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: carried });
}

async function assertSoundOffline(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(Number(wider)).toBeLessThanOrEqual(0);
  await page.screenshot({
    path: join(import.meta.dirname, '..', '..', '.customary', 'pictures', 'verify-page-390.png'),
    fullPage: true,
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({
    path: join(import.meta.dirname, '..', '..', '.customary', 'pictures', 'verify-page-dark.png'),
    fullPage: true,
  });
}
