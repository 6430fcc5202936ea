// What a draw is made from, and what it writes: contacts that came in since the last one, what the machine said of them, tasks.
import { and, asc, eq, inArray, isNotNull, notExists, sql, type SQL } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { markTable } from '../../marking/marking.table.ts';
import { siteTable } from '../../people/people.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import type { PlanSaid } from '../plan.core.ts';
import { reviewBlindTable, reviewDrawTable, reviewFrameTable, reviewTaskTable } from '../review.table.ts';

/** The contact's day by its site's clock; where no source told the time, the day it was brought in. */
const day = sql`coalesce(left(${contactTable.startedLocal}, 10),
  to_char(${contactTable.startedAt} at time zone coalesce(${siteTable.timeZone}, 'UTC'), 'YYYY-MM-DD'),
  (select to_char(i.started_at at time zone 'UTC', 'YYYY-MM-DD') from import i
    where i.org_id = ${contactTable.orgId} and i.id = ${contactTable.importId}))`;

/** Contacts that a plan may ask for: marked, of its sites, ways and days. */
function asked({ actor }: Work, plan: PlanSaid): (SQL | undefined)[] {
  return [
    eq(contactTable.orgId, actor.orgId),
    sql`${contactTable.latest}`,
    isNotNull(contactTable.markedWith),
    sql`${day} >= ${plan.fromDay}`,
    plan.sites.length === 0 ? undefined : anyOf(contactTable.siteId, plan.sites),
    plan.channels.length === 0 ? undefined : anyOf(contactTable.channel, plan.channels),
  ];
}

function onSite({ actor }: Work): SQL {
  return and(eq(siteTable.orgId, actor.orgId), eq(siteTable.id, contactTable.siteId))!;
}

const place = {
  id: contactTable.id,
  version: contactTable.version,
  site: contactTable.siteId,
  channel: contactTable.channel,
};
/** Contacts that one draw looks at, at most: it holds them all at once. The others are looked at by the next. */
const mostLookedAt = 100_000;

/** Contacts that no draw of the plan has looked at. */
export async function newlyIn(work: Work, planId: string, plan: PlanSaid) {
  const { tx, actor } = work;
  const looked = tx
    .select({ one: sql`1` })
    .from(reviewFrameTable)
    .where(
      and(
        eq(reviewFrameTable.orgId, actor.orgId),
        eq(reviewFrameTable.planId, planId),
        eq(reviewFrameTable.contactId, contactTable.id),
      ),
    );
  return tx
    .select(place)
    .from(contactTable)
    .leftJoin(siteTable, onSite(work))
    .where(and(...asked(work, plan), notExists(looked)))
    .orderBy(asc(contactTable.id))
    .limit(mostLookedAt);
}

/** Contacts to a statement. */
const page = 5000;

/** What machines said of some standards' versions in some contacts. */
export async function machineMarks({ tx, actor }: Work, contacts: readonly string[], versions: readonly string[]) {
  const { contactId, contactVersion, standard, marker, verdict, confidence } = markTable;
  const found = [];
  for (let from = 0; from < contacts.length; from += page)
    found.push(
      ...(await tx
        .select({ contactId, contactVersion, standard, marker, verdict, confidence })
        .from(markTable)
        .where(
          and(
            eq(markTable.orgId, actor.orgId),
            anyOf(markTable.contactId, contacts.slice(from, from + page)),
            inArray(markTable.standardVersion, [...versions]),
          ),
        )),
    );
  return found;
}

function notYetATask({ tx, actor }: Work, planId: string): SQL {
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(reviewTaskTable)
      .where(
        and(
          eq(reviewTaskTable.orgId, actor.orgId),
          eq(reviewTaskTable.planId, planId),
          eq(reviewTaskTable.contactId, contactTable.id),
        ),
      ),
  );
}

/** Contacts in which a machine recognised one of these standards' versions as failed, in an order that the seed gives. */
export async function withActs(
  work: Work,
  planId: string,
  plan: PlanSaid,
  versions: readonly string[],
  { seed, most }: { readonly seed: string; readonly most: number },
) {
  const failed = work.tx
    .select({ id: markTable.contactId })
    .from(markTable)
    .where(
      and(
        eq(markTable.orgId, work.actor.orgId),
        eq(markTable.verdict, 'failed'),
        inArray(markTable.standardVersion, [...versions]),
        eq(markTable.contactVersion, contactTable.version),
      ),
    );
  return work.tx
    .select(place)
    .from(contactTable)
    .leftJoin(siteTable, onSite(work))
    .where(and(...asked(work, plan), inArray(contactTable.id, failed), notYetATask(work, planId)))
    .orderBy(sql`md5(${seed} || ${contactTable.id})`)
    .limit(most);
}

/** How many days somebody counts as new, from the first day of their first post. */
const newForDays = 28;

/** Contacts with somebody in their first weeks, in an order that the seed gives. */
export async function withNewPeople(
  work: Work,
  planId: string,
  plan: PlanSaid,
  { seed, most }: { readonly seed: string; readonly most: number },
) {
  const begun = sql`(select min(p.from_day) from post p where p.org_id = ${contactTable.orgId} and p.person_id = ${contactTable.personId})`;
  return work.tx
    .select(place)
    .from(contactTable)
    .leftJoin(siteTable, onSite(work))
    .where(
      and(
        ...asked(work, plan),
        sql`${begun} <= ${day}::date and ${begun} > ${day}::date - ${newForDays}::int`,
        notYetATask(work, planId),
      ),
    )
    .orderBy(sql`md5(${seed} || ${contactTable.id})`)
    .limit(most);
}

/** Of some contacts those that the plan's sites and ways reach, whatever their day. */
export async function ofPlan(work: Work, planId: string, plan: PlanSaid, contacts: readonly string[]) {
  return work.tx
    .select(place)
    .from(contactTable)
    .leftJoin(siteTable, onSite(work))
    .where(
      and(
        ...asked(work, { ...plan, fromDay: '0001-01-01' }),
        anyOf(contactTable.id, contacts),
        notYetATask(work, planId),
      ),
    );
}

export async function writeDraw({ tx }: Work, row: typeof reviewDrawTable.$inferInsert): Promise<void> {
  await tx.insert(reviewDrawTable).values(row);
}

export async function writeFrame({ tx }: Work, rows: readonly (typeof reviewFrameTable.$inferInsert)[]): Promise<void> {
  await insertMany(tx, reviewFrameTable, rows);
}

export async function writeTasks(
  { tx }: Work,
  tasks: readonly (typeof reviewTaskTable.$inferInsert)[],
  sets: readonly (typeof reviewBlindTable.$inferInsert)[],
): Promise<void> {
  await insertMany(tx, reviewBlindTable, sets);
  await insertMany(tx, reviewTaskTable, tasks);
}

/** A draw with its frame, as it is kept. */
export async function frameOfDraw({ tx, actor }: Work, id: string) {
  const [draw] = await tx
    .select()
    .from(reviewDrawTable)
    .where(and(eq(reviewDrawTable.orgId, actor.orgId), eq(reviewDrawTable.id, id)));
  if (!draw) return null;
  const rows = await tx
    .select()
    .from(reviewFrameTable)
    .where(and(eq(reviewFrameTable.orgId, actor.orgId), eq(reviewFrameTable.drawId, id)));
  return { draw, rows };
}
