import { readFile } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { readAcknowledgements } from '../documents/documents.use.ts';
import type { Actor } from '../kernel/actor.ts';
import { inForce } from '../kernel/moment.ts';
import { readApprovals, readObservations, readOutages, readTargets } from '../management/management.use.ts';
import { readOrganisation, readPeopleRecord } from '../people/people-record.use.ts';
import { readAttempts } from '../personnel/personnel.use.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import type { Work } from '../platform/db/work.ts';
import { eventTable } from '../platform/ledger/event.table.ts';
import { readPolicies } from '../policies/policies.use.ts';
import { readDuties, readProcedures } from '../procedures/procedures.use.ts';
import { readCertificates } from '../training/training.use.ts';
import { importRecord } from './import-record.use.ts';
import type { RecordFile } from './record.core.ts';
import { exampleFiles } from './write-example.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

async function example(): Promise<RecordFile[]> {
  const names = await exampleFiles();
  return Promise.all(
    names.map(async (name) => ({
      name,
      bytes: new Uint8Array(await readFile(new URL(`./example/${name}`, import.meta.url))),
    })),
  );
}

function file(name: string, text: string): RecordFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

async function everything(work: Work) {
  return {
    organisation: await readOrganisation(work),
    who: await readPeopleRecord(work),
    policies: await readPolicies(work),
    procedures: await readProcedures(work),
    duties: await readDuties(work),
    acknowledgements: await readAcknowledgements(work),
    certificates: await readCertificates(work),
    observations: await readObservations(work),
    targets: await readTargets(work),
    approvals: await readApprovals(work),
    outages: await readOutages(work),
    attempts: await readAttempts(work),
  };
}

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open({ now: () => new Date('2026-04-01T12:00:00.000Z') });
  });
  const take = async (files: readonly RecordFile[]) => store.inWork(owner, async (work) => importRecord(work, files));
  const lines = async () => (await store.inWork(owner, async ({ tx }) => tx.select().from(eventTable))).length;

  it('takes the whole example in, and the same files again change nothing, in any order', async () => {
    const files = await example();
    const first = await take(files);
    expect(first.rejects).toEqual([]);
    expect(first.warnings).toEqual([]);
    expect(Object.entries(first.taken).filter(([, taken]) => taken.added === 0)).toEqual([]);
    const before = await store.inWork(owner, everything);
    const told = await lines();
    const again = await take(files.toReversed());
    expect(again.rejects).toEqual([]);
    expect(Object.values(again.taken).every((taken) => taken.added === 0 && taken.changed === 0)).toBe(true);
    expect(await store.inWork(owner, everything)).toEqual(before);
    expect(await lines()).toBe(told);
  });

  it('reads back every kind of row as the core knows it', async () => {
    await take(await example());
    const read = await store.inWork(owner, everything);
    expect(read.organisation).toMatchObject({ name: 'Harbor Self Storage', conversion: 0.38, worthOfAStay: 1450 });
    // Nine in the morning on the site's own clock, in winter.
    expect(read.who.shifts.find((one) => one.person === 'p-06')?.from).toBe('2026-03-02T17:00:00.000Z');
    expect(read.policies.find((one) => one.id === 'quoting-prices' && one.version === '2')).toMatchObject({
      class: 'customer-service',
      roles: ['rep', 'manager'],
      clauses: [
        { id: '1', serves: ['enquiry.full-cost-told'], obstructs: [] },
        { id: '2', serves: [], obstructs: ['enquiry.need-before-price'] },
      ],
    });
    expect(read.policies.find((one) => one.id === 'quoting-prices' && one.version === '2')).not.toHaveProperty(
      'legalBasis',
    );
    expect(read.procedures.find((one) => one.id === 'telephone-enquiry' && one.version === '2')?.steps).toHaveLength(6);
    expect(read.approvals.filter((one) => one.answeredAt === undefined)).toHaveLength(1);
    expect(read.acknowledgements.find((one) => one.person === 'p-10')?.answer).toBe('not-understood');
    expect(read.observations.filter((one) => one.cycle !== undefined)).toHaveLength(3);
    expect(read.certificates.find((one) => one.id === 'c-001')).toMatchObject({
      procedureVersion: '1',
      expires: '2026-02-10',
    });
  });

  it('answers as of a day: the version before the change until its last day, the new one from its first', async () => {
    await take(await example());
    const { policies } = await store.inWork(owner, everything);
    const held = (day: string) =>
      policies.filter((one) => one.id === 'quoting-prices' && inForce(one, day)).map((one) => one.version);
    expect([held('2023-12-31'), held('2024-01-01'), held('2026-02-15'), held('2026-02-16')]).toEqual([
      [],
      ['1'],
      ['1'],
      ['2'],
    ]);
  });

  it('replaces the clauses of a version that was corrected', async () => {
    await take(await example());
    const policy = (await example()).find((one) => one.name.endsWith('quoting-prices-2.md'));
    const text = new TextDecoder()
      .decode(policy?.bytes)
      .replace('## 2. Price in the first minute', '## 2. Price early');
    const done = await take([file('policies/quoting-prices-2.md', text)]);
    expect(done.rejects).toEqual([]);
    expect(done.taken.policies).toEqual({ added: 0, changed: 1, same: 0 });
    const read = await store.inWork(owner, readPolicies);
    expect(read.find((one) => one.version === '2' && one.id === 'quoting-prices')?.clauses[1]?.text).toMatch(
      /^2\. Price early/,
    );
  });

  it('lets a corrected first day replace the post it corrects, and refuses an overlap from elsewhere', async () => {
    const sites = file('sites.csv', 'id,name,time-zone\nbay,Bay Street,America/New_York\n');
    const header = 'id,name,role,site,supervisor,from,to';
    await take([sites, file('people.csv', `${header}\np-1,Ada Quill,rep,bay,,2026-01-05,\n`)]);
    const corrected = await take([file('people.csv', `${header}\np-1,Ada Quill,rep,bay,,2026-01-12,\n`)]);
    expect(corrected.rejects).toEqual([]);
    const { posts } = await store.inWork(owner, readPeopleRecord);
    expect(posts.map((one) => one.from)).toEqual(['2026-01-12']);
    const other = await take([file('moves.csv', 'person,role,site,from\np-1,manager,bay,2026-02-01\n')]);
    expect(other.rejects).toEqual([
      {
        file: 'moves.csv',
        row: 2,
        field: 'from',
        expected: 'one post of a person at a site at a time',
        remedy: 'The post in people.csv, row 2 has no end: write 2026-02-01 as its "to".',
      },
    ]);
  });

  it('keeps the good rows of a file with bad ones, and finds what an earlier import brought', async () => {
    await take(await example());
    const done = await take([
      file('certificates.csv', 'person,task,on\np-07,new-enquiry,2026-03-05\np-99,new-enquiry,2026-03-05\n'),
    ]);
    expect(done.taken.certificates).toEqual({ added: 1, changed: 0, same: 0 });
    expect(done.rejects.map((one) => [one.row, one.field])).toEqual([[3, 'person']]);
  });
});
