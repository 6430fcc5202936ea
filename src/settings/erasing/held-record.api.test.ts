// A legal hold on a document, a letter, a person or a site keeps rows of the record too: nobody takes one out, nothing erases the contacts
// that a held letter cites, and the database gives none of them up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North,UTC\nsouth,South,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-ann,Ann Marlow,rep,north,,2025-01-01\np-bo,Bo Lind,rep,south,,2025-01-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting\n\n1. The rep says the price.\n',
};
const calls = [
  'contact,speaker,text,time,site,rep',
  ...['0001,p-ann,north', '0002,p-bo,south'].flatMap((one, n) => {
    const [id = '', rep = '', site = ''] = one.split(',');
    const said = ['Rep|Hold please.', `Customer|What would unit ${n} cost?`, 'Rep|It is ninety dollars.'];
    return said.map((turn) => `call-2025-${id},${turn.replace('|', ',')},2025-06-0${n + 1}T10:00:00Z,${site},${rep}`);
  }),
].join('\n');

forEachDatabase((_name, open) => {
  let store: Store;
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    makeApp({ store, actorOf: () => owner, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' }).request(
      path,
      {
        method,
        ...(body === undefined
          ? {}
          : {
              body: typeof body === 'string' ? body : JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            }),
      },
    );
  const told = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const reply = await ask(method, path, body);
    expect([path, reply.ok, await reply.clone().text()]).toEqual([path, true, expect.any(String)]);
    return (await reply.json()) as T;
  };
  const slug = async (reply: Response): Promise<string> =>
    reply.ok ? 'done' : ((await reply.json()) as { type: string }).type.split('/').at(-1)!;
  type Hold = { id: string; holds: number; rows: number };
  const place = async (on: object): Promise<Hold> => told('POST', '/v1/legal-holds', { ...on, says: 'a claim' });
  const queried = async (statement: SQL): Promise<{ id: string }[]> => {
    const found = await store.inWork(owner, async ({ tx }) => tx.execute(statement));
    return (found as unknown as { rows: { id: string }[] }).rows;
  };
  const ids = async (): Promise<string[]> => {
    const rows = await queried(sql`select id from contact where latest order by original_id`);
    return rows.map(({ id }) => id);
  };
  const takeOut = async (): Promise<string> => {
    const { items } = await told<{ items: { key: string }[] }>('GET', '/v1/record/entries?kind=acknowledgements');
    const [{ key }] = items as [{ key: string }];
    const { digest } = await told<{ digest: string }>(
      'GET',
      `/v1/record/entries/acknowledgements/${encodeURIComponent(key)}`,
    );
    return slug(await ask('POST', '/v1/record/rows/take-out', { kind: 'acknowledgements', key, digest }));
  };

  beforeEach(async () => {
    store = await open();
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    expect(await told('POST', '/v1/record', { files })).toMatchObject({ rejects: [] });
    const cells = {
      person: 'p-ann',
      kind: 'policy',
      document: 'quotes',
      version: '1',
      on: '2025-02-01',
      answer: 'understood',
    };
    await told('POST', '/v1/record/rows', { kind: 'acknowledgements', cells });
    const { id } = await told<{ id: string }>('POST', '/v1/imports', { label: 'test' });
    await (await ask('PUT', `/v1/imports/${id}/files?name=calls.csv`, calls)).text();
    await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 99 });
    await (await ask('POST', '/v1/marking')).text();
  });

  it('keeps an answer to a held document, of a held person, and of whoever was posted at a held site', async () => {
    for (const on of [
      { about: 'document', kind: 'policy', document: 'quotes' },
      { about: 'person', person: 'p-ann' },
      { about: 'site', site: 'north', from: '2025-06-01', to: '2025-06-20' },
    ]) {
      const hold = await place(on);
      if (on.about !== 'site') expect(hold.rows).toBeGreaterThan(1);
      expect([on.about, await takeOut()]).toEqual([on.about, 'legal-hold-stands']);
      for (const statement of [`delete from acknowledgement`, `delete from person`])
        if (statement.includes('ack') || on.about === 'person')
          await expect(store.inWork(owner, async ({ tx }) => tx.execute(sql.raw(statement)))).rejects.toThrow(/LH001/);
      await told('POST', `/v1/legal-holds/${hold.id}/release`, { says: 'settled' });
    }
    const elsewhere = await place({ about: 'site', site: 'south' });
    expect(elsewhere.rows).toBe(0);
    expect(await takeOut()).toBe('done');
  });

  it('keeps a held letter’s words and the contacts that it cites, and the contacts that a held person served', async () => {
    const [one = '', two = ''] = await ids();
    const [mark] = await queried(sql`select id from mark where contact_id = ${one} limit 1`);
    await told('POST', '/v1/letters', { wrong: 'They heard “It is ninety dollars.”', cites: [mark!.id] });
    const hold = await place({ about: 'letter', letter: '1' });
    expect(hold).toMatchObject({ holds: 1, rows: 2 });
    expect(await slug(await ask('POST', '/v1/erasures', { contact: one }))).toBe('legal-hold-stands');
    for (const statement of [
      `update letter set wrong = 'Nothing.'`,
      'delete from letter_citation',
      `delete from contact where id = '${one}'`,
    ])
      await expect(store.inWork(owner, async ({ tx }) => tx.execute(sql.raw(statement)))).rejects.toThrow(
        /LH001|42501/,
      );
    await told('POST', `/v1/legal-holds/${hold.id}/release`, { says: 'settled' });
    expect(await place({ about: 'person', person: 'p-bo' })).toMatchObject({ holds: 1 });
    await ask('PUT', '/v1/retention', { months: 3, erases: 1 });
    await (await ask('POST', '/v1/retention/erase')).text();
    expect(await ids()).toEqual([two]);
  });

  it('what names nothing is refused, and the list says what each holds', async () => {
    for (const on of [
      { about: 'document', kind: 'procedure', document: 'quotes' },
      { about: 'letter', letter: '77' },
      { about: 'person', person: 'p-nobody' },
    ])
      expect(await slug(await ask('POST', '/v1/legal-holds', { ...on, says: 'a claim' }))).toBe(
        'legal-hold-names-nothing',
      );
    await place({ about: 'document', kind: 'policy', document: 'quotes' });
    const { holds } = await told<{ holds: object[] }>('GET', '/v1/legal-holds');
    expect(holds).toMatchObject([{ about: 'document', kind: 'policy', document: 'quotes', rows: 2 }]);
  });
});
