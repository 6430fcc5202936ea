// The record brought in, all files at once and in one transaction: good rows go in, everything else is said.
import { redactReject } from '../contacts/prepare-contact.core.ts';
import { importWorths } from '../contacts/worth.use.ts';
import { importAcknowledgements, readVersions } from '../documents/documents.use.ts';
import { addDays } from '../kernel/moment.ts';
import type { Taken } from '../kernel/sourced.ts';
import { importApprovals, importObservations, importOutages, importTargets } from '../management/management.use.ts';
import { importPeople, readSitesAndPeople, readSourcedPosts } from '../people/people-record.use.ts';
import { assertMayImportRecord } from '../people/record.access.ts';
import { importAttempts } from '../personnel/personnel.use.ts';
import type { Work } from '../platform/db/work.ts';
import { importPolicies } from '../policies/policies.use.ts';
import { importDuties, importProcedures } from '../procedures/procedures.use.ts';
import { importCertificates } from '../training/training.use.ts';
import type { OnRecord, RecordRows } from './read-record.core.ts';
import { readRecord } from './read-record.core.ts';
import { readFiles } from './read/read-files.ts';
import { stillToCome } from './still-to-come.core.ts';
import type { RecordFile, RecordImport } from './record.core.ts';

/**
 * Takes a record in. The same files again change nothing; a changed row replaces the one before and is told to the
 * ledger; a row that is gone from its file stays, since it held until somebody says otherwise.
 * @param files names with their bytes, in any order
 * @param standards ids of all standards that there are, so that a misspelt one is found; null leaves them unchecked
 * @param packs names of the packs that they stand in
 * @throws Fault `record-import-forbidden`
 */
export async function importRecord(
  work: Work,
  files: readonly RecordFile[],
  standards: Iterable<string> | null = null,
  packs: Iterable<string> = [],
): Promise<RecordImport> {
  assertMayImportRecord(work.actor);
  const read = await readFiles(files);
  const { rows, rejects, warnings } = readRecord(read.tables, await readOnRecord(work), standards, packs);
  return {
    taken: await takeIn(work, rows),
    // The reply is kept as JSON and shown on pages: a file's name may hold a person's.
    rejects: [...read.rejects, ...rejects].map((one) => redactReject(one, work.key)),
    warnings: [...read.warnings, ...warnings, ...stillToCome(rows, addDays(work.now.slice(0, 10), 1))],
  };
}

/** What new rows may point at or collide with, as far as whoever brings them sees it. */
export async function readOnRecord(work: Work): Promise<OnRecord> {
  const { sites, people } = await readSitesAndPeople(work);
  return {
    sites,
    people,
    posts: await readSourcedPosts(work),
    policies: await readVersions(work, 'policy'),
    procedures: await readVersions(work, 'procedure'),
  };
}

/** Tables in the order in which each names only what stands already. */
async function takeIn(work: Work, rows: RecordRows): Promise<Record<string, Taken>> {
  const who = await importPeople(work, rows);
  return {
    organisation: who.organisation,
    sites: who.sites,
    'site-months': who.siteMonths,
    people: who.people,
    posts: who.posts,
    shifts: who.shifts,
    'authority-limits': who.authorityLimits,
    policies: await importPolicies(work, rows.policies),
    procedures: await importProcedures(work, rows.procedures),
    duties: await importDuties(work, rows.duties),
    acknowledgements: await importAcknowledgements(work, rows.acknowledgements),
    certificates: await importCertificates(work, rows.certificates),
    observations: await importObservations(work, rows.observations),
    targets: await importTargets(work, rows.targets),
    approvals: await importApprovals(work, rows.approvals),
    outages: await importOutages(work, rows.outages),
    attempts: await importAttempts(work, rows.attempts),
    outcomes: await importWorths(work, rows.outcomes),
  };
}
