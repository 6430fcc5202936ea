// A dispute on an instruction, from a phone: whoever served says which clause they followed, a reviewer upholds it, and the finding
// moves from the person to the policy. And one on the words: not upheld, taken further, and struck by somebody else.
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Grant } from '../../src/kernel/actor.ts';
import { openBrowser } from '../browser.ts';
import { newServer, type NewServer } from '../served.ts';
import { assertSound, assertSoundEverywhere, openedAt } from '../web.ts';
import { callsInOrder, missed, recordInOrder } from './all-in-order.ts';

let browser: Browser;
let server: NewServer;
let owner: BrowserContext;
let ann: BrowserContext;
let rae: BrowserContext;
let contacts: readonly string[];
const trouble: string[] = [];

interface Contact {
  readonly marks: readonly { readonly id: string; readonly standard: string; readonly verdict: string }[];
  readonly failures: readonly { readonly mark: string; readonly leading: readonly string[] }[];
}

beforeAll(async () => {
  browser = await openBrowser();
  server = await newServer();
  owner = await inBrowser(1280);
  const password = 'lanterns over cold gravel';
  const dana = { name: 'Dana Reed', email: 'dana@bay.example', password };
  await asked(owner, 'POST', '/v1/set-up', { token: server.token, ...dana, organisation: { name: 'Bay Storage' } });
  const files = Object.entries(recordInOrder).map(([name, text]) => ({
    name,
    base64: Buffer.from(text).toString('base64'),
  }));
  const { rejects } = await asked<{ rejects: unknown[] }>(owner, 'POST', '/v1/record', { files });
  expect(rejects).toEqual([]);
  const { id } = await asked<{ id: string }>(owner, 'POST', '/v1/imports', { label: 'March' });
  await asked(owner, 'PUT', `/v1/imports/${id}/files?name=calls.csv`, callsInOrder);
  await asked(owner, 'POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
  await asked(owner, 'POST', '/v1/marking');
  await asked(owner, 'POST', '/v1/diagnosis');
  ann = await invited('Ann Marlow', [{ role: 'rep', sites: ['bay'] }], 'p-1', 390);
  rae = await invited('Rae Lund', [{ role: 'reviewer', sites: null }]);
  await vi.waitFor(
    async () => {
      contacts = await contactsOf(ann);
      expect(contacts.length).toBeGreaterThan(2);
    },
    { timeout: 60_000, interval: 500 },
  );
}, 240_000);
afterAll(async () => {
  expect(trouble).toEqual([]);
  await browser.close();
  await server.end();
});

async function inBrowser(width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: server.address, viewport: { width, height: 844 } });
  context.on('weberror', (error) => trouble.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  return context;
}

async function asked<Reply>({ request }: BrowserContext, method: string, path: string, data?: unknown): Promise<Reply> {
  const headers = { origin: server.address, 'idempotency-key': randomUUID() };
  const reply = await request.fetch(path, { method, headers, ...(data === undefined ? {} : { data }) });
  const text = await reply.text();
  expect([path, reply.ok() ? 'well' : text]).toEqual([path, 'well']);
  return (text.startsWith('{') && !text.includes('\n') ? JSON.parse(text) : undefined) as Reply;
}

async function invited(name: string, grants: readonly Grant[], person?: string, width = 1280): Promise<BrowserContext> {
  const email = `${name.split(' ')[0]!.toLowerCase()}@bay.example`;
  const body = { email, name, grants, ...(person ? { person } : {}) };
  const { address } = await asked<{ address: string }>(owner, 'POST', '/v1/invitations', body);
  const context = await inBrowser(width);
  await asked(context, 'POST', '/v1/links/accept', {
    token: address.split('#')[1],
    password: 'four geese under brass',
  });
  return context;
}

const contactsOf = async (context: BrowserContext): Promise<string[]> => {
  const { items } = await asked<{ items: { id: string }[] }>(context, 'GET', '/v1/contacts?limit=10');
  return items.map((one) => one.id);
};
/** Where the finding of what was missed in a contact leads. */
const leading = async (contact: string): Promise<readonly string[] | undefined> => {
  const { failures } = await asked<Contact>(owner, 'GET', `/v1/contacts/${contact}`);
  return failures[0]?.leading;
};
const markIn = async (contact: string): Promise<string> => {
  const { marks } = await asked<Contact>(ann, 'GET', `/v1/contacts/${contact}`);
  return marks.find((one) => one.standard === missed && one.verdict === 'failed')!.id;
};

