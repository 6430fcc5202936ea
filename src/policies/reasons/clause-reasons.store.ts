// Rows of what was said for clauses, oldest first; and the links of a clause brought up to date where the record keeps them.
import { and, asc, eq, max } from 'drizzle-orm';
import { present } from '../../kernel/present.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import { policyClauseTable } from '../policy.table.ts';
import type { SaidReasons } from './clause-reasons.core.ts';
import { clauseLinkTable, clauseReasonTable } from './clause-reasons.table.ts';

/** Standards that a clause was said to serve and to stand in the way of. */
export interface SaidLinks {
  readonly policy: string;
  readonly version: string;
  readonly clause: string;
  readonly wordsDigest: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
}

/** Of one policy, or of all; oldest first. */
export async function reasonsSaid({ tx, actor }: Work, policy?: string): Promise<SaidReasons[]> {
  const table = clauseReasonTable;
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.orgId, actor.orgId), policy === undefined ? undefined : eq(table.policy, policy)))
    .orderBy(asc(table.policy), asc(table.nth), asc(table.id));
  return rows.map((row) => {
    const { purpose, protects, legalBasis, authority, factor, factorReason } = row;
    return {
      policy: row.policy,
      version: row.version,
      clause: row.clause,
      wordsDigest: row.wordsDigest,
      by: row.by,
      at: row.saidAt.toISOString(),
      reasons: present({
        purpose,
        protects,
        legalBasis,
        authority,
        factor: factor === null ? null : { answer: factor, reason: factorReason ?? '' },
      }),
    };
  });
}

/** Rows of one policy. */
export async function addReasons(
  work: Work,
  rows: readonly (Omit<SaidReasons, 'by' | 'at'> & { readonly id: string })[],
): Promise<void> {
  const before = await lastOf(work, clauseReasonTable, rows[0]?.policy ?? '');
  await insertMany(
    work.tx,
    clauseReasonTable,
    rows.map(({ id, policy, version, clause, wordsDigest, reasons }, at) => ({
      orgId: work.actor.orgId,
      id,
      kind: 'policy' as const,
      policy,
      version,
      clause,
      wordsDigest,
      purpose: reasons.purpose ?? null,
      protects: reasons.protects ?? null,
      legalBasis: reasons.legalBasis ?? null,
      authority: reasons.authority ?? null,
      factor: reasons.factor?.answer ?? null,
      factorReason: reasons.factor?.reason ?? null,
      by: work.actor.id,
      saidAt: new Date(work.now),
      nth: before + at + 1,
    })),
  );
}

/** Of some policies, oldest first. */
export async function linksSaid({ tx, actor }: Work, policies: readonly string[]): Promise<SaidLinks[]> {
  const { policy, version, clause, wordsDigest, serves, obstructs, nth, id, orgId } = clauseLinkTable;
  return tx
    .select({ policy, version, clause, wordsDigest, serves, obstructs })
    .from(clauseLinkTable)
    .where(and(eq(orgId, actor.orgId), anyOf(policy, policies)))
    .orderBy(asc(policy), asc(nth), asc(id));
}

export async function addLinks(work: Work, row: SaidLinks & { readonly id: string }): Promise<void> {
  await work.tx.insert(clauseLinkTable).values({
    ...row,
    serves: [...row.serves],
    obstructs: [...row.obstructs],
    orgId: work.actor.orgId,
    kind: 'policy',
    by: work.actor.id,
    saidAt: new Date(work.now),
    nth: (await lastOf(work, clauseLinkTable, row.policy)) + 1,
  });
}

/** The number of the last act for a policy; 0 before the first. */
async function lastOf(
  { tx, actor }: Work,
  table: typeof clauseReasonTable | typeof clauseLinkTable,
  policy: string,
): Promise<number> {
  const [row] = await tx
    .select({ last: max(table.nth) })
    .from(table)
    .where(and(eq(table.orgId, actor.orgId), eq(table.policy, policy)));
  return row?.last ?? 0;
}

/** Writes a clause's links where the ladder reads them. */
export async function writeLinks(
  { tx, actor }: Work,
  at: Pick<SaidLinks, 'policy' | 'version' | 'clause'>,
  { serves, obstructs }: Pick<SaidLinks, 'serves' | 'obstructs'>,
): Promise<void> {
  const table = policyClauseTable;
  await tx
    .update(table)
    .set({ serves: [...serves], obstructs: [...obstructs] })
    .where(
      and(
        eq(table.orgId, actor.orgId),
        eq(table.policy, at.policy),
        eq(table.version, at.version),
        eq(table.id, at.clause),
      ),
    );
}
