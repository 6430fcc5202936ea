// Contacts erased through the API on both databases: what is old enough, what somebody asked for, and what a legal hold keeps.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { verifyLedger } from '../../platform/ledger/verify-ledger.ts';

const actor = (orgId: string, role: Role): Actor => ({ orgId, id: 'cli', roles: [role] });
const owner = actor('harbor', 'owner');
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

// The store's clock stands at 2026-03-01.
const talk = (price: string) => `Hold please.;What would a small one cost me?;It is ${price} dollars.`;
const rows = [
  ['enquiry-2025-0001', 'Rep', '2025-06-01T10:00:00Z', 'north', 'C-1', 'ninety'],
  ['enquiry-2025-0002', 'Rep', '2025-07-01T10:00:00Z', 'north', 'C-2', 'eighty'],
  ['enquiry-2026-0003', 'Rep', '2026-02-10T10:00:00Z', 'north', 'C-1', 'seventy'],
  ['enquiry-2026-0004', 'Rep', '2026-02-11T10:00:00Z', 'south', 'C-3', 'sixty'],
] as const;
const table = [
  'Piece,Voice,Words,When,Where,Who',
  ...rows.flatMap(([id, , when, site, customer, price]) =>
    talk(price)
      .split(';')
      .map((words, index) => `${id},${index === 1 ? 'Customer' : 'Rep'},${words},${when},${site},${customer}`),
  ),
].join('\n');
const columns = JSON.stringify({
  Piece: 'contact',
  Voice: 'speaker',
  Words: 'text',
  When: 'time',
  Where: 'site',
  Who: 'customer',
});
const sites = 'id,name,time zone\nnorth,North,UTC\nsouth,South,UTC\n';

type Body = Record<string, unknown> | unknown[];

function api(store: Store, who = owner) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: Body | string) =>
    app.request(path, {
      method,
      ...(body === undefined
        ? {}
        : {
            body: typeof body === 'string' ? body : JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }),
    });
  const told = async <T>(method: string, path: string, body?: Body): Promise<T> =>
    (await (await ask(method, path, body)).json()) as T;
  return {
    ask,
    told,
    async bring(text = table): Promise<{ id: string; rejects: { expected: string }[] }> {
      const { id } = await told<{ id: string }>('POST', '/v1/imports', { label: 'test' });
      const query = new URLSearchParams({ name: 'calls.csv', columns, table: 'turns' });
      await (await ask('PUT', `/v1/imports/${id}/files?${query.toString()}`, text)).text();
      await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 99 });
      return { id, rejects: await told('GET', `/v1/imports/${id}/rejects`) };
    },
    async find(): Promise<void> {
      await (await ask('POST', '/v1/marking')).text();
      await (await ask('POST', '/v1/diagnosis')).text();
    },
    async erase(): Promise<{ contacts: number; of: number; held: number }[]> {
      const text = await (await ask('POST', '/v1/retention/erase')).text();
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as never);
    },
  };
}

/** How many rows each table holds, of the tables that hold any. */
async function counts(store: Store): Promise<Record<string, number>> {
  const names = ['contact', 'contact_key', 'contact_search', 'mark', 'marking', 'finding'];
  return store.inWork(owner, async ({ tx }) => {
    const found: Record<string, number> = {};
    for (const name of names) {
      const result = await tx.execute(sql.raw(`select count(*)::int as number from ${name}`));
      found[name] = (result as unknown as { rows: { number: number }[] }).rows[0]!.number;
    }
    return found;
  });
}

async function ids(store: Store): Promise<Record<string, string>> {
  return store.inWork(owner, async ({ tx }) => {
    const result = await tx.execute(sql.raw('select id, original_id from contact where latest'));
    const all = (result as unknown as { rows: { id: string; original_id: string }[] }).rows;
    return Object.fromEntries(all.map((row) => [row.original_id.slice(-4), row.id]));
  });
}

