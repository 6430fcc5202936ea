// A page of the report's long lists: contacts with their marks, or those that failed with their findings.
import { readContacts } from '../../contacts/contacts.use.ts';
import { eachFailure, markedContacts, type MarkedContact } from '../../marking/marks.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { Finding } from '../finding.core.ts';
import { readFindingsOfMarks } from '../findings.use.ts';

/** @throws Fault `diagnosis-forbidden` */
export async function readMarkedPage(work: Work, after: string, size: number): Promise<MarkedContact[]> {
  assertMayDiagnose(work.actor);
  return markedContacts(work, await readContacts(work, after, size));
}

/** Contacts in which something failed, and the findings of it by mark. @throws Fault `diagnosis-forbidden` */
export async function readFailedPage(
  work: Work,
  after: string,
  size: number,
): Promise<{ contacts: MarkedContact[]; findings: ReadonlyMap<string, Finding> }> {
  assertMayDiagnose(work.actor);
  const contacts = await eachFailure(work, after, size);
  const failed = contacts.flatMap((one) =>
    one.marks.filter((mark) => mark.verdict === 'failed').map((mark) => mark.id),
  );
  return { contacts, findings: new Map((await readFindingsOfMarks(work, failed)).map((one) => [one.mark, one])) };
}
