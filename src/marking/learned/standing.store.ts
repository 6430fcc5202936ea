// Rows of learned markers, of which stands, and of the rules by which they are learned again.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { learnedMarkerTable, markerRuleTable, standingMarkerTable } from './standing.table.ts';

export type StandingRow = typeof standingMarkerTable.$inferSelect;
export type RuleRow = typeof markerRuleTable.$inferSelect;
export type LearnedMarkerRow = typeof learnedMarkerTable.$inferSelect;
/** What lists tell of a learned marker: all but its weights. */
export type ListedMarker = Omit<LearnedMarkerRow, 'document' | 'orgId'> & { readonly card: unknown };

/** What stands for each standard that somebody ever decided about: the newest row. */
export async function newestStanding(tx: Tx, orgId: string): Promise<StandingRow[]> {
  return tx
    .selectDistinctOn([standingMarkerTable.standard])
    .from(standingMarkerTable)
    .where(eq(standingMarkerTable.orgId, orgId))
    .orderBy(asc(standingMarkerTable.standard), desc(standingMarkerTable.nth));
}

/** The same with the weights of learned markers; standards that their cues mark are left out. */
export async function standingModels(tx: Tx, orgId: string) {
  const newest = tx.$with('newest').as(
    tx
      .selectDistinctOn([standingMarkerTable.standard], {
        standard: standingMarkerTable.standard,
        marker: standingMarkerTable.marker,
      })
      .from(standingMarkerTable)
      .where(eq(standingMarkerTable.orgId, orgId))
      .orderBy(asc(standingMarkerTable.standard), desc(standingMarkerTable.nth)),
  );
  return tx
    .with(newest)
    .select({
      standard: newest.standard,
      marker: learnedMarkerTable.id,
      stated: learnedMarkerTable.stated,
      document: learnedMarkerTable.document,
    })
    .from(newest)
    .innerJoin(learnedMarkerTable, and(eq(learnedMarkerTable.orgId, orgId), eq(learnedMarkerTable.id, newest.marker)))
    .orderBy(asc(newest.standard));
}

/** Every decision about a standard, the newest first. */
export async function standingHistory(tx: Tx, orgId: string, standard: string): Promise<StandingRow[]> {
  return tx
    .select()
    .from(standingMarkerTable)
    .where(and(eq(standingMarkerTable.orgId, orgId), eq(standingMarkerTable.standard, standard)))
    .orderBy(desc(standingMarkerTable.nth));
}

export async function addStanding(tx: Tx, row: Omit<StandingRow, 'nth'>): Promise<void> {
  const [last] = await tx
    .select({ nth: sql<number>`coalesce(max(${standingMarkerTable.nth}), 0)::int` })
    .from(standingMarkerTable)
    .where(and(eq(standingMarkerTable.orgId, row.orgId), eq(standingMarkerTable.standard, row.standard)));
  await tx.insert(standingMarkerTable).values({ ...row, nth: (last?.nth ?? 0) + 1 });
}

/** Keeps a learned marker; the same one twice is one row. */
export async function addMarker(tx: Tx, row: LearnedMarkerRow): Promise<void> {
  await tx.insert(learnedMarkerTable).values(row).onConflictDoNothing();
}

export async function markerById(tx: Tx, orgId: string, id: string): Promise<LearnedMarkerRow | undefined> {
  const [row] = await tx
    .select()
    .from(learnedMarkerTable)
    .where(and(eq(learnedMarkerTable.orgId, orgId), eq(learnedMarkerTable.id, id)));
  return row;
}

/** Learned markers without their weights, the newest first. @param standard of this one alone */
export async function listMarkers(tx: Tx, orgId: string, standard?: string): Promise<ListedMarker[]> {
  const { id, standard: of, stated, madeAt, madeBy, document } = learnedMarkerTable;
  return tx
    .select({ id, standard: of, stated, madeAt, madeBy, card: sql<unknown>`${document} -> 'card'` })
    .from(learnedMarkerTable)
    .where(and(eq(learnedMarkerTable.orgId, orgId), standard === undefined ? undefined : eq(of, standard)))
    .orderBy(desc(madeAt), desc(id));
}

/** The rule that holds for each standard that has one. */
export async function newestRules(tx: Tx, orgId: string): Promise<RuleRow[]> {
  return tx
    .selectDistinctOn([markerRuleTable.standard])
    .from(markerRuleTable)
    .where(eq(markerRuleTable.orgId, orgId))
    .orderBy(asc(markerRuleTable.standard), desc(markerRuleTable.nth));
}

export async function addRule(tx: Tx, row: Omit<RuleRow, 'nth'>): Promise<void> {
  const [last] = await tx
    .select({ nth: sql<number>`coalesce(max(${markerRuleTable.nth}), 0)::int` })
    .from(markerRuleTable)
    .where(and(eq(markerRuleTable.orgId, row.orgId), eq(markerRuleTable.standard, row.standard)));
  await tx.insert(markerRuleTable).values({ ...row, nth: (last?.nth ?? 0) + 1 });
}
