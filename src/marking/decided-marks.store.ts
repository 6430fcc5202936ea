// Marks that say kept or failed, of many contacts at once and no wider than a comparison of all of them needs: one row a
// contact. Read as rows of marks, with their evidence, the same takes ten times as long.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Mark } from './mark.core.ts';
import { markTable, markingTable } from './marking.table.ts';

/** A mark that says kept or failed: which standard, who or what marked, what it says. */
export type DecidedMark = Pick<Mark, 'standard' | 'marker' | 'verdict'>;

/** Separators that can't stand in any of the three. */
const [inside, between] = ['\u001F', '\u001E'];

/** Marks of the given versions of standards, by `contact version`, in order of standard; a contact without any is left out. */
export async function decidedMarks(
  tx: Tx,
  orgId: string,
  contacts: readonly string[],
  versions: readonly string[],
): Promise<Map<string, DecidedMark[]>> {
  if (contacts.length === 0 || versions.length === 0) return new Map();
  const { contactId, contactVersion, marker, standard, standardVersion, verdict } = markTable;
  const all = sql<string>`string_agg(concat_ws(${inside}, ${standard}, ${marker}, ${verdict}), ${between} order by ${standard})`;
  const rows = await tx
    .select({ contactId, contactVersion, all })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, orgId),
        anyOf(contactId, contacts),
        anyOf(standardVersion, versions),
        inArray(verdict, ['met', 'failed']),
      ),
    )
    .groupBy(contactId, contactVersion);
  return new Map(rows.map((row) => [`${row.contactId} ${row.contactVersion}`, row.all.split(between).map(toDecided)]));
}

function toDecided(text: string): DecidedMark {
  const [standard, marker, verdict] = text.split(inside);
  return { standard: standard!, marker: marker as Mark['marker'], verdict: verdict as Mark['verdict'] };
}

/** What each contact is about first of all, by `contact version`. */
export async function firstKinds(tx: Tx, orgId: string, contacts: readonly string[]): Promise<Map<string, string>> {
  const { contactId, contactVersion, kinds } = markingTable;
  const rows = await tx
    .select({ contactId, contactVersion, kind: sql<string | null>`${kinds} ->> 0` })
    .from(markingTable)
    .where(and(eq(markingTable.orgId, orgId), anyOf(contactId, contacts)));
  return new Map(
    rows.flatMap((row) => (row.kind === null ? [] : [[`${row.contactId} ${row.contactVersion}`, row.kind] as const])),
  );
}
