// Rows of what learned markers would have said of contacts that taught them.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Tx } from '../../platform/db/work.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { newestStanding } from './standing.store.ts';
import { markerTaughtTable } from './standing.table.ts';

export interface TaughtBy {
  readonly contact: string;
  readonly verdict: Verdict;
}

export async function addTaught(tx: Tx, orgId: string, marker: string, taught: readonly TaughtBy[]): Promise<void> {
  await insertMany(
    tx,
    markerTaughtTable,
    taught.map(({ contact: contactId, verdict }) => ({ orgId, marker, contactId, verdict })),
    { onConflict: 'nothing' },
  );
}

/** Of the markers that stand: by `contact standard`. @param contacts these alone */
export async function taughtVerdicts(
  tx: Tx,
  orgId: string,
  contacts: readonly string[],
): Promise<Map<string, Verdict>> {
  const standing = new Map(
    (await newestStanding(tx, orgId)).flatMap(({ marker, standard }) =>
      marker === null ? [] : [[marker, standard] as const],
    ),
  );
  if (standing.size === 0 || contacts.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(markerTaughtTable)
    .where(
      and(
        eq(markerTaughtTable.orgId, orgId),
        anyOf(markerTaughtTable.marker, [...standing.keys()]),
        anyOf(markerTaughtTable.contactId, contacts),
      ),
    );
  return new Map(rows.map(({ marker, contactId, verdict }) => [`${contactId} ${standing.get(marker)!}`, verdict]));
}

export async function dropTaught(tx: Tx, orgId: string, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .delete(markerTaughtTable)
    .where(and(eq(markerTaughtTable.orgId, orgId), anyOf(markerTaughtTable.contactId, contacts)));
}
