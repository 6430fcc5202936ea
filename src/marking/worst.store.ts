// The failures worth showing first, chosen in the database: the surest of each standard, so that no one standard fills
// the list.
import { sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from '../contacts/contact.table.ts';
import { markTable } from './marking.table.ts';
import { noRulingAgainst } from './overturned/overturned.table.ts';

/** Ids of current failures: at most `each` of a standard, surest first, ties by id. */
export async function surestFailures(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  each: number,
): Promise<{ id: string; standard: string; nth: number; contact: string }[]> {
  if (versions.length === 0) return [];
  const list = sql.join(
    versions.map((version) => sql`${version}`),
    sql`, `,
  );
  const ranked = sql`
    select ${markTable.id} as id, ${markTable.standard} as standard, ${markTable.contactId} as contact,
           row_number() over (partition by ${markTable.standard} order by ${markTable.confidence} desc, ${markTable.id}) as nth
      from ${markTable} join ${contactTable}
        on ${contactTable.orgId} = ${markTable.orgId} and ${contactTable.id} = ${markTable.contactId}
       and ${contactTable.version} = ${markTable.contactVersion} and ${contactTable.latest}
     where ${markTable.orgId} = ${orgId} and ${markTable.verdict} = 'failed' and ${markTable.standardVersion} in (${list})
       and ${noRulingAgainst(markTable)}`;
  const rows = (await tx.execute(
    sql`select id, standard, contact, nth::int as nth from (${ranked}) as ranked where nth <= ${each} order by standard, nth`,
  )) as unknown as {
    rows: { id: string; standard: string; nth: number; contact: string }[];
  };
  return rows.rows;
}
