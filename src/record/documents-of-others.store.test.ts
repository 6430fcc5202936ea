// Whoever is held to sites changes no document that is for everybody or for other sites: not by a file, not by hand, and not by SQL under
// the role that the program has; and what was said or published is taken out of no table by it.
import { sql, type SQL } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { readPolicies } from '../policies/policies.use.ts';
import { importRecord } from './import-record.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const held = (role: 'hr' | 'district-manager'): Actor => ({
  orgId: 'harbor',
  id: 'm-nora',
  roles: [role],
  grants: [{ role, sites: ['north'] }],
});
const policy = (id: string, sites: string, words: string): string =>
  `---\nid: ${id}\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n${sites}---\n# Rules of ${id}\n\n1. ${words}\n`;
const files = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv': 'id,name,role,site,supervisor,from\np-bo,Bo Lind,rep,north,,2025-01-01\n',
  'policies/all.md': policy('all', '', 'The rep says the price.'),
  'policies/north.md': policy('north', 'sites: [north]\n', 'The rep opens at eight.'),
  'policies/both.md': policy('both', 'sites: [north, south]\n', 'The rep closes at six.'),
  'acknowledgements.csv': 'person,kind,document,version,on,answer\np-bo,policy,all,1,2025-02-01,understood\n',
};

forEachDatabase((_name, open) => {
  let store: Store;
  const bring = async (actor: Actor, given: Readonly<Record<string, string>>) =>
    store.inWork(actor, async (work) =>
      importRecord(
        work,
        Object.entries(given).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      ),
    );
  const words = async (): Promise<Record<string, string>> =>
    store.inWork(owner, async (work) =>
      Object.fromEntries((await readPolicies(work)).map((one) => [one.id, one.clauses.map(({ text }) => text).join()])),
    );
  const refused = async (actor: Actor, statement: SQL): Promise<string> =>
    store
      .inWork(actor, async ({ tx }) => tx.execute(statement))
      .then(
        () => 'done',
        () => 'refused',
      );

  beforeEach(async () => {
    store = await open();
    expect((await bring(owner, files)).rejects).toEqual([]);
  });

  it('a file changes their own sites’ documents, and is told which of its rows are not theirs', async () => {
    for (const role of ['hr', 'district-manager'] as const) {
      const again = await bring(held(role), { 'policies/all.md': files['policies/all.md'] });
      expect(again.rejects).toEqual([]);
      // Nor where the same words come in another file.
      const moved = await bring(held(role), { 'elsewhere/all-of-it.md': files['policies/all.md'] });
      expect([moved.rejects, moved.taken['policies']]).toEqual([[], expect.objectContaining({ same: 1, changed: 0 })]);
      const { rejects, taken } = await bring(held(role), {
        'policies/all.md': policy('all', '', `The rep says nothing, says ${role}.`),
        'policies/both.md': policy('both', 'sites: [north]\n', 'Only ours now.'),
        'policies/new.md': policy('new', '', 'For everybody.'),
        'policies/north.md': policy('north', 'sites: [north]\n', `The rep opens at nine, says ${role}.`),
        'procedures/all.md': '---\nid: keys\nversion: 1\nfrom: 2025-01-01\n---\n# Keys\n\n1. Count them.\n',
      });
      expect(rejects.map(({ field, file }) => `${file} ${field}`).toSorted()).toEqual([
        'policies/all.md sites',
        'policies/both.md sites',
        'policies/new.md sites',
        'procedures/all.md sites',
      ]);
      expect(taken['policies']).toMatchObject({ added: 0, changed: 1 });
      expect(await words()).toEqual({
        all: 'The rep says the price.',
        both: 'The rep closes at six.',
        north: `The rep opens at nine, says ${role}.`,
      });
    }
  });

  it('the database refuses it too, whatever the program says', async () => {
    const hr = held('hr');
    for (const statement of [
      sql`update document_version set title = 'Other' where id = 'all'`,
      sql`update document_version set to_day = '2026-01-01' where id = 'both'`,
      sql`update document_version set sites = '{north}' where id = 'both'`,
      sql`update document_version set sites = '{}' where id = 'north'`,
      sql`update policy_clause set words = 'Other' where policy_id = 'all'`,
      sql`delete from policy_clause where policy_id = 'both'`,
      sql`update policy_version set class = 'exempt' where id = 'all'`,
      sql`insert into policy_clause (org_id, policy_id, version, id, position, words, serves, obstructs) values ('harbor', 'all', '1', '2', 1, 'x', '{}', '{}')`,
      sql`insert into document_version (org_id, kind, id, version, title, from_day, roles, sites, origin_file, digest, recorded_at)
        values ('harbor', 'policy', 'x', '1', 'x', '2025-01-01', '{}', '{}', 'x', 'x', now())`,
    ])
      expect(await refused(hr, statement)).toBe('refused');
    expect(await refused(hr, sql`update document_version set title = 'Ours' where id = 'north'`)).toBe('done');
    // Links to standards, which whoever answers for a clause may say of any of them.
    expect(await refused(hr, sql`update policy_clause set serves = '{open.greeted}' where policy_id = 'all'`)).toBe(
      'done',
    );
  });

  it('nothing that was published, said or written is deleted as the role that the program has', async () => {
    for (const table of [
      'document_version',
      'policy_version',
      'procedure_version',
      'document_text',
      'document_review',
      'acknowledgement',
      'job_description',
      'letter',
      'letter_event',
      'reader_note',
      'clause_reason',
      'procedure_run',
      'procedure_run_event',
    ]) {
      const deleted = await refused(owner, sql`delete from ${sql.identifier(table)}`);
      expect([table, deleted]).toEqual([table, 'refused']);
    }
    expect((await words())['all']).toBe('The rep says the price.');
  });
});
