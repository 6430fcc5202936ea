import { and, asc, eq, gt } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from './databases.ts';
import { eachBatch } from './each-batch.ts';
import { insertMany } from './insert-many.ts';
import type { Store } from './open.ts';

const actor: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

// The drivers differ in the kind of bytes they give.
const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (bytes) => Buffer.from(bytes),
});

const pieceTable = pgTable(
  'piece',
  {
    orgId: text().notNull(),
    idOfPiece: text().notNull(),
    words: text(),
    flag: boolean(),
    place: integer().notNull().default(7),
    large: bigint({ mode: 'bigint' }),
    part: real(),
    at: timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
    doc: jsonb(),
    bytes: bytea(),
    list: text().array(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.idOfPiece] })],
);
type Piece = typeof pieceTable.$inferInsert;

forEachDatabase((_name, open) => {
  let store: Store;

  beforeAll(async () => {
    // The table stays for the file; each test empties it.
    await (
      await open()
    ).asOwner(async (session) =>
      session.script(`create table piece (org_id text not null, id_of_piece text not null, words text, flag boolean, place integer not null default 7,
        large bigint, part real, at timestamptz(3), doc jsonb, bytes bytea, list text[], primary key (org_id, id_of_piece));
        select customary_protect('piece');`),
    );
  });
  beforeEach(async () => {
    store = await open();
  });

  async function into(rows: Piece[], options?: Parameters<typeof insertMany>[3]): Promise<number> {
    return store.inWork(actor, async ({ tx }) => insertMany(tx, pieceTable, rows, options));
  }

  async function all(): Promise<unknown[]> {
    return store.inWork(actor, async ({ tx }) => tx.select().from(pieceTable).orderBy(asc(pieceTable.idOfPiece)));
  }

  it('reads back every type as it went in', async () => {
    const row = {
      orgId: 'harbor',
      idOfPiece: 'a',
      words: 'a "quoted" \\ line\n\u2028 é 😀',
      flag: false,
      place: -3,
      large: 9_007_199_254_740_993n,
      part: 0.5,
      at: new Date('2026-03-01T12:00:00.123Z'),
      doc: { list: [1, null, 'x'], text: 'a\\b' },
      bytes: Buffer.from([0, 255, 10]),
      list: ['one', 'two, "three"', ''],
    };
    expect(await into([row])).toBe(1);
    expect(await all()).toEqual([row]);
  });

  it('reads back any document, text or array', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.string({ unit: 'binary', minLength: 1 }).filter((id) => !id.includes('\0')),
          { minLength: 1, maxLength: 20 },
        ),
        fc.array(fc.jsonValue(), { maxLength: 20 }),
        async (ids, docs) => {
          const rows = ids.map((idOfPiece, index) => ({
            orgId: 'harbor',
            idOfPiece,
            doc: { value: docs[index] ?? 0 },
            list: ids,
          }));
          await store.inWork(actor, async ({ tx }) => {
            await tx.delete(pieceTable);
            expect(await insertMany(tx, pieceTable, rows, { batch: 7 })).toBe(rows.length);
            const found = new Map((await tx.select().from(pieceTable)).map((row) => [row.idOfPiece, row]));
            expect(found.size).toBe(rows.length);
            for (const row of rows) {
              expect(found.get(row.idOfPiece)?.list).toEqual(ids);
              expect(found.get(row.idOfPiece)?.doc).toEqual(storedForm(row.doc));
            }
          });
        },
      ),
      // Each run is a transaction; what differs between runs is only the text.
      { numRuns: 15, examples: [[['a'], [{ b: 1e21, a: -0 }]]] },
    );
  });

  it('leaves defaults to the database where no row names the column', async () => {
    await into([{ orgId: 'harbor', idOfPiece: 'a' }]);
    expect(await all()).toMatchObject([{ place: 7, words: null }]);
  });

  it('fails as a whole on a key that is there, or leaves those rows out when told to', async () => {
    await into([{ orgId: 'harbor', idOfPiece: 'a', words: 'first' }]);
    const more = [
      { orgId: 'harbor', idOfPiece: 'a', words: 'second' },
      { orgId: 'harbor', idOfPiece: 'b', words: null },
    ];
    await expect(into(more)).rejects.toMatchObject({ sqlState: '23505' });
    expect(await into(more, { onConflict: 'nothing' })).toBe(1);
    expect(await all()).toMatchObject([{ words: 'first' }, { idOfPiece: 'b' }]);
  });

  it('replaces what PostgreSQL cannot hold instead of refusing the batch', async () => {
    await into([{ orgId: 'harbor', idOfPiece: 'a', words: 'a\0b\ud800c', doc: { turns: ['\0', '\\u0000'] } }]);
    expect(await all()).toMatchObject([{ words: 'a\uFFFDb\uFFFDc', doc: { turns: ['\uFFFD', '\\u0000'] } }]);
  });

  it('does nothing with no rows', async () => {
    expect(await into([])).toBe(0);
  });

  it('is read again in batches, each row once, in order', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      orgId: 'harbor',
      idOfPiece: `p${String(index).padStart(2, '0')}`,
    }));
    await into(rows);
    const sizes: number[] = [];
    const ids: string[] = [];
    await store.inWork(actor, async ({ tx }) => {
      const batches = eachBatch<typeof pieceTable.$inferSelect>(
        (after, size) =>
          tx
            .select()
            .from(pieceTable)
            .where(and(eq(pieceTable.orgId, 'harbor'), after && gt(pieceTable.idOfPiece, after.idOfPiece)))
            .orderBy(asc(pieceTable.idOfPiece))
            .limit(size),
        10,
      );
      for await (const batch of batches) {
        sizes.push(batch.length);
        ids.push(...batch.map((row) => row.idOfPiece));
      }
    });
    expect(sizes).toEqual([10, 10, 5]);
    expect(ids).toEqual(rows.map((row) => row.idOfPiece));
  });
});

/** A document as jsonb keeps it: no negative zero, no NUL, no half of a pair. */
function storedForm(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(storedForm);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storedForm(part)]));
  return Object.is(value, -0) ? 0 : value;
}
