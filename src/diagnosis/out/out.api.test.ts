// Contacts that leave, on both databases: a vCon reads back as the same words, tables hold words and never a formula, and
// nobody takes out what is not theirs to see.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsApi } from '../../contacts/imports.api.ts';
import { readVcon } from '../../contacts/readers/vcon.ts';
import type { Actor } from '../../kernel/actor.ts';
import { indexContacts } from '../../marking/search/index-contacts.job.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { readLines } from '../../platform/http/lines.ts';
import { csvLine } from '../../kernel/csv-line.ts';
import { oneContactApi } from '../one-contact/one-contact.api.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';
import { outApi } from './out.api.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

function apiOf(store: Store, actor: Actor): Api {
  const api = newApi();
  const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
  for (const routes of [importsApi, oneContactApi, outApi]) api.route('/', routes(context));
  return api;
}

const calls = {
  'a.txt':
    'Rep: Harbor Storage, how can I help?\nCustomer: =HYPERLINK("http://x","y") is what my sheet says.\nRep: Bye.',
  'b.txt': 'Rep: Harbor Storage.\nCustomer: Is the gate open on Sunday?\nRep: No.',
};

async function brought(
  store: Store,
): Promise<{ ask: (path: string, actor?: Actor) => Promise<Response>; ids: string[] }> {
  const api = apiOf(store, owner);
  const json = { 'content-type': 'application/json' };
  const begun = await api.request('/v1/imports', { method: 'POST', body: '{"label":"x"}', headers: json });
  const { id } = (await begun.json()) as { id: string };
  for (const [name, body] of Object.entries(calls))
    for await (const _line of readLines(
      await api.request(`/v1/imports/${id}/files?name=${name}`, { method: 'PUT', body }),
    ));
  await api.request(`/v1/imports/${id}/finish`, { method: 'POST', body: '{"counts":{},"rejects":0}', headers: json });
  for await (const _done of indexContacts(store, owner));
  const rows = (await store.inWork(owner, async ({ tx }) =>
    tx.execute('select id from contact order by id'),
  )) as unknown;
  return {
    ask: async (path, actor = owner) => apiOf(store, actor).request(path),
    ids: (rows as { rows: { id: string }[] }).rows.map((row) => row.id),
  };
}

forEachDatabase((_name, open) => {
  it('a vCon reads back as the same words by the same speakers', async () => {
    const { ask, ids } = await brought(await open());
    for (const id of ids) {
      const contact = (await (await ask(`/v1/contacts/${id}`)).json()) as OneContact;
      const reply = await ask(`/v1/contacts/${id}/vcon`);
      expect(reply.headers.get('content-type')).toBe('application/vcon+json');
      const vcon = (await reply.json()) as Parameters<typeof readVcon>[0];
      expect(vcon['uuid']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const read = readVcon(vcon, 'x');
      const turns = read && 'found' in read ? read.found.turns : [];
      expect(turns.map((turn) => [turn.speaker, turn.text])).toEqual(
        contact.turns.map((turn) => [turn.speaker, turn.text]),
      );
    }
  });

  it('takes out all that a query finds', async () => {
    const { ask } = await brought(await open());
    const lines = (await (await ask('/v1/vcons')).text()).trim().split('\n');
    expect(lines).toHaveLength(2);
    expect((await (await ask('/v1/vcons?words=gate')).text()).trim().split('\n')).toHaveLength(1);
    const csv = await ask('/v1/downloads/contacts?words=gate');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"');
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(2);
    const book = await ask('/v1/downloads/contacts?form=xlsx');
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await ask('/v1/downloads/secrets')).status).toBe(400);
  });

  it('gives nothing to another organisation, nor to who may not read contacts', async () => {
    const { ask, ids } = await brought(await open());
    const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
    const shopper: Actor = { orgId: 'harbor', id: 's', roles: ['shopper'] };
    expect((await ask(`/v1/contacts/${ids[0]}/vcon`, rival)).status).toBe(404);
    expect((await ask(`/v1/contacts/${ids[0]}`, rival)).status).toBe(404);
    expect(await (await ask('/v1/vcons', rival)).text()).toBe('');
    for (const path of ['/v1/vcons', '/v1/downloads/marks', `/v1/contacts/${ids[0]}/vcon`])
      expect([path, (await ask(path, shopper)).status]).toEqual([path, 403]);
  });
});

it.each(['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', '\r=1', '\u0001=1'])(
  '%j is never a formula in a table',
  (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  },
);
