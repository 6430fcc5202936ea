// One tampering with a row of the database past everything that guards it, checked and undone.
import { verifyRows } from '../../src/binder/seal/verify-rows.use.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Store } from '../../src/platform/db/open.ts';

const tables: readonly (readonly [table: string, kind: string, change: string])[] = [
  ['document_version', 'policies procedures', `title = title || '!'`],
  ['policy_clause', 'policies', `words = words || '!'`],
  ['procedure_step', 'procedures', `words = words || '!'`],
  [
    'acknowledgement',
    'acknowledgements',
    `answer = case answer when 'understood' then 'disagree' else 'understood' end`,
  ],
  ['certificate', 'certificates', `task = task || '2'`],
  ['post', 'posts', `role = role || '2'`],
  ['observation', 'observations', `act = case act when 'help' then 'guide' else 'help' end`],
  ['duty', 'duties', `task = task || '2'`],
];

/** Whether it was found, and a row of the table named. */
export async function tamperOnce(store: Store, actor: Actor, chance: () => number): Promise<boolean> {
  const [table, kinds, change] = tables[Math.floor(chance() * tables.length)]!;
  const rows = await store.asOwner(async (session) =>
    (await session.query(`select row_to_json(t)::text as json from "${table}" t order by 1`)).map((row) =>
      String(row['json']),
    ),
  );
  const quoted = (json: string): string => json.replaceAll("'", "''");
  const json = quoted(rows[Math.floor(chance() * rows.length)]!);
  const at = `ctid in (select ctid from "${table}" t where row_to_json(t)::text = '${json}')`;
  const dated = json.includes('"recorded_at"');
  const acts = [
    `update "${table}" set ${change} where ${at}`,
    `delete from "${table}" where ${at}`,
    dated
      ? `update "${table}" set recorded_at = recorded_at - interval '40 days' where ${at}`
      : `update "${table}" set ${change} where ${at}`,
    dated && json.includes('"id"')
      ? `insert into "${table}" select * from json_populate_record(null::"${table}", ('${json}'::jsonb || '{"id":"slipped-in","recorded_at":"2025-06-01T00:00:00Z"}')::json)`
      : `delete from "${table}" where ${at}`,
  ];
  const run = async (script: string): Promise<void> =>
    store.asOwner(async (session) => session.script(`set local session_replication_role = 'replica'; ${script}`));
  await run(acts[Math.floor(chance() * acts.length)]!);
  const { wrong } = await store.inWork(actor, verifyRows);
  await run(
    `delete from "${table}"; insert into "${table}" select * from json_populate_recordset(null::"${table}", '[${rows.map(quoted).join(',')}]')`,
  );
  return wrong.some((one) => kinds.split(' ').includes(one.kind));
}
