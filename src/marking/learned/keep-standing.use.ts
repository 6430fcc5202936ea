// Learned markers and decisions about them, as `learning` keeps and reads them. Who may, it decides.
import { contentId } from '../../kernel/digest.ts';
import type { Work } from '../../platform/db/work.ts';
import * as store from './standing.store.ts';
import { addTaught, type TaughtBy } from './taught.store.ts';

export type { LearnedMarkerRow, ListedMarker, RuleRow, StandingRow } from './standing.store.ts';

export type { TaughtBy } from './taught.store.ts';

type OfStandard<T> = Omit<T, 'orgId' | 'id'>;

/**
 * @param taught what it would have said of the contacts that taught it, had it not heard them
 * @returns its id, by its content: the same marks teach the same marker
 */
export async function keepLearnedMarker(
  work: Work,
  row: OfStandard<store.LearnedMarkerRow>,
  taught: readonly TaughtBy[],
): Promise<string> {
  const id = contentId('k', row.standard, row.stated, row.madeAt, JSON.stringify(row.document));
  await store.addMarker(work.tx, { orgId: work.actor.orgId, id, ...row });
  await addTaught(work.tx, work.actor.orgId, id, taught);
  return id;
}

/** With its weights. */
export async function learnedMarkerById(work: Work, id: string): Promise<store.LearnedMarkerRow | undefined> {
  return store.markerById(work.tx, work.actor.orgId, id);
}

/** Without their weights, the newest first. */
export async function learnedMarkers(work: Work, standard?: string): Promise<store.ListedMarker[]> {
  return store.listMarkers(work.tx, work.actor.orgId, standard);
}

/** What stands for each standard now: a marker, or null for its cues. */
export async function standingRows(work: Work): Promise<store.StandingRow[]> {
  return store.newestStanding(work.tx, work.actor.orgId);
}

/** Every decision of a standard, the newest first. */
export async function standingHistoryOf(work: Work, standard: string): Promise<store.StandingRow[]> {
  return store.standingHistory(work.tx, work.actor.orgId, standard);
}

/** From now on this marker stands for the standard. @param marker null: its cues */
export async function letStand(
  work: Work,
  standard: string,
  marker: string | null,
  how: 'person' | 'by-itself',
): Promise<void> {
  await store.addStanding(work.tx, {
    orgId: work.actor.orgId,
    id: contentId('w', standard, marker ?? '', work.now, crypto.randomUUID()),
    standard,
    marker,
    since: work.now,
    decidedBy: work.actor.id,
    how,
  });
}

/** The rule of each standard that has one, as it was set last. */
export async function markerRules(work: Work): Promise<store.RuleRow[]> {
  return store.newestRules(work.tx, work.actor.orgId);
}

/** Holds from now on. */
export async function setMarkerRule(
  work: Work,
  rule: { readonly standard: string; readonly afterReviews: number; readonly byItself: boolean },
): Promise<void> {
  await store.addRule(work.tx, {
    orgId: work.actor.orgId,
    id: contentId('u', rule.standard, work.now, crypto.randomUUID()),
    ...rule,
    setAt: work.now,
    setBy: work.actor.id,
  });
}
