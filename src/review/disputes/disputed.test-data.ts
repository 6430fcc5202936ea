// Test data: three calls of one rep at North Pier, marked, behind a server; and people who dispute, answer and look on.
import { expect } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringContacts, bringRecord } from '../../cli/serve/begun.test-data.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { OneContact } from '../../diagnosis/one-contact/one-contact.shape.ts';
import type { Grant } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-al,Al Pine,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,manager,south,,2025-06-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting\n\n1. Answer what was asked and no more.\n2. Lock the gate at nine.\n',
};
const call = (thing: string): string =>
  `Rep: Storage.\nCustomer: I need room for a ${thing}, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
const contacts = {
  ...Object.fromEntries(['piano', 'sofa', 'boat', 'desk'].map((one) => [`${one}.txt`, call(one)])),
  'facts.csv':
    'file,site,started at,rep\npiano.txt,north,2026-02-03T10:00:00Z,p-ann\nsofa.txt,north,2026-02-04T10:00:00Z,p-ann\nboat.txt,north,2026-02-05T10:00:00Z,p-ann\ndesk.txt,south,2026-02-05T10:00:00Z,p-cy\n',
};

export interface Disputed {
  readonly here: ServedHere;
  readonly asOwner: Ask;
  signedIn(name: string, grants: readonly Grant[], person?: string): Promise<Ask>;
  /** A failed mark on a contact that whoever asks sees. */
  missed(ask: Ask, nth?: number): Promise<{ mark: string; contact: string; standard: string }>;
}

/** The record and the calls, in and marked. */
export async function disputedHere(store: Store): Promise<Disputed> {
  const here = await serveHere(makeApp, store);
  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  await bringRecord(here, record);
  await bringContacts(here, contacts);
  await (await asOwner('POST', '/v1/diagnosis')).text();
  return {
    here,
    asOwner,
    signedIn: async (name, grants, person) => {
      const invited = {
        email: `${name.toLowerCase()}@x.example`,
        name: `${name} Marlowe`,
        grants,
        ...(person ? { person } : {}),
      };
      const { address } = (await (await asOwner('POST', '/v1/invitations', invited)).json()) as { address: string };
      const browser = newBrowser(here);
      const link = { token: address.split('#')[1], password: 'four geese under brass' };
      expect((await browser.ask('POST', '/v1/links/accept', link)).status).toBe(200);
      return async (method, path, body) => {
        const reply = await browser.ask(method, path, body);
        if (reply.status !== 401) return reply;
        // Days have passed: they sign in again.
        await browser.ask('POST', '/v1/sign-in', { email: invited.email, password: link.password });
        return browser.ask(method, path, body);
      };
    },
    missed: async (ask, nth = 0) => {
      const lines = (await (await asOwner('GET', '/v1/report/contacts')).text()).match(/"id":"(c[^"]+)"/g) ?? [];
      const found = [];
      for (const contact of lines.map((one) => one.slice(6, -1)).toSorted()) {
        const reply = await ask('GET', `/v1/contacts/${contact}`);
        if (reply.status !== 200) continue;
        const { marks } = (await reply.json()) as OneContact;
        const mark = marks.find((one) => one.verdict === 'failed' && one.kind === 'standard');
        if (mark) found.push({ mark: mark.id, contact, standard: mark.standard });
      }
      expect(found.length).toBeGreaterThan(nth);
      return found[nth]!;
    },
  };
}