async function begun(open: () => Promise<Store>) {
  const store = await open();
  const used = api(store);
  const file = { name: 'sites.csv', base64: Buffer.from(sites).toString('base64') };
  await used.ask('POST', '/v1/record', { files: [file] });
  await used.bring();
  await used.find();
  return { store, used, contact: await ids(store) };
}

forEachDatabase((_name, open) => {
  it('keeps contacts for good until somebody says otherwise', async () => {
    const { store, used } = await begun(open);
    expect(await used.told('GET', '/v1/retention')).toMatchObject({ months: null, contacts: 4, erasures: [] });
    expect(await used.erase()).toEqual([{ contacts: 0, of: 0, held: 0 }]);
    expect((await counts(store))['contact']).toBe(4);
  });

  it('shows what would go, takes no more than was agreed to, and erases what is older with all that hangs on it', async () => {
    const { store, used } = await begun(open);
    const before = await counts(store);
    expect(before['finding']).toBeGreaterThan(0);
    expect(await used.told('GET', '/v1/retention/preview?months=6')).toEqual({
      before: '2025-09-01',
      contacts: 2,
      held: 0,
    });
    expect((await used.ask('PUT', '/v1/retention', { months: 6, erases: 1 })).status).toBe(409);
    expect((await used.ask('PUT', '/v1/retention', { months: 6, erases: 2 })).status).toBe(200);
    expect((await counts(store))['contact']).toBe(4);
    expect((await used.erase()).at(-1)).toEqual({ contacts: 2, of: 2, held: 0 });
    const after = await counts(store);
    for (const name of ['contact', 'contact_key', 'mark', 'marking', 'finding'])
      expect([name, after[name]]).toEqual([name, before[name]! / 2]);
    expect(await used.told('GET', '/v1/retention')).toMatchObject({
      contacts: 2,
      erasures: [{ why: 'retention', before: '2025-09-01', contacts: 2, held: 0 }],
    });
    const ledger = await store.inWork(owner, async (work) => verifyLedger(work));
    expect(ledger.wrong).toEqual([]);
  });

  it('leaves the counts by day, so that months and run charts say the same before and after', async () => {
    const { used } = await begun(open);
    type Seen = { months: { month: string; standard: string }[] };
    const { months } = await used.told<Seen>('GET', '/v1/report');
    const watch = await used.told<{ charts: unknown[] }>('GET', '/v1/watch');
    await used.ask('PUT', '/v1/retention', { months: 6, erases: 2 });
    await used.erase();
    const sorted = (rates: Seen['months']) => rates.map((one) => JSON.stringify(one)).toSorted();
    expect(months.some((one) => one.month === '2025-06')).toBe(true);
    expect(sorted((await used.told<Seen>('GET', '/v1/report')).months)).toEqual(sorted(months));
    expect((await used.told<{ charts: unknown[] }>('GET', '/v1/watch')).charts).toEqual(watch.charts);
  });

  it('what was erased is not brought back by an import, which says so', async () => {
    const { store, used } = await begun(open);
    await used.ask('PUT', '/v1/retention', { months: 6, erases: 2 });
    await used.erase();
    const { rejects } = await used.bring();
    expect(rejects.map((one) => one.expected)).toEqual(Array(2).fill('a contact that was not erased'));
    // Nor in another form of it.
    const { rejects: again } = await used.bring(table.replaceAll('Hold please', 'Please hold'));
    expect(again).toHaveLength(2);
    expect((await ids(store))['0001']).toBeUndefined();
  });

  it('what is under legal hold stays, whatever would erase it, until the hold is released', async () => {
    const { store, used, contact } = await begun(open);
    const hold = await used.told<{ id: string; holds: number }>('POST', '/v1/legal-holds', {
      about: 'contact',
      contact: contact['0001']!,
      says: 'A letter from their lawyer',
    });
    expect(hold.holds).toBe(1);
    await used.ask('PUT', '/v1/retention', { months: 6, erases: 1 });
    expect((await used.erase()).at(-1)).toEqual({ contacts: 1, of: 1, held: 1 });
    expect(Object.keys(await ids(store)).toSorted()).toEqual(['0001', '0003', '0004']);
    const refused = await used.ask('POST', '/v1/erasures', { contact: contact['0001']! });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      409,
      '/problems/legal-hold-stands',
    ]);
    expect((await used.ask('POST', '/v1/imports/last/undo', {})).status).toBe(409);
    expect(Object.keys(await ids(store))).toHaveLength(3);
    const counsel = api(store, actor('harbor', 'counsel'));
    expect(
      (await api(store, actor('harbor', 'hr')).ask('POST', `/v1/legal-holds/${hold.id}/release`, { says: 'over' }))
        .status,
    ).toBe(403);
    expect((await counsel.ask('POST', `/v1/legal-holds/${hold.id}/release`, { says: 'settled' })).status).toBe(200);
    expect((await used.ask('POST', `/v1/legal-holds/${hold.id}/release`, { says: 'settled' })).status).toBe(409);
    expect((await used.erase()).at(-1)).toMatchObject({ contacts: 1, held: 0 });
  });

  it('a hold by site and days, or by customer, holds contacts that come later too', async () => {
    const { store, used } = await begun(open);
    const holds = '/v1/legal-holds';
    expect((await used.ask('POST', holds, { about: 'site', site: 'norht', says: 'a claim' })).status).toBe(404);
    expect(
      await used.told('POST', holds, {
        about: 'site',
        site: 'north',
        from: '2025-06-01',
        to: '2025-06-20',
        says: 'a claim',
      }),
    ).toMatchObject({ holds: 1 });
    expect(await used.told('POST', holds, { about: 'customer', customer: 'c-3', says: 'a claim' })).toMatchObject({
      holds: 1,
    });
    expect(await used.told('POST', '/v1/erasures/preview', { customer: 'C-1' })).toEqual({ contacts: 1, held: 1 });
    expect((await used.ask('POST', '/v1/erasures', { customer: 'C-3' })).status).toBe(409);
    await used.bring(table.replaceAll('enquiry-', 'later-enquiry-').replaceAll('dollars', 'bucks'));
    expect(await used.told('POST', '/v1/erasures/preview', { customer: 'C-3' })).toEqual({ contacts: 0, held: 2 });
    expect((await counts(store))['contact']).toBe(8);
  });

  it('the database itself gives up nothing that is held, neither to a delete nor to a change of its words', async () => {
    const { store, used, contact } = await begun(open);
    await used.ask('POST', '/v1/legal-holds', { about: 'contact', contact: contact['0001']!, says: 'a claim' });
    const statements = [
      'delete from contact',
      `update contact set turns = '[]'`,
      `update contact set answers = '[{"question": "a", "answer": "b"}]'`,
      'delete from legal_hold',
      `update legal_hold set contact_id = 'another'`,
      `update legal_hold set says = 'nothing'`,
    ];
    for (const statement of statements)
      await expect(store.inWork(owner, async ({ tx }) => tx.execute(sql.raw(statement)))).rejects.toThrow(/42501/);
    // A contact's place may still be found out.
    await store.inWork(owner, async ({ tx }) => tx.execute(sql.raw(`update contact set site_id = 'south'`)));
  });

  it('erases one contact, or everything of one customer, on request', async () => {
    const { store, used, contact } = await begun(open);
    const one = await used.told('POST', '/v1/erasures', { contact: contact['0004']! });
    expect(one).toMatchObject({ why: 'contact', contacts: 1, held: 0 });
    expect(await used.told('POST', '/v1/erasures', { customer: ' c-1 ' })).toMatchObject({
      why: 'customer',
      contacts: 2,
    });
    expect(Object.keys(await ids(store))).toEqual(['0002']);
    expect((await used.ask('POST', '/v1/erasures', { customer: 'C-1' })).status).toBe(404);
    expect((await used.ask('GET', `/v1/contacts/${contact['0004']!}`)).status).toBe(404);
  });

  it('is counsel’s as it is the owner’s: for how long, what is due now, and what a customer asked for', async () => {
    const { store } = await begun(open);
    const counsel = api(store, actor('harbor', 'counsel'));
    expect(await counsel.told('POST', '/v1/erasures/preview', { customer: 'C-1' })).toEqual({ contacts: 2, held: 0 });
    await counsel.ask('POST', '/v1/legal-holds', { about: 'site', site: 'north', to: '2025-06-20', says: 'a claim' });
    expect(await counsel.told('POST', '/v1/erasures', { customer: 'C-1' })).toMatchObject({ contacts: 1, held: 1 });
    expect((await counsel.ask('PUT', '/v1/retention', { months: 6, erases: 1 })).status).toBe(200);
    expect((await counsel.erase()).at(-1)).toEqual({ contacts: 1, of: 1, held: 1 });
    expect(await counsel.told('GET', '/v1/retention')).toMatchObject({ months: 6, contacts: 2, setBy: 'cli' });
    expect(Object.keys(await ids(store)).toSorted()).toEqual(['0001', '0004']);
  });

  it('is for owners and counsel of the own organisation; auditors look on', async () => {
    const { store } = await begun(open);
    for (const role of ['district-manager', 'manager', 'rep', 'auditor'] as const) {
      const used = api(store, actor('harbor', role));
      expect([role, (await used.ask('PUT', '/v1/retention', { months: null })).status]).toEqual([role, 403]);
      expect([role, (await used.ask('POST', '/v1/erasures', { customer: 'C-1' })).status]).toEqual([role, 403]);
    }
    expect((await api(store, actor('harbor', 'auditor')).ask('GET', '/v1/retention')).status).toBe(200);
    expect((await api(store, actor('rival', 'owner')).ask('POST', '/v1/erasures', { customer: 'C-1' })).status).toBe(
      404,
    );
    expect((await counts(store))['contact']).toBe(4);
  });

  it('a letter that quotes what is erased stays, without the citation and the quoted words', async () => {
    const { store, used, contact } = await begun(open);
    const [mark] = await store.inWork(owner, async ({ tx }) => {
      const found = await tx.execute(sql`select id from mark where contact_id = ${contact['0003']!} limit 1`);
      return (found as unknown as { rows: { id: string }[] }).rows;
    });
    const wrong = 'One heard: “It is seventy dollars.” That is all they hear.';
    const sent = await used.told<{ id: string }>('POST', '/v1/letters', { wrong, cites: [mark!.id] });
    expect((await used.ask('POST', '/v1/erasures', { contact: contact['0003']! })).status).toBe(201);
    expect(await used.told('GET', `/v1/letters/${sent.id}`)).toMatchObject({
      wrong: 'One heard: “…” That is all they hear.',
      cites: [],
    });
  });

  it('knows every table that names a contact or a mark', async () => {
    const store = await open();
    const named = await store.asOwner(async (session) =>
      session.query(
        `select distinct c.table_name::text as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
         where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name ~ '^(contact|mark|about_mark|key|customer)_?(id|hash|mark)?$'`,
      ),
    );
    // A table that comes here: let src/settings/erasing/erase-some.use.ts forget it, or say why it holds nothing of a contact.
    const forgotten = [
      'contact',
      'contact_key',
      'contact_fact',
      'contact_search',
      'contact_worth',
      'mark',
      'marking',
      'mark_answer',
      'past_mark',
      'finding',
      'letter_citation',
      'letter_draft',
      'replaced_row',
    ];
    // The last goes by its own trigger, with the files that quote the contact.
    forgotten.push('bundle_contact');
    forgotten.push('coaching_note', 'pinned_moment');
    forgotten.push('dispute', 'overturned_mark');
    forgotten.push('marker_taught');
    forgotten.push('review_task', 'review_mark', 'review_blind', 'review_frame');
    forgotten.push('calibration_comment', 'calibration_contact', 'calibration_key', 'model_mark');
    const holdNothing = ['erased_contact', 'erased_key', 'legal_hold', 'kept_answer', 'sealed_row'];
    expect(named.map((row) => String(row['name'])).toSorted()).toEqual([...forgotten, ...holdNothing].toSorted());
  });
});
