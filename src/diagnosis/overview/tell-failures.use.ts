// Failures as a list shows them: the standard's title, where and when, and the words themselves. No person is named.
import { findContacts } from '../../contacts/contacts.use.ts';
import { markedContacts } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { byClearness, clearness, type Graded } from '../clearest/clearness.core.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { Cause, Standing } from '../finding.core.ts';
import { type FailureRow, failuresAfter, type FailuresAsked } from './failures.store.ts';
import { type ToldFailure, toldFailure } from './told-failure.core.ts';

/** A page of failures, `limit` and one more where there are more. @throws Fault `diagnosis-forbidden` */
export async function listFailures(
  work: Work,
  asked: FailuresAsked,
  after: string,
  limit: number,
): Promise<ToldFailure[]> {
  assertMayDiagnose(work.actor);
  return tellFailures(work, await failuresAfter(work.tx, work.actor.orgId, asked, after, limit + 1));
}

/** What is known of a failure before it is told; without a finding it has no cause yet. */
export type ToTell = Pick<FailureRow, 'mark' | 'contact'> & {
  readonly id?: string;
  readonly leading?: readonly Cause[];
  readonly standing?: Standing;
};

/** The failures that are still there, in the order given. */
export async function tellFailures(work: Work, rows: readonly ToTell[]): Promise<ToldFailure[]> {
  return (await toldAndGraded(work, rows)).map((one) => one.told);
}

/** The same, those first whose words show it best. */
export async function tellClearestFirst(work: Work, rows: readonly ToTell[]): Promise<ToldFailure[]> {
  const graded = await toldAndGraded(work, rows);
  return graded.toSorted((a, b) => byClearness(a.grade, b.grade)).map((one) => one.told);
}

async function toldAndGraded(work: Work, rows: readonly ToTell[]): Promise<{ told: ToldFailure; grade: Graded }[]> {
  if (rows.length === 0) return [];
  const contacts = await markedContacts(work, await findContacts(work, [...new Set(rows.map((one) => one.contact))]));
  const marks = new Map(
    contacts.flatMap(({ contact, marks: own }) => own.map((mark) => [mark.id, { contact, mark }] as const)),
  );
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, one]));
  const sites = new Map((await readSitesAndPeople(work)).sites.map((one) => [one.id, one.name]));
  return rows.flatMap((row) => {
    const found = marks.get(row.mark);
    const standard = found && standards.get(found.mark.standard);
    if (!found || !standard) return [];
    const { siteId } = found.contact;
    const site = siteId === undefined ? null : { id: siteId, name: sites.get(siteId) ?? siteId };
    const { contact, mark } = found;
    const grade = { id: mark.id, clear: clearness(mark, contact), startedAt: contact.startedAt };
    return [{ told: toldFailure(row, mark, contact, { ...standard, title: titleOf(standard) }, site), grade }];
  });
}
