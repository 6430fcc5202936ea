// From a letter to its effect: adopted, it begins a new version that cites it and a fix, and the contacts that come after say
// whether it helped; all of it stands on the letter.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/moment.ts';
import { markTable } from '../../marking/marking.table.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { asked, writeService } from '../made-service.test-data.ts';
import type { DraftStateOnWire } from '../../record/publish/documents.shape.ts';
import type { LetterFollowed } from './letters-followed.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const from = '2025-07-01';
const record = {
  'sites.csv': 'id,name,time zone\nbay,Bay,UTC\nharbor,Harbor,UTC\nlake,Lake,UTC\nmill,Mill,UTC\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting\n\n1. The manager says the price.\n',
};
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

forEachDatabase((_name, open) => {
  it('an adopted letter becomes a draft and a fix, whose verdict stands on it; what can’t be begun is said', async () => {
    let clock = `${addDays(from, 100)}T12:00:00.000Z`;
    const store = await open({ now: () => new Date(clock) });
    const app = makeApp({ store, actorOf: () => owner, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
    const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
      app.request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    await ask('POST', '/v1/record', { files });
    const begun = addDays(from, 120);
    await store.inWork(owner, async (work) =>
      writeService(work, {
        sites: ['bay', 'harbor', 'lake', 'mill'],
        from,
        days: 240,
        perDay: 2,
        reviewedEvery: 5,
        chance: (site, on, standard) => (standard !== asked.id ? 0.1 : site === 'bay' && on >= begun ? 0.03 : 0.5),
      }),
    );
    const [mark] = await store.inWork(owner, async ({ tx }) =>
      tx
        .select({ id: markTable.id })
        .from(markTable)
        .where(and(eq(markTable.orgId, 'harbor'), eq(markTable.standard, asked.id), eq(markTable.verdict, 'failed')))
        .limit(1),
    );
    const about = { kind: 'policy', document: 'quotes', part: '1' };
    const sent = await ask('POST', '/v1/letters', { wrong: 'Callers wait.', cites: [mark!.id], site: 'bay', about });
    const { id } = (await sent.json()) as { id: string };
    await ask('POST', `/v1/letters/${id}/answer`, { answer: 'in-part', says: 'At Bay first, then elsewhere.' });
    const followed = async (): Promise<LetterFollowed> =>
      (await (await ask('GET', `/v1/letters/${id}/followed`)).json()) as LetterFollowed;
    const first = await followed();
    expect(first).toMatchObject({ document: 'policy/quotes', published: null, says: '', fix: { state: 'proposed' } });
    expect(await (await ask('GET', '/v1/documents/policy/quotes/draft')).text()).toContain(id);
    const fix = `/v1/fixes/${first.fix!.id}`;
    clock = `${addDays(from, 239)}T12:00:00.000Z`;
    for (const verb of ['begin', 'done']) expect((await ask('POST', `${fix}/${verb}`, { on: begun })).status).toBe(200);
    await ask('POST', '/v1/fixes/check');
    expect(await followed()).toMatchObject({
      document: 'policy/quotes',
      fix: { state: 'verified', stateSays: 'verified' },
    });
    const draft = async (): Promise<DraftStateOnWire> =>
      (await (await ask('GET', '/v1/documents/policy/quotes/draft')).json()) as DraftStateOnWire;
    const holds = addDays(from, 240);
    const { draft: open1 } = await draft();
    const content = {
      ...open1.content,
      owner: 'owner',
      from: holds,
      parts: open1.content.parts.map((part) => ({ ...part, text: 'The rep may say the price.' })),
      fields: { ...open1.content.fields, everybody: 'yes' },
    };
    const path = `/v1/document-drafts/${open1.id}`;
    await ask('PUT', path, { began: open1.revision, content, settles: [] });
    const { draft: whole, items } = await draft();
    await ask('PUT', `${path}/decisions`, { accepted: items.map(({ key }) => key) });
    await ask('POST', `${path}/ask`, { revision: whole.revision });
    await ask('POST', `${path}/says`, { revision: whole.revision, said: 'approve' });
    const out = await ask('POST', `${path}/publish`, { revision: whole.revision });
    expect([out.ok, out.ok ? '' : await out.text()]).toEqual([true, '']);
    expect((await followed()).published).toEqual({ version: '2', from: holds });
    // A page that was open when it was published says that it leaves; whoever would come is told that it has ended.
    expect((await ask('POST', `${path}/here`, { here: false })).ok).toBe(true);
    expect((await ask('POST', `${path}/here`, { here: true })).status).toBe(409);
    const plain = (await (await ask('POST', '/v1/letters', { wrong: 'No lights at the gate.' })).json()) as {
      id: string;
    };
    await ask('POST', `/v1/letters/${plain.id}/answer`, { answer: 'adopted' });
    const came = (await (await ask('GET', `/v1/letters/${plain.id}/followed`)).json()) as LetterFollowed;
    expect(came).toMatchObject({ fix: null, document: null });
    expect(came.says).toContain('cites no contact');
  });
});
