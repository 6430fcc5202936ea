// Letters through a server on both databases: sent, joined, answered, looked at, signed, escalated by silence and by appeal; a flag
// that grows; and a shielded letter, whose writer stands in no row, line, log or reply.
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { storedTables } from '../../platform/db/stored-tables.ts';
import type { ClaimedLetter, LetterOnWire, LettersOnWire } from './letters.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,north,p-bo,2025-06-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\nowner: p-bo\n---\n# Quoting\n\n1. Never say a price by telephone.\nobstructs: enquiry.full-cost-told\n',
};
const wrong = 'We may not say a price by telephone. Callers hang up.';
const why = 'They ask elsewhere and rent there.';
const solution = 'Say the price, with fees, and ask to rent.';

type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let clock: string;
  beforeEach(async () => {
    // A Monday.
    clock = '2026-03-02T12:00:00.000Z';
    store = await open({ now: () => new Date(clock) });
    here = await serveHere(makeApp, store);
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    const reply = await here.ask('POST', '/v1/record', { token: own, body: { files } });
    expect(((await reply.json()) as { rejects: unknown[] }).rejects).toEqual([]);
  });

  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, grants: readonly Grant[], person?: string): Promise<Ask> => {
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
      // Weeks have passed: they sign in again.
      await browser.ask('POST', '/v1/sign-in', { email: invited.email, password: link.password });
      return browser.ask(method, path, body);
    };
  };
  const ann = async () => signedIn('Ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
  const bo = async () => signedIn('Bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
  const dee = async () => signedIn('Dee', [{ role: 'district-manager', sites: ['north', 'south'] }]);
  const eve = async () => signedIn('Eve', [{ role: 'owner', sites: null }]);
  const send = async (ask: Ask, more: object = {}): Promise<string> => {
    const reply = await ask('POST', '/v1/letters', { wrong, why, solution, ...more });
    expect([reply.status, await reply.clone().text()]).toEqual([201, expect.any(String)]);
    return ((await reply.json()) as { id: string }).id;
  };
  const read = async (ask: Ask, id: string): Promise<LetterOnWire> =>
    (await (await ask('GET', `/v1/letters/${id}`)).json()) as LetterOnWire;
  const list = async (ask: Ask, query = ''): Promise<LettersOnWire> =>
    (await (await ask('GET', `/v1/letters${query}`)).json()) as LettersOnWire;
  const slug = async (reply: Response): Promise<string> =>
    ((await reply.json()) as { type: string }).type.split('/').at(-1)!;
  const about = { kind: 'policy', document: 'quotes', part: '1' };

  it('goes to who owns the document, with a number and ten working days, and everybody reads it', async () => {
    const [a, b, c] = [await ann(), await bo(), await dee()];
    const id = await send(a, { about, site: 'north' });
    expect(await read(c, id)).toMatchObject({
      number: 1,
      headline: 'We may not say a price by telephone.',
      writer: 'Ann Marlowe',
      waitsFor: 'Bo Marlowe',
      due: '2026-03-16',
      daysLeft: 10,
      state: 'open',
      can: ['join'],
    });
    expect((await read(b, id)).can).toEqual(['answer', 'say', 'join']);
    expect(await list(b)).toMatchObject({ forYou: 1, open: 1, overdue: 0 });
    expect((await list(b, '?which=for-me')).letters.map((one) => one.id)).toEqual([id]);
    expect((await list(a, '?which=mine')).letters).toHaveLength(1);
    const waiting = await (await asOwner('GET', '/v1/mail/outbox')).text();
    expect(waiting).toContain('Letter 1 waits for you until 16 March 2026');
    expect(waiting).not.toContain('price by telephone');
  });

  it('sent twice with one key is one letter', async () => {
    const twice = async () =>
      here.ask('POST', '/v1/letters', { token: own, body: { wrong }, headers: { 'idempotency-key': 'once-and-only' } });
    const [first, second] = [await twice(), await twice()];
    expect(await second.json()).toEqual(await first.json());
    expect(await list(asOwner)).toMatchObject({ all: 1 });
  });

  it('is joined once, left again, and not by who wrote it', async () => {
    const [a, b] = [await ann(), await bo()];
    const id = await send(a);
    expect((await b('PUT', `/v1/letters/${id}/support`)).status).toBe(204);
    expect((await b('PUT', `/v1/letters/${id}/support`)).status).toBe(204);
    expect(await read(a, id)).toMatchObject({ supporters: 1, supporterNames: ['Bo Marlowe'] });
    expect((await list(b, '?which=joined')).letters).toHaveLength(1);
    expect((await b('DELETE', `/v1/letters/${id}/support`)).status).toBe(204);
    expect(await read(a, id)).toMatchObject({ supporters: 0 });
    expect(await slug(await a('PUT', `/v1/letters/${id}/support`))).toBe('letter-own');
  });

  it('is refused only with a reason, taken a level up by who wrote it, and adopted there', async () => {
    const [a, b, c] = [await ann(), await bo(), await dee()];
    const id = await send(a, { about, site: 'north' });
    expect(await slug(await a('POST', `/v1/letters/${id}/answer`, { answer: 'adopted' }))).toBe('letter-not-yours');
    expect(await slug(await b('POST', `/v1/letters/${id}/answer`, { answer: 'refused' }))).toBe('letter-reason');
    const refused = { answer: 'refused', says: 'Prices change every week and were told wrong.' };
    expect((await b('POST', `/v1/letters/${id}/answer`, refused)).status).toBe(204);
    expect(await read(a, id)).toMatchObject({
      state: 'refused',
      reason: refused.says,
      answeredBy: 'Bo Marlowe',
      due: null,
    });
    expect((await read(a, id)).can).toContain('appeal');
    expect(await slug(await b('POST', `/v1/letters/${id}/answer`, refused))).toBe('letter-state');
    expect((await a('POST', `/v1/letters/${id}/appeal`)).status).toBe(204);
    expect(await read(a, id)).toMatchObject({ state: 'open', waitsFor: 'Dee Marlowe', escalations: 1 });
    expect((await c('POST', `/v1/letters/${id}/answer`, { answer: 'adopted' })).status).toBe(204);
    const after = await read(a, id);
    expect(after.state).toBe('adopted');
    expect(after.events.map((one) => one.kind)).toEqual(['sent', 'answered', 'escalated', 'answered', 'followed']);
    expect(after.events.at(-1)).toMatchObject({ document: 'policy/quotes' });
    expect((await a('GET', `/v1/letters/${id}/followed`)).status).toBe(200);
    const mail = await (await asOwner('GET', '/v1/mail/outbox')).text();
    expect(mail).toContain('Your letter 1: refused');
    expect(mail).toContain('Your letter 1: adopted');
  });

  it('silence goes up level by level, dated as if it had been done in time, and once', async () => {
    await bo();
    await dee();
    const e = await eve();
    const id = await send(await ann(), { about, site: 'north' });
    clock = '2026-03-16T23:00:00.000Z';
    expect(await read(e, id)).toMatchObject({ waitsFor: 'Bo Marlowe', daysLeft: 0, overdue: false });
    clock = '2026-05-04T09:00:00.000Z';
    const late = await read(e, id);
    expect(late.events.map(({ kind, on, owner, by, because }) => [kind, on, owner, by, because])).toEqual([
      ['sent', '2026-03-02', 'Bo Marlowe', 'Ann Marlowe', undefined],
      ['escalated', '2026-03-17', 'Dee Marlowe', 'the clock', 'silence'],
      ['escalated', '2026-04-01', 'Eve Marlowe', 'the clock', 'silence'],
    ]);
    expect(late).toMatchObject({ overdue: true, waitsForYou: true });
    expect((await read(e, id)).events).toHaveLength(3);
    const [first] = (await list(e)).letters;
    expect(first).toMatchObject({ id, overdue: true });
  });

  it('one of no site goes to whose district its writer works in before the owner; without a name it doesn’t', async () => {
    const [a, e] = [await ann(), await eve()];
    await signedIn('Fay', [{ role: 'district-manager', sites: ['south'] }]);
    await dee();
    const body = { wrong, why, solution };
    const handed = await a('POST', '/v1/letters/shielded', body);
    expect(((await handed.json()) as { comesTo: string }).comesTo).toBe('Eve Marlowe');
    const id = await send(a);
    expect(await read(a, id)).toMatchObject({ site: null, level: 'district-manager', waitsFor: 'Dee Marlowe' });
    clock = '2026-03-17T09:00:00.000Z';
    expect((await read(e, id)).events.map(({ kind, level, owner }) => [kind, level, owner])).toEqual([
      ['sent', 'district-manager', 'Dee Marlowe'],
      ['escalated', 'owner', 'Eve Marlowe'],
    ]);
    const [shielded] = (await list(e)).letters.filter((one) => one.shielded);
    expect((await read(e, shielded!.id)).events.map(({ kind, owner }) => [kind, owner])).toEqual([
      ['sent', 'Eve Marlowe'],
    ]);
  });

  it('counsel looks at what is adopted and objects only by naming a law or a risk; silence lets it pass; an owner signs', async () => {
    const [a, b, e] = [await ann(), await bo(), await eve()];
    const law = await signedIn('Lex', [{ role: 'counsel', sites: null }]);
    const rule = { days: 5, counselDays: 2, signOff: true, daysOff: ['2026-03-03'] };
    expect(await slug(await b('PUT', '/v1/letters/rule', rule))).toBe('route-forbidden');
    expect((await e('PUT', '/v1/letters/rule', rule)).status).toBe(204);
    const id = await send(a, { about, site: 'north' });
    expect(await read(a, id)).toMatchObject({ due: '2026-03-10' });
    await b('POST', `/v1/letters/${id}/answer`, { answer: 'in-part', says: 'Yes for units, not for parking.' });
    expect(await read(law, id)).toMatchObject({ state: 'counsel', due: '2026-03-05', waitsForYou: true });
    expect(await slug(await b('POST', `/v1/letters/${id}/look`, {}))).toBe('route-forbidden');
    expect((await law('POST', `/v1/letters/${id}/look`, { law: 'The price act, section 4' })).status).toBe(204);
    expect(await read(b, id)).toMatchObject({
      state: 'open',
      objection: { law: 'The price act, section 4' },
      waitsForYou: true,
    });
    await b('POST', `/v1/letters/${id}/answer`, { answer: 'adopted' });
    clock = '2026-03-09T12:00:00.000Z';
    expect(await read(e, id)).toMatchObject({ state: 'sign-off', waitsForYou: true });
    expect((await e('POST', `/v1/letters/${id}/sign`, { signs: true })).status).toBe(204);
    expect(await read(a, id)).toMatchObject({ state: 'adopted', answer: 'adopted' });
  });

  it('a flag of one line grows into a letter by who wrote it; bad input says what was expected', async () => {
    const [a, b] = [await ann(), await bo()];
    const reply = await a('POST', '/v1/letters', { wrong: 'Nobody may open the gate before seven.' });
    const { id } = (await reply.json()) as { id: string };
    expect(await read(a, id)).toMatchObject({ flag: true, can: ['say', 'grow'] });
    expect(await slug(await b('POST', `/v1/letters/${id}/grow`, { why, solution }))).toBe('letter-not-yours');
    expect((await a('POST', `/v1/letters/${id}/grow`, { why, solution })).status).toBe(204);
    expect(await read(a, id)).toMatchObject({ flag: false, why, solution });
    expect(await slug(await a('POST', '/v1/letters', { wrong: '  ' }))).toBe('letter-empty');
    expect(await slug(await a('POST', '/v1/letters', { wrong, cites: ['none'] }))).toBe('letter-cites');
    expect(await slug(await a('POST', '/v1/letters', { wrong, site: 'none' }))).toBe('letter-site');
    expect(await slug(await a('POST', '/v1/letters', { wrong, about: { ...about, document: 'x' } }))).toBe(
      'letter-about',
    );
    expect((await a('POST', '/v1/letters', { wrong: 'x'.repeat(5000) })).status).toBe(400);
    expect(await slug(await a('GET', '/v1/letters/none'))).toBe('letter-missing');
    const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
    expect((await here.ask('GET', `/v1/letters/${id}`, { token: stranger })).status).toBe(404);
    expect(await (await here.ask('GET', '/v1/letters', { token: stranger })).json()).toMatchObject({ all: 0 });
  });

  it('personal data is taken out of what is written', async () => {
    const a = await ann();
    const id = await send(a, { why: 'Mrs. Henderson called from 555-201-3344 about it.' });
    expect((await read(a, id)).why).not.toMatch(/Henderson|3344/);
  });

  /** Every row of every table of the organisation, by table and text. */
  async function everyRow(): Promise<Set<string>> {
    return store.asOwner(async (session) => {
      const rows = new Set<string>();
      for (const name of (await storedTables(session)).names)
        for (const row of await session.query(`select t::text as row from ${name} t where org_id = 'harbor'`))
          rows.add(`${name}: ${String(row['row'])}`);
      return rows;
    });
  }

  it('a shielded writer stands in no row, no line of the log, no figure and no reply; replies reach them by their code', async () => {
    const [a, b] = [await ann(), await bo()];
    const me = (await (await a('GET', '/v1/me')).json()) as { id?: string };
    const members = await store.asOwner(async (session) =>
      session.query(`select id from member where email = 'ann@x.example'`),
    );
    const member = String(members[0]!['id']);
    const sessions = await store
      .asOwner(async (session) => session.query(`select id from session where member_id = '${member}'`))
      .catch(() => []);
    await a('PUT', '/v1/letter-draft', { wrong, why, solution });
    const told = (await (
      await a('POST', '/v1/letters/telling', { wrong: 'I may not say it.', site: 'north' })
    ).json()) as {
      tells: string[];
    };
    expect(told.tells).toHaveLength(3);
    const before = await everyRow();
    const logged = here.logged.length;
    const figures = await (await asOwner('GET', '/metrics')).text();
    for (const path of ['/v1/letter-choices?mark=m-1', '/v1/letter-draft'])
      expect((await a('GET', path)).status).toBe(200);
    const reply = await a('POST', '/v1/letters/shielded', { wrong, why, solution, about, site: 'north' });
    expect(reply.status).toBe(201);
    const { code, comesTo } = (await reply.json()) as { code: string; comesTo: string };
    expect(comesTo).toBe('Bo Marlowe');
    const fresh = [...(await everyRow())].filter((row) => !before.has(row));
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toContain('letter: ');
    const secrets = [
      member,
      'p-ann',
      'ann@x.example',
      'Ann',
      code,
      ...sessions.map((one) => String(one['id'])),
      me.id ?? member,
    ];
    for (const secret of secrets) expect(fresh.join('\n')).not.toContain(secret);
    // Of the hour nothing either: a day, and no time.
    expect(fresh[0]).toContain('2026-03-02');
    expect(fresh[0]).not.toMatch(/\d\d:\d\d/);
    expect([...(await everyRow())].filter((row) => row.startsWith('letter_draft:'))).toEqual([]);
    expect(JSON.stringify(here.logged.slice(logged))).not.toContain('letter');
    const counted = (text: string) => text.split('\n').filter((line) => line.includes('letter'));
    expect(counted(await (await asOwner('GET', '/metrics')).text())).toEqual(counted(figures));
    // It comes out the next day, among all of that day.
    expect(await list(b)).toMatchObject({ all: 0 });
    const waiting = (await (await here.ask('POST', '/v1/letters/claim', { body: { code } })).json()) as ClaimedLetter;
    expect(waiting).toMatchObject({ wrong, number: null, told: null });
    clock = '2026-03-03T08:00:00.000Z';
    const [out] = (await list(b)).letters;
    expect(out).toMatchObject({
      number: 1,
      shielded: true,
      writer: null,
      waitsForYou: true,
      supporters: null,
      due: '2026-03-17',
    });
    const id = out!.id;
    expect((await b('POST', `/v1/letters/${id}/say`, { says: 'Which callers do you mean?' })).status).toBe(204);
    const claimed = (await (
      await here.ask('POST', '/v1/letters/claim', { body: { code: code.toLowerCase().replaceAll('-', ' ') } })
    ).json()) as ClaimedLetter;
    expect(claimed.told?.events.map((one) => one.says)).toContain('Which callers do you mean?');
    const back = { code, act: 'say', says: 'Those who ask for the small units.' };
    expect((await here.ask('POST', '/v1/letters/claim/act', { body: back })).status).toBe(204);
    expect((await read(b, id)).events.map((one) => one.kind)).toEqual(['sent', 'said']);
    clock = '2026-03-04T08:00:00.000Z';
    expect((await read(b, id)).events.at(-1)).toMatchObject({ by: 'the writer', says: back.says, on: '2026-03-03' });
    await b('POST', `/v1/letters/${id}/answer`, { answer: 'refused', says: 'There is a law against it.' });
    expect((await here.ask('POST', '/v1/letters/claim/act', { body: { code, act: 'appeal' } })).status).toBe(204);
    clock = '2026-03-05T08:00:00.000Z';
    expect(await read(b, id)).toMatchObject({ state: 'open', level: 'owner' });
    // Through all of it, nothing that was written since has the writer.
    const since = [...(await everyRow())].filter((row) => !before.has(row) && !/^(session|kept_answer)/.test(row));
    for (const secret of [member, 'p-ann', 'ann@x.example', code]) expect(since.join('\n')).not.toContain(secret);
    const lines = since.filter((row) => row.startsWith('event:') && row.includes(id));
    expect(lines.filter((row) => row.includes('shielded'))).toHaveLength(3);
    expect(lines.filter((row) => row.includes('letter.sent'))[0]).toContain('shielded');
    const everywhere = await Promise.all(
      [
        `/v1/letters/${id}`,
        '/v1/letters',
        '/v1/ledger/lines',
        '/v1/ledger/lines.csv',
        '/v1/mail/outbox',
        `/v1/letters/${id}/followed`,
      ].map(async (path) => (await asOwner('GET', path)).text()),
    );
    for (const secret of [member, 'p-ann', code]) {
      const lines = everywhere.join('\n').split(/(?<=\})|\n/);
      expect(lines.filter((line) => line.includes(secret) && line.includes('letter'))).toEqual([]);
    }
    expect((await here.ask('POST', '/v1/letters/claim', { body: { code: `${code.slice(0, -1)}0` } })).status).toBe(
      code.endsWith('0') ? 200 : 404,
    );
  });

  it('whoever has SQL as the worker learns no row’s place nor transaction, which would tell the hour and the session', async () => {
    const a = await ann();
    await a('POST', '/v1/letters/shielded', { wrong });
    const worker = { orgId: 'harbor', id: 'x', roles: ['owner' as const] };
    const tell = async (table: string, column: string) =>
      store.inWork(worker, async ({ tx }) => tx.execute(sql.raw(`select ${column} from ${table}`)));
    for (const table of ['letter', 'letter_citation', 'letter_event']) {
      await expect(tell(table, '*')).resolves.toBeDefined();
      for (const column of ['xmin', 'xmax', 'cmin', 'ctid'])
        await expect(tell(table, column), `${column} of ${table}`).rejects.toThrow();
    }
  });

  it('letters of one day come out though many ask for them at once, each once', async () => {
    const a = await ann();
    for (let nth = 1; nth <= 8; nth += 1) await a('POST', '/v1/letters/shielded', { wrong: `${wrong} ${nth}` });
    clock = '2026-03-03T08:00:00.000Z';
    const replies = await Promise.all(Array.from({ length: 8 }, async () => asOwner('GET', '/v1/letters')));
    expect(replies.map((one) => one.status)).toEqual(Array.from({ length: 8 }, () => 200));
    const { letters } = (await replies[0]!.json()) as LettersOnWire;
    expect(letters.map((one) => Number(one.number)).toSorted((one, other) => one - other)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    for (const { id } of letters) expect((await read(asOwner, id)).events).toHaveLength(1);
  });

  it('the database itself refuses a shielded letter with a writer', async () => {
    const insert = `insert into letter (org_id, id, shielded, writer, wrong, why, solution, sent_on, claim_digest)
      values ('harbor', 'l-1', true, 'm-1', 'x', '', '', '2026-03-02', 'd')`;
    await expect(store.asOwner(async (session) => session.query(insert))).rejects.toThrow();
  });

  it('of the supporters of a shielded letter fewer than five are not told, and never a name', async () => {
    const a = await ann();
    await a('POST', '/v1/letters/shielded', { wrong });
    clock = '2026-03-03T08:00:00.000Z';
    const id = (await list(a)).letters[0]!.id;
    const others = await Promise.all(
      ['Fay', 'Gus', 'Hal', 'Ida', 'Jon'].map(async (name) => signedIn(name, [{ role: 'trainer', sites: null }])),
    );
    for (const one of others.slice(0, 4)) await one('PUT', `/v1/letters/${id}/support`);
    expect(await read(a, id)).toMatchObject({ supporters: null, supporterNames: [] });
    await others[4]!('PUT', `/v1/letters/${id}/support`);
    expect(await read(a, id)).toMatchObject({ supporters: 5, supporterNames: [] });
  });
});
