// Why clauses stand, as it was said elsewhere: taken in for clauses of which nothing is said here. What was said here stands.
import type { Sourced, Taken } from '../../kernel/sourced.ts';
import { assertMayRecord } from '../../people/record.access.ts';
import type { Work } from '../../platform/db/work.ts';
import { readPolicies } from '../policies.use.ts';
import type { BroughtReasons } from './brought-reasons.core.ts';
import { trimmed } from './clause-reasons.core.ts';
import { reasonsSaid } from './clause-reasons.store.ts';
import { keepClauseReasons, type PublishedClause } from './clause-reasons.use.ts';
import { standingOf } from './standing-reasons.core.ts';

/**
 * Of clauses that are on record.
 * @returns what was taken, and the rows that name a clause which their version doesn't have
 * @throws Fault `record-import-forbidden`
 */
export async function importReasons(
  work: Work,
  rows: readonly Sourced<BroughtReasons>[],
): Promise<{ readonly taken: Taken; readonly missing: readonly Sourced<BroughtReasons>[] }> {
  assertMayRecord(work.actor, 'clause-reasons');
  if (rows.length === 0) return { taken: { added: 0, changed: 0, same: 0 }, missing: [] };
  const versions = new Map((await readPolicies(work)).map((one) => [keyOf(one.id, one.version), one]));
  const said = Map.groupBy(await reasonsSaid(work), (one) => one.policy);
  const missing: Sourced<BroughtReasons>[] = [];
  const fresh = new Map<string, PublishedClause[]>();
  for (const one of rows) {
    const { policy, version, clause: id, reasons } = one.row;
    const clause = versions.get(keyOf(policy, version))?.clauses.find((part) => part.id === id);
    if (!clause) missing.push(one);
    else if (standingOf(clause, said.get(policy) ?? []).state !== 'said') {
      const key = keyOf(policy, version);
      fresh.set(key, [...(fresh.get(key) ?? []), { id, text: clause.text, ...trimmed(reasons) }]);
    }
  }
  for (const [key, clauses] of fresh) {
    const { id: policy, version } = versions.get(key)!;
    await keepClauseReasons(work, { policy, version, clauses });
  }
  const added = [...fresh.values()].reduce((sum, clauses) => sum + clauses.length, 0);
  return { taken: { added, changed: 0, same: rows.length - missing.length - added }, missing };
}

const keyOf = (policy: string, version: string): string => JSON.stringify([policy, version]);
