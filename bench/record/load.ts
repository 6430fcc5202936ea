// An organisation with a long written record: policies at ten sites and who acknowledged them, written straight into the database.
import type { Store } from '../../src/platform/db/open.ts';

export const orgId = 'bench-record';
export const sites = 10;
export const people = 200;

/** @param documents policies, each at one site, with four clauses of some 100 words; every person acknowledges those of their site */
export async function loadRecord(
  store: Store,
  documents: number,
): Promise<{ documents: number; acknowledgements: number }> {
  // The organisation's key and seal are made by its first work.
  await store.inWork({ orgId, id: 'bench', roles: ['owner'] }, async () => undefined);
  const kept = `'bench.csv', null, md5(g::text), '2026-01-02T00:00:00Z'`;
  await store.asOwner(async (session) => {
    await session.script(`set local session_replication_role = 'replica';
      insert into site (org_id, id, name, time_zone, spoken_names, origin_file, origin_row, digest, recorded_at)
        select '${orgId}', 's-' || g, 'Site ' || g, 'UTC', '{}', ${kept} from generate_series(0, ${sites - 1}) g;
      insert into person (org_id, id, name, origin_file, origin_row, digest, recorded_at)
        select '${orgId}', 'p-' || g, 'Person ' || g, ${kept} from generate_series(0, ${people - 1}) g;
      insert into post (org_id, person_id, site_id, role, from_day, origin_file, origin_row, digest, recorded_at)
        select '${orgId}', 'p-' || g, 's-' || g % ${sites}, 'rep', '2025-01-01', ${kept} from generate_series(0, ${people - 1}) g;
      insert into document_version (org_id, kind, id, version, title, owner, from_day, roles, sites, origin_file, origin_row, digest, recorded_at)
        select '${orgId}', 'policy', 'd-' || g, '1', 'Policy ' || md5(g::text), 'manager', date '2025-01-01' + g % 300, '{rep}', array['s-' || g % ${sites}], ${kept}
        from generate_series(0, ${documents - 1}) g;
      insert into policy_version (org_id, kind, id, version, class)
        select '${orgId}', 'policy', 'd-' || g, '1', 'customer-service' from generate_series(0, ${documents - 1}) g;
      insert into policy_clause (org_id, policy_id, version, id, position, words, serves, obstructs)
        select '${orgId}', 'd-' || g, '1', c::text, c, repeat('Whoever serves says what it costs before the customer asks for it. ', 8) || md5(g::text), '{}', '{}'
        from generate_series(0, ${documents - 1}) g, generate_series(1, 4) c;
      insert into acknowledgement (org_id, person_id, kind, document_id, version, on_day, answer, origin_file, origin_row, digest, recorded_at)
        select '${orgId}', 'p-' || p, 'policy', 'd-' || g, '1', date '2025-11-01' + g % 60, case when g % 97 = 0 then 'disagree' else 'understood' end, ${kept}
        from generate_series(0, ${documents - 1}) g, generate_series(0, ${people - 1}) p where p % ${sites} = g % ${sites};`);
  });
  await store.analyze(['document_version', 'policy_version', 'policy_clause', 'acknowledgement', 'person', 'post']);
  return { documents, acknowledgements: (documents * people) / sites };
}
