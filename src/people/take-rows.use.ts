// The one way rows of the record are taken in: allowed, kept, and told to the ledger: what is new, and what replaced
// something, in one line each.
import { contentId } from '../kernel/digest.ts';
import type { Origin, Taken } from '../kernel/sourced.ts';
import type { Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import { assertMayRecord } from './record.access.ts';

/** More subjects than this stand in a line as one id made from all of them. */
const longestList = 200;

/**
 * Takes rows in through a store and tells the ledger.
 * @param name what the rows are, in the plural, e.g. `certificates`
 * @param keep the store's own function, called with nothing
 * @param subject the id that a row goes by, never a name
 * @throws Fault `record-import-forbidden`
 */
export async function takeRows<T>(
  work: Work,
  name: string,
  keep: () => Promise<Kept<T>>,
  subject: (row: T) => string,
): Promise<Kept<T>> {
  assertMayRecord(work.actor, name);
  const kept = await keep();
  await tell(work, `${name}.recorded`, kept.addedRows, subject);
  await tell(work, `${name}.changed`, kept.changedRows, subject);
  return kept;
}

/** Only the counts. */
export function countsOf({ added, changed, same }: Taken): Taken {
  return { added, changed, same };
}

/** Origins of one table, each key after the kind of row. */
export function prefixed(kind: string, origins: ReadonlyMap<string, Origin>): [string, Origin][] {
  return [...origins].map(([key, origin]) => [`${kind}/${key}`, origin]);
}

async function tell<T>(work: Work, kind: string, rows: readonly T[], subject: (row: T) => string): Promise<void> {
  if (rows.length === 0) return;
  const all = rows.map(subject);
  const subjects = all.length <= longestList ? all : [contentId('b', ...all)];
  await append(work, { kind, subjects, digestOf: JSON.stringify(rows) });
}
