// Rows of what was said of drafts, and of the rules of approving.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { ApprovalRule, Said } from './approval.core.ts';
import { ruleTable, sayTable } from './approval.table.ts';

/** Everything that was said of a draft, oldest first. */
export async function saidOf({ tx, actor }: Work, draft: string): Promise<Said[]> {
  const rows = await tx
    .select()
    .from(sayTable)
    .where(and(eq(sayTable.orgId, actor.orgId), eq(sayTable.draft, draft)))
    .orderBy(asc(sayTable.nth));
  return rows.map(({ revision, said, why, alone, member, at }) => ({
    revision,
    said,
    why,
    alone,
    member,
    at: at.toISOString(),
  }));
}

export async function writeSaid(
  { tx, actor, now }: Work,
  draft: string,
  said: Omit<Said, 'member' | 'at'>,
): Promise<void> {
  const [last] = await tx
    .select({ nth: sql<number>`coalesce(max(${sayTable.nth}), 0)`.mapWith(Number) })
    .from(sayTable)
    .where(and(eq(sayTable.orgId, actor.orgId), eq(sayTable.draft, draft)));
  await tx
    .insert(sayTable)
    .values({ ...said, draft, nth: (last?.nth ?? 0) + 1, orgId: actor.orgId, member: actor.id, at: new Date(now) });
}

/** The rules that are set for a kind, by their scope. */
export async function rulesOf({ tx, actor }: Work, kind: DocumentKind): Promise<Map<string, ApprovalRule>> {
  const rows = await tx
    .select()
    .from(ruleTable)
    .where(and(eq(ruleTable.orgId, actor.orgId), eq(ruleTable.kind, kind)))
    .orderBy(asc(ruleTable.scope));
  return new Map(
    rows.map(({ scope, quorum, approvers, counsel, counselDays, signOff, reviewMonths, sunsetAll }) => [
      scope,
      { quorum, approvers, counsel, counselDays, signOff, reviewMonths, sunsetAll },
    ]),
  );
}

export async function writeRule(
  { tx, actor, now }: Work,
  kind: DocumentKind,
  scope: string,
  rule: ApprovalRule,
): Promise<void> {
  const set = { ...rule, approvers: [...rule.approvers], setBy: actor.id, setAt: new Date(now) };
  await tx
    .insert(ruleTable)
    .values({ ...set, orgId: actor.orgId, kind, scope })
    .onConflictDoUpdate({ target: [ruleTable.orgId, ruleTable.kind, ruleTable.scope], set });
}

export async function dropRule({ tx, actor }: Work, kind: DocumentKind, scope: string): Promise<void> {
  await tx
    .delete(ruleTable)
    .where(and(eq(ruleTable.orgId, actor.orgId), eq(ruleTable.kind, kind), eq(ruleTable.scope, scope)));
}
