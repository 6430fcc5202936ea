// Rows of tasks: which of them somebody may take, taken without two ever getting the same, given back, skipped.
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { contactTable } from '../contacts/contact.table.ts';
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { reviewDraftTable, reviewSkipTable, reviewTaskTable, type ReviewTaskRow } from './review.table.ts';
import type { SkipReason } from './task.core.ts';
import { heldUntil } from './task.core.ts';

/**
 * Tasks that this reviewer may have: nobody else holds them, they are meant for them where they are meant for anybody, they are
 * blind to none of theirs, and the contact is not one that they served themselves.
 */
function theirs({ actor, now }: Work): SQL {
  const { orgId, id: me, person } = actor;
  const task = reviewTaskTable;
  return and(
    eq(task.orgId, orgId),
    isNull(task.doneAt),
    isNull(task.endedAt),
    or(isNull(task.reviewer), eq(task.reviewer, me), lt(task.heldUntil, new Date(now))),
    or(isNull(task.meantFor), eq(task.meantFor, me)),
    // Names of tables are written out: beside a single table Drizzle leaves them away, and inside they would mean another one.
    // Whoever decides between two is anybody but these two, whom the plan may have named alone.
    sql`(review_task.purpose = 'adjudication' or review_task.plan_id is null or exists (select from review_plan p
      where p.org_id = ${orgId} and p.id = review_task.plan_id and (p.reviewers = '{}' or ${me} = any(p.reviewers))))`,
    sql`not exists (select from review_task o where o.org_id = ${orgId} and o.blind_id = review_task.blind_id
      and o.id <> review_task.id and o.reviewer = ${me})`,
    sql`not exists (select from review_skip s where s.org_id = ${orgId} and s.task_id = review_task.id and s.reviewer = ${me})`,
    // What they left to somebody else is the contact, so not its other review either.
    sql`not exists (select from review_task o join review_skip s on s.org_id = ${orgId} and s.task_id = o.id
      and s.reviewer = ${me} where o.org_id = ${orgId} and o.blind_id = review_task.blind_id)`,
    sql`exists (select from contact c where c.org_id = ${orgId} and c.id = review_task.contact_id
      and c.version = review_task.contact_version and (${person ?? ''} = '' or c.person_id is distinct from ${person ?? ''}))`,
  )!;
}

/** A contact that two see is one review to each of them. */
const oneReview = sql`distinct coalesce(review_task.blind_id, review_task.id)`;

const yoursFirst = ({ actor }: Work): SQL => sql`(${reviewTaskTable.reviewer} is not distinct from ${actor.id}) desc`;

/** Two tasks of one contact stand in one place, whichever of them is still to be had. Ids tell nothing, so the order of one day doesn't either. */
const place = sql`substr(coalesce(${reviewTaskTable.blindId}, ${reviewTaskTable.id}), 3)`;

/** The id that both of two who are blind to each other know it by. */
const shownAs = sql<string>`coalesce((select o.id from review_task o where o.org_id = review_task.org_id
  and o.blind_id = review_task.blind_id and o.purpose = 'plan' and review_task.purpose = 'second'), review_task.id)`;

/** What they may review, what they hold first, then by due date. */
export async function tasksFor(work: Work, limit: number) {
  const rows = await work.tx
    .select({
      task: reviewTaskTable,
      shownAs,
      channel: contactTable.channel,
      begun: begunBy(work),
    })
    .from(reviewTaskTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, work.actor.orgId),
        eq(contactTable.id, reviewTaskTable.contactId),
        eq(contactTable.version, reviewTaskTable.contactVersion),
      ),
    )
    .where(theirs(work))
    .orderBy(yoursFirst(work), asc(reviewTaskTable.due), asc(place), asc(reviewTaskTable.id))
    .limit(2 * limit);
  const seen = new Set<string>();
  return rows
    .filter(({ task: { id, blindId } }) => !seen.has(blindId ?? id) && seen.add(blindId ?? id))
    .slice(0, limit);
}

