// Moments and lessons on both databases: whoever pins sees exactly what everybody will; a rep reads lessons for their site and
// learns nothing of whose contact it was; a moment goes with its contact.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringContacts, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Role } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Lesson, Lessons, MomentLookedAt, Pin, Pins } from './lessons.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,Zanzibar Yard,UTC\n',
  'people.csv': 'id,name\np-ann,Ann Marlow\np-bo,Bo Lind\np-cy,Cyprian Voss\n',
  'posts.csv':
    'person,site,role,from\np-ann,north,rep,2026-01-01\np-bo,north,manager,2026-01-01\np-cy,south,rep,2026-01-01\n',
};
const said = (thing: string): string =>
  `Rep: Storage, cyprian from zanzibar yard here.\nCustomer: I need room for a ${thing}, what would that cost me a month?\nRep: Ninety, since March 3rd.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
const contacts = {
  'south.txt': said('zebra'),
  'north.txt': said('piano'),
  'facts.csv':
    'file,site,started at,rep\nsouth.txt,south,2026-02-03T12:00:00Z,p-cy\nnorth.txt,north,2026-02-04T12:00:00Z,p-ann\n',
};
const standard = 'opening.help-offered';

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let ids: Record<string, string>;

  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
    await bringRecord(here, record);
    await bringContacts(here, contacts);
    const rows = await store.asOwner(async (session) => session.query('select id, site_id from contact'));
    ids = Object.fromEntries(rows.map((row) => [String(row['site_id']), String(row['id'])]));
  }, 240_000);

  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, role: Role): Promise<Ask> =>
    (await signInAs(here, person, [{ role, sites: ['north'] }])).ask;
  const told = async <T>(reply: Promise<Response>): Promise<T> => (await (await reply).json()) as T;
  const problem = async (reply: Promise<Response>): Promise<string> =>
    (await told<{ type: string }>(reply)).type.replace('/problems/', '');
  const run = (site: string, hide: unknown[] = []) => ({ contact: ids[site]!, fromTurn: 0, toTurn: 2, hide });
  const pin = async (ask: Ask, site: string): Promise<Pin> => {
    const { seen } = await told<MomentLookedAt>(ask('POST', '/v1/pins/look', run(site)));
    const body = { ...run(site), title: 'Price before need', sort: 'bad', standard, seen };
    const reply = await ask('POST', '/v1/pins', body);
    expect(reply.status).toBe(201);
    return (await reply.json()) as Pin;
  };

  it('whoever pins sees exactly what everybody will, with what tells whose contact it was hidden', async () => {
    const chosen = [{ turn: 1, from: 0, to: 6 }];
    const look = await told<MomentLookedAt>(asOwner('POST', '/v1/pins/look', run('south', chosen)));
    const shown = look.turns.map((turn) => turn.shown);
    expect(shown.join('\n')).not.toMatch(/cyprian|zanzibar|march/i);
    expect(shown[1]).toMatch(/^\[HIDDEN\] room for a zebra/);
    const title = 'Price before need, Cyprian at Zanzibar, 3 March';
    const body = { ...run('south', chosen), title, sort: 'bad', standard, seen: look.seen };
    const made = await told<Pin>(asOwner('POST', '/v1/pins', body));
    expect(made.title).toMatch(/^Price before need, \[NAME[^\]]*\] at \[PLACE\], \[DAY\]$/);
    expect(made.turns.map((turn) => turn.text)).toEqual(shown);
    expect(await problem(asOwner('POST', '/v1/pins', { ...body, hide: [] }))).toBe('pin-changed');
    expect(await problem(asOwner('POST', '/v1/pins/look', { ...run('south'), toTurn: 99 }))).toBe('pin-turns');
    expect(await problem(asOwner('POST', '/v1/pins', { ...body, standard: 'no.such' }))).toBe('standard-unknown');
    const people = 'id,name\np-zo,Room Zebra\n';
    const files = [{ name: 'people.csv', base64: Buffer.from(people).toString('base64') }];
    await asOwner('POST', '/v1/record', { files });
    // Somebody came on record whose name stands in it: what hangs stays as it was looked at, a new one is looked at anew.
    expect((await told<Pins>(asOwner('GET', '/v1/pins?words=zebra'))).pins[0]!.turns[1]!.text).toBe(shown[1]);
    expect(await problem(asOwner('POST', '/v1/pins', body))).toBe('pin-changed');
  }, 60_000);

  it('a rep reads lessons for their site, and nothing of whose contact a moment was', async () => {
    const there = await pin(asOwner, 'south');
    const parts = [
      { moment: null, says: 'Listen for what comes first.' },
      { moment: there.id, says: 'Where would you have asked?' },
    ];
    const content = { title: 'Need before price', says: 'Ten minutes.', standards: [], tasks: ['new-enquiry'], parts };
    const made = await told<Lesson>(asOwner('POST', '/v1/lessons', { ...content, sites: ['north'] }));
    const ann = await signedIn('p-ann', 'rep');
    expect((await told<Lessons>(ann('GET', '/v1/lessons'))).lessons).toEqual([]);
    await asOwner('PUT', `/v1/lessons/${made.id}/state`, { state: 'out' });
    const list = await told<Lessons>(ann('GET', '/v1/lessons?words=zebra'));
    expect(list.lessons).toMatchObject([{ title: 'Need before price', moments: 1, mayChange: false }]);
    const reply = await ann('GET', `/v1/lessons/${made.id}`);
    const text = await reply.text();
    expect(JSON.parse(text)).toMatchObject({ parts: [{ moment: null }, { says: 'Where would you have asked?' }] });
    expect(text).not.toMatch(new RegExp(`cyprian|zanzibar|south|p-cy|2026-02|${ids['south']}`, 'i'));
    expect((await ann('GET', '/v1/pins')).status).toBe(403);
    expect((await ann('PUT', `/v1/lessons/${made.id}`, { ...content, revision: 1 })).status).toBe(403);

    const elsewhere = await told<Lesson>(asOwner('POST', '/v1/lessons', { ...content, sites: ['south'] }));
    await asOwner('PUT', `/v1/lessons/${elsewhere.id}/state`, { state: 'out' });
    expect(await problem(ann('GET', `/v1/lessons/${elsewhere.id}`))).toBe('lesson-missing');
    expect((await told<Lessons>(asOwner('GET', '/v1/lessons?task=new-enquiry'))).lessons).toHaveLength(2);
    expect((await told<Lessons>(asOwner('GET', '/v1/lessons?standard=no.such'))).lessons).toEqual([]);
  }, 60_000);

  it('a manager of one site pins there, makes lessons for there, and changes none for everybody', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const there = await pin(asOwner, 'south');
    const here2 = await pin(bo, 'north');
    expect(await problem(bo('POST', '/v1/pins/look', run('south')))).toBe('contact-missing');
    const { pins } = await told<Pins>(bo('GET', '/v1/pins'));
    expect(new Map(pins.map((one) => [one.id, [one.contact, one.mayTakeDown]]))).toEqual(
      new Map([
        [there.id, [undefined, false]],
        [here2.id, [ids['north'], true]],
      ]),
    );
    expect(await problem(bo('POST', `/v1/pins/${there.id}/take-down`))).toBe('pin-missing');
    const content = { title: 'Mine', parts: [{ moment: there.id, says: '' }] };
    expect(await problem(bo('POST', '/v1/lessons', content))).toBe('lesson-sites');
    const made = await told<Lesson>(bo('POST', '/v1/lessons', { ...content, sites: ['north'] }));
    expect(made).toMatchObject({ state: 'being-made', mayChange: true, missing: null });
    const saved = await told<Lesson>(
      bo('PUT', `/v1/lessons/${made.id}`, { ...content, title: 'Mine too', sites: ['north'], revision: made.revision }),
    );
    expect(saved).toMatchObject({ title: 'Mine too', revision: 2 });
    const late = { ...content, sites: ['north'], revision: made.revision };
    expect(await problem(bo('PUT', `/v1/lessons/${made.id}`, late))).toBe('lesson-changed');
    const all = await told<Lesson>(asOwner('POST', '/v1/lessons', { title: 'For all', parts: [] }));
    expect(await problem(bo('PUT', `/v1/lessons/${all.id}/state`, { state: 'out' }))).toBe('lesson-sites');
    expect(await problem(asOwner('PUT', `/v1/lessons/${all.id}/state`, { state: 'out' }))).toBe('lesson-incomplete');
  }, 60_000);

  it('a moment goes with its contact, and out of every lesson with what was quoted', async () => {
    const there = await pin(asOwner, 'south');
    const parts = [{ moment: there.id, says: 'He said “I need room for a zebra”. Ask first.' }];
    const made = await told<Lesson>(asOwner('POST', '/v1/lessons', { title: 'One', parts }));
    expect((await asOwner('POST', '/v1/erasures', { contact: ids['south'] })).status).toBe(201);
    expect((await told<Pins>(asOwner('GET', '/v1/pins'))).pins).toEqual([]);
    const left = await told<Lesson>(asOwner('GET', `/v1/lessons/${made.id}`));
    expect(left).toMatchObject({ parts: [{ moment: null, says: 'He said “…”. Ask first.' }], moments: 0 });
    expect(await store.asOwner(async (session) => session.query('select id from pinned_moment'))).toEqual([]);
  }, 60_000);
});
