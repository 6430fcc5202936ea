// People's pages and answers to marks: who sees whom, what a page says, and that an answer stands beside its mark, read by those
// who answer for the person, and taken back by the person alone.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringContacts, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { problemIn, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import type { MarkAnswers, WaitingAnswers } from '../../marking/answers/mark-answers.shape.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';
import type { ListedPerson, OnePerson } from './one-person.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-al,Al Pine,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,south,,2025-06-01\n',
  'certificates.csv': 'id,person,task,on,expires\nc-1,p-ann,desk,2025-07-01,2026-03-15\n',
  'observations.csv': 'id,person,by,on,act\no-1,p-ann,p-bo,2025-12-20,guide\n',
  'approvals.csv': 'id,person,waited for,asked at,answered at\na-1,p-ann,a refund,2026-02-27 10:00,\n',
};
const call = (thing: string): string =>
  `Rep: Storage.\nCustomer: I need room for a ${thing}, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
const contacts = {
  ...Object.fromEntries(['piano', 'sofa', 'boat', 'desk'].map((one) => [`${one}.txt`, call(one)])),
  'facts.csv':
    'file,site,started at,rep\npiano.txt,north,2026-02-03T10:00:00Z,p-ann\nsofa.txt,north,2026-02-04T10:00:00Z,p-ann\nboat.txt,north,2026-02-05T10:00:00Z,p-ann\ndesk.txt,south,2026-02-05T10:00:00Z,p-cy\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
    await bringRecord(here, record);
    await bringContacts(here, contacts);
  }, 120_000);

  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, grants: readonly Grant[]): Promise<Ask> =>
    (await signInAs(here, person, grants)).ask;
  const manager = async (): Promise<Ask> => signedIn('p-bo', [{ role: 'manager', sites: ['north'] }]);
  const rep = async (person = 'p-ann'): Promise<Ask> => signedIn(person, [{ role: 'rep', sites: ['north'] }]);
  const page = async (ask: Ask, id: string): Promise<OnePerson> =>
    (await (await ask('GET', `/v1/people/${id}`)).json()) as OnePerson;
  const missedBy = async (ask: Ask): Promise<{ mark: string; contact: string }> => {
    const lines = (await (await asOwner('GET', '/v1/report/contacts')).text()).match(/"id":"(c[^"]+)"/g) ?? [];
    const ids = lines.map((one) => one.slice(6, -1));
    for (const id of ids) {
      const reply = await ask('GET', `/v1/contacts/${id}`);
      if (reply.status !== 200) continue;
      const { marks } = (await reply.json()) as OneContact;
      const found = marks.find((one) => one.verdict === 'failed');
      if (found) return { mark: found.id, contact: id };
    }
    throw new Error('No mark of theirs failed.');
  };
  const answersOf = async (ask: Ask, contact: string) =>
    ((await (await ask('GET', `/v1/contacts/${contact}/answers`)).json()) as MarkAnswers).answers;
  const waitingFor = async (ask: Ask) => (await (await ask('GET', '/v1/mark-answers')).json()) as WaitingAnswers;

  it('a page says what holds, what is due, and what the last contacts kept and missed in their words', async () => {
    const ann = await page(await manager(), 'p-ann');
    expect(ann).toMatchObject({
      name: 'Ann Marlow',
      own: false,
      posts: [{ role: 'rep', site: { name: 'North Pier' }, supervisor: 'Bo Lind' }],
      certificates: [{ id: 'c-1', state: 'lapses-soon' }],
      observations: [{ key: 'o-1', act: 'guide', by: 'Bo Lind' }],
      due: { lastHelped: '2025-12-20', helpDue: false, waiting: [{ waitedFor: 'a refund' }] },
    });
    expect(ann.marks?.help.length).toBeGreaterThan(0);
    expect(ann.marks?.help.every((one) => one.failed > 0 && one.met + one.failed === 3)).toBe(true);
    expect(ann.marks?.missedWords.every((one) => one.standard.kind === 'standard')).toBe(true);
    const empty = await page(asOwner, 'p-al');
    expect(empty).toMatchObject({ due: { lastHelped: null, helpDue: true }, marks: { well: [], help: [] } });
  });

  it('a manager sees the people of their own sites, a rep themself, and others the record without marks', async () => {
    const bo = await manager();
    const { items } = (await (await bo('GET', '/v1/people')).json()) as { items: ListedPerson[] };
    expect(items.map((one) => one.name)).toEqual(['Al Pine', 'Ann Marlow', 'Bo Lind']);
    expect((await bo('GET', '/v1/people/p-cy')).status).toBe(404);
    const ann = await rep();
    expect((await page(ann, 'p-ann')).own).toBe(true);
    expect((await page(ann, 'p-ann')).marks).not.toBeNull();
    expect((await ann('GET', '/v1/people/p-al')).status).toBe(404);
    expect((await ann('GET', '/v1/people')).status).toBe(403);
    for (const role of ['hr', 'trainer'] as const) {
      const token = await here.token({ roles: [role] });
      const asRole: Ask = async (method, path) => here.ask(method, path, { token });
      expect([role, (await page(asRole, 'p-ann')).marks]).toEqual([role, null]);
    }
    const found = (await (await asOwner('GET', '/v1/people?words=MAR&site=north')).json()) as { items: ListedPerson[] };
    expect(found.items.map((one) => one.id)).toEqual(['p-ann']);
  });

  it('an answer stands beside its mark until it is taken back, and changes nothing by itself', async () => {
    const ann = await rep();
    const bo = await manager();
    const { mark, contact } = await missedBy(ann);
    const before = await (await bo('GET', `/v1/contacts/${contact}`)).json();
    expect((await ann('PUT', `/v1/marks/${mark}/answer`, { answer: 'right' })).status).toBe(204);
    expect((await answersOf(bo, contact))[0]).toMatchObject({ mark, answer: 'right', own: false });
    expect(await (await bo('GET', `/v1/contacts/${contact}`)).json()).toEqual(before);
    expect(await waitingFor(bo)).toMatchObject({
      all: 1,
      items: [{ mark, contact, site: 'North Pier', day: expect.any(String) }],
    });
    expect((await bo('POST', `/v1/marks/${mark}/answer/read`)).status).toBe(204);
    expect((await waitingFor(bo)).all).toBe(0);
    expect((await answersOf(ann, contact))[0]).toMatchObject({ own: true, seenAt: expect.any(String) });
    await ann('PUT', `/v1/marks/${mark}/answer`, { answer: 'right' });
    expect((await waitingFor(bo)).all).toBe(1);
    expect((await ann('DELETE', `/v1/marks/${mark}/answer`)).status).toBe(204);
    expect(await answersOf(bo, contact)).toEqual([]);
  });

  it('nobody answers for somebody else, that it is wrong is a dispute, and nobody elsewhere sees it', async () => {
    const ann = await rep();
    const { mark, contact } = await missedBy(ann);
    const wrong = await ann('PUT', `/v1/marks/${mark}/answer`, { answer: 'not-so', because: 'I did.' });
    expect((await problemIn(wrong)).type).toBe('/problems/malformed-request');
    expect((await ann('PUT', `/v1/marks/${mark}/answer`, { answer: 'right' })).status).toBe(204);
    const al = await rep('p-al');
    const south = await signedIn('p-cy', [{ role: 'manager', sites: ['south'] }]);
    for (const other of [al, south, await manager()]) {
      expect((await other('PUT', `/v1/marks/${mark}/answer`, { answer: 'right' })).status).toBe(404);
      expect((await other('DELETE', `/v1/marks/${mark}/answer`)).status).toBe(404);
    }
    expect((await al('GET', `/v1/contacts/${contact}/answers`)).status).toBe(404);
    expect((await waitingFor(south)).all).toBe(0);
    expect((await south('POST', `/v1/marks/${mark}/answer/read`)).status).toBe(404);
    expect((await ann('POST', `/v1/marks/${mark}/answer/read`)).status).toBe(403);
  });
});
