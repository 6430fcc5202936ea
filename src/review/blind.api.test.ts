// Two who review one contact: neither learns what the other said, nor that the other has sent it, before both are in. Tried by
// every route that reads, as whoever may read most, by the history, the events, the log and the counts of requests.
import { expect, it, vi } from 'vitest';
import { makeApp } from '../app.ts';
import { routeLines } from '../auth/routes.core.ts';
import { serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { newFeed } from '../platform/jobs/feed.ts';
import { addJob } from '../platform/jobs/jobs.store.ts';
import { everyRole } from '../kernel/actor.ts';
import { owner, plant } from './planted.test-data.ts';
import { reviewTaskTable } from './review.table.ts';
import type { ReviewTask } from './reviews.shape.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Routes whose answers no review touches, and which take long or have jobs of this test or the second of the clock in them. */
const elsewhere =
  /metrics|jobs|record\/out|openapi|reference|verifier|events|standards|packs|report|production|forecast|money|monday|dissatisfied|plan$|sign-in|by-hand|downloads/;

/** Everything that a reader of everything is told by every route, with the ids in question in every place. */
async function told(here: ServedHere, token: string, ids: readonly string[]): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const { route } of routeLines) {
    const [method, path = ''] = route.split(' ');
    if (method !== 'GET' || elsewhere.test(route)) continue;
    for (const id of path.includes('{') ? ids : ['']) {
      const asked = path.replaceAll(/\{[^}]+\}/g, id).replace('/as-of', '/as-of?day=2026-02-01');
      const reply = await here.ask('GET', asked, { token });
      said[asked] = `${String(reply.status)} ${(await reply.text()).replaceAll(/"instance":"[^"]*"/g, '')}`;
    }
  }
  for (const as of ['csv', 'json']) {
    const reply = await here.ask('GET', `/v1/reviews/marks?as=${as}`, { token });
    said[as] = await reply.text();
  }
  return said;
}

/** The kinds of change that whoever listens hears while something is done. */
async function heard(store: Store, during: () => Promise<void>): Promise<string> {
  const feed = newFeed(store);
  const all: string[] = [];
  const looked = async (): Promise<void> => {
    const id = `j-${crypto.randomUUID()}`;
    await store.inWork(owner, async (work) => addJob(work, id, 'diagnosis', { look: id }));
    feed.stir('harbor');
    await vi.waitUntil(() => all.some((one) => one.includes(id)), { timeout: 20_000 });
  };
  feed.listen('harbor', ({ event, data }) => all.push(`${event} ${JSON.stringify(data)}`));
  await looked();
  const before = all.length;
  await during();
  await looked();
  feed.end();
  return all
    .slice(before)
    .filter((one) => one.startsWith('changed'))
    .join('\n');
}

const counted = (text: string): string[] =>
  text.split('\n').filter((line) => line.startsWith('customary_requests_total') && line.includes('/v1/reviews'));

