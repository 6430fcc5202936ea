// Jobs on both databases: done once, by one runner at a time, tried again where that helps, left where somebody says so.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import type { JobWork } from './job.core.ts';
import { addJob, cancelJob, claimJob, jobById } from './jobs.store.ts';
import { newRunner, type Runner } from './runner.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

const ask = async (store: Store, work: string, input: Record<string, string> = {}): Promise<string> =>
  store.inWork(owner, async (given) => (await addJob(given, `j-${work}-${JSON.stringify(input)}`, work, input)).id);

const stateOf = async (store: Store, id: string): Promise<string | undefined> =>
  store.inWork(owner, async (work) => (await jobById(work, id))?.state);

async function until(store: Store, id: string, state: string): Promise<void> {
  for (const end = Date.now() + 25_000; Date.now() < end;) {
    if ((await stateOf(store, id)) === state) return;
    await wait(25);
  }
  expect(await stateOf(store, id)).toBe(state);
}

async function begun(store: Store, works: Record<string, JobWork>): Promise<Runner> {
  const runner = newRunner({ store, works, log: () => undefined, told: () => undefined });
  onTestFinished(async () => runner.end());
  await runner.begin();
  return runner;
}

const counting = (ran: string[]): JobWork => ({
  run: async function* (job) {
    ran.push(job.id);
    yield { done: 1, of: 2, says: 'half' };
    yield { done: 2, of: 2 };
  },
});

forEachDatabase((_name, open) => {
  it('runs what was asked for, as whoever asked, and says how far it came', async () => {
    const store = await open();
    const ran: string[] = [];
    const id = await ask(store, 'count');
    await begun(store, { count: counting(ran) });
    await until(store, id, 'done');
    const row = await store.inWork(owner, async (work) => jobById(work, id));
    expect(row).toMatchObject({ done: 2, ofAll: 2, tries: 1, askedBy: 'cli', acting: owner });
    expect(ran).toEqual([id]);
  });

  it('runs one job of an organisation at a time, however many runners look', async () => {
    const store = await open();
    let now = 0;
    let most = 0;
    const ran: string[] = [];
    const slow: JobWork = {
      run: async function* (job) {
        most = Math.max(most, (now += 1));
        await wait(40);
        now -= 1;
        ran.push(job.id);
        yield { done: 1 };
      },
    };
    const ids = [];
    for (const nth of ['1', '2', '3', '4']) ids.push(await ask(store, 'slow', { nth }));
    // Begun, the second would take the embedded database for its own alone.
    const second = newRunner({ store, works: { slow }, log: () => undefined, told: () => undefined });
    onTestFinished(async () => second.end());
    const runners = [await begun(store, { slow }), second];
    for (const id of ids) {
      while ((await stateOf(store, id)) !== 'done') {
        for (const runner of runners) runner.look();
        await wait(20);
      }
    }
    expect(most).toBe(1);
    expect(ran.toSorted()).toEqual(ids.toSorted());
  });

  it('asks for the same again only once it has begun', async () => {
    const store = await open();
    expect(await ask(store, 'count')).toBe(await ask(store, 'count'));
    await store.inWork(owner, async (work) => claimJob(work, 'me'));
    const again = await store.inWork(owner, async (work) => addJob(work, 'j-second', 'count', {}));
    expect(again.id).toBe('j-second');
  });

  it('a refusal stays one; what may pass is tried again', async () => {
    const store = await open();
    const refused: JobWork = {
      // oxlint-disable-next-line require-yield
      run: async function* () {
        throw new Fault('no', 'forbidden', 'You may not.');
      },
    };
    const away: JobWork = {
      // oxlint-disable-next-line require-yield
      run: async function* () {
        throw new Fault('database-unreachable', 'unavailable', 'Not now.');
      },
    };
    const [no, later] = [await ask(store, 'refused'), await ask(store, 'away')];
    await begun(store, { refused, away });
    await until(store, no, 'failed');
    await until(store, later, 'waiting');
    const read = async (id: string) => store.inWork(owner, async (work) => jobById(work, id));
    while ((await read(later))!.tries === 0) await wait(25);
    await until(store, later, 'waiting');
    expect((await read(no))!.problem).toMatchObject({ type: '/problems/no', detail: 'You may not.' });
    expect(Date.parse((await read(later))!.notBefore)).toBeGreaterThan(Date.parse('2026-03-01T12:00:00Z'));
  });

  it('a job whose runner fell silent is taken back and goes on with what it kept', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const store = await open({ now: () => now });
    const id = await ask(store, 'count');
    expect(await store.inWork(owner, async (work) => claimJob(work, 'killed'))).toMatchObject({ id, tries: 1 });
    expect(await store.inWork(owner, async (work) => claimJob(work, 'other'))).toBeNull();
    now = new Date('2026-03-01T12:02:00Z');
    expect(await store.inWork(owner, async (work) => claimJob(work, 'other'))).toMatchObject({ id, tries: 2 });
  });

  it('a job goes on however often the server was killed, later and later, until it must be the job itself', async () => {
    let now = Date.parse('2026-03-01T12:00:00Z');
    const store = await open({ now: () => new Date(now) });
    const id = await ask(store, 'count');
    const claims: number[] = [];
    for (let minutes = 0; minutes < 60; minutes += 1, now += 61_000) {
      const claimed = await store.inWork(owner, async (work) => claimJob(work, `killed-${minutes}`));
      if (claimed) claims.push(minutes);
    }
    expect(claims.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 6, 8]);
    expect(claims).toHaveLength(20);
    const row = await store.inWork(owner, async (work) => jobById(work, id));
    expect(row).toMatchObject({ state: 'failed', problem: { kind: 'unavailable', type: '/problems/job-lost' } });
  });

  it('a job that waits is cancelled at once, one that runs at its next step', async () => {
    const store = await open();
    let steps = 0;
    const endless: JobWork = {
      run: async function* () {
        for (;;) {
          yield { done: (steps += 1), input: {} };
          await wait(10);
        }
      },
    };
    const cancel = async (id: string) => store.inWork(owner, async (work) => cancelJob(work, id));
    const [runs, waits] = [await ask(store, 'endless', { nth: '1' }), await ask(store, 'endless', { nth: '2' })];
    const runner = await begun(store, { endless });
    await until(store, runs, 'running');
    expect((await cancel(waits))?.state).toBe('cancelled');
    await cancel(runs);
    runner.look();
    await until(store, runs, 'cancelled');
    const then = steps;
    await wait(50);
    expect(steps).toBe(then);
    expect(await store.inWork({ ...owner, orgId: 'rival' }, async (work) => cancelJob(work, runs))).toBeNull();
  });

  it('a process that ends leaves its job to the next one, and the try does not count', async () => {
    const store = await open();
    const endless: JobWork = {
      run: async function* (_job, signal) {
        while (!signal.aborted) {
          yield { done: 1 };
          await wait(10);
        }
      },
    };
    const id = await ask(store, 'endless');
    const runner = newRunner({ store, works: { endless }, log: () => undefined, told: () => undefined });
    await runner.begin();
    await until(store, id, 'running');
    await runner.end();
    const row = await store.inWork(owner, async (work) => jobById(work, id));
    expect(row).toMatchObject({ state: 'waiting', tries: 0, runner: null });
  });
});
