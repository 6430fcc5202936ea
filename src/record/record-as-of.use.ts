// The record as of one day, each thing with the file and row that it stands in.
import { readAcknowledgements, readDocumentOrigins } from '../documents/documents.use.ts';
import { Fault } from '../kernel/fault.ts';
import { isDay } from '../kernel/moment.ts';
import { readManagementOrigins, readTargets } from '../management/management.use.ts';
import { readPeopleOrigins, readPeopleRecord } from '../people/people-record.use.ts';
import { assertMayImportRecord } from '../people/record.access.ts';
import type { Work } from '../platform/db/work.ts';
import { readPolicies } from '../policies/policies.use.ts';
import { readDuties, readDutyOrigins, readProcedures } from '../procedures/procedures.use.ts';
import { readCertificateOrigins, readCertificates } from '../training/training.use.ts';
import type { Asked, HeldThen } from './as-of.core.ts';
import { heldOn } from './as-of.core.ts';

/**
 * What held on a day, for a site or a person if asked.
 * @throws Fault `day-malformed`, `site-unknown`, `person-unknown`, `record-import-forbidden` (who keeps the record may read it)
 */
export async function readHeldOn(work: Work, asked: Asked): Promise<HeldThen[]> {
  assertMayImportRecord(work.actor);
  if (!isDay(asked.day))
    throw new Fault('day-malformed', 'malformed', 'Write the day as year-month-day, for example 2026-03-14.');
  const { sites, people, posts, authorityLimits } = await readPeopleRecord(work);
  if (asked.site !== undefined && !sites.some((one) => one.id === asked.site)) {
    throw new Fault('site-unknown', 'missing', 'There is no site of this id on record.');
  }
  if (asked.person !== undefined && !people.some((one) => one.id === asked.person)) {
    throw new Fault('person-unknown', 'missing', 'There is no person of this id on record.');
  }
  const origins = new Map([
    ...(await readPeopleOrigins(work)),
    ...(await readDocumentOrigins(work)),
    ...(await readDutyOrigins(work)),
    ...(await readCertificateOrigins(work)),
    ...(await readManagementOrigins(work)),
  ]);
  const record = {
    posts,
    authorityLimits,
    policies: await readPolicies(work),
    procedures: await readProcedures(work),
    duties: await readDuties(work),
    acknowledgements: await readAcknowledgements(work),
    certificates: await readCertificates(work),
    targets: await readTargets(work),
    origins,
  };
  return heldOn(record, asked);
}
