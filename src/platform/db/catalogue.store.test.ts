import { expect, it } from 'vitest';
import { forEachDatabase } from './databases.ts';

// Kept by the owner for the owner; the worker may not even read them.
const ownersOwn = ['customary_migration'];

// Read by one function of the tables' owner, which asks for the organisation, and for who is held, itself.
const ofOwner = new Map([['contact_search', 'own_organisation, search_reads']]);

const tables = `select c.oid::regclass::text as name, c.oid from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`;

forEachDatabase((_name, open) => {
  it('has row-level security forced on every table, with a policy for its organisation and one for who is held', async () => {
    const store = await open();
    const open_ = await store.asOwner(async (session) =>
      session.query(`select t.name, c.relrowsecurity, c.relforcerowsecurity,
          (select string_agg(polname || case when polpermissive then '' else ' restricts' end, ', ' order by polname)
             from pg_policy where polrelid = c.oid) as policies
        from (${tables}) t join pg_class c on c.oid = t.oid`),
    );
    const bare = open_.filter(
      (row) =>
        !(
          row['relrowsecurity'] === true &&
          row['relforcerowsecurity'] === true &&
          row['policies'] === (ofOwner.get(String(row['name'])) ?? 'held restricts, own_organisation')
        ),
    );
    expect(bare.map((row) => row['name'])).toEqual(ownersOwn);
    expect(open_.length).toBeGreaterThan(3);
  });

  it('carries org_id, never null, in every primary key, unique index and foreign key', async () => {
    const store = await open();
    const wrong = await store.asOwner(async (session) =>
      session.query(`select t.name, key from (${tables}) t, customary_keys_without_org(t.oid::regclass) as key`),
    );
    expect([...new Set(wrong.map((row) => row['name']))]).toEqual(ownersOwn);
  });

  it('lets no role but the worker at a table, and the worker at nothing more than rows', async () => {
    const store = await open();
    const grants = await store.asOwner(async (session) =>
      session.query(`select t.name, coalesce(a.grantee::regrole::text, '-') as grantee, a.privilege_type as privilege
        from (${tables}) t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) a where a.grantee <> c.relowner`),
    );
    expect(new Set(grants.map((row) => row['grantee']))).toEqual(new Set(['customary_worker']));
    expect([...new Set(grants.map((row) => String(row['privilege'])))].toSorted()).toEqual([
      'DELETE',
      'INSERT',
      'SELECT',
      'UPDATE',
    ]);
    expect(grants.filter((row) => ownersOwn.includes(String(row['name'])))).toEqual([]);
    const only = grants.filter((row) => row['name'] === 'event').map((row) => String(row['privilege']));
    expect(only.toSorted()).toEqual(['INSERT', 'SELECT']);
  });

  it.each([
    ['a key without org_id', `create table stray (org_id text not null, id text primary key)`, 'stray_pkey'],
    [
      'a unique index without org_id',
      `create table stray (org_id text not null, id text, primary key (org_id, id)); create unique index stray_one on stray (id)`,
      'stray_one',
    ],
    ['no org_id', `create table stray (id text primary key)`, 'org_id'],
    ['org_id that may be null', `create table stray (id text primary key, org_id text)`, 'org_id'],
    ['no primary key', `create table stray (org_id text not null)`, 'no primary key'],
  ])('refuses to protect a table with %s', async (_what, script, named) => {
    const store = await open();
    const attempt = store.asOwner(async (session) => {
      await session.script(script);
      await session.query(`select customary_protect('stray')`);
    });
    await expect(attempt).rejects.toThrow(named);
  });
});
