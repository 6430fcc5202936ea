// The record book of an organisation, read from every domain that keeps a part of it.
import { readAcknowledgements } from '../documents/documents.use.ts';
import { readApprovals, readObservations, readOutages, readTargets } from '../management/management.use.ts';
import { readPeopleRecord, readPostsAndLimits } from '../people/people-record.use.ts';
import { readAttempts } from '../personnel/personnel.use.ts';
import type { Work } from '../platform/db/work.ts';
import { readPolicies } from '../policies/policies.use.ts';
import { readDuties, readProcedures } from '../procedures/procedures.use.ts';
import { readCertificates } from '../training/training.use.ts';
import { RecordBook } from './book.core.ts';
import { ownAnswers } from './own-answer.store.ts';
import type { Records } from './records.core.ts';

/** Everything dated that is on record. One query after the other: a transaction has one connection. */
export async function readRecords(work: Work): Promise<Records> {
  const { sites, posts, shifts, authorityLimits } = await readPeopleRecord(work);
  return { sites, posts, shifts, authorityLimits, ...(await readOthers(work)) };
}

/** The same without the shifts, for whoever asks for none: they are by far the longest list of a record. */
export async function readRecordsButShifts(work: Work): Promise<Omit<Records, 'shifts'>> {
  const { sites, posts, authorityLimits } = await readPostsAndLimits(work);
  return { sites, posts, authorityLimits, ...(await readOthers(work)) };
}

type Others = Omit<Records, 'sites' | 'posts' | 'shifts' | 'authorityLimits'>;

async function readOthers(work: Work): Promise<Others> {
  return {
    policies: await readPolicies(work),
    procedures: await readProcedures(work),
    duties: await readDuties(work),
    acknowledgements: await readAcknowledgements(work),
    certificates: await readCertificates(work),
    observations: await readObservations(work),
    targets: await readTargets(work),
    approvals: await readApprovals(work),
    outages: await readOutages(work),
    attempts: await readAttempts(work),
    ownAnswers: await ownAnswers(work.tx, work.actor.orgId),
  };
}

export async function readBook(work: Work): Promise<RecordBook> {
  return new RecordBook(await readRecords(work));
}
