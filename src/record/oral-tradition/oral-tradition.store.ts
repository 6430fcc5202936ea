// Counts that the Dark Ages and the base are told from.
import { and, count, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { checkQuestionTable } from '../../documents/reading/reading.table.ts';
import type { Day } from '../../kernel/moment.ts';
import { markingTable } from '../../marking/marking.table.ts';
import type { Work } from '../../platform/db/work.ts';
import { runTable } from '../../procedures/runs/run.table.ts';

/** Contacts of each kind since a day, the most first. */
export async function kindsSince({ tx, actor }: Work, day: Day): Promise<{ kind: string; contacts: number }[]> {
  const kind = sql<string>`${markingTable.kinds} ->> 0`;
  const contacts = count();
  return tx
    .select({ kind, contacts })
    .from(markingTable)
    .innerJoin(
      contactTable,
      and(
        eq(contactTable.orgId, actor.orgId),
        eq(contactTable.id, markingTable.contactId),
        eq(contactTable.version, markingTable.contactVersion),
        eq(contactTable.latest, true),
        gte(contactTable.startedAt, `${day}T00:00:00.000Z`),
      ),
    )
    .where(and(eq(markingTable.orgId, actor.orgId), sql`${markingTable.kinds} ->> 0 is not null`))
    .groupBy(kind)
    .orderBy(desc(contacts), kind);
}

/** How often each procedure was run since a day. */
export async function runsSince({ tx, actor }: Work, day: Day): Promise<Map<string, number>> {
  const rows = await tx
    .select({ procedure: runTable.procedure, runs: count() })
    .from(runTable)
    .where(and(eq(runTable.orgId, actor.orgId), gte(runTable.beganAt, new Date(`${day}T00:00:00Z`))))
    .groupBy(runTable.procedure);
  return new Map(rows.map((row) => [row.procedure, row.runs]));
}

/** How many check questions are asked of each procedure’s readers today. */
export async function questionCounts({ tx, actor }: Work): Promise<Map<string, number>> {
  const rows = await tx
    .select({ document: checkQuestionTable.document, questions: count() })
    .from(checkQuestionTable)
    .where(
      and(
        eq(checkQuestionTable.orgId, actor.orgId),
        eq(checkQuestionTable.kind, 'procedure'),
        isNull(checkQuestionTable.endedAt),
      ),
    )
    .groupBy(checkQuestionTable.document);
  return new Map(rows.map((row) => [row.document, row.questions]));
}
