// Whoever knows the id of a thing of another organisation gets nothing by it: every route that takes an id, asked for
// everything that there is by the owner of another one. Nothing comes out, and not a row changes.
import { expect, it } from 'vitest';
import { routeLines } from '../../../auth/routes.core.ts';
import { everyRole } from '../../../kernel/actor.ts';
import { forEachDatabase } from '../../../platform/db/databases.ts';
import type { Store } from '../../../platform/db/open.ts';
import { makeApp } from '../../../app.ts';
import { newBrowser } from '../browser.test-data.ts';
import { own, serveHere, terminalToken, type ServedHere } from '../served.test-data.ts';

const record = {
  'sites.csv': 'id,name,time zone\nsouth,Zanzibar Yard,UTC\n',
  'people.csv': 'id,name\np-cy,Cyprian Voss\n',
  'posts.csv': 'person,site,role,from\np-cy,south,rep,2026-01-01\n',
};
const call =
  'Rep: Storage.\nCustomer: I need room for a stuffed zebra, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh.\nRep: Bye.';
/** What nobody of elsewhere may come to see. */
const ofHarbor = /zebra|Zanzibar|Cyprian|p-cy|dana@|Dana Reed|harbor-secret/;

/** What routes that write are sent, so that the id is what they come to; any other gets an empty body. */
const bodies: Readonly<Record<string, unknown>> = {
  'PUT /v1/standards/{id}': { written: null, began: 'none' },
  'PUT /v1/standards/{id}/kept': { kept: true },
  'PUT /v1/imports/{id}/files': 'Rep: Hello.',
  'POST /v1/imports/{id}/finish': { counts: {}, rejects: 0 },
  'POST /v1/members/{id}/grants': { grants: [{ role: 'owner', sites: null }] },
};

/** Harbor with one of everything that has an id. Returns the ids. */
async function fill(here: ServedHere, store: Store): Promise<string[]> {
  const write = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const reply = await here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
    expect([path, reply.ok]).toEqual([path, true]);
    const text = await reply.text();
    return text.startsWith('{') && !text.includes('\n') ? (JSON.parse(text) as Record<string, unknown>) : {};
  };
  const dana = newBrowser(here);
  const setUp = { token: terminalToken, organisation: { name: 'Harbor' }, name: 'Dana Reed', email: 'dana@x.example' };
  expect((await dana.ask('POST', '/v1/set-up', { ...setUp, password: 'lanterns over cold gravel' })).ok).toBe(true);
  const files = Object.entries(record).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
  await write('POST', '/v1/record', { files });
  const { id } = await write('POST', '/v1/imports', { label: 'harbor-secret' });
  await write('PUT', `/v1/imports/${String(id)}/files?name=zebra.txt`, call);
  await write('POST', `/v1/imports/${String(id)}/finish`, { counts: {}, rejects: 0 });
  for (const path of ['/v1/marking', '/v1/diagnosis']) await write('POST', path);
  await write('POST', '/v1/webhooks', { url: 'https://example.com/harbor-secret' });
  await write('POST', '/v1/tokens', { says: 'harbor-secret', roles: ['auditor'] });
  await write('POST', '/v1/jobs', { work: 'diagnosis' });
  await write('POST', '/v1/invitations', {
    email: 'dana@y.example',
    name: 'Dana Reed',
    grants: [{ role: 'reviewer', sites: null }],
  });
  await dana.ask('POST', '/v1/views', { name: 'harbor-secret', of: 'contacts', query: {} });
  // What goes on by itself after a write is over before anything is compared.
  await expect
    .poll(
      async () =>
        store.asOwner(async (session) =>
          session.query(`select id from job where org_id = 'harbor' and state in ('waiting', 'running')`),
        ),
      { timeout: 60_000, interval: 100 },
    )
    .toEqual([]);
  return store.asOwner(async (session) => {
    const found: string[] = ['south', 'p-cy', 'organisation.yaml'];
    for (const table of await ownTables(session)) {
      // One of each is enough; marks, findings and the like are many.
      const [row] = await session.query(
        `select t::text as row, to_jsonb(t) as all from ${table} t where org_id = 'harbor'`,
      );
      const all = (row?.['all'] ?? {}) as Record<string, unknown>;
      for (const name of ['id', 'key']) if (typeof all[name] === 'string') found.push(all[name]);
    }
    return [...new Set(found)];
  });
}

type Session = Parameters<Parameters<Store['asOwner']>[0]>[0];

async function ownTables(session: Session): Promise<string[]> {
  const rows = await session.query(
    `select table_name as name from information_schema.columns c join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and column_name = 'org_id' and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map((row) => String(row['name']));
}

/** Every table's rows of Harbor, as a digest each. */
async function rowsOfHarbor(store: Store): Promise<Record<string, unknown>> {
  return store.asOwner(async (session) => {
    const found: Record<string, unknown> = {};
    for (const table of await ownTables(session)) {
      const [row] = await session.query(
        `select count(*)::text || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all
          from ${table} t where org_id = 'harbor'`,
      );
      found[table] = row?.['all'];
    }
    return found;
  });
}

forEachDatabase((_name, open) => {
  it('no route with an id gives, or does, anything to the owner of another organisation', async () => {
    const store = await open();
    const here = await serveHere(makeApp, store);
    const ids = await fill(here, store);
    expect(ids.length).toBeGreaterThan(12);
    const stranger = await here.token({ roles: everyRole }, 'elsewhere');
    // A standard's id is a name in packs that ship, which are everybody's: what is done by it is one's own.
    const everybodys = / \/v1\/standards\//;
    const before = await rowsOfHarbor(store);
    const wrong: unknown[] = [];
    for (const { route } of routeLines.filter((one) => one.route.includes('{') && !everybodys.test(one.route))) {
      const [method = '', path = ''] = route.split(' ');
      for (const id of ids) {
        const told = `${path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(id))}${path.endsWith('/files') ? '?name=a.txt' : ''}`;
        const body = method === 'GET' ? undefined : (bodies[route] ?? {});
        const reply = await here.ask(method, told, { token: stranger, body });
        const text = (await reply.text()).replaceAll(/"instance":"[^"]*"/g, '');
        // A list with nothing in it, of something that there isn't, gives nothing away.
        const opened = reply.ok && !text.includes('"kind":"problem"') && !/^(\{"items":)?\[\]\}?$/.test(text);
        // What stands in the address may be said back; what stands behind it may not.
        const seen = ofHarbor.exec(text.replaceAll(id, ''))?.[0];
        if (opened || seen !== undefined || reply.status >= 500) wrong.push([route, id, reply.status, seen]);
      }
    }
    expect(wrong).toEqual([]);
    expect(await rowsOfHarbor(store)).toEqual(before);
  }, 240_000);
});