/** They have written something of it, or of the other task of the same contact, which they gave back: it goes with them (`bringDraft`). */
function begunBy({ actor }: Work): SQL<boolean> {
  return sql<boolean>`exists (select from review_draft d join review_task o on o.org_id = d.org_id and o.id = d.task_id
    where d.org_id = ${actor.orgId} and d.reviewer = ${actor.id}
      and (o.id = review_task.id or (o.blind_id = review_task.blind_id and review_task.purpose <> 'adjudication')))`;
}

/** How many they may review, and how many of these are overdue. */
export async function countFor(work: Work, today: Day): Promise<{ waiting: number; overdue: number }> {
  const [row] = await work.tx
    .select({
      waiting: sql<number>`count(${oneReview})::int`,
      overdue: sql<number>`(count(${oneReview}) filter (where ${reviewTaskTable.due} < ${today}::date))::int`,
    })
    .from(reviewTaskTable)
    .where(theirs(work));
  return { waiting: row?.waiting ?? 0, overdue: row?.overdue ?? 0 };
}

/** One who asks twice at once is answered one after the other, so that they never hold two tasks of one contact. */
export async function oneAtATime({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`review ${actor.orgId} ${actor.id}`}, 0))`);
}

/** The task that comes next for them, held from others until the work ends; null where nothing waits. */
export async function lockNext(work: Work): Promise<ReviewTaskRow | null> {
  const [row] = (await firstOf(work, true).for('update', { skipLocked: true })) as ReviewTaskRow[];
  if (row) return row;
  const [other] = (await firstOf(work, false).for('update', { skipLocked: true })) as ReviewTaskRow[];
  return other ?? null;
}

/** The same without taking it, by the id that it is shown by. */
export async function nextId(work: Work): Promise<string | null> {
  const row = (await firstOf(work, true))[0] ?? (await firstOf(work, false))[0];
  return row ? idShown(work, row) : null;
}

/** The id by which a task is shown: of two who are blind to each other that of the first, to both. */
export async function idShown({ tx, actor }: Work, { id }: Pick<ReviewTaskRow, 'id'>): Promise<string> {
  const [row] = await tx
    .select({ shownAs })
    .from(reviewTaskTable)
    .where(and(eq(reviewTaskTable.orgId, actor.orgId), eq(reviewTaskTable.id, id)));
  return row?.shownAs ?? id;
}

/**
 * The task that an id means to whoever asks. Two tasks of one contact go by one id, so that nobody who takes one and gives it back
 * learns which of them is gone: to each it is the one that they did, have in hand, began, or may take.
 */
export async function taskMeant(work: Work, id: string): Promise<string> {
  const { tx, actor } = work;
  const task = reviewTaskTable;
  const own = sql`(review_task.reviewer is not distinct from ${actor.id})`;
  const [row] = await tx
    .select({ id: task.id })
    .from(task)
    .where(
      and(
        eq(task.orgId, actor.orgId),
        inArray(task.purpose, ['plan', 'second']),
        sql`review_task.blind_id = (select o.blind_id from review_task o where o.org_id = ${actor.orgId} and o.id = ${id}
          and o.purpose in ('plan', 'second'))`,
      ),
    )
    .orderBy(
      sql`(${own} and review_task.done_at is not null) desc`,
      sql`(${theirs(work)}) desc`,
      sql`${own} desc`,
      sql`exists (select from review_draft d where d.org_id = ${actor.orgId} and d.task_id = review_task.id and d.reviewer = ${actor.id}) desc`,
      asc(task.id),
    )
    .limit(1);
  return row?.id ?? id;
}

/** In two questions, what they hold and what anybody may take: each is answered from an index, however many wait. */
function firstOf(work: Work, own: boolean) {
  return work.tx
    .select()
    .from(reviewTaskTable)
    .where(and(theirs(work), own ? eq(reviewTaskTable.reviewer, work.actor.id) : undefined))
    .orderBy(asc(reviewTaskTable.due), asc(place), asc(reviewTaskTable.id))
    .limit(1);
}

/** A task of an id that they may have, held from others until the work ends. */
export async function lockTheirs(work: Work, id: string): Promise<ReviewTaskRow | null> {
  const [row] = await work.tx
    .select()
    .from(reviewTaskTable)
    .where(and(theirs(work), eq(reviewTaskTable.id, id)))
    .for('update');
  return row ?? null;
}

/** Without locking it. */
export async function findTheirs(work: Work, id: string): Promise<ReviewTaskRow | null> {
  const [row] = await work.tx
    .select()
    .from(reviewTaskTable)
    .where(and(theirs(work), eq(reviewTaskTable.id, id)));
  return row ?? null;
}

/** A task that they have done. */
export async function findDone({ tx, actor }: Work, id: string): Promise<ReviewTaskRow | null> {
  const [row] = await tx
    .select()
    .from(reviewTaskTable)
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        eq(reviewTaskTable.id, id),
        eq(reviewTaskTable.reviewer, actor.id),
        isNotNull(reviewTaskTable.doneAt),
      ),
    );
  return row ?? null;
}

/** How many tasks they have done since a moment. */
export async function countDone({ tx, actor }: Work, since: string): Promise<number> {
  const [row] = await tx
    .select({ done: count() })
    .from(reviewTaskTable)
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        eq(reviewTaskTable.reviewer, actor.id),
        gte(reviewTaskTable.doneAt, new Date(since)),
      ),
    );
  return row?.done ?? 0;
}

async function set({ tx, actor }: Work, id: string, values: Partial<typeof reviewTaskTable.$inferInsert>) {
  await tx
    .update(reviewTaskTable)
    .set(values)
    .where(and(eq(reviewTaskTable.orgId, actor.orgId), eq(reviewTaskTable.id, id)));
}

/** Puts it into their hand, or keeps it there. */
export async function writeTaken(
  work: Work,
  id: string,
  as: Partial<Pick<ReviewTaskRow, 'contactVersion' | 'standards'>> = {},
): Promise<void> {
  await set(work, id, { reviewer: work.actor.id, heldUntil: heldUntil(work.now), ...as });
}

export async function writeGivenBack(work: Work, id: string): Promise<void> {
  await set(work, id, { reviewer: null, heldUntil: null });
}

/** Done; to whoever counts who has what in hand it seems held for as long as any other, until it may be seen. */
export async function writeDone(work: Work, id: string, seconds: number): Promise<void> {
  await set(work, id, { doneAt: new Date(work.now), heldUntil: heldUntil(work.now), seconds });
}

export async function writeSkip({ tx, actor, now }: Work, taskId: string, because: SkipReason): Promise<void> {
  await tx
    .insert(reviewSkipTable)
    .values({ orgId: actor.orgId, taskId, reviewer: actor.id, because, at: new Date(now) })
    .onConflictDoNothing();
}

/** Whether anybody has written something of it or of one that is blind to it: then it stays about what it is about. */
export async function isBegun({ tx, actor }: Work, { id, blindId }: ReviewTaskRow): Promise<boolean> {
  const same = tx
    .select({ id: reviewTaskTable.id })
    .from(reviewTaskTable)
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        blindId === null ? eq(reviewTaskTable.id, id) : eq(reviewTaskTable.blindId, blindId),
      ),
    );
  const [draft] = await tx
    .select({ one: sql`1` })
    .from(reviewDraftTable)
    .where(and(eq(reviewDraftTable.orgId, actor.orgId), inArray(reviewDraftTable.taskId, same)))
    .limit(1);
  if (draft) return true;
  const [taken] = await tx
    .select({ one: sql`1` })
    .from(reviewTaskTable)
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        inArray(reviewTaskTable.id, same),
        ne(reviewTaskTable.id, id),
        isNotNull(reviewTaskTable.reviewer),
      ),
    )
    .limit(1);
  return taken !== undefined;
}

/** The version of a contact that is the latest. */
export async function latestVersion({ tx, actor }: Work, contact: string): Promise<number | null> {
  const [row] = await tx
    .select({ version: contactTable.version })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, actor.orgId), eq(contactTable.id, contact), contactTable.latest));
  return row?.version ?? null;
}

/** A version of a contact as a reviewer sees it: its words, and nothing of who, where or when. */
export async function wordsOf({ tx, actor }: Work, contact: string, version: number) {
  const { channel, heardBy, durationSeconds, turns, answers, holds } = contactTable;
  const [row] = await tx
    .select({ channel, heardBy, durationSeconds, turns, answers, holds })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, actor.orgId), eq(contactTable.id, contact), eq(contactTable.version, version)));
  return row ?? null;
}
