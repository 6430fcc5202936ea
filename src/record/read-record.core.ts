// The whole record at once: every table read, every row checked against the others and against what is on record. Good
// rows come out; everything else comes out as a sentence. The order of files makes no difference.
import type { Reject } from '../contacts/contact.core.ts';
import type { ContactWorth } from '../contacts/worth.core.ts';
import type { Acknowledgement, DocumentVersion } from '../documents/document.core.ts';
import type { BroughtNote } from '../documents/reading/brought-note.core.ts';
import type { Sourced } from '../kernel/sourced.ts';
import type { Approval, Observation, Outage, Target } from '../management/management.core.ts';
import type { Organisation } from '../people/organisation.core.ts';
import type { AuthorityLimit, Person, Post, Shift, Site, SiteMonth } from '../people/people.core.ts';
import type { Attempt } from '../personnel/personnel.core.ts';
import type { BroughtAnswer, BroughtLetter } from '../policies/letters/brought-letter.core.ts';
import type { PolicyVersion } from '../policies/policy.core.ts';
import type { BroughtReasons } from '../policies/reasons/brought-reasons.core.ts';
import type { Duty, ProcedureVersion } from '../procedures/procedure.core.ts';
import type { Certificate } from '../training/training.core.ts';
import { checkAcknowledgements, checkCertificates, checkVersions } from './check/documents.core.ts';
import { once } from './check/once.core.ts';
import { checkPosts } from './check/posts.core.ts';
import { checkAnswers, checkLetters, checkReaderNotes, checkReasons } from './check/voices.core.ts';
import type { KnownIds } from './known.core.ts';
import { Known } from './known.core.ts';
import { recognise } from './recognise.core.ts';
import type { RawTable, RecordWarning } from './record.core.ts';
import type { TableSpec } from './table.core.ts';
import { readRow } from './table.core.ts';
import * as documents from './tables/documents.core.ts';
import * as people from './tables/people.core.ts';
import * as practice from './tables/practice.core.ts';
import * as voices from './tables/voices.core.ts';
import { dayOrder } from './zoned.core.ts';

/** Every table of the record. */
export const recordTables = [
  people.organisationTable,
  people.sites,
  people.siteMonths,
  people.people,
  people.posts,
  people.shifts,
  people.authorityLimits,
  documents.policies,
  documents.procedures,
  documents.duties,
  documents.acknowledgements,
  practice.certificates,
  practice.observations,
  practice.targets,
  practice.approvals,
  practice.outages,
  practice.attempts,
  practice.outcomes,
  voices.letters,
  voices.letterAnswers,
  voices.clauseReasons,
  voices.readerNotes,
] as const;

/** What is on record already, that new rows may point at or collide with. */
export interface OnRecord {
  readonly sites: readonly Site[];
  readonly people: readonly Person[];
  readonly posts: readonly Sourced<Post>[];
  readonly policies: readonly Sourced<DocumentVersion>[];
  readonly procedures: readonly Sourced<DocumentVersion>[];
}

type Rows<T> = readonly Sourced<T>[];

/** Rows that may go in as they are, in an order in which each names only what stands. */
export interface RecordRows {
  readonly organisation: Rows<Organisation>;
  readonly sites: Rows<Site>;
  readonly siteMonths: Rows<SiteMonth>;
  readonly people: Rows<Person>;
  readonly posts: Rows<Post>;
  readonly correctedPosts: readonly Post[];
  readonly shifts: Rows<Shift>;
  readonly authorityLimits: Rows<AuthorityLimit>;
  readonly policies: Rows<PolicyVersion>;
  readonly procedures: Rows<ProcedureVersion>;
  readonly duties: Rows<Duty>;
  readonly acknowledgements: Rows<Acknowledgement>;
  readonly certificates: Rows<Certificate>;
  readonly observations: Rows<Observation>;
  readonly targets: Rows<Target>;
  readonly approvals: Rows<Approval>;
  readonly outages: Rows<Outage>;
  readonly attempts: Rows<Attempt>;
  readonly outcomes: Rows<ContactWorth>;
  readonly letters: Rows<BroughtLetter>;
  readonly letterAnswers: Rows<BroughtAnswer>;
  readonly clauseReasons: Rows<BroughtReasons>;
  readonly readerNotes: Rows<BroughtNote>;
}

interface RecordReading {
  readonly rows: RecordRows;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly RecordWarning[];
}

/**
 * @param standards ids of all standards that there are; null leaves them unchecked
 * @param packs names of the packs that they stand in
 */
