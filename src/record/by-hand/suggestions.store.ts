// What a field was filled with before, so that the same thing is called the same again.
import { sql } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';

/** As many as a field offers. */
const most = 300;

/** Words by column: tasks, and the ids and versions of documents. */
export async function suggestionsOf({ tx, actor }: Work): Promise<Record<string, string[]>> {
  const org = actor.orgId;
  const found = await tx.execute(sql`
    select 'task' as name, task as word from duty where org_id = ${org}
    union select 'task', task from procedure_version where org_id = ${org} and task is not null
    union select 'task', task from certificate where org_id = ${org}
    union select 'procedure', id from document_version where org_id = ${org} and kind = 'procedure'
    union select 'procedure-version', version from document_version where org_id = ${org} and kind = 'procedure'
    union select 'document', id from document_version where org_id = ${org}
    union select 'version', version from document_version where org_id = ${org}
    order by 1, 2`);
  const { rows } = found as unknown as { readonly rows: readonly { name: string; word: string }[] };
  return Object.fromEntries(
    [...Map.groupBy(rows, (one) => one.name)].map(([name, own]) => [name, own.slice(0, most).map((one) => one.word)]),
  );
}
