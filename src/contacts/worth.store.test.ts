import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { contactKeyTable } from './contact.table.ts';
import { factKeyHash } from './identity.core.ts';
import { contactWorthTable } from './worth.table.ts';
import { importWorths, readWorths } from './worth.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const from = { file: 'outcomes.csv', row: 2 };

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  it('waits for its contact, is found by any name the contact goes by, and keeps none of them', async () => {
    const row = { contact: 'Call-0302-01.vtt', outcome: 'rented', worth: 1380.5, on: '2026-03-02' };
    await store.inWork(owner, async (work) => importWorths(work, [{ row, from }]));
    expect(await store.inWork(owner, readWorths)).toEqual([]);
    await store.inWork(owner, async ({ tx, key }) => {
      const keys = ['call-0302-01', 'call-0302-01.vtt'].map((name) => factKeyHash(key, name));
      await tx.insert(contactKeyTable).values(keys.map((keyHash) => ({ orgId: 'harbor', keyHash, contactId: 'c1' })));
    });
    expect(await store.inWork(owner, readWorths)).toEqual([
      { contact: 'c1', outcome: 'rented', worth: 1380.5, on: '2026-03-02' },
    ]);
    const stored = await store.inWork(owner, async ({ tx }) => tx.select().from(contactWorthTable));
    expect(JSON.stringify(stored)).not.toMatch(/call-0302/i);
  });

  it('is replaced when told anew', async () => {
    const tell = async (worth: number) =>
      store.inWork(owner, async (work) => importWorths(work, [{ row: { contact: 'c-1', worth }, from }]));
    expect(await tell(10)).toEqual({ added: 1, changed: 0, same: 0 });
    expect(await tell(10)).toEqual({ added: 0, changed: 0, same: 1 });
    expect(await tell(12)).toEqual({ added: 0, changed: 1, same: 0 });
  });
});