forEachDatabase((_name, open) => {
  it('tells nobody of the first until the second is in, by no route, line, event, log or count', async () => {
    const store = await open();
    await plant(store, [{ id: 'only', person: 'rita', marks: { 'greeting.name': 'met', 'need.first': 'failed' } }]);
    const here = await serveHere(makeApp, store);
    // Who reviews and may read everything: nobody could learn more.
    const all = everyRole.filter((role) => role !== 'rep' && role !== 'shopper');
    const ann = await here.token({ roles: all });
    const ben = await here.token({ roles: all });
    const ask = async <T>(token: string, method: string, path: string, body?: unknown): Promise<T> => {
      const reply = await here.ask(method, path, { token, ...(body === undefined ? {} : { body }) });
      const text = await reply.text();
      expect([path, reply.status, text]).toEqual([path, expect.toSatisfy((status: number) => status < 300), text]);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    };
    const plan = await ask<{ id: string }>(ann, 'POST', '/v1/review-plans', {
      name: 'Both',
      standards: ['greeting.name', 'need.first'],
      fromDay: '2026-02-01',
      aWeek: 5,
      seenByTwo: 1,
    });
    const { draw } = await ask<{ draw: { id: string } }>(ann, 'POST', `/v1/review-plans/${plan.id}/draw`);
    const first = (await ask<{ task: string }>(ann, 'POST', '/v1/reviews/next')).task;
    const second = (await ask<{ task: string }>(ben, 'POST', '/v1/reviews/next')).task;
    // One id for both, so that nothing is learned from which of the two is left.
    expect(first).toBe(second);
    const write = async (token: string, task: string, verdict: string, send: boolean, began = 0) =>
      ask<{ task?: ReviewTask }>(token, 'PUT', `/v1/reviews/${task}`, {
        began,
        marks: ['greeting.name', 'need.first'].map((standard) => ({
          standard,
          verdict,
          comment: `so says ${verdict}`,
        })),
        seconds: 30,
        send,
      });
    const ids = ['only', first, second, plan.id, draw.id, 'greeting.name'];
    await write(ann, first, 'unsure', false);
    const logsOf = (from: number) => here.logged.slice(from).map(({ request: _request, ms: _ms, ...rest }) => rest);

    // What ben is told while ann has written and not sent.
    const [line, metrics] = ['/v1/ledger/lines', '/metrics'];
    const before = await told(here, ben, ids);
    const logAt = here.logged.length;
    await write(ann, first, 'met', false, 1);
    const logOfDraft = logsOf(logAt);
    const counts = counted(await (await here.ask('GET', metrics, { token: ben })).text());

    const sendAt = here.logged.length;
    const events = await heard(store, async () => {
      await write(ann, first, 'failed', true, 2);
    });
    expect(events).toBe('');
    expect(logsOf(sendAt)).toEqual(logOfDraft);
    const after = await told(here, ben, ids);
    expect(after[line]).toBe(before[line]);
    expect(Object.keys(before).length).toBeGreaterThan(100);
    for (const [path, said] of Object.entries(before)) expect([path, after[path]]).toEqual([path, said]);
    expect(JSON.stringify(after)).not.toContain('so says');
    // One request more was counted, of the same route and status as every draft.
    const counts2 = counted(await (await here.ask('GET', metrics, { token: ben })).text());
    expect(counts2.map((one) => one.replace(/ \d+$/, ''))).toEqual(counts.map((one) => one.replace(/ \d+$/, '')));

    // Neither by asking for the other's task by its own id, nor by writing into it: every id of the two means one's own.
    const rows = await store.inWork(owner, async ({ tx }) =>
      tx.select({ id: reviewTaskTable.id }).from(reviewTaskTable),
    );
    expect(rows).toHaveLength(2);
    for (const { id } of rows) {
      const form = await ask<ReviewTask>(ben, 'GET', `/v1/reviews/${id}`);
      expect(form).toMatchObject({ id: second, state: 'yours', draft: { revision: 0, marks: [] }, after: null });
      await ask(ben, 'POST', `/v1/reviews/${id}/give-back`);
      await ask(ben, 'POST', `/v1/reviews/${id}/take`);
    }

    // Both in: now both see both, and the history tells of both in one line.
    const closed = await heard(store, async () => {
      const { task } = await write(ben, second, 'met', true);
      expect(task?.after?.own).toHaveLength(2);
    });
    expect(closed).toContain('reviews');
    const marks = await ask<{ marks: object[] }>(ben, 'GET', '/v1/reviews/marks');
    expect(marks.marks).toHaveLength(4);
    const lines = await ask<{ lines?: object[] }>(ben, 'GET', line);
    expect(JSON.stringify(lines)).toContain('reviews.closed');
  });

  it('shows whoever has a contact in hand nobody’s marks on its page', async () => {
    const store = await open();
    await plant(store, [{ id: 'only', marks: { 'greeting.name': 'failed' } }]);
    const here = await serveHere(makeApp, store);
    const token = await here.token({ roles: ['owner'] });
    const body = { name: 'One', standards: ['greeting.name'], fromDay: '2026-02-01', aWeek: 5, seenByTwo: 0 };
    const { id } = (await (await here.ask('POST', '/v1/review-plans', { token, body })).json()) as { id: string };
    await here.ask('POST', `/v1/review-plans/${id}/draw`, { token });
    const { task } = (await (await here.ask('POST', '/v1/reviews/next', { token })).json()) as { task: string };
    const page = async () =>
      (await (await here.ask('GET', '/v1/contacts/only', { token })).json()) as Record<string, unknown>;
    expect(await page()).toMatchObject({ reviewing: true, marks: [], people: [], failures: [] });
    const marks = [{ standard: 'greeting.name', verdict: 'met', evidence: [{ turn: 0, from: 0, to: 5 }] }];
    await here.ask('PUT', `/v1/reviews/${task}`, { token, body: { began: 0, marks, seconds: 5, send: true } });
    expect(await page()).toMatchObject({
      reviewing: false,
      marks: [{ verdict: 'failed' }],
      people: [{ standard: 'greeting.name', verdict: 'met', by: 'one' }],
    });
  });
});
