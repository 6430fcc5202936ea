// A calibration through the API on both databases: begun, marked blind, revealed, talked over, closed; and what nobody may see before.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeApp } from '../../app.ts';
import { writeGrants, writeMember } from '../../auth/members/member.store.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { personTable } from '../../people/people.table.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { eraseSome } from '../../settings/erasing/erase-some.use.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { AgreementShape } from '../agreement/agreement.shape.ts';
import { moreHelp, seedSeen } from '../reviewed.test-data.ts';
import { type CalibrationOnWire, CalibrationShape, CalibrationsShape } from './calibration.shape.ts';

vi.setConfig({ testTimeout: 120_000 });
const actor = (role: Role, id: string = role, orgId = 'harbor'): Actor => ({ orgId, id, roles: [role] });
const owner = actor('owner');
const ann = actor('reviewer', 'ann');
const bo = actor('reviewer', 'bo');
const cy = actor('reviewer', 'cy');
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const standard = moreHelp.id;
const contacts = ['contact-1', 'contact-2'];

async function bring(store: Store): Promise<void> {
  await store.inWork(owner, async (work) => {
    const kept = { originFile: 'people.csv', digest: 'd', recordedAt: new Date(work.now) };
    await work.tx.insert(personTable).values({ orgId: 'harbor', id: 'p-bo', name: 'Bo Tanner', ...kept });
    for (const [id, name, role] of [
      ['ann', 'Ann Marlow', 'reviewer'],
      ['bo', 'Bo Tanner', 'reviewer'],
      ['cy', 'Cy Rep', 'rep'],
    ] as const) {
      await writeMember(work, { id, name, email: `${id}@harbor.example`, person: id === 'bo' ? 'p-bo' : null });
      await writeGrants(work, id, [{ role, sites: null }]);
    }
    await seedSeen(work, [
      { id: 'contact-1', machine: 'met' },
      { id: 'contact-2', machine: 'failed' },
      { id: 'contact-3', machine: 'failed', person: 'p-bo' },
    ]);
  });
}

function as(store: Store, who: Actor) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const read = async (id: string): Promise<CalibrationOnWire> =>
    CalibrationShape.parse(await (await ask('GET', `/v1/calibrations/${id}`)).json());
  return {
    ask,
    read,
    problem: async (method: string, path: string, body?: unknown): Promise<string> =>
      ((await (await ask(method, path, body)).json()) as { type: string }).type.split('/').at(-1)!,
    begin: async (more: object = {}): Promise<string> => {
      const reply = await ask('POST', '/v1/calibrations', {
        name: 'November',
        standards: [standard],
        contacts,
        members: ['ann', 'bo'],
        due: '2999-01-01',
        ...more,
      });
      expect(await reply.clone().text()).toContain('"id"');
      return ((await reply.json()) as { id: string }).id;
    },
    /** Marks all of one's tasks, in order of the contacts. */
    mark: async (id: string, verdicts: readonly Verdict[]): Promise<void> => {
      const { yours } = await read(id);
      for (const [nth, { task }] of yours.entries()) {
        const form = (await (await ask('GET', `/v1/reviews/${task}`)).json()) as {
          contact: { turns: { text: string }[] };
        };
        const first = form.contact.turns[0]!.text.includes('contact-1') ? 0 : 1;
        await ask('POST', `/v1/reviews/${task}/take`);
        const reply = await ask('PUT', `/v1/reviews/${task}`, {
          began: 0,
          marks: [
            { standard, verdict: verdicts[first], evidence: [{ turn: 1, from: 0, to: 3 }], comment: `because ${nth}` },
          ],
          seconds: 20,
          send: true,
        });
        expect(reply.status, await reply.clone().text()).toBe(200);
      }
    },
  };
}

