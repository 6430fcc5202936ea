// The rules of approving: how many, who, whether counsel looks and somebody signs, and how soon it is looked at again.
import { Fault } from '../../kernel/fault.ts';
import { everyRole } from '../../kernel/actor.ts';
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { DocumentKind } from '../document.core.ts';
import { assertMayReadDrafts, assertMaySetRules } from '../documents.access.ts';
import { usualRule, type ApprovalRule } from './approval.core.ts';
import { dropRule, rulesOf, writeRule } from './approval.store.ts';

export interface ToldRule extends ApprovalRule {
  readonly scope: string;
  /** False: nobody set it, and it holds all the same. */
  readonly set: boolean;
}

/** The rules of a kind, the widest first. @throws Fault `document-forbidden` */
export async function readRules(work: Work, kind: DocumentKind): Promise<ToldRule[]> {
  assertMayReadDrafts(work.actor);
  const rules = await rulesOf(work, kind);
  const own = [...rules].filter(([scope]) => scope !== '*').map(([scope, rule]) => ({ ...rule, scope, set: true }));
  const widest = rules.get('*');
  return [{ ...(widest ?? usualRule), scope: '*', set: widest !== undefined }, ...own];
}

/** @throws Fault `document-rules-forbidden`, `document-rule-malformed` */
export async function setRule(work: Work, kind: DocumentKind, scope: string, rule: ApprovalRule): Promise<void> {
  assertMaySetRules(work.actor);
  if (!/^(\*|class:[a-z-]{1,40}|document:.{1,100})$/.test(scope))
    throw malformed('/scope', 'Expected *, class:CLASS or document:ID.');
  if (rule.approvers.length === 0) throw malformed('/approvers', 'Expected a role or a member at least.');
  const members = new Set((await readEveryMember(work)).map((one) => `member:${one.id}`));
  const unknown = rule.approvers.find((one) => !(everyRole as readonly string[]).includes(one) && !members.has(one));
  if (unknown !== undefined)
    throw malformed('/approvers', `Expected roles, or members as member:ID; ${unknown} is neither.`);
  if (rule.approvers.every((one) => one.startsWith('member:')) && rule.approvers.length < rule.quorum)
    throw malformed('/quorum', 'Expected no more approvals than there are approvers.');
  await writeRule(work, kind, scope, rule);
  await append(work, { kind: 'document.rule-set', subjects: [`${kind}/${scope}`], digestOf: JSON.stringify(rule) });
}

/** The wider rule holds again. @throws Fault `document-rules-forbidden` */
export async function endRule(work: Work, kind: DocumentKind, scope: string): Promise<void> {
  assertMaySetRules(work.actor);
  if (!(await rulesOf(work, kind)).has(scope)) return;
  await dropRule(work, kind, scope);
  await append(work, { kind: 'document.rule-ended', subjects: [`${kind}/${scope}`] });
}

function malformed(pointer: string, detail: string): Fault {
  return new Fault('document-rule-malformed', 'malformed', 'The rule can’t be right as it stands; see errors.', [
    { pointer, detail },
  ]);
}
