// Coaching from a mark on both databases: a note to whoever served, with an example that names nobody; it is read, replied to,
// withdrawn unread, told as of a moment, and stands once in the record. Nobody else reads it.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { type Ask, bringContacts, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant, Role } from '../../kernel/actor.ts';
import { overturn } from '../../marking/overturned/overturned.use.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { verifyLedger } from '../../platform/ledger/verify-ledger.ts';
import type { CoachingDraft, CoachingNotes, CoachingNoteTold } from './coaching.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,Zanzibar Yard,UTC\n',
  'people.csv': 'id,name\np-ann,Ann Marlow\np-bo,Bo Lind\np-cy,Cyprian Voss\np-di,Di Rhys\n',
  'posts.csv':
    'person,site,role,supervisor,from\np-ann,north,rep,p-bo,2026-01-01\np-bo,north,manager,p-di,2026-01-01\np-cy,south,rep,,2026-01-01\np-di,north,district-manager,,2026-01-01\n',
};
const poor = `Rep: Storage.\nCustomer: I need room for a piano, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
const good = `Rep: Thank you for calling Harbor, this is Cyprian at Zanzibar Yard, how can I help you?\nCustomer: I need room for a zebra, what would that cost me a month?\nRep: Happy to help, what else will you keep in it, Cyprian asks?\nCustomer: A saddle.\nRep: A ten by ten is ninety dollars a month all in. Would you like to rent it today?\nCustomer: Yes please.\nRep: Great.`;
const contacts = {
  'north.txt': poor,
  'south.txt': good,
  'facts.csv':
    'file,site,started at,rep\nnorth.txt,north,2026-02-03T10:00:00Z,p-ann\nsouth.txt,south,2026-02-03T12:00:00Z,p-cy\n',
};

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let marks: { contact: string; mark: string; person: string; standard: string; verdict: string }[];

  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
    await bringRecord(here, record);
    await bringContacts(here, contacts);
    marks = (await store.asOwner(async (session) =>
      session.query(
        `select m.contact_id as contact, m.id as mark, c.person_id as person, m.standard, m.verdict from mark m
           join contact c on c.org_id = m.org_id and c.id = m.contact_id where m.org_id = 'harbor' order by m.standard`,
      ),
    )) as never;
  }, 240_000);

  const signedIn = async (person: string, ...roles: readonly [Role, ...Role[]]): Promise<Ask> => {
    const grants: Grant[] = roles.map((role) => ({ role, sites: role === 'owner' ? null : ['north'] }));
    return (await signInAs(here, person, grants)).ask;
  };
  const told = async <T>(reply: Promise<Response>): Promise<T> => (await (await reply).json()) as T;
  const problem = async (reply: Promise<Response>): Promise<string> =>
    (await told<{ type: string }>(reply)).type.replace('/problems/', '');
  /** What Ann missed and Cyprian kept. */
  const asked = () => {
    const kept = new Set(
      marks.filter((one) => one.person === 'p-cy' && one.verdict === 'met').map((one) => one.standard),
    );
    const found = marks.find((one) => one.person === 'p-ann' && one.verdict === 'failed' && kept.has(one.standard));
    if (!found) throw new Error(`Nothing that one missed and the other kept: ${JSON.stringify(marks)}`);
    return found;
  };
  const words = { says: 'You sounded hurried when they asked.', try: 'Ask what they will keep first.' };

  it('gives a note whose example names nobody, and the record tells of it once it was read', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const ann = await signedIn('p-ann', 'rep');
    const { mark, standard } = asked();
    const draft = await told<CoachingDraft>(bo('GET', `/v1/coaching/draft?mark=${mark}`));
    expect(draft).toMatchObject({ verdict: 'failed', before: 0, person: { name: 'Ann Marlow' } });
    expect(draft.example).toMatchObject({ from: 'own' });
    expect(JSON.stringify(draft.example)).not.toMatch(/cyprian|voss|zanzibar/i);
    const followUp = '2026-03-09';
    const body = {
      mark,
      ...words,
      says: `${words.says} Call me on 555 123 4567.`,
      example: draft.example!.mark,
      followUp,
    };
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', body));
    expect(given).toMatchObject({ state: 'sent', mine: true, may: { withdraw: true } });
    expect(given.says).toContain('[PHONE 1]');
    const observed = async () =>
      (
        await told<{ items: { says: string; from: string }[] }>(
          bo('GET', '/v1/record/entries?kind=observations&person=p-ann'),
        )
      ).items;
    expect(await observed()).toEqual([]);

    const mine = await told<CoachingNotes>(ann('GET', '/v1/coaching'));
    expect(mine.notes.map((one) => [one.id, one.state, one.own])).toEqual([[given.id, 'sent', true]]);
    const read = await told<CoachingNoteTold>(ann('POST', `/v1/coaching/${given.id}/read`));
    expect(read).toMatchObject({ state: 'read', by: { name: 'Bo Lind' }, example: { from: 'own' } });
    expect(read.example!.turns).toEqual(draft.example!.turns);
    await ann('POST', `/v1/coaching/${given.id}/read`);
    const reply = { says: 'True, I was alone at the desk. I will ask first.' };
    const replied = await told<CoachingNoteTold>(ann('POST', `/v1/coaching/${given.id}/acknowledge`, reply));
    expect(replied).toMatchObject({ state: 'acknowledged', may: { acknowledge: false } });
    expect(replied.events.map((one) => [one.kind, one.byPerson])).toEqual([
      ['read', true],
      ['acknowledged', true],
    ]);
    expect(await observed()).toMatchObject([{ from: '2026-03-01' }]);
    const rows = await store.asOwner(async (session) => session.query('select * from observation'));
    expect(rows).toMatchObject([{ person_id: 'p-ann', by_id: 'p-bo', act: 'guide', standards: [standard] }]);
    const looked = await told<CoachingNoteTold>(bo('POST', `/v1/coaching/${given.id}/look`, { says: 'It went well.' }));
    expect(looked.events.at(-1)).toMatchObject({ kind: 'looked', says: 'It went well.', byPerson: false });
    const ledger = await store.inWork({ orgId: 'harbor', id: 't', roles: ['owner'] }, async (work) =>
      verifyLedger(work),
    );
    expect(ledger.wrong).toEqual([]);
  }, 60_000);

  it('is taken back only unread, is then not told to the person, and both can be told as of a moment', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const ann = await signedIn('p-ann', 'rep');
    const { mark } = asked();
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', { mark, ...words }));
    expect(given.example?.from).toBe('pack');
    expect(await told(bo('POST', `/v1/coaching/${given.id}/withdraw`))).toMatchObject({ state: 'withdrawn' });
    expect(await told(ann('GET', '/v1/coaching'))).toEqual({ notes: [] });
    expect(await problem(ann('GET', `/v1/coaching/${given.id}`))).toBe('coaching-missing');
    expect(await problem(ann('POST', `/v1/coaching/${given.id}/acknowledge`, { says: 'Yes.' }))).toBe(
      'coaching-missing',
    );
    expect(await told(bo('GET', `/v1/coaching/${given.id}?at=2026-02-28T23:00:00Z`))).toMatchObject({ status: 404 });
    expect(await told(bo('GET', '/v1/coaching?at=2030-01-01T00:00:00Z'))).toMatchObject({
      notes: [{ state: 'withdrawn' }],
    });

    const second = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', { mark, ...words }));
    await ann('POST', `/v1/coaching/${second.id}/read`);
    expect(await problem(bo('POST', `/v1/coaching/${second.id}/withdraw`))).toBe('coaching-state');
    const rows = await store.asOwner(async (session) => session.query('select id from observation'));
    expect(rows).toHaveLength(1);
  }, 60_000);

  it('nobody coaches whom they answer to, nor themself, nor of another site; and nobody else reads a note', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const ann = await signedIn('p-ann', 'rep', 'trainer');
    const { mark } = asked();
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', { mark, ...words }));
    expect(await problem(ann('GET', `/v1/coaching/draft?mark=${mark}`))).toBe('coaching-forbidden');
    const elsewhere = marks.find((one) => one.person === 'p-cy')!;
    expect(await problem(bo('GET', `/v1/coaching/draft?mark=${elsewhere.mark}`))).toBe('mark-missing');
    await store.asOwner(async (session) =>
      session.query(`update contact set person_id = 'p-di' where person_id = 'p-ann' and org_id = 'harbor'`),
    );
    expect(await problem(bo('GET', `/v1/coaching/draft?mark=${mark}`))).toBe('coaching-forbidden');
    for (const role of ['hr', 'counsel', 'auditor', 'shopper'] as const) {
      const token = await here.token({ roles: [role] });
      expect((await here.ask('GET', `/v1/coaching/${given.id}`, { token })).status).toBe(403);
    }
    const reviewer = await here.token({ roles: ['reviewer'] });
    expect((await here.ask('GET', `/v1/coaching/${given.id}`, { token: reviewer })).status).toBe(404);
    expect(await problem(bo('POST', '/v1/coaching', { mark, says: ' ', try: '' }))).toBe('malformed-request');
  }, 60_000);

  it('says so on the note where the mark no longer stands, and shows no mark to who has the contact in hand', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const { mark, contact, standard } = asked();
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', { mark, ...words }));
    expect(given.overturned).toBeUndefined();
    const owner = { orgId: 'harbor', id: 't', roles: ['owner' as const] };
    await store.inWork(owner, async (work) => overturn(work, { contact, standard, mark, ruledBy: 'd-1' }));
    const struck = await told<CoachingNoteTold>(bo('GET', `/v1/coaching/${given.id}`));
    expect([struck.overturned, struck.says]).toEqual(['struck', words.says]);
    expect(await problem(bo('GET', `/v1/coaching/draft?mark=${mark}`))).toBe('coaching-verdict');

    const di = await signedIn('p-di', 'district-manager');
    const plan = { name: 'All', standards: [standard], fromDay: '2020-01-01', aWeek: 50 };
    const body = { token: own, body: plan };
    const { id } = (await (await here.ask('POST', '/v1/review-plans', body)).json()) as { id: string };
    await here.ask('POST', `/v1/review-plans/${id}/draw`, { token: own, body: {} });
    expect(await told(di('POST', '/v1/reviews/next', {}))).toMatchObject({ task: expect.anything() as unknown });
    expect(await problem(di('GET', `/v1/coaching/draft?mark=${mark}`))).toBe('coaching-reviewing');
    expect(await problem(di('GET', `/v1/coaching/${given.id}`))).toBe('coaching-missing');
  }, 60_000);

  it('says first, to both, where whoever served followed an instruction, and never whose word it was', async () => {
    const [bo, ann] = [await signedIn('p-bo', 'manager'), await signedIn('p-ann', 'rep')];
    const { mark } = asked();
    expect(await told<CoachingDraft>(bo('GET', `/v1/coaching/draft?mark=${mark}`))).not.toHaveProperty('followed');
    const word = { kind: 'word', saidBy: 'p-di', on: '2026-02-01' };
    const { id } = await told<{ id: string }>(
      ann('POST', `/v1/marks/${mark}/disputes`, {
        ground: 'instruction',
        says: 'I was told to be quick.',
        instruction: word,
      }),
    );
    expect((await bo('POST', `/v1/disputes/${id}/answer`, { answer: 'upheld', says: 'It was said.' })).status).toBe(
      202,
    );
    const draft = await told<CoachingDraft>(bo('GET', `/v1/coaching/draft?mark=${mark}`));
    expect(draft).toMatchObject({ verdict: 'failed', followed: { kind: 'word', inPart: false } });
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', { mark, ...words }));
    const read = await told<CoachingNoteTold>(ann('GET', `/v1/coaching/${given.id}`));
    expect(read.followed).toEqual({ kind: 'word', inPart: false });
    expect(JSON.stringify([draft, read])).not.toMatch(/p-di|Di Rhys|told to be quick/);
  }, 60_000);

  it('a note goes with its contact, and an example with its own', async () => {
    const bo = await signedIn('p-bo', 'manager');
    const { mark, contact } = asked();
    const draft = await told<CoachingDraft>(bo('GET', `/v1/coaching/draft?mark=${mark}`));
    const body = { mark, ...words, example: draft.example!.mark };
    const given = await told<CoachingNoteTold>(bo('POST', '/v1/coaching', body));
    const other = marks.find((one) => one.person === 'p-cy')!.contact;
    expect((await here.ask('POST', '/v1/erasures', { token: own, body: { contact: other } })).status).toBe(201);
    const without = await told<CoachingNoteTold>(bo('GET', `/v1/coaching/${given.id}`));
    expect(without.example).toMatchObject({ from: 'pack' });
    expect((await here.ask('POST', '/v1/erasures', { token: own, body: { contact } })).status).toBe(201);
    expect(await problem(bo('GET', `/v1/coaching/${given.id}`))).toBe('coaching-missing');
  }, 60_000);
});
