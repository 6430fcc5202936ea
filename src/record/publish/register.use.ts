// The register of documents as pages and commands show it: a page of it as of a day, with owners by name, and for those who look
// after documents who still has to acknowledge.
import { mayReadDraftsOf } from '../../documents/documents.access.ts';
import { reminderDays } from '../../documents/review/sunset.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { isDay } from '../../kernel/moment.ts';
import { personNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import {
  readCounts,
  registerRows,
  type ReadCounts,
  type RegisterAsked,
  type RegisterAt,
  type RegisterRow,
} from './register.store.ts';

export interface ListedDocument extends RegisterRow {
  readonly ownerName: string | null;
  /** null: not for whoever asks, or there is no version to read. */
  readonly reading: ReadCounts | null;
}

const mostWords = 8;

/** One row more than `limit` where there are more. @throws Fault `day-malformed` */
export async function listDocuments(
  work: Work,
  asked: Partial<Omit<RegisterAsked, 'words'>> & { readonly words?: string | undefined },
  after: RegisterAt | null,
  limit: number,
): Promise<ListedDocument[]> {
  const day = asked.day ?? work.now.slice(0, 10);
  if (!isDay(day))
    throw new Fault('day-malformed', 'malformed', 'Write the day as year-month-day, for example 2026-03-14.');
  const mayDrafts = mayReadDraftsOf(work.actor);
  const words = (asked.words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  // Who only reads documents sees none that is not written yet.
  const state = asked.state ?? undefined;
  if ((state === 'draft' || asked.asked === true) && !mayDrafts) return [];
  const rows = (await registerRows(work, { ...asked, day, words, state }, after, limit + 1, reminderDays)).filter(
    (row) => mayDrafts || row.state !== 'draft',
  );
  const names = await personNames(
    work,
    rows.map((row) => row.owner),
  );
  const read = mayDrafts
    ? await readCounts(
        work,
        day,
        rows.flatMap(({ kind, id, version, state: stands }) =>
          version !== null && stands === 'in-force' ? [{ kind, id, version }] : [],
        ),
      )
    : new Map<string, ReadCounts>();
  return rows.map((row) => ({
    ...row,
    draft: mayDrafts ? row.draft : null,
    asked: mayDrafts && row.asked,
    ownerName: row.owner === null ? null : (names.get(row.owner) ?? row.owner),
    reading: read.get(`${row.kind}/${row.id}`) ?? null,
  }));
}
