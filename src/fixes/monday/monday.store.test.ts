// The Monday page by mail, on both databases: each owner gets it once a week, whoever writes it, however often it is begun, and late
// where no server ran on the day.
import { beforeEach, expect, it } from 'vitest';
import { writeGrants, writeMember } from '../../auth/members/member.store.ts';
import type { Actor, Grant } from '../../kernel/actor.ts';
import { contactTable, importTable } from '../../contacts/contact.table.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Job } from '../../platform/jobs/job.core.ts';
import { claimJob } from '../../platform/jobs/jobs.store.ts';
import { readOutbox } from '../../platform/mail/post-mail.ts';
import { moneyReports } from '../../diagnosis/money/money.store.ts';
import type { MoneyFound } from '../../diagnosis/money/money-report.core.ts';
import { mondayWork, newMondayClock } from './monday.job.ts';
import { keepChoice } from './monday.use.ts';

const program: Actor = { orgId: 'harbor', id: 'test', roles: ['owner'] };
const ofAll: Grant = { role: 'owner', sites: null };
let now: Date;

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    // A Sunday.
    now = new Date('2026-03-08T12:00:00Z');
    store = await open({ now: () => now });
    await addOwner('m-1', 'one@bay.example');
  });
  const addOwner = async (id: string, email: string | null, grant = ofAll): Promise<void> =>
    store.inWork(program, async (work) => {
      await writeMember(work, { id, name: id, email, person: null });
      await writeGrants(work, id, [grant]);
    });
  const bringOne = async (): Promise<void> =>
    store.inWork(program, async ({ tx }) => {
      const orgId = 'harbor';
      const counts = {};
      await tx.insert(importTable).values({ orgId, id: 'i', label: 'x', startedAt: '2026-03-01T00:00:00Z', counts });
      await tx.insert(contactTable).values({
        orgId,
        id: 'c1',
        version: 1,
        latest: true,
        contentHash: 'h',
        importId: 'i',
        sourceFile: 'a.txt',
        originalId: 'a',
        format: 'text',
        channel: 'phone',
        language: 'en',
        timing: 'none',
        repFrom: 'worked-out',
        repCertainty: 1,
        words: 1,
        turns: [{ speaker: 'rep', text: 'Hello.' }],
        answers: [],
        notes: [],
        consentBasis: 'not stated',
        startedLocal: '2026-03-03T10:00:00',
      });
    });
  const clock = () =>
    newMondayClock({
      store,
      log: (line) => expect(line).toBe('nothing to log'),
      address: () => 'https://care.example',
      look: () => undefined,
      written: () => undefined,
    });
  const jobs = async (): Promise<Job | null> => store.inWork(program, async (work) => claimJob(work, 'runner'));
  const write = async (signal = new AbortController().signal): Promise<void> => {
    const work = mondayWork({ store, address: () => null, written: () => undefined });
    for await (const _ of work.run({ orgId: 'harbor' } as Job, signal));
  };
  const outbox = async (): Promise<string[]> =>
    (await store.inWork(program, readOutbox)).map((one) => one.to).toSorted();

  it('is asked for once, from seven on Monday on, also days later where nobody looked before', async () => {
    await bringOne();
    await clock().look();
    now = new Date('2026-03-09T06:59:00Z');
    await clock().look();
    expect(await jobs()).toBeNull();
    now = new Date('2026-03-12T20:00:00Z');
    await Promise.all([clock().look(), clock().look()]);
    expect(await jobs()).toMatchObject({ work: 'monday', input: { monday: '2026-03-09' } });
    await clock().look();
    expect(await jobs()).toBeNull();
  });

  it('is written once to each owner, though two processes write at once, and one was stopped before', async () => {
    await bringOne();
    await addOwner('m-2', 'two@bay.example');
    now = new Date('2026-03-09T07:00:00Z');
    const stop = new AbortController();
    const first = mondayWork({ store, address: () => null, written: () => undefined });
    for await (const _ of first.run({ orgId: 'harbor' } as Job, stop.signal)) stop.abort();
    expect(await outbox()).toHaveLength(1);
    await Promise.all([write(), write(), write()]);
    await write();
    expect(await outbox()).toEqual(['one@bay.example', 'two@bay.example']);
    now = new Date('2026-03-16T07:00:00Z');
    await write();
    expect(await outbox()).toHaveLength(4);
  });

  it('goes to no owner who switched it off, came after it was due, or owns some sites alone', async () => {
    await bringOne();
    await addOwner('m-2', 'off@bay.example');
    await addOwner('m-3', 'north@bay.example', { role: 'owner', sites: ['north'] });
    await store.inWork({ orgId: 'harbor', id: 'm-2', roles: ['owner'] }, async (work) => keepChoice(work, false));
    now = new Date('2026-03-09T09:00:00Z');
    await addOwner('m-4', 'new@bay.example');
    await write();
    expect(await outbox()).toEqual(['one@bay.example']);
  });

  it('of an organisation that has brought nothing in is not written', async () => {
    now = new Date('2026-03-09T09:00:00Z');
    await clock().look();
    await write();
    expect([await jobs(), await outbox()]).toEqual([null, []]);
  });

  it('what is sure to cost business is told the day it is, once, whoever looks', async () => {
    const look = async (...ids: string[]): Promise<void> => {
      const madeAt = now.toISOString();
      await store.inWork(program, async ({ tx }) =>
        moneyReports.write(tx, 'harbor', { readFrom: madeAt, madeAt, report: certainOf(ids) }),
      );
      await Promise.all([clock().look(), clock().look()]);
    };
    await look();
    expect(await outbox()).toEqual([]);
    await look('asked');
    await look('asked');
    expect(await outbox()).toEqual(['one@bay.example']);
    now = new Date('2026-03-09T12:00:00Z');
    await look('asked', 'greeted');
    const [last, ...others] = await store.inWork(program, readOutbox);
    expect(others).toHaveLength(1);
    expect(last!.words).toContain('greeted');
    expect(last!.words).not.toContain('asked');
  });
});

function certainOf(ids: readonly string[]): MoneyFound {
  const figure = { value: 20, from: 10, to: 30 };
  return {
    kind: 'outcomes',
    currency: 'USD',
    from: null,
    to: null,
    enquiries: { won: 100, lost: 100, open: 0, aMonth: 100, aMonthSource: 'counted' },
    worth: null,
    together: { lost: figure, money: null, ofLost: figure },
    standards: ids.map((id) => ({
      standard: id,
      title: id,
      missed: 30,
      of: 90,
      lost: figure,
      money: null,
      aMiss: { lost: figure, money: null },
      p: 0.001,
      stands: true,
    })),
    notAsked: [],
    afterwards: [],
    clauses: [],
    controls: [],
    confounded: false,
    customers: [],
    assumptions: [],
    told: [],
  };
}
