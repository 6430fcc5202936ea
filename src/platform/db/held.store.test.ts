// Who is held to sites or to themself: the database itself shows them no other row, whatever is asked.
import { sql, type SQL } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from './databases.ts';
import type { Store } from './open.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const northern: Actor = { ...owner, id: 'm1', roles: ['manager'], sites: ['north'] };
const rep: Actor = { ...owner, id: 'm2', roles: ['rep'], sites: ['north'], person: 'p-ann' };
const nobody: Actor = { ...owner, id: 'm3', roles: [], grants: [] };
const both: Actor = {
  ...owner,
  id: 'm4',
  roles: ['manager', 'rep'],
  person: 'p-bo',
  grants: [
    { role: 'manager', sites: ['south'] },
    { role: 'rep', sites: ['north'] },
  ],
};

const planted = `
  insert into site select 'harbor', x, x, 'UTC', null, '{}', 'f', 1, 'd', now() from unnest(array['north', 'south', 'west']) x;
  insert into person select 'harbor', x, x, 'f', 1, 'd', now() from unnest(array['p-ann', 'p-bo', 'p-cy', 'p-di']) x;
  insert into post select 'harbor', p, s, 'rep', null, '2026-01-01', null, 'f', 1, 'd', now()
    from (values ('p-ann', 'north'), ('p-bo', 'north'), ('p-cy', 'south'), ('p-di', 'west')) v (p, s);
  insert into certificate select 'harbor', 'c' || p, p, 'rent', '{}', null, null, '2026-01-02', null, null, 'f', 1, 'd', now()
    from unnest(array['p-ann', 'p-bo', 'p-cy', 'p-di']) p;
  insert into import values ('harbor', 'i', 'l', now(), now(), '{}');
  insert into contact (org_id, id, version, latest, content_hash, import_id, source_file, original_id, format, channel,
      language, timing, site_id, person_id, consent_basis, rep_from, rep_certainty, words, turns, answers, notes)
    select 'harbor', c, 1, true, c, 'i', 'f', c, 'text', 'phone', 'en', 'none', s, p, 'none', 'told', 1, 2, '[]', '[]', '[]'
    from (values ('ann', 'north', 'p-ann'), ('bo', 'north', 'p-bo'), ('cy', 'south', 'p-cy'), ('di', 'west', 'p-di'), ('none', null, null)) v (c, s, p);
  insert into mark select 'harbor', 'm-' || id, id, 1, 's', '1', 'cue', 'failed', 1, '[]', null, null from contact;
  insert into finding (org_id, run, id, mark_id, contact_id, standard, site_id, standing, odds, leading_causes, gaps, rung_ids)
    select 'harbor', 'r', 'f-' || id, 'm-' || id, id, 's', site_id, 'possible', '{}', '[]', '[]', array[id] from contact;
  insert into finding_rung select 'harbor', 'r', id, '{}' from contact;
  insert into document_version select 'harbor', 'policy', s, '1', s, null, '2026-01-01', null, null, '{}',
    case s when 'all' then '{}' else array[s] end, null, 'f', 1, 'd', now() from unnest(array['all', 'north', 'south']) s;
  insert into causes_report values ('harbor', 'x', now(), '{}');`;

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.inWork(owner, async () => undefined);
    await store.asOwner(async (session) => session.script(planted));
  });

  const ids = async (actor: Actor, query: SQL): Promise<unknown[]> =>
    store.inWork(actor, async ({ tx }) => {
      const found = (await tx.execute(query)) as unknown as { rows: { id: unknown }[] };
      return found.rows.map((row) => row.id);
    });
  const contacts = sql`select id from contact order by id`;

  it.each([
    ['an owner', owner, ['ann', 'bo', 'cy', 'di', 'none']],
    ['a manager of a site', northern, ['ann', 'bo']],
    ['a rep', rep, ['ann']],
    ['a rep who is nobody on record', { ...rep, person: undefined } as unknown as Actor, []],
    ['a manager of one site who serves at another', both, ['bo', 'cy']],
    ['a member without a grant', nobody, []],
  ])('%s sees the contacts that are theirs, and what hangs on them', async (_who, actor, seen) => {
    expect(await ids(actor, contacts)).toEqual(seen);
    expect(await ids(actor, sql`select contact_id as id from mark order by id`)).toEqual(seen);
    expect(await ids(actor, sql`select contact_id as id from finding order by id`)).toEqual(seen);
    // Answers are found by the ids that stand in a finding.
    const answers = sql`select r.id from finding f join finding_rung r on r.org_id = f.org_id and r.run = f.run and r.id = any(f.rung_ids) order by r.id`;
    expect(await ids(actor, answers)).toEqual(seen);
  });

  it('another site’s row is not there by its id either, nor can it be changed, moved or made', async () => {
    expect(await ids(northern, sql`select id from contact where id = 'cy'`)).toEqual([]);
    expect(await ids(northern, sql`update contact set words = 9 where id = 'cy' returning id`)).toEqual([]);
    expect(await ids(northern, sql`delete from mark where contact_id = 'cy' returning id`)).toEqual([]);
    await expect(ids(northern, sql`update contact set site_id = 'south' where id = 'ann'`)).rejects.toMatchObject({
      sqlState: '42501',
    });
    await expect(
      ids(
        northern,
        sql`insert into site_month (org_id, site_id, month, origin_file, digest, recorded_at)
        values ('harbor', 'south', '2026-01', 'f', 'd', now())`,
      ),
    ).rejects.toMatchObject({ sqlState: '42501' });
  });

  it('people and what is on record of them are seen where they serve, and by themselves', async () => {
    const people = sql`select id from person order by id`;
    expect(await ids(northern, people)).toEqual(['p-ann', 'p-bo']);
    expect(await ids(rep, people)).toEqual(['p-ann']);
    expect(await ids(northern, sql`select person_id as id from certificate order by 1`)).toEqual(['p-ann', 'p-bo']);
    expect(await ids(rep, sql`select person_id as id from certificate`)).toEqual(['p-ann']);
    expect(await ids(rep, sql`select id from site`)).toEqual(['north']);
  });

  it('what is written for everybody is seen by all, for one site there, and figures of the whole by none', async () => {
    expect(await ids(northern, sql`select id from document_version order by id`)).toEqual(['all', 'north']);
    expect(await ids(northern, sql`select org_id as id from causes_report`)).toEqual([]);
    expect(await ids(northern, sql`select id from import`)).toEqual([]);
    expect(await ids(owner, sql`select org_id as id from causes_report`)).toEqual(['harbor']);
  });

  it('a new table is closed to them until it is opened', async () => {
    await store.asOwner(async (session) =>
      session.script(`drop table if exists note;
        create table note (org_id text not null, id text not null, primary key (org_id, id));
        select customary_protect('note'); insert into note values ('harbor', 'n')`),
    );
    const notes = sql`select id from note`;
    expect([await ids(owner, notes), await ids(northern, notes)]).toEqual([['n'], []]);
    await store.asOwner(async (session) => session.script(`select customary_open_to_held('note', 'true')`));
    expect(await ids(northern, notes)).toEqual(['n']);
    await store.asOwner(async (session) => session.script('drop table note'));
  });

  it('who only reads is refused every change by the database', async () => {
    const auditor: Actor = { ...owner, roles: ['auditor'], readsOnly: true };
    expect(await ids(auditor, contacts)).toHaveLength(5);
    await expect(ids(auditor, sql`delete from contact`)).rejects.toMatchObject({ sqlState: '25006' });
    await expect(ids({ ...northern, readsOnly: true }, sql`delete from mark`)).rejects.toMatchObject({
      sqlState: '25006',
    });
  });

  it('the next unit of work is held to nothing of the one before', async () => {
    expect(await ids(rep, contacts)).toEqual(['ann']);
    expect(await ids(owner, contacts)).toHaveLength(5);
    expect(await ids({ ...rep, orgId: 'rival' }, contacts)).toEqual([]);
  });
});
