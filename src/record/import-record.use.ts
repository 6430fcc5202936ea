// The record brought in, all files at once and in one transaction: good rows go in, everything else is said.
import type { Reject } from '../contacts/contact.core.ts';
import { redactReject } from '../contacts/prepare-contact.core.ts';
import { importWorths } from '../contacts/worth.use.ts';
import { importAcknowledgements, readVersions, versionsOfOthers } from '../documents/documents.use.ts';
import { importReaderNotes } from '../documents/reading/bring-notes.use.ts';
import { addDays } from '../kernel/moment.ts';
import type { Taken } from '../kernel/sourced.ts';
import { importApprovals, importObservations, importOutages, importTargets } from '../management/management.use.ts';
import { importPeople, readSitesAndPeople, readSourcedPosts } from '../people/people-record.use.ts';
import { assertMayImportRecord } from '../people/record.access.ts';
import { unagreedSteps } from '../personnel/adverse/adverse-steps.use.ts';
import { importAttempts } from '../personnel/personnel.use.ts';
import type { Work } from '../platform/db/work.ts';
import { importPolicies } from '../policies/policies.use.ts';
import { importLetters } from '../policies/letters/bring-letters.use.ts';
import { importReasons } from '../policies/reasons/bring-reasons.use.ts';
import { importDuties, importProcedures } from '../procedures/procedures.use.ts';
import { importCertificates } from '../training/training.use.ts';
import type { OnRecord, RecordRows } from './read-record.core.ts';
import { readRecord } from './read-record.core.ts';
import { readFiles } from './read/read-files.ts';
import { stillToCome } from './still-to-come.core.ts';
import type { RecordFile, RecordImport } from './record.core.ts';
import { againstPublished, publishedHereReject } from './publish/published-stands.use.ts';

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
  const ofOthers = new Set<unknown>([
    ...(await versionsOfOthers(work, 'policy', rows.policies)),
    ...(await versionsOfOthers(work, 'procedure', rows.procedures)),
  ]);
  const policies = rows.policies.filter((one) => !ofOthers.has(one));
  const procedures = rows.procedures.filter((one) => !ofOthers.has(one));
  const against = await againstPublished(work, { policies, procedures });
  const alone = new Set<unknown>([
    ...(await unagreedSteps(work, 'observations', rows.observations)),
    ...(await unagreedSteps(work, 'attempts', rows.attempts)),
  ]);
  const { taken, missing } = await takeIn(work, {
    ...rows,
    observations: rows.observations.filter((one) => !alone.has(one)),
    attempts: rows.attempts.filter((one) => !alone.has(one)),
    policies: policies.filter((one) => !against.has(one)),
    procedures: procedures.filter((one) => !against.has(one)),
  });
  const unagreed = [...rows.observations, ...rows.attempts]
    .filter((one) => alone.has(one))
    .map((one): Reject => ({ ...one.from, ...noSecond }));
  const published = [...against].map((one): Reject => ({ ...one.from, ...publishedHereReject }));
  const others = [...rows.policies, ...rows.procedures]
    .filter((one) => ofOthers.has(one))
    .map((one): Reject => ({ ...one.from, ...notTheirSites }));
  const clauseless = missing.map((one): Reject => ({ ...one.from, ...noSuchClause }));
  return {
    taken,
    // The reply is kept as JSON and shown on pages: a file's name may hold a person's.
    rejects: [...read.rejects, ...rejects, ...others, ...published, ...unagreed, ...clauseless].map((one) =>
      redactReject(one, work.key),
    ),
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
async function takeIn(work: Work, rows: RecordRows) {
  const who = await importPeople(work, rows);
  const written: Record<string, Taken> = {
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
  const { letters, answers } = await importLetters(work, rows.letters, rows.letterAnswers);
  const reasons = await importReasons(work, rows.clauseReasons);
  const readerNotes = await importReaderNotes(work, rows.readerNotes);
  const said = { letters, 'letter-answers': answers, 'clause-reasons': reasons.taken, 'reader-notes': readerNotes };
  return { taken: { ...written, ...said }, missing: reasons.missing };
}

const noSecond = {
  expected: 'a step that a second person has agreed to, since letters were written here lately',
  remedy: 'Ask under More, Second approval, with the same person, act and day; then bring it again.',
};

const notTheirSites = {
  field: 'sites',
  expected: 'a document of your own sites alone',
  remedy: 'Name your sites in it, or ask an owner to bring what is for everybody or for other sites.',
};

const noSuchClause = {
  field: 'clause',
  expected: 'the id of a clause of that version',
  remedy: 'Take it from the policy: the number or the heading of the clause.',
};
