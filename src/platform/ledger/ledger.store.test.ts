import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { insertMany } from '../db/insert-many.ts';
import { append } from './append.ts';
import { readHead } from './chain.core.ts';
import { hashOf, type LedgerLine } from './event.core.ts';
import { eventTable } from './event.table.ts';
import { verifyLedger, type LedgerReport } from './verify-ledger.ts';

const actor: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

forEachDatabase((_name, open) => {
  let store: Store;
  let whole: LedgerReport;

  beforeEach(async () => {
    store = await open();
    await store.inWork(actor, async (work) => {
      for (let index = 1; index <= 9; index += 1) {
        await append(work, {
          kind: 'contacts.added',
          subjects: [`c${index}`, `"${index}`],
          digestOf: `words ${index}`,
        });
      }
    });
    whole = await verify();
  });

  async function verify(head?: string): Promise<LedgerReport> {
    return store.inWork(actor, async (work) => verifyLedger(work, head));
  }

  // As somebody with the database's own superuser would, past the triggers.
  async function tamper(script: string): Promise<void> {
    await store.asOwner(async (session) => session.script(`set local session_replication_role = 'replica'; ${script}`));
  }

  it('holds as it was appended', () => {
    expect(whole).toMatchObject({ lines: 9, wrong: [] });
  });

  it('keeps neither names nor words, and a digest that needs the key', async () => {
    const lines = await store.inWork(actor, async ({ tx }) => tx.select().from(eventTable));
    expect(JSON.stringify(lines)).not.toContain('words');
    expect(new Set(lines.map((line) => line.digest)).size).toBe(9);
  });

  it.each([
    ['a changed line', `update event set subjects = '{c4,other}' where seq = 4`, { seq: 4, flaw: 'changed' }],
    ['a changed time', `update event set at = at + interval '1 ms' where seq = 4`, { seq: 4, flaw: 'changed' }],
    ['a missing line', `delete from event where seq = 4`, { seq: 4, flaw: 'missing' }],
    ['a missing first line', `delete from event where seq = 1`, { seq: 1, flaw: 'missing' }],
    [
      'two lines in each other’s place',
      `update event set seq = 99 where seq = 4; update event set seq = 4 where seq = 5; update event set seq = 5 where seq = 99`,
      { seq: 4, flaw: 'reordered' },
    ],
    ['a cut-off end', `delete from event where seq > 7`, { seq: 8, flaw: 'cut-off' }],
    ['an emptied ledger', `delete from event`, { seq: 1, flaw: 'cut-off' }],
    ['a line of another organisation', `update event set org_id = 'rival' where seq = 4`, { seq: 4, flaw: 'missing' }],
  ])('finds and names %s', async (_what, script, named) => {
    await tamper(script);
    expect((await verify()).wrong[0]).toMatchObject(named);
  });

  it('finds an end cut off together with its head only by a head written down before', async () => {
    await tamper(
      `delete from event where seq > 7; update ledger_head set seq = 7, hash = (select hash from event where seq = 7)`,
    );
    expect((await verify()).wrong).toEqual([]);
    expect((await verify(whole.head)).wrong).toMatchObject([{ seq: 8, flaw: 'cut-off' }]);
  });

  it('accepts a head written down before, when the ledger has only grown', async () => {
    await store.inWork(actor, async (work) => append(work, { kind: 'contacts.added', subjects: [] }));
    expect(await verify(whole.head)).toMatchObject({ lines: 10, wrong: [] });
  });

  it('refuses a head that is none', async () => {
    await expect(verify('latest')).rejects.toMatchObject({ slug: 'ledger-head-malformed' });
  });

  it('reads a chain longer than a batch', async () => {
    await store.inWork(actor, async ({ tx }) => {
      let last: Pick<LedgerLine, 'seq' | 'hash'> = readHead(whole.head)!;
      const lines = Array.from({ length: 1010 }, () => {
        const next = {
          orgId: 'harbor',
          seq: last.seq + 1,
          at: '2026-03-01T12:00:00.000Z',
          actor: 'cli',
          kind: 'a.done',
          subjects: [],
          salt: '',
          digest: null,
          prev: last.hash,
        };
        const line = { ...next, hash: hashOf(next) };
        last = line;
        return line;
      });
      await insertMany(
        tx,
        eventTable,
        lines.map((line) => ({ ...line, at: new Date(line.at) })),
      );
    });
    expect(await verify()).toMatchObject({ lines: 1019, wrong: [] });
  });

  it('refuses update, delete and truncate even to the owner of the tables', async () => {
    for (const statement of [`update event set kind = 'x'`, 'delete from event', 'truncate event']) {
      await expect(store.asOwner(async (session) => session.query(statement))).rejects.toThrow('append-only');
    }
  });

  it('refuses a line that does not follow the head', async () => {
    const line = {
      orgId: 'harbor',
      seq: 11,
      at: new Date(0),
      actor: 'cli',
      kind: 'x',
      subjects: [],
      salt: 's',
      prev: '0'.repeat(64),
      hash: '1'.repeat(64),
    };
    await expect(store.inWork(actor, async ({ tx }) => tx.insert(eventTable).values(line))).rejects.toMatchObject({
      sqlState: '40001',
    });
  });

  it('appends one after another when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 16 }, async () =>
        store.inWork(actor, async (work) => append(work, { kind: 'a.done', subjects: [] })),
      ),
    );
    expect(await verify()).toMatchObject({ lines: 25, wrong: [] });
  });
});
