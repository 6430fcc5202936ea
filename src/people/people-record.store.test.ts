import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Sourced } from '../kernel/sourced.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { eventTable } from '../platform/ledger/event.table.ts';
import type { Post } from './people.core.ts';
import type { PeopleRows } from './people-record.use.ts';
import {
  importPeople,
  readOrganisation,
  readPeopleRecord,
  readSourcedPosts,
  readSpokenWords,
} from './people-record.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
const rep: Actor = { orgId: 'harbor', id: 'p-1', roles: ['rep'] };

const from = <T>(row: T, line = 2): Sourced<T> => ({ row, from: { file: 'people.csv', row: line } });
const post: Post = { person: 'p-1', site: 'bay', role: 'rep', supervisor: 'p-2', from: '2026-01-05', to: '2026-06-01' };

function rows(more: Partial<PeopleRows> = {}): PeopleRows {
  return {
    organisation: [
      from({
        name: 'Harbor Self Storage',
        otherNames: ['Harbor'],
        customerWord: 'customer',
        products: ['unit'],
        currency: 'USD',
        conversion: 0.4,
      }),
    ],
    sites: [from({ id: 'bay', name: 'Bay Street', timeZone: 'America/New_York', spokenNames: ['Bay'] })],
    siteMonths: [from({ site: 'bay', month: '2026-02', occupancy: 0.91, moveIns: 12, revenue: 48_200.5 })],
    people: [from({ id: 'p-1', name: 'Ada Quill' }), from({ id: 'p-2', name: 'Ben Rook' }, 3)],
    posts: [from(post)],
    correctedPosts: [],
    shifts: [from({ person: 'p-1', site: 'bay', from: '2026-03-01T14:00:00.000Z', to: '2026-03-01T22:00:00.000Z' })],
    authorityLimits: [
      from({ id: 'l-1', role: 'rep', act: 'refund', limit: 25, from: '2026-01-01', standards: ['complaint.fix-now'] }),
    ],
    ...more,
  };
}

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  const lines = async () => store.inWork(owner, async ({ tx }) => tx.select().from(eventTable));

  it('gives back exactly what it took in, of its own organisation only', async () => {
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const read = await store.inWork(owner, readPeopleRecord);
    const given = rows();
    expect(read).toEqual({
      sites: given.sites.map((one) => one.row),
      siteMonths: given.siteMonths.map((one) => one.row),
      people: given.people.map((one) => one.row),
      posts: given.posts.map((one) => one.row),
      shifts: given.shifts.map((one) => one.row),
      authorityLimits: given.authorityLimits.map((one) => one.row),
    });
    expect(await store.inWork(owner, readOrganisation)).toEqual(given.organisation[0]?.row);
    expect(await store.inWork(owner, readSpokenWords)).toEqual({
      business: ['Harbor Self Storage', 'Harbor'],
      sites: ['Bay Street', 'Bay'],
      products: ['unit'],
    });
    expect((await store.inWork(rival, readPeopleRecord)).people).toEqual([]);
  });

  it('leaves the choice of standards as it was where a file says nothing of it', async () => {
    const brought = async (standards?: readonly string[]) =>
      store.inWork(owner, async (work) => {
        const [one] = rows().organisation;
        await importPeople(work, rows({ organisation: [from({ ...one!.row, ...(standards ? { standards } : {}) })] }));
        return (await readOrganisation(work))?.standards;
      });
    expect(await brought()).toBeUndefined();
    expect(await brought(['telephone'])).toEqual(['telephone']);
    expect(await brought()).toEqual(['telephone']);
    expect(await brought(['all'])).toEqual(['all']);
  });

  it('changes nothing and tells the ledger nothing the second time', async () => {
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const told = (await lines()).length;
    const again = await store.inWork(owner, async (work) => importPeople(work, rows()));
    expect(Object.values(again).every((one) => one.added === 0 && one.changed === 0)).toBe(true);
    expect(await lines()).toHaveLength(told);
  });

  it('replaces a changed row, tells the ledger which by its id, and never a name', async () => {
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const renamed = rows({
      people: [from({ id: 'p-1', name: 'Ada Quill-Moss' }), from({ id: 'p-2', name: 'Ben Rook' }, 3)],
    });
    const { people } = await store.inWork(owner, async (work) => importPeople(work, renamed));
    expect(people).toEqual({ added: 0, changed: 1, same: 1 });
    const last = (await lines()).toSorted((a, b) => a.seq - b.seq).at(-1);
    expect(last).toMatchObject({ kind: 'people.changed', subjects: ['p-1'] });
    expect(JSON.stringify(await lines())).not.toMatch(/Quill|Rook/);
    expect((await store.inWork(owner, readPeopleRecord)).people[0]?.name).toBe('Ada Quill-Moss');
  });

  it('follows a row that only moved within its file', async () => {
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const moved = await store.inWork(owner, async (work) => importPeople(work, rows({ posts: [from(post, 9)] })));
    expect(moved.posts).toEqual({ added: 0, changed: 0, same: 1 });
    expect(await store.inWork(owner, readSourcedPosts)).toEqual([{ row: post, from: { file: 'people.csv', row: 9 } }]);
  });

  it('takes out a post whose first day was corrected', async () => {
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const right = { ...post, from: '2026-01-12' };
    await store.inWork(owner, async (work) =>
      importPeople(work, rows({ posts: [from(right)], correctedPosts: [post] })),
    );
    expect((await store.inWork(owner, readPeopleRecord)).posts).toEqual([right]);
    expect((await lines()).map((one) => one.kind)).toContain('posts.corrected');
  });

  it('refuses a rep, and a row that points outside the organisation', async () => {
    await expect(store.inWork(rep, async (work) => importPeople(work, rows()))).rejects.toMatchObject({
      slug: 'record-import-forbidden',
    });
    await store.inWork(owner, async (work) => importPeople(work, rows()));
    const strays = rows({ organisation: [], sites: [], siteMonths: [], people: [], shifts: [], authorityLimits: [] });
    await expect(store.inWork(rival, async (work) => importPeople(work, strays))).rejects.toThrow();
  });
});
