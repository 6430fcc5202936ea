// From when on people's agreement on a standard is called poor.
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { writeRule } from './agreement-rule.store.ts';
import { assertMaySetRule } from './agreement.access.ts';
import type { AgreementRule } from './agreement.core.ts';

/** @throws Fault `agreement-rule-forbidden` */
export async function setAgreementRule(work: Work, rule: AgreementRule): Promise<void> {
  assertMaySetRule(work.actor);
  await writeRule(work, rule);
  await append(work, { kind: 'agreement.rule-set', subjects: [], digestOf: JSON.stringify(rule) });
}
