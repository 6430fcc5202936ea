// Rows of calibrations.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import {
  calibrationCommentTable as comments,
  calibrationContactTable as contacts,
  calibrationKeyTable as keys,
  calibrationMemberTable as members,
  calibrationOutcomeTable as outcomes,
  type CalibrationRow,
  calibrationTable as calibrations,
} from './calibration.table.ts';
import type { RevealedBecause } from './calibration.core.ts';

export type { CalibrationRow } from './calibration.table.ts';

/** All of one calibration but what people marked. */
export interface CalibrationWhole {
  readonly row: CalibrationRow;
  readonly contacts: readonly (typeof contacts.$inferSelect)[];
  readonly members: readonly (typeof members.$inferSelect)[];
  readonly comments: readonly (typeof comments.$inferSelect)[];
  /** The one that stands of each contact and standard. */
  readonly keys: readonly (typeof keys.$inferSelect)[];
  /** The one that stands of each standard. */
  readonly outcomes: readonly (typeof outcomes.$inferSelect)[];
}

export async function writeCalibration(
  { tx }: Work,
  row: CalibrationRow,
  chosen: readonly (typeof contacts.$inferInsert)[],
  taking: readonly (typeof members.$inferInsert)[],
): Promise<void> {
  await tx.insert(calibrations).values(row);
  await tx.insert(contacts).values([...chosen]);
  await tx.insert(members).values([...taking]);
}

/** Newest first; a hundred at most. */
export async function allCalibrations({ tx, actor }: Work): Promise<CalibrationRow[]> {
  return tx
    .select()
    .from(calibrations)
    .where(eq(calibrations.orgId, actor.orgId))
    .orderBy(desc(calibrations.madeAt), asc(calibrations.id))
    .limit(100);
}

/** Those that are neither revealed nor dropped. */
export async function hiddenCalibrations({ tx, actor }: Work): Promise<CalibrationRow[]> {
  return tx
    .select()
    .from(calibrations)
    .where(and(eq(calibrations.orgId, actor.orgId), isNull(calibrations.revealedAt), isNull(calibrations.droppedAt)))
    .orderBy(asc(calibrations.id));
}

export async function membersOf({ tx, actor }: Work, ids: readonly string[]) {
  return tx
    .select()
    .from(members)
    .where(and(eq(members.orgId, actor.orgId), anyOf(members.calibration, ids)))
    .orderBy(asc(members.calibration), asc(members.position));
}

export async function contactsOf({ tx, actor }: Work, ids: readonly string[]) {
  return tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.orgId, actor.orgId), anyOf(contacts.calibration, ids)))
    .orderBy(asc(contacts.calibration), asc(contacts.position));
}

/** @param lock keeps it from others until the work ends */
export async function findCalibration(
  { tx, actor }: Work,
  id: string,
  lock = false,
): Promise<CalibrationRow | undefined> {
  const found = tx
    .select()
    .from(calibrations)
    .where(and(eq(calibrations.orgId, actor.orgId), eq(calibrations.id, id)));
  const [row] = lock ? await found.for('update') : await found;
  return row;
}

/** @throws never: of a calibration that there is not, undefined */
export async function readWhole(work: Work, id: string): Promise<CalibrationWhole | undefined> {
  const row = await findCalibration(work, id);
  if (!row) return undefined;
  const { tx, actor } = work;
  const said = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.orgId, actor.orgId), eq(comments.calibration, id)))
    .orderBy(asc(comments.at), asc(comments.id));
  return {
    row,
    contacts: await contactsOf(work, [id]),
    members: await membersOf(work, [id]),
    comments: said,
    keys: lastOf(await keysOf(work, [id]), (one) => `${one.contact}\n${one.standard}`),
    outcomes: lastOf(await outcomesOf(work, [id]), (one) => one.standard),
  };
}

export async function keysOf({ tx, actor }: Work, ids: readonly string[]) {
  return tx
    .select()
    .from(keys)
    .where(and(eq(keys.orgId, actor.orgId), anyOf(keys.calibration, ids)))
    .orderBy(asc(keys.calibration), asc(keys.contact), asc(keys.standard), asc(keys.nth));
}

async function outcomesOf({ tx, actor }: Work, ids: readonly string[]) {
  return tx
    .select()
    .from(outcomes)
    .where(and(eq(outcomes.orgId, actor.orgId), anyOf(outcomes.calibration, ids)))
    .orderBy(asc(outcomes.calibration), asc(outcomes.standard), asc(outcomes.nth));
}

/** What calibrations decided on one standard, newest first, each calibration's last word. */
export async function outcomesOfStandard({ tx, actor }: Work, standard: string) {
  const rows = await tx
    .select({ outcome: outcomes, name: calibrations.name })
    .from(outcomes)
    .innerJoin(calibrations, and(eq(calibrations.orgId, actor.orgId), eq(calibrations.id, outcomes.calibration)))
    .where(and(eq(outcomes.orgId, actor.orgId), eq(outcomes.standard, standard)))
    .orderBy(desc(outcomes.at), desc(outcomes.nth));
  const seen = new Set<string>();
  return rows.filter(({ outcome }) => !seen.has(outcome.calibration) && seen.add(outcome.calibration));
}

/** @returns whether this was the one that revealed it */
export async function markRevealed(work: Work, id: string, because: RevealedBecause): Promise<boolean> {
  const rows = await work.tx
    .update(calibrations)
    .set({ revealedAt: new Date(work.now), revealedBecause: because })
    .where(
      and(
        eq(calibrations.orgId, work.actor.orgId),
        eq(calibrations.id, id),
        isNull(calibrations.revealedAt),
        isNull(calibrations.droppedAt),
      ),
    )
    .returning({ id: calibrations.id });
  return rows.length > 0;
}

export async function setTimes(
  { tx, actor }: Work,
  id: string,
  set: Partial<Pick<CalibrationRow, 'closedAt' | 'closedBy' | 'droppedAt'>>,
): Promise<void> {
  await tx
    .update(calibrations)
    .set(set)
    .where(and(eq(calibrations.orgId, actor.orgId), eq(calibrations.id, id)));
}

export async function addComment({ tx }: Work, row: typeof comments.$inferInsert): Promise<void> {
  await tx.insert(comments).values(row);
}

export async function addKey({ tx }: Work, row: typeof keys.$inferInsert): Promise<void> {
  await tx.insert(keys).values(row);
}

export async function addOutcome({ tx }: Work, row: typeof outcomes.$inferInsert): Promise<void> {
  await tx.insert(outcomes).values(row);
}

/** How many rows there are of a key, or of an outcome where no contact is named: the next one's number. */
export async function nextNth(work: Work, id: string, standard: string, contact?: string): Promise<number> {
  const rows = contact === undefined ? await outcomesOf(work, [id]) : await keysOf(work, [id]);
  return rows.filter(
    (one) => one.standard === standard && (contact === undefined || ('contact' in one && one.contact === contact)),
  ).length;
}

/** Where some contacts were chosen, in which version. */
export async function chosenIn({ tx, actor }: Work, ids: readonly string[]) {
  return tx
    .select({ contact: contacts.contact, version: contacts.version })
    .from(contacts)
    .where(and(eq(contacts.orgId, actor.orgId), anyOf(contacts.contact, ids)));
}

/** Takes out what is kept of contacts that are erased. */
export async function dropOfContacts({ tx, actor }: Work, ids: readonly string[]): Promise<void> {
  for (const table of [comments, keys, contacts])
    await tx.delete(table).where(and(eq(table.orgId, actor.orgId), anyOf(table.contact, ids)));
}

function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
