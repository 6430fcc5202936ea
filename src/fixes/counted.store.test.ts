// What people said of contacts that a plan drew stands beside the machine's marks wherever fixes are judged; what was picked doesn't.
import { expect, it } from 'vitest';
import { forEachDatabase } from '../platform/db/databases.ts';
import { owner, plant, someContacts } from '../review/planted.test-data.ts';
import { seedReviews } from '../review/reviewed.test-data.ts';
import { readCounted } from './counted.use.ts';

forEachDatabase((_name, open) => {
  it('a drawn review is a second look at the contact; one that was picked is none', async () => {
    const store = await open();
    await plant(store, someContacts(6));
    const standard = 'greeting.name';
    const read = async () => store.inWork(owner, async (work) => (await readCounted(work, [standard])).get(standard)!);
    const before = await read();
    await store.inWork(owner, async (work) =>
      seedReviews(work, [
        { contact: 'c000', reviewer: 'rita', verdict: 'failed', standard, version: `v-${standard}`, probability: 0.2 },
        { contact: 'c003', reviewer: 'rita', verdict: 'failed', standard, purpose: 'targeted', probability: null },
      ]),
    );
    const after = await read();
    expect(before.twice).toHaveLength(0);
    expect(after.twice).toMatchObject([{ person: 1 }]);
    expect(after.counts).toEqual(before.counts);
  });
});
