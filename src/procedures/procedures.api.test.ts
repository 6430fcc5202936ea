// Procedures at the desk: found by words, also misspelt; what nobody found is kept without who looked; run step by step, taken up
// again, ended; where a step confuses people its owner sees it. Everybody sees what is for them, and nobody another's runs.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { askAsOwner, type Ask, bringRecord, signInAs } from '../cli/serve/begun.test-data.ts';
import { problemIn, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import type { Grant } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import type { Misses, Procedure, Procedures } from './procedures.shape.ts';
import { importProcedures } from './procedures.use.ts';
import type { Run, Runs } from './runs/run.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,south,,2025-06-01\n',
  'procedures/enquiry.md':
    '---\nid: enquiry\nversion: 1\ntask: new-enquiry\nowner: p-bo\nfrom: 2025-01-01\n---\n# A telephone enquiry\n\n1. Ask what they want to store.\n2. Forms must be signed as usual.\n',
  'procedures/south.md':
    '---\nid: gate\nversion: 1\nfrom: 2025-01-01\nsites: [south]\n---\n# Locking the gate\n\n1. Lock it at ten.\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  beforeEach(async () => {
    here = await serveHere(makeApp, (store = await open()));
    await bringRecord(here, record);
  });

  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, grants: readonly Grant[]): Promise<Ask> =>
    (await signInAs(here, person, grants)).ask;
  const rep = async (): Promise<Ask> => signedIn('p-ann', [{ role: 'rep', sites: ['north'] }]);
  const read = async <T>(ask: Ask, path: string, method = 'GET', body?: unknown): Promise<T> => {
    const reply = await ask(method, path, body);
    expect([path, reply.status, await reply.clone().text()]).toEqual([path, 200, expect.any(String)]);
    return (await reply.json()) as T;
  };
  const found = async (ask: Ask, words: string): Promise<string[]> =>
    (await read<Procedures>(ask, `/v1/procedures?words=${encodeURIComponent(words)}`)).items.map((one) => one.id);

  it('finds by the beginnings of words, without words that say nothing, and but for a letter; others’ sites stay theirs', async () => {
    expect(await found(asOwner, '')).toEqual(['enquiry', 'gate']);
    expect(await found(asOwner, 'what to STOR')).toEqual(['enquiry']);
    expect(await found(asOwner, 'telefone 100% _')).toEqual([]);
    expect(await found(asOwner, 'telephnoe')).toEqual(['enquiry']);
    const ask = await rep();
    expect(await found(ask, '')).toEqual(['enquiry']);
    expect((await ask('GET', '/v1/procedures/gate')).status).toBe(404);
  });

  it('suspended by its review it is neither offered nor begun, and is shown as suspended until somebody says why it stands', async () => {
    const lapsed = record['procedures/enquiry.md'].replace(
      'from: 2025-01-01',
      'from: 2025-01-01\nreview due: 2025-12-01',
    );
    const files = [{ name: 'procedures/enquiry.md', base64: Buffer.from(lapsed).toString('base64') }];
    await asOwner('POST', '/v1/record', { files });
    expect(await found(asOwner, 'store')).toEqual(['enquiry']);
    // From here on what was brought lapses too.
    const { rules } = await read<{ rules: { scope: string }[] }>(asOwner, '/v1/document-rules/procedure');
    const { scope: _scope, set: _set, ...rule } = rules[0] as { scope: string; set: boolean };
    const kept = await asOwner('PUT', '/v1/document-rules/procedure?scope=*', { ...rule, sunsetAll: true });
    expect([kept.ok, kept.ok ? '' : await kept.text()]).toEqual([true, '']);
    const ask = await rep();
    for (const words of ['', 'store', 'telephnoe']) {
      const told = await read<Procedures>(ask, `/v1/procedures?words=${words}`);
      expect([words, told.items, told.all]).toEqual([words, [], 0]);
      if (words !== 'telephnoe')
        expect(told.suspended).toEqual([{ id: 'enquiry', title: 'A telephone enquiry', since: '2025-12-02' }]);
    }
    expect(await read<Procedure>(ask, '/v1/procedures/enquiry')).toMatchObject({
      holds: false,
      suspendedSince: '2025-12-02',
    });
    expect((await problemIn(await ask('POST', '/v1/procedures/enquiry/runs', {}))).type).toBe(
      '/problems/procedure-suspended',
    );
    const again = await asOwner('POST', '/v1/documents/procedure/enquiry/review', {
      why: 'Callers still ask.',
      nextDue: '2027-03-01',
    });
    expect(again.status).toBe(204);
    expect(await found(ask, 'store')).toEqual(['enquiry']);
    await read<Run>(ask, '/v1/procedures/enquiry/runs', 'POST', {});
  });

  it('keeps what nobody found with the role and the site and without the person, for those who look after it', async () => {
    const ask = await rep();
    const miss = async (words: string) =>
      (await read<{ kept: boolean }>(ask, '/v1/procedures/missed', 'POST', { words })).kept;
    expect(await miss('store')).toBe(false);
    expect(await miss('Refund for Bo Lind, 555-201-3344')).toBe(true);
    expect(await miss('refund  for Bo Lind, 555-201-3344')).toBe(true);
    expect((await ask('GET', '/v1/procedures/missed')).status).toBe(403);
    const { items } = await read<Misses>(asOwner, '/v1/procedures/missed');
    expect(items).toMatchObject([{ times: 2, roles: ['rep'], sites: ['North Pier'], found: false }]);
    expect(items[0]!.words).toMatch(/^refund for \[name/);
    expect(items[0]!.words).not.toMatch(/lind|3344/);
    const manager = await signedIn('p-cy', [{ role: 'manager', sites: ['south'] }]);
    expect((await read<Misses>(manager, '/v1/procedures/missed')).items).toEqual([]);
    const lines = await (await asOwner('GET', '/v1/ledger/lines?limit=200')).text();
    expect(lines).not.toContain('search');
  });

  it('runs step by step, is taken up where it was left, and stays as it is once it is ended', async () => {
    const ask = await rep();
    const begun = await read<Run>(ask, '/v1/procedures/enquiry/runs', 'POST', {});
    expect(begun).toMatchObject({ version: '1', own: true, site: { name: 'North Pier' } });
    const step = async (id: string, body: unknown): Promise<Response> =>
      ask('POST', `/v1/procedure-runs/${begun.id}/steps/${id}`, body);
    expect((await step('1', { what: 'done' })).status).toBe(200);
    expect((await problemIn(await step('2', { what: 'skipped' }))).type).toBe('/problems/procedure-skip-reason');
    expect((await problemIn(await step('9', { what: 'done' }))).type).toBe('/problems/procedure-step-missing');
    await step('2', { what: 'skipped', why: 'no form on the desk' });
    const again = await read<Run>(ask, '/v1/procedures/enquiry/runs', 'POST', {});
    expect([again.id, ...again.steps.map((one) => one.state)]).toEqual([begun.id, 'done', 'skipped']);
    await step('2', { what: 'open' });
    const ended = await read<Run>(ask, `/v1/procedure-runs/${begun.id}/end`, 'POST');
    expect(ended.steps.map((one) => one.state)).toEqual(['done', 'open']);
    expect((await problemIn(await step('2', { what: 'done' }))).type).toBe('/problems/procedure-run-ended');
    expect((await read<Run>(ask, '/v1/procedures/enquiry/runs', 'POST', {})).id).not.toBe(begun.id);
    const { items } = await read<Runs>(asOwner, '/v1/procedures/enquiry/runs');
    expect(items.find((one) => one.id === begun.id)).toMatchObject({
      person: { name: 'Ann Marlow' },
      done: 1,
      skipped: 0,
    });
    const other = await signedIn('p-cy', [{ role: 'rep', sites: ['south'] }]);
    expect((await other('GET', `/v1/procedure-runs/${begun.id}`)).status).toBe(404);
    const owners = await asOwner('POST', `/v1/procedure-runs/${begun.id}/steps/1`, { what: 'done' });
    expect((await problemIn(owners)).type).toBe('/problems/procedure-run-missing');
  });

  it('shows its owner which steps confuse, what was searched for beside it, and what would make it plainer', async () => {
    const ask = await rep();
    const { id } = await read<Run>(ask, '/v1/procedures/enquiry/runs', 'POST', {});
    for (const why of ['which form?', 'which form?'])
      await read(ask, `/v1/procedure-runs/${id}/steps/2`, 'POST', { what: 'unclear', why });
    await read(ask, '/v1/procedures/missed', 'POST', { words: 'enquiry about boats' });
    await asOwner('POST', '/v1/record/rows', {
      kind: 'acknowledgements',
      cells: {
        person: 'p-cy',
        kind: 'procedure',
        document: 'enquiry',
        version: '1',
        on: '2025-02-01',
        answer: 'not-understood',
      },
    });
    const seen = await read<Procedure>(asOwner, '/v1/procedures/enquiry');
    expect(seen.advice?.map((one) => [one.part, one.kind])).toEqual([
      ['2', 'must-without-actor'],
      ['2', 'as-usual'],
    ]);
    expect(seen.confusion).toMatchObject({
      runs: 1,
      notUnderstood: 1,
      steps: [{ step: '2', unclear: 1, why: ['which form?', 'which form?'] }],
      searches: [{ words: 'enquiry about boats', times: 1 }],
    });
    expect(await read<Procedure>(ask, '/v1/procedures/enquiry')).toMatchObject({
      advice: null,
      confusion: null,
      openRun: id,
    });
  });

  it('a version written here keeps its kind, its trigger and all that a step says, and is found by them', async () => {
    const written = {
      id: 'refund',
      version: '1',
      title: 'Money back',
      sort: 'response' as const,
      trigger: 'Somebody asks for their deposit',
      from: '2025-01-01',
      roles: [],
      sites: [],
      steps: [
        {
          id: 'a',
          text: 'Look it up.',
          serves: [],
          obstructs: [],
          actor: 'rep',
          say: 'Let me look.',
          limit: '$50',
          goesWrong: 'No receipt',
        },
      ],
    };
    await store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async (work) =>
      importProcedures(work, [{ row: written, from: { file: 'written here' } }]),
    );
    const { steps, sort, trigger } = await read<Procedure>(asOwner, '/v1/procedures/refund');
    expect([sort, trigger, steps]).toEqual(['response', written.trigger, written.steps]);
    for (const words of ['deposit', 'receipt', 'let me look']) expect(await found(asOwner, words)).toEqual(['refund']);
  });

  it('one that is not in force is read and not run; another organisation sees none', async () => {
    const late = { id: 'later', version: '1', title: 'Later', from: '2999-01-01', roles: [], sites: [], steps: [] };
    await store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async (work) =>
      importProcedures(work, [{ row: late, from: { file: 'x' } }]),
    );
    expect(await read<Procedure>(asOwner, '/v1/procedures/later')).toMatchObject({ holds: false });
    const refused = await asOwner('POST', '/v1/procedures/later/runs', {});
    expect((await problemIn(refused)).type).toBe('/problems/procedure-not-in-force');
    const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
    expect((await here.ask('GET', '/v1/procedures/enquiry', { token: stranger })).status).toBe(404);
    expect(await (await here.ask('GET', '/v1/procedures', { token: stranger })).json()).toMatchObject({ items: [] });
    expect((await asOwner('POST', '/v1/procedures/missed', { words: '' })).status).toBe(400);
  });
});
