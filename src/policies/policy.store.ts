// Rows of policies: written beside their document versions, and read back whole.
import { and, asc, eq } from 'drizzle-orm';
import type { Clause, DocumentVersion } from '../documents/document.core.ts';
import { present } from '../kernel/present.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Work } from '../platform/db/work.ts';
import type { PolicyVersion } from './policy.core.ts';
import { policyClauseTable, policyVersionTable } from './policy.table.ts';

/** Writes policies whose document versions stand already; clauses of an earlier state of the same version go. */
export async function writePolicies({ tx, actor }: Work, policies: readonly PolicyVersion[]): Promise<void> {
  const orgId = actor.orgId;
  for (const { id, version, class: kind, legalBasis } of policies) {
    await tx
      .delete(policyClauseTable)
      .where(
        and(
          eq(policyClauseTable.orgId, orgId),
          eq(policyClauseTable.policy, id),
          eq(policyClauseTable.version, version),
        ),
      );
    const own = { class: kind, legalBasis: legalBasis ?? null };
    await tx
      .insert(policyVersionTable)
      .values({ orgId, id, version, ...own })
      .onConflictDoUpdate({
        target: [policyVersionTable.orgId, policyVersionTable.id, policyVersionTable.version],
        set: own,
      });
  }
  const clauses = policies.flatMap(({ id: policy, version, clauses: parts }) =>
    parts.map(({ id, text, serves, obstructs }, position) => ({
      orgId,
      policy,
      version,
      id,
      position,
      words: text,
      serves: [...serves],
      obstructs: [...obstructs],
    })),
  );
  await insertMany(tx, policyClauseTable, clauses);
}

/** The given versions with what makes them policies. @param id where all of them are of one policy */
export async function policiesOf(
  { tx, actor }: Work,
  versions: readonly DocumentVersion[],
  id?: string,
): Promise<PolicyVersion[]> {
  const ofOne = id === undefined ? undefined : eq(policyVersionTable.id, id);
  const own = await tx
    .select()
    .from(policyVersionTable)
    .where(and(eq(policyVersionTable.orgId, actor.orgId), ofOne));
  const parts = await tx
    .select()
    .from(policyClauseTable)
    .where(
      and(eq(policyClauseTable.orgId, actor.orgId), id === undefined ? undefined : eq(policyClauseTable.policy, id)),
    )
    .orderBy(asc(policyClauseTable.position));
  const owns = new Map(own.map((row) => [keyOf(row.id, row.version), row]));
  const clauses = Map.groupBy(parts, (part) => keyOf(part.policy, part.version));
  return versions.flatMap((version) => {
    const key = keyOf(version.id, version.version);
    const mine = owns.get(key);
    if (!mine) return [];
    const all = (clauses.get(key) ?? []).map(({ id, words, serves, obstructs }): Clause => ({
      id,
      text: words,
      serves,
      obstructs,
    }));
    return [present({ ...version, class: mine.class, legalBasis: mine.legalBasis, clauses: all })];
  });
}

function keyOf(id: string, version: string): string {
  return JSON.stringify([id, version]);
}
