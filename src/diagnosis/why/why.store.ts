// What contacts say against clauses: failures whose third question was answered with a clause, or with words that cite a policy nobody wrote.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { Against } from './why.core.ts';

/** Marks that are looked at for the clearest words of a row. */
const fewMarks = 8;

/**
 * Of the run that counts, by policy and clause, as far as whoever asks sees the contacts. What no clause on record was named for has an
 * empty policy: the words cited one.
 */
export async function againstClauses(tx: Tx, orgId: string): Promise<Against[]> {
  const found = await tx.execute(sql`
    with current as (select run from diagnosis where org_id = ${orgId}),
    yes as (
      select r.id, r.rung -> 'readFrom' as read_from from finding_rung r join current c on c.run = r.run
      where r.org_id = ${orgId} and r.rung ->> 'rung' = '3' and r.rung ->> 'answer' = 'yes'
    ), cited as (
      select distinct yes.id, e ->> 'id' as policy, coalesce(e ->> 'part', '') as clause
      from yes, jsonb_array_elements(yes.read_from) e where e ->> 'kind' = 'policy'
      union all
      select yes.id, '', '' from yes
      where not exists (select from jsonb_array_elements(yes.read_from) e where e ->> 'kind' = 'policy')
    )
    select cited.policy, cited.clause, count(*)::int as misses,
      array_agg(distinct f.standard) as standards, (array_agg(f.mark_id order by f.id))[1:${sql.raw(String(fewMarks))}] as marks
    from finding f join current c on c.run = f.run join cited on cited.id = f.rung_ids[3]
    where f.org_id = ${orgId} group by cited.policy, cited.clause order by 1, 2`);
  return (found as unknown as { readonly rows: Against[] }).rows;
}

/** Failures of some standards for which no clause was named: how many, and some of their marks. */
export async function refusedUnwritten(tx: Tx, orgId: string, standards: readonly string[]): Promise<Against> {
  const found = await tx.execute(sql`
    with current as (select run from diagnosis where org_id = ${orgId})
    select count(*)::int as misses, coalesce(array_agg(distinct f.standard), '{}') as standards,
      coalesce((array_agg(f.mark_id order by f.id))[1:${sql.raw(String(fewMarks))}], '{}') as marks
    from finding f join current c on c.run = f.run join finding_rung r on r.org_id = f.org_id and r.run = f.run and r.id = f.rung_ids[3]
    where f.org_id = ${orgId} and f.standard = any(${sql.param([...standards])}::text[]) and r.rung ->> 'answer' <> 'yes'`);
  const [row] = (found as unknown as { readonly rows: Omit<Against, 'policy' | 'clause'>[] }).rows;
  return { policy: '', clause: '', misses: 0, standards: [], marks: [], ...row };
}