forEachDatabase((_name, open) => {
  it('goes from choosing to an agreed key, and shows nothing of the others before everybody is in', async () => {
    const store = await open();
    await bring(store);
    const run = as(store, owner);
    const id = await run.begin();
    expect(await run.read(id)).toMatchObject({ state: 'marking', allIn: 0, contacts: [{ cells: [], turns: [] }, {}] });

    // The page names the contacts beforehand; what the machine said of them is kept from who is to mark them.
    const people = async () => (await as(store, ann).ask('GET', '/v1/contacts/contact-1/people')).json();
    expect(await people()).toMatchObject({ hidden: true });
    await as(store, ann).mark(id, ['met', 'failed']);
    expect(await people()).toMatchObject({ hidden: false });
    for (const who of [owner, ann, bo]) {
      const before = await as(store, who).read(id);
      expect(before).toMatchObject({ state: 'marking', allIn: 1, open: 0 });
      expect(before.contacts.flatMap((one) => one.cells)).toEqual([]);
      expect(before.people.every((one) => one.near === null)).toBe(true);
    }
    expect((await as(store, bo).read(id)).people).toMatchObject([
      { who: 'A', you: false, in: null },
      { who: 'B', you: true, in: false },
    ]);
    const hidden = AgreementShape.parse(await (await run.ask('GET', '/v1/agreement')).json());
    expect(hidden.reviews).toBe(0);
    expect(
      await run.problem('PUT', `/v1/calibrations/${id}/key`, {
        contact: contacts[0],
        standard,
        verdict: 'met',
        because: 'x',
      }),
    ).toBe('calibration-state');

    await as(store, bo).mark(id, ['met', 'met']);
    const talking = await run.read(id);
    expect(talking).toMatchObject({
      state: 'talking',
      revealedBecause: 'all-in',
      open: 1,
      standards: [{ id: standard, title: 'More help offered', same: { times: 1, of: 2 } }],
    });
    const second = talking.contacts.find((one) => one.contact === 'contact-2')!;
    expect(second.cells[0]).toMatchObject({
      said: [
        { who: 'Ann Marlow', verdict: 'failed', quote: 'Yes' },
        { who: 'Bo Tanner', verdict: 'met' },
      ],
      machine: 'failed',
      same: false,
      key: null,
    });
    expect(AgreementShape.parse(await (await run.ask('GET', '/v1/agreement')).json())).toMatchObject({ doubles: 2 });

    const said = { contact: 'contact-2', standard, says: 'Good bye alone is no offer. Call me on 555 867 5309.' };
    expect((await as(store, ann).ask('POST', `/v1/calibrations/${id}/comments`, said)).status).toBe(204);
    expect(await run.problem('POST', `/v1/calibrations/${id}/close`)).toBe('calibration-open');
    const key = { contact: 'contact-2', standard, verdict: 'failed', because: 'Nothing was offered.' };
    expect(await as(store, ann).problem('PUT', `/v1/calibrations/${id}/key`, key)).toBe('calibration-forbidden');
    expect((await run.ask('PUT', `/v1/calibrations/${id}/key`, key)).status).toBe(204);
    const outcome = { standard, decision: 'reword', note: 'Say that a farewell is no offer.' };
    expect((await run.ask('PUT', `/v1/calibrations/${id}/outcome`, outcome)).status).toBe(204);
    expect((await run.ask('POST', `/v1/calibrations/${id}/close`)).status).toBe(204);

    const forAnn = await as(store, ann).read(id);
    expect(forAnn).toMatchObject({
      state: 'closed',
      people: [
        { who: 'A', you: true, near: { same: 2, of: 2 } },
        { who: 'B', you: false, near: null },
      ],
    });
    expect(JSON.stringify(forAnn)).not.toMatch(/Bo Tanner|Ann Marlow/);
    expect(forAnn.contacts.find((one) => one.contact === 'contact-2')!.cells[0]).toMatchObject({
      key: { verdict: 'failed', because: 'Nothing was offered.' },
      comments: [{ who: 'A', you: true, says: expect.stringMatching(/^Good bye alone is no offer\.[^5]*$/) }],
    });
    expect((await run.read(id)).people).toMatchObject([{ near: { same: 2, of: 2 } }, { near: { same: 1, of: 2 } }]);
    const list = CalibrationsShape.parse(await (await run.ask('GET', '/v1/calibrations')).json());
    expect(list.calibrations).toMatchObject([{ id, state: 'closed', same: { times: 1, of: 2 }, reworded: 1 }]);
  });

  it('is begun only with those who may mark every contact, and by those who answer for reviewers', async () => {
    const store = await open();
    await bring(store);
    const run = as(store, owner);
    const body = { name: 'x', standards: [standard], contacts, members: ['ann', 'bo'], due: '2999-01-01' };
    const wrong: readonly object[] = [
      { due: '2000-01-01' },
      { standards: ['close.unheard-of'] },
      { contacts: ['contact-9'] },
      { members: ['ann', 'cy'] },
      { members: ['ann', 'nobody'] },
      { contacts: ['contact-3'] },
    ];
    for (const one of wrong)
      expect(await run.problem('POST', '/v1/calibrations', { ...body, ...one }), JSON.stringify(one)).toBe(
        'calibration-malformed',
      );
    expect((await run.ask('POST', '/v1/calibrations', { ...body, members: ['ann'] })).status).toBe(400);
    expect(await as(store, ann).problem('POST', '/v1/calibrations', body)).toBe('calibration-forbidden');
    expect(await as(store, actor('rep')).problem('GET', '/v1/calibrations')).toBe('calibration-forbidden');

    const id = await run.begin();
    expect(await as(store, actor('owner', 'owner', 'elsewhere')).problem('GET', `/v1/calibrations/${id}`)).toBe(
      'calibration-missing',
    );
    expect(await as(store, cy).problem('GET', `/v1/calibrations/${id}`)).toBe('calibration-missing');
    const others = CalibrationsShape.parse(await (await as(store, cy).ask('GET', '/v1/calibrations')).json());
    expect(others).toEqual({ calibrations: [], can: { run: false } });
  });

  it('is revealed after its day with whoever is in, and taken back before', async () => {
    const store = await open();
    await bring(store);
    const run = as(store, owner);
    const shown = await run.begin();
    await as(store, ann).mark(shown, ['met', 'met']);
    expect((await run.ask('POST', `/v1/calibrations/${shown}/reveal`)).status).toBe(204);
    expect(await run.read(shown)).toMatchObject({ state: 'talking', revealedBecause: 'told', open: 2 });
    expect((await as(store, bo).read(shown)).yours).toEqual([]);
    expect(await run.problem('POST', `/v1/calibrations/${shown}/drop`)).toBe('calibration-state');
    const back = await run.begin();
    expect((await run.ask('POST', `/v1/calibrations/${back}/drop`)).status).toBe(204);
    expect(await run.read(back)).toMatchObject({ state: 'dropped' });
  });

  it('forgets what it keeps of contacts that are erased', async () => {
    const store = await open();
    await bring(store);
    const run = as(store, owner);
    const id = await run.begin();
    await as(store, ann).mark(id, ['met', 'failed']);
    await as(store, bo).mark(id, ['met', 'met']);
    await run.read(id);
    const said = { contact: 'contact-2', standard, says: 'A word of it.' };
    await run.ask('POST', `/v1/calibrations/${id}/comments`, said);
    await store.inWork(owner, async (work) => eraseSome(work, ['contact-2']));
    const left = await run.read(id);
    expect(left.contacts.map((one) => one.contact)).toEqual(['contact-1']);
    expect(JSON.stringify(left)).not.toContain('A word of it.');
  });
});
