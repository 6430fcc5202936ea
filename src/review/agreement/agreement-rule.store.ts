// The row of the organisation's rule of agreement.
import { eq } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import { agreementRuleTable } from './agreement-rule.table.ts';
import { type AgreementRule, usualRule } from './agreement.core.ts';

/** The organisation's own rule, else the usual one. */
export async function readRule({ tx, actor }: Work): Promise<AgreementRule> {
  const [row] = await tx.select().from(agreementRuleTable).where(eq(agreementRuleTable.orgId, actor.orgId));
  return row ? { floor: row.floor, doubles: row.doubles } : usualRule;
}

export async function writeRule({ tx, actor, now }: Work, rule: AgreementRule): Promise<void> {
  const set = { ...rule, setAt: new Date(now), setBy: actor.id };
  await tx
    .insert(agreementRuleTable)
    .values({ orgId: actor.orgId, ...set })
    .onConflictDoUpdate({ target: agreementRuleTable.orgId, set });
}
