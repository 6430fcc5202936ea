// How often each standard was met and missed by people with a certificate in force that day and by people without: counted in
// the database, one row a standard and side, whatever the number of marks.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { ClusteredSums } from '../../stats/clustered-rate.core.ts';
import { keptIn } from '../kept-report.store.ts';
import type { CertifiedAlike } from './certified-spans.core.ts';
import { knowDoReportTable } from './know-do.table.ts';

/** With a certificate in force; without; or the contact doesn't say who served, or on which day. */
export type Side = 'with' | 'without' | 'unknown';

/** The contact's day at its site, of the tables `c` and `s`. */
const dayOf = sql.raw(
  `coalesce(left(c.started_local, 10), to_char(c.started_at at time zone coalesce(s.time_zone, 'UTC'), 'YYYY-MM-DD'))`,
);

interface Part {
  readonly people: number;
  readonly times: number;
  readonly kept: number;
}

export interface CountedSide extends ClusteredSums {
  readonly standard: string;
  readonly side: Side;
  /** Of those without: by people who had held one before. Over time a person may be in both parts. */
  readonly lapsed: Part;
  /** Of those without: by people who had never held one by then. */
  readonly never: Part;
}

/**
 * Only the latest version of each contact, the given standards, and people on record whom the asker may see: of others
 * their certificates can't be seen either.
 * @param groups standards with their versions in use, together where the same people hold the same certificates for them
 */
export async function countSides(tx: Tx, orgId: string, groups: readonly CertifiedAlike[]): Promise<CountedSide[]> {
  if (groups.length === 0) return [];
  const texts = (values: readonly (string | null)[]) => sql`${sql.param([...values])}::text[]`;
  const numbers = (values: readonly number[]) => sql`${sql.param([...values])}::int[]`;
  const versions = groups.flatMap(({ standards }, nth) =>
    standards.map(({ id, version }) => ({ id, version, nr: nth + 1 })),
  );
  const spans = groups.flatMap((group, nth) => group.spans.map((span) => ({ ...span, nr: nth + 1 })));
  const part = (
    name: 'lapsed' | 'never',
  ) => sql`json_build_object('people', count(*) filter (where ${sql.raw(name)}_n > 0),
    'times', sum(${sql.raw(name)}_n), 'kept', sum(${sql.raw(name)}_x))`;
  const found = await tx.execute(sql`
    with kept_as as materialized (
      -- Marks are counted by numbers: to sort a hundred thousand names takes longer than all the rest.
      select k.*, row_number() over ()::int as standard
      from unnest(${texts(versions.map((one) => one.version))}, ${numbers(versions.map((one) => one.nr))}, ${texts(versions.map((one) => one.id))})
        as k (version, nr, id)
    ), served_by as materialized (
      select id, row_number() over ()::int as nr from person where org_id = ${orgId}
    ), span as materialized (
      select s.nr, served_by.nr as person, s.held, s.from_day, s.to_day from unnest(
        ${numbers(spans.map((one) => one.nr))}, ${texts(spans.map((one) => one.person))},
        ${numbers(spans.map((one) => (one.held === 'certified' ? 2 : 1)))},
        ${texts(spans.map((one) => one.from))}, ${texts(spans.map((one) => one.to))}
      ) as s (nr, person, held, from_day, to_day)
      join served_by on served_by.id = s.person
    ), served as materialized (
      select c.id, c.version, p.nr as person,
        ${dayOf} as day
      from contact c
      left join site s on s.org_id = ${orgId} and s.id = c.site_id
      left join served_by p on p.id = c.person_id
      where c.org_id = ${orgId} and c.latest
    ), held_on as materialized (
      -- Looked up once a person and day, for all standards in one array: once a mark takes five times as long.
      select d.person, d.day, array_agg(coalesce(span.held, 0) order by n.nr) as held
      from (select distinct person, day from served where person is not null and day is not null) d
      cross join generate_series(1, ${sql.raw(String(groups.length))}) as n (nr)
      left join span on span.nr = n.nr and span.person = d.person
        and d.day >= span.from_day and (span.to_day is null or d.day < span.to_day)
      group by d.person, d.day
    ), placed as materialized (
      select served.id, served.version, served.person, held_on.held
      from served left join held_on on held_on.person = served.person and held_on.day = served.day
    ), one as (
      select kept_as.standard, placed.person, placed.held[kept_as.nr] as held, count(*) as n, count(*) filter (where m.verdict = 'met') as x
      from mark m
      join kept_as on kept_as.version = m.standard_version
      join placed on placed.id = m.contact_id and placed.version = m.contact_version
      where m.org_id = ${orgId} and m.verdict in ('met', 'failed')
      group by kept_as.standard, placed.person, placed.held[kept_as.nr]
    ), each as (
      select standard, case held when 2 then 'with' when 1 then 'without' when 0 then 'without' else 'unknown' end as side, person,
        sum(n) as n, sum(x) as x,
        coalesce(sum(n) filter (where held = 1), 0) as lapsed_n, coalesce(sum(x) filter (where held = 1), 0) as lapsed_x,
        coalesce(sum(n) filter (where held = 0), 0) as never_n, coalesce(sum(x) filter (where held = 0), 0) as never_x
      from one group by 1, 2, 3
    )
    select kept_as.id as standard, side, count(person)::int as people, sum(n)::int as times, sum(x)::int as kept,
      sum(n * n)::float8 as "timesSquared", sum(n * x)::float8 as "timesKept", sum(x * x)::float8 as "keptSquared",
      ${part('lapsed')} as lapsed, ${part('never')} as never
    from each join kept_as on kept_as.standard = each.standard
    group by kept_as.id, side order by kept_as.id, side
  `);
  return (found as { rows: CountedSide[] }).rows;
}

/** The first and the last day of contacts served by people whom the asker may see; null where no day is known. */
export async function daysServed(tx: Tx, orgId: string): Promise<{ first: string; last: string } | null> {
  const found = await tx.execute(sql`
    select min(day) as first, max(day) as last from (
      select ${dayOf} as day
      from contact c
      join person p on p.org_id = ${orgId} and p.id = c.person_id
      left join site s on s.org_id = ${orgId} and s.id = c.site_id
      where c.org_id = ${orgId} and c.latest) served
  `);
  const [row] = (found as { rows: { first: string | null; last: string | null }[] }).rows;
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

export const knowDoReports = keptIn(knowDoReportTable);