it('an instruction, disputed on a phone and upheld, moves the finding from the person to the policy', async () => {
  const contact = contacts[0]!;
  expect(await leading(contact)).toEqual(['personnel']);
  const phone = await openedAt(ann, `/contacts/${contact}?mark=${await markIn(contact)}`);
  await phone.getByRole('link', { name: 'That’s not what happened' }).first().click({ timeout: 60_000 });
  await phone.getByLabel('I followed the instruction', { exact: true }).check({ timeout: 60_000 });
  await phone.getByRole('combobox', { name: 'Which clause or step' }).fill('first sentence');
  await phone.getByRole('option', { name: /^Quoting prices, clause 1/ }).click();
  await phone.getByText('Quoting prices, version 1').waitFor();
  await phone.getByLabel('What you were told, and why you did it so').fill('The rule says price first, so I do.');
  await assertSoundEverywhere(phone, 'dispute-new');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.getByRole('button', { name: 'Dispute this mark' }).click();
  await phone.getByText(/^Waits for a reviewer until .*, 5 working days left$/).waitFor({ timeout: 60_000 });
  await assertSound(phone, 'dispute-own-phone');

  const desk = await openedAt(rae, '/');
  const waiting = desk.getByRole('region', { name: '1 disputed mark waits for your answer' });
  await waiting.getByRole('link', { name: 'Need before price' }).click({ timeout: 60_000 });
  await desk
    .getByText('Say the price in the first sentence, so that nobody waits for it.')
    .waitFor({ timeout: 60_000 });
  expect(await desk.getByText('Ann').count()).toBe(0);
  await assertSoundEverywhere(desk, 'dispute-to-answer');
  await desk.setViewportSize({ width: 1280, height: 900 });
  await desk.getByLabel('Uphold it', { exact: true }).check();
  await desk.getByLabel('The reason').fill('Clause 1 held that day and says just this.');
  await desk.getByRole('button', { name: 'Give this answer' }).click();
  await desk.getByRole('button', { name: 'Yes, give this answer' }).click();
  await desk.getByText('Upheld: the instruction counts').waitFor({ timeout: 60_000 });

  // The server finds the causes anew by itself.
  await expect.poll(async () => leading(contact), { timeout: 100_000, interval: 500 }).toEqual(['policy']);
  expect(await leading(contacts[1]!)).toEqual(['personnel']);
  await phone.reload();
  await phone.getByText('Clause 1 held that day and says just this.').first().waitFor({ timeout: 60_000 });
  const told = await openedAt(owner, `/contacts/${contact}?mark=${await markIn(contact)}`);
  await told.getByText('An instruction was followed: the mark stays, and its cause is read with it.').waitFor();
  await told.getByText('The questions that were asked').click();
  await told.getByText(/The person followed clause 1 of "Quoting prices", version 1/).waitFor();
  await assertSound(told, 'contact-instruction-followed');
}, 240_000);

it('words that were taken wrongly: not upheld, taken further once, and struck by somebody else', async () => {
  const contact = contacts[1]!;
  const mark = await markIn(contact);
  const phone = await openedAt(ann, `/disputes/new?mark=${mark}`);
  await phone.getByLabel('The words were taken wrongly', { exact: true }).check({ timeout: 60_000 });
  await phone.getByLabel('In your own words').fill('She had told me before she was put through to me.');
  await phone.getByRole('button', { name: 'Dispute this mark' }).click();
  await phone.getByText(/^Waits for a reviewer/).waitFor({ timeout: 60_000 });
  const id = new URL(phone.url()).pathname.split('/').at(-1)!;
  await asked(rae, 'POST', `/v1/disputes/${id}/answer`, { answer: 'not-upheld', says: 'I hear no question.' });
  await phone.reload();
  await phone.getByText('I hear no question.').first().waitFor({ timeout: 60_000 });
  await phone.getByLabel('What should be looked at again').fill('What came before the transfer.');
  await assertSound(phone, 'dispute-second-round-phone');
  await phone.getByRole('button', { name: 'Ask somebody else' }).click();
  await phone.getByText(/^For a second time it waits for Dana Reed/).waitFor({ timeout: 60_000 });

  const desk = await openedAt(owner, '/disputes');
  await desk.getByRole('link', { name: 'Need before price' }).first().click({ timeout: 60_000 });
  await desk.getByLabel('Uphold it', { exact: true }).check({ timeout: 60_000 });
  await desk.getByLabel('The reason').fill('The other half of the call says so.');
  await desk.getByRole('button', { name: 'Give this answer' }).click();
  await desk.getByRole('button', { name: 'Yes, give this answer' }).click();
  await desk.getByText('Upheld: the mark counts no more').waitFor({ timeout: 60_000 });
  await expect.poll(async () => leading(contact), { timeout: 100_000, interval: 500 }).toBeUndefined();
  await phone.goto(`/contacts/${contact}?mark=${mark}`);
  await phone.getByText('Struck after it was disputed: it counts no more.').waitFor({ timeout: 60_000 });
  await assertSound(phone, 'contact-struck-phone');
  await desk.goto('/disputes?show=all');
  await desk.getByText('2 disputes, 0 open.').waitFor({ timeout: 60_000 });
  await assertSoundEverywhere(desk, 'disputes');
}, 240_000);
