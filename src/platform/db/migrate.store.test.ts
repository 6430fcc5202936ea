import { expect, it } from 'vitest';
import { sha256 } from '../../kernel/digest.ts';
import type { Database } from './database.ts';
import { forEachDatabase } from './databases.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { openDatabase } from './open.ts';

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: sha256(sql) };
}

const one = migration('0001_one.sql', 'create table one (id text); insert into one values (1);');
const two = migration('0002_two.sql', 'create table two (id text);');

forEachDatabase((_name, _open, fresh) => {
  async function onFresh(test: (database: Database) => Promise<void>): Promise<void> {
    const database = await openDatabase(await fresh());
    try {
      await test(database);
    } finally {
      await database.close();
    }
  }

  it('applies what is missing, in order, once; keeps nothing of one that fails; refuses one edited or unknown', async () => {
    await onFresh(async (database) => {
      expect(await migrate(database, [one])).toEqual(['0001_one.sql']);
      expect(await migrate(database, [one, two])).toEqual(['0002_two.sql']);
      expect(await migrate(database, [one, two])).toEqual([]);

      const half = migration('0003_half.sql', 'create table three (id text); create table one (id text);');
      await expect(migrate(database, [one, two, half])).rejects.toMatchObject({
        slug: 'migration-failed',
        message: expect.stringContaining('0003_half.sql'),
      });
      const left = await database.asOwner(async (session) => session.query(`select to_regclass('three') as three`));
      expect(left).toEqual([{ three: null }]);

      const edited = migration('0002_two.sql', 'create table two (id text, more text);');
      await expect(migrate(database, [one, edited])).rejects.toMatchObject({ slug: 'migration-edited' });
      await expect(migrate(database, [one])).rejects.toMatchObject({ slug: 'store-newer' });
    });
  });

  it('takes turns when two migrate at once', async () => {
    await onFresh(async (database) => {
      const applied = await Promise.all([migrate(database, [one, two]), migrate(database, [one, two])]);
      expect(applied.flat().length).toBeGreaterThanOrEqual(2);
      expect(await database.asOwner(async (session) => session.query('select id from one'))).toEqual([{ id: '1' }]);
    });
  });
});

it('ships migrations that are named and numbered as the law says', async () => {
  const migrations = await readMigrations();
  expect(migrations[0]?.name).toBe('0001_platform.sql');
  const numbers = migrations.map((each) => each.name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});
