// Rows of letters that were written before they came here: many at once.
import { eq, max } from 'drizzle-orm';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Letter, LetterEvent } from './letter.core.ts';
import { letterEventTable, letterSupporterTable, letterTable } from './letter.table.ts';

export interface LetterToWrite {
  readonly letter: Letter;
  readonly claimDigest: string | null;
  readonly events: readonly LetterEvent[];
  readonly supporters: readonly string[];
}

/** Ids of all letters that there are. */
export async function letterIds({ tx, actor }: Work): Promise<Set<string>> {
  const rows = await tx.select({ id: letterTable.id }).from(letterTable).where(eq(letterTable.orgId, actor.orgId));
  return new Set(rows.map((row) => row.id));
}

/** In this order they get the numbers after the last. Whoever calls holds the ledger's head, so that no two get the same. */
export async function writeLetters({ tx, actor }: Work, letters: readonly LetterToWrite[]): Promise<void> {
  const { orgId } = actor;
  const [last] = await tx
    .select({ number: max(letterTable.number) })
    .from(letterTable)
    .where(eq(letterTable.orgId, orgId));
  await insertMany(
    tx,
    letterTable,
    letters.map(({ letter: { about, ...letter }, claimDigest }, at) => ({
      ...letter,
      orgId,
      number: (last?.number ?? 0) + at + 1,
      writerPerson: letter.writer,
      aboutKind: about?.kind ?? null,
      aboutDocument: about?.document ?? null,
      aboutPart: about?.part ?? null,
      claimDigest,
    })),
  );
  await insertMany(
    tx,
    letterEventTable,
    letters.flatMap(({ letter, events }) => events.map((event) => ({ ...event, orgId, letter: letter.id }))),
  );
  await insertMany(
    tx,
    letterSupporterTable,
    letters.flatMap(({ letter, supporters }) =>
      supporters.map((member) => ({ orgId, letter: letter.id, member, since: letter.sentOn })),
    ),
  );
}
