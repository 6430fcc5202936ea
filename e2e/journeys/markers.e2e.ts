// A marker from people's marks to marking and back: learned, compared with the cues, let in, contacts marked by it with the words that
// weighed, and the cues back at once; on a telephone too, with the history of it.
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  contactsCsv,
  isMet,
  marksCsv,
  reviewedStandard,
} from '../../src/learning/markers/reviewed-contacts.test-data.ts';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertSoundEverywhere, openedAt, shownAt } from '../web.ts';

const contacts = 130;
const met = Array.from({ length: contacts }, (_, nth) => isMet(nth)).filter(Boolean).length;
const wait = { timeout: 60_000 };
let browser: Browser;
let server: NewServer;
let owner: BrowserContext;

async function asked<T>(method: 'POST' | 'PUT' | 'GET', path: string, data?: unknown): Promise<T> {
  const reply = await owner.request.fetch(path, {
    method,
    headers: { origin: server.address },
    ...(data === undefined ? {} : { data }),
  });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json().catch(() => ({}))) as T;
}

/** Waits until no such work goes on. */
async function worked(work: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { items } = await asked<{ items: { work: string; state: string }[] }>('GET', '/v1/jobs');
        return items.filter((one) => one.work === work).map(({ state }) => state);
      },
      { timeout: 90_000, interval: 300 },
    )
    .not.toEqual(expect.arrayContaining([expect.stringMatching(/waiting|running/)]));
}

/** How often the standard is said to be missed. */
async function missed(): Promise<number> {
  const { rows } = await asked<{ rows: { failed: number }[] }>('GET', `/v1/rates?standard=${reviewedStandard}`);
  return rows[0]?.failed ?? 0;
}

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  owner = await browser.newContext({ baseURL: server.address, viewport: { width: 1280, height: 900 } });
  await asked('POST', '/v1/set-up', {
    token: server.token,
    name: 'Ruth Vale',
    email: 'ruth@harbor.example',
    password: 'four geese under brass',
    organisation: { name: 'Harbor Self Storage' },
  });
  await asked('PUT', `/v1/standards/${reviewedStandard}/kept`, { kept: true });
  const { id } = await asked<{ id: string }>('POST', '/v1/imports', { label: 'calls' });
  await asked('PUT', `/v1/imports/${id}/files?name=calls.csv`, Buffer.from(contactsCsv(contacts)));
  await asked('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
  await asked('POST', '/v1/past-marks', { files: [{ name: 'marks.csv', text: marksCsv(contacts) }] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

it('learned, compared, let in, and the cues back', async () => {
  await asked('POST', '/v1/jobs', { work: 'marking' });
  await worked('marking');
  expect(await missed()).toBe(met);
  const tab = await openedAt(owner, '/markers');
  await tab.getByText('Nothing learned yet').waitFor(wait);
  await tab.getByRole('link', { name: /^Thanked/ }).click();
  await tab.getByRole('heading', { name: 'The cues mark' }).waitFor(wait);
  await tab.getByRole('button', { name: 'Learn from people’s marks' }).click();

  // Beside the cues, with what speaks for it.
  await tab.getByRole('heading', { name: 'How far it agrees with people' }).waitFor({ timeout: 120_000 });
  await tab.getByText('That is no luck, however often one looked').waitFor(wait);
  expect(await tab.getByLabel('Yes:').count()).toBe(3);
  await tab.getByText('“safe travels”').first().waitFor(wait);
  await assertSoundEverywhere(tab, 'markers-standard');

  await tab.getByRole('button', { name: 'Let what was learned mark …' }).click();
  await tab.getByRole('button', { name: 'Let it mark' }).click();
  await tab.getByRole('heading', { name: 'What was learned marks' }).waitFor(wait);
  await tab.getByRole('button', { name: 'Mark contacts now' }).click();
  await tab.getByRole('button', { name: 'Mark contacts now' }).waitFor({ ...wait, state: 'detached' });
  await worked('marking');
  await expect.poll(missed, { timeout: 60_000 }).toBe(contacts - met);

  // On the contact the words that weighed are the quote.
  const { items } = await asked<{ items: { contact: string; mark: string }[] }>(
    'GET',
    `/v1/contacts?standard=${reviewedStandard}&verdict=met&limit=1`,
  );
  expect(items.length).toBeGreaterThan(0);

  await shownAt(tab, '/markers');
  await tab.getByText('What was learned marks').waitFor(wait);
  await assertSoundEverywhere(tab, 'markers');
  await tab.getByRole('link', { name: /^Thanked/ }).click();
  await tab.getByRole('button', { name: 'Go back to the cues …' }).click();
  await tab.getByRole('button', { name: 'Go back to the cues', exact: true }).click();
  await tab.getByText('The cues mark again, and what they said before is back.').waitFor(wait);
  expect(await missed()).toBe(met);
  await tab.getByRole('heading', { name: 'What stood when' }).waitFor(wait);
  await tab.getByText('took their place').waitFor(wait);
});
