// What many API tests begin with: a record and contacts brought in as an owner does it, and people who were invited and came.
import { expect } from 'vitest';
import type { Grant } from '../../kernel/actor.ts';
import { newBrowser, type TestBrowser } from './browser.test-data.ts';
import { own, type ServedHere } from './served.test-data.ts';

export type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

/** A folder of files, by their names. */
export type FilesByName = Readonly<Record<string, string>>;

/** With the server's own token, which is an owner's. */
export async function askAsOwner(here: ServedHere, ...[method, path, body]: Parameters<Ask>): Promise<Response> {
  return here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
}

/** Every row of it goes in, or the test fails. */
export async function bringRecord(here: ServedHere, record: FilesByName): Promise<void> {
  const files = Object.entries(record).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
  const reply = await askAsOwner(here, 'POST', '/v1/record', { files });
  expect(((await reply.json()) as { rejects: unknown[] }).rejects).toEqual([]);
}

/** Brought in and marked. */
export async function bringContacts(here: ServedHere, contacts: FilesByName): Promise<void> {
  const begun = await askAsOwner(here, 'POST', '/v1/imports', { label: 'calls' });
  const { id } = (await begun.json()) as { id: string };
  for (const [name, text] of Object.entries(contacts))
    await (await askAsOwner(here, 'PUT', `/v1/imports/${id}/files?name=${name}`, text)).text();
  await askAsOwner(here, 'POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
  await (await askAsOwner(here, 'POST', '/v1/marking')).text();
}

/** Somebody on record who was invited, took the invitation and is signed in. */
export async function signInAs(here: ServedHere, person: string, grants: readonly Grant[]): Promise<TestBrowser> {
  const invited = { email: `${person}@x.example`, name: 'X', person, grants };
  const reply = await askAsOwner(here, 'POST', '/v1/invitations', invited);
  const { address } = (await reply.json()) as { address: string };
  const browser = newBrowser(here);
  const link = { token: address.split('#')[1], password: 'four geese under brass' };
  expect((await browser.ask('POST', '/v1/links/accept', link)).status).toBe(200);
  return browser;
}
