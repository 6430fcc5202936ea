// Learning through the API on both databases: train, test only, list, forget; refused, another organisation's, bad input.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { makeApp } from '../app.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { eventTable } from '../platform/ledger/event.table.ts';
import { DissatisfiedLineShape, TrainingLineShape } from './learning.shape.ts';
import { learnedModelTable } from './learning.table.ts';
import { ratedCsv } from './rated-dialogues.test-data.ts';

const actor = (orgId: string, role: Role): Actor => ({ orgId, id: 'cli', roles: [role] });
const owner = actor('harbor', 'owner');
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const contacts = [
  'Piece,Voice,Words,Shade,Server',
  'a,Rep,What size do you need,red,Lee',
  'a,Customer,You told me it was fixed and it is still broken,red,Lee',
  'a,Rep,One moment please,red,Lee',
  'a,Customer,"That works for me, thank you",red,Lee',
  'b,Rep,We open at eight,blue,Lee',
  'b,Customer,Could you tell me when the gate opens,blue,Lee',
].join('\n');

function api(store: Store, who = owner) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const linesOf = async (reply: Response | Promise<Response>): Promise<unknown[]> =>
    (await (await reply).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  return {
    ask,
    problem: async (method: string, path: string, body?: unknown): Promise<string | undefined> => {
      const last = (await linesOf(ask(method, path, body))).at(-1) as { problem?: { type: string } };
      return last.problem?.type;
    },
    train: async (text: string, keep: boolean): Promise<z.infer<typeof TrainingLineShape>[]> =>
      (await linesOf(ask('POST', '/v1/dissatisfied/training', { files: [{ name: 'rated.csv', text }], keep }))).map(
        (line) => TrainingLineShape.parse(line),
      ),
    list: async (): Promise<z.infer<typeof DissatisfiedLineShape>[]> =>
      (await linesOf(ask('GET', '/v1/dissatisfied/turns'))).map((line) => DissatisfiedLineShape.parse(line)),
    async bring(text: string): Promise<void> {
      const { id } = (await (await ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
      const columns = { Piece: 'contact', Voice: 'speaker', Words: 'text', Shade: 'site', Server: 'rep' };
      const query = new URLSearchParams({ name: 'calls.csv', columns: JSON.stringify(columns) });
      const put = await app.request(`/v1/imports/${id}/files?${query.toString()}`, { method: 'PUT', body: text });
      expect(await put.text()).not.toContain('"problem"');
      await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    },
  };
}

// Each trains ten folds in threads that must start first.
vi.setConfig({ testTimeout: 120_000 });

forEachDatabase((_name, open) => {
  it('what was learned from rated turns names the dissatisfied turns of stored contacts, and is forgotten', async () => {
    const store = await open();
    const used = api(store);
    await used.bring(contacts);
    const trained = await used.train(`${ratedCsv(80)}d0,customer,words,9\n`, true);
    const figures = trained.find((line) => line.kind === 'figures');
    expect(figures).toMatchObject({ trainedOn: { files: 1, dialogues: 80, ratedTurns: 320, dissatisfied: 40 } });
    expect(figures?.figures.f1.value).toBeGreaterThan(0.9);
    expect(trained.filter((line) => line.kind === 'reject')).toMatchObject([
      { reject: { file: 'rated.csv', row: 642, field: 'satisfaction' } },
    ]);
    expect(trained.findIndex((line) => line.kind === 'figures')).toBeLessThan(
      trained.findIndex((line) => line.kind === 'kept'),
    );
    const listed = await used.list();
    const turns = listed.filter((line) => line.kind === 'turn');
    expect(turns).toMatchObject([
      {
        turn: 1,
        site: 'red',
        quote: 'You told me it was fixed and it is still broken',
        before: 'What size do you need',
        channel: 'phone',
      },
    ]);
    expect(JSON.stringify(turns)).not.toMatch(/Lee|person|rep"/);
    expect(listed.at(-1)).toMatchObject({ kind: 'done', contacts: 2, turns: 3, leftOut: 0 });

    const [row] = await store.inWork(owner, async ({ tx }) => tx.select().from(learnedModelTable));
    expect(JSON.stringify(row!.document)).not.toMatch(/ridiculous|waiting|gate/);
    expect(await (await used.ask('POST', '/v1/dissatisfied/forget')).json()).toEqual({ models: 1 });
    expect(await used.problem('GET', '/v1/dissatisfied/turns')).toContain('nothing-learned');
    const kinds = await store.inWork(owner, async ({ tx }) => tx.select({ kind: eventTable.kind }).from(eventTable));
    expect(kinds.map((one) => one.kind)).toEqual(expect.arrayContaining(['model.learned', 'model.forgotten']));
  });

  it('a test alone keeps nothing, and what is not enough or no better than chance is refused', async () => {
    const store = await open();
    const used = api(store);
    const tested = await used.train(ratedCsv(70), false);
    expect(tested.at(-1)?.kind).toBe('figures');
    const training = (text: string) => ({ files: [{ name: 'rated.csv', text }], keep: true });
    const path = '/v1/dissatisfied/training';
    expect(await used.problem('POST', path, training(ratedCsv(20)))).toContain('labels-too-few');
    expect(await used.problem('POST', path, training('dialogue,text\n'))).toContain('labels-too-few');
    // The same words whatever the rating: there is nothing to learn.
    const blind = ratedCsv(80)
      .replaceAll(/"[^"]*",("[^"]*")$/gm, '"The same words",$1')
      .replaceAll(/rep,(?!About).*/g, 'rep,Yes,');
    expect(await used.problem('POST', path, training(blind))).toContain('model-no-better');
    expect(await store.inWork(owner, async ({ tx }) => tx.select().from(learnedModelTable))).toEqual([]);
  });

  it('is for those who answer for the service, of their own organisation, and says all that is wrong with a request', async () => {
    const store = await open();
    await api(store).train(ratedCsv(60), true);
    const path = '/v1/dissatisfied/training';
    const body = { files: [{ name: 'rated.csv', text: ratedCsv(60) }], keep: true };
    expect(await api(store, actor('harbor', 'rep')).problem('POST', path, body)).toContain('training-forbidden');
    expect((await api(store, actor('harbor', 'reviewer')).ask('POST', '/v1/dissatisfied/forget')).status).toBe(403);
    expect(await api(store, actor('harbor', 'rep')).problem('GET', '/v1/dissatisfied/turns')).toContain(
      'dissatisfied-forbidden',
    );
    const rival = api(store, actor('rival', 'owner'));
    expect(await rival.problem('GET', '/v1/dissatisfied/turns')).toContain('nothing-learned');
    expect(await (await rival.ask('POST', '/v1/dissatisfied/forget')).json()).toEqual({ models: 0 });
    expect((await api(store).list()).at(-1)?.kind).toBe('done');
    const bad = await api(store).ask('POST', path, { files: [] });
    expect(bad.status).toBe(400);
    const { errors } = (await bad.json()) as { errors: { pointer: string }[] };
    expect(errors.map((one) => one.pointer).toSorted()).toEqual(['/files', '/keep']);
  });
});