export function readRecord(
  given: readonly RawTable[],
  onRecord: OnRecord,
  standards: Iterable<string> | null,
  packs: Iterable<string> = [],
): RecordReading {
  const tables = given.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const files = new Set(tables.map((table) => table.file));
  const found = recognise(tables, recordTables);
  const reading = new Reading(found.tables, new Known(standards, packs));
  reading.rejects.push(...found.rejects);
  reading.warnings.push(...found.warnings);
  const { known } = reading;

  const organisation = reading.take(people.organisationTable);
  for (const one of onRecord.sites) known.addSite(one.id, one.name, one.timeZone);
  const sites = reading.take(people.sites, { ids: known.sites });
  for (const { row } of sites) known.addSite(row.id, row.name, row.timeZone);
  for (const one of onRecord.people) known.people.add(one.id, one.name);
  const persons = reading.take(people.people, { ids: known.people, quiet: true });
  for (const { row } of persons) known.people.add(row.id, row.name);
  const posts = checkPosts(reading.take(people.posts), onRecord.posts, files);
  reading.rejects.push(...posts.rejects);
  for (const post of [...posts.standing, ...posts.rows.map((one) => one.row)]) known.addPost(post);

  const policies = reading.keep(
    checkVersions(
      reading.take(documents.policies, { ids: known.documents.policy }),
      (row) => row.clauses,
      onRecord.policies,
      known,
    ),
  );
  for (const { row } of [...onRecord.policies, ...policies]) known.addVersion('policy', row.id, row.version);
  const procedures = reading.keep(
    checkVersions(
      reading.take(documents.procedures, { ids: known.documents.procedure }),
      (row) => row.steps,
      onRecord.procedures,
      known,
    ),
  );
  for (const { row } of [...onRecord.procedures, ...procedures]) known.addVersion('procedure', row.id, row.version);

  const letters = reading.keep(checkLetters(reading.take(voices.letters), known));
  const rows: RecordRows = {
    organisation,
    sites,
    people: persons,
    posts: posts.rows,
    correctedPosts: posts.corrected,
    policies,
    procedures,
    siteMonths: reading.take(people.siteMonths),
    shifts: reading.take(people.shifts),
    authorityLimits: reading.take(people.authorityLimits),
    duties: reading.take(documents.duties),
    acknowledgements: reading.keep(checkAcknowledgements(reading.take(documents.acknowledgements), known)),
    certificates: reading.keep(checkCertificates(reading.take(practice.certificates), known)),
    observations: reading.take(practice.observations),
    targets: reading.take(practice.targets),
    approvals: reading.take(practice.approvals),
    outages: reading.take(practice.outages),
    attempts: reading.take(practice.attempts),
    outcomes: reading.take(practice.outcomes),
    letters,
    letterAnswers: reading.keep(checkAnswers(reading.take(voices.letterAnswers), letters)),
    clauseReasons: reading.keep(checkReasons(reading.take(voices.clauseReasons), known)),
    readerNotes: reading.keep(checkReaderNotes(reading.take(voices.readerNotes), known)),
  };
  return { rows, rejects: inOrder(reading.rejects), warnings: inOrder(reading.warnings) };
}

class Reading {
  readonly rejects: Reject[] = [];
  readonly warnings: RecordWarning[] = [];
  readonly tables: ReadonlyMap<string, readonly RawTable[]>;
  readonly known: Known;

  constructor(tables: ReadonlyMap<string, readonly RawTable[]>, known: Known) {
    this.tables = tables;
    this.known = known;
  }

  /** All rows of one kind that can be read, each once. `ids` remembers those refused. */
  take<T>(spec: TableSpec<T>, { ids, quiet }: { ids?: KnownIds; quiet?: boolean } = {}): readonly Sourced<T>[] {
    const rows: Sourced<T>[] = [];
    for (const table of this.tables.get(spec.kind) ?? []) {
      const order = dayOrder(
        table.rows.flatMap((raw) => Object.values(raw.cells).filter((cell) => typeof cell === 'string')),
      );
      const context = { known: this.known, dayOrder: order, rejects: this.rejects, warnings: this.warnings };
      if (order === 'month-first' || order === 'day-first') {
        const shape = order === 'month-first' ? 'month/day/year' : 'day/month/year';
        this.warnings.push({
          file: table.file,
          sentence: `Its days were read as ${shape}; 2026-03-14 can't be misread.`,
        });
      }
      for (const raw of table.rows) {
        const row = readRow(spec, table, raw, context);
        const from = { file: table.file, ...(raw.row === undefined ? {} : { row: raw.row }) };
        if (row !== null) rows.push({ row, from });
        else if (typeof raw.cells.id === 'string') ids?.refuse(raw.cells.id.trim());
      }
    }
    const single = once(rows, spec.key, quiet);
    this.rejects.push(...single.rejects);
    this.warnings.push(...single.warnings);
    return single.rows;
  }

  keep<T>(checked: {
    readonly rows: readonly Sourced<T>[];
    readonly rejects: readonly Reject[];
  }): readonly Sourced<T>[] {
    this.rejects.push(...checked.rejects);
    return checked.rows;
  }
}

function inOrder<T extends { readonly file: string; readonly row?: number }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.row ?? 0) - (b.row ?? 0)));
}
