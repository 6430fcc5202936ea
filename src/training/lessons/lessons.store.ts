// Rows of lessons with their parts.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { LessonPart } from './lesson.core.ts';
import { lessonPartTable, lessonTable, type LessonRow } from './lesson.table.ts';

export interface KeptLesson {
  readonly row: LessonRow;
  readonly parts: readonly LessonPart[];
}

/** Lessons that the actor may see rows of, by title. */
export async function lessonsOf(
  { tx, actor }: Work,
  asked: { readonly id?: string },
  limit: number,
): Promise<KeptLesson[]> {
  const rows = await tx
    .select()
    .from(lessonTable)
    .where(and(eq(lessonTable.orgId, actor.orgId), ...(asked.id === undefined ? [] : [eq(lessonTable.id, asked.id)])))
    .orderBy(asc(lessonTable.title), asc(lessonTable.id))
    .limit(limit);
  if (rows.length === 0) return [];
  const { orgId, lesson, position, moment, says } = lessonPartTable;
  const parts = await tx
    .select({ lesson, moment, says })
    .from(lessonPartTable)
    .where(
      and(
        eq(orgId, actor.orgId),
        inArray(
          lesson,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(lesson), asc(position));
  const byLesson = Map.groupBy(parts, (part) => part.lesson);
  return rows.map((row) => ({
    row,
    parts: (byLesson.get(row.id) ?? []).map(({ moment: pin, says: words }) => ({ moment: pin, says: words })),
  }));
}

export async function insertLesson({ tx }: Work, row: typeof lessonTable.$inferInsert): Promise<void> {
  await tx.insert(lessonTable).values(row);
}

/** Changes it where it still is of that revision; false where somebody was before. */
export async function changeLesson(
  { tx, actor }: Work,
  id: string,
  was: number,
  set: Partial<typeof lessonTable.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(lessonTable)
    .set({ ...set, revision: was + 1 })
    .where(and(eq(lessonTable.orgId, actor.orgId), eq(lessonTable.id, id), eq(lessonTable.revision, was)))
    .returning({ id: lessonTable.id });
  return changed.length === 1;
}

/** Writes the parts in place of those before. */
export async function writeParts({ tx, actor }: Work, id: string, parts: readonly LessonPart[]): Promise<void> {
  await tx.delete(lessonPartTable).where(and(eq(lessonPartTable.orgId, actor.orgId), eq(lessonPartTable.lesson, id)));
  if (parts.length > 0)
    await tx
      .insert(lessonPartTable)
      .values(parts.map((part, at) => ({ orgId: actor.orgId, lesson: id, position: at + 1, ...part })));
}
