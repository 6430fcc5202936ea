// A run over all failures in three verbs, so that each batch can be a transaction of its own: begin (read the record and
// everybody's rates), a batch at a time, and settle, which makes the run count. What was found before stays until then.
import { contactsInProgress, matchToRecord } from '../contacts/contacts.use.ts';
import { contentId } from '../kernel/digest.ts';
import { eachFailurePlaced, ratesBy, ratesOfPeople } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import type { Standard } from '../standards/standard.core.ts';
import type { RecordBook } from './book.core.ts';
import { assertMayDiagnose } from './diagnosis.access.ts';
import { type Diagnosis, toDiagnosis } from './diagnosis.core.ts';
import {
  currentRun,
  dropUnfinished,
  type PlacedFinding,
  settleRun,
  WrittenAnswers,
  writeFindings,
} from './finding.store.ts';
import { startAfter } from './confirmed/confirmed-pattern.core.ts';
import type { ConfirmedPattern } from './confirmed/confirmed-pattern.core.ts';
import { confirmedPatterns } from './confirmed/confirm-pattern.use.ts';
import { climb } from './ladder.core.ts';
import { clearestFirst } from './clearest/clearest.use.ts';
import { toChooseFrom, withClearest } from './clearest/shown-first.core.ts';
import type { LadderSettings } from './ladder-settings.core.ts';
import { Peers, SiteLimits } from './peers.core.ts';
import { readBook } from './read-book.use.ts';
import { Roundup } from './roundup.core.ts';
import { rulingsOn } from './rulings.use.ts';
import { type Marked, toFailures } from './to-failures.core.ts';

/** Everything that a run keeps in memory: its size goes with the record and the people, never with the contacts. */
export interface DiagnosisRun {
  readonly run: string;
  readonly settings: LadderSettings;
  readonly book: RecordBook;
  readonly peers: Peers;
  readonly sites: SiteLimits;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly confirmed: readonly ConfirmedPattern[];
  readonly roundup: Roundup;
  readonly written: WrittenAnswers;
}

/** @throws Fault `diagnosis-forbidden` */
export async function beginDiagnosis(work: Work, file: LadderSettings): Promise<DiagnosisRun> {
  assertMayDiagnose(work.actor);
  await dropUnfinished(work.tx, work.actor.orgId);
  // Contacts may have come after the record: without the record's own ids no dated question about a person has an answer.
  const { people, sites } = await readSitesAndPeople(work);
  if (people.length > 0 || sites.length > 0) await matchToRecord(work, people, sites);
  const before = await currentRun(work.tx, work.actor.orgId);
  const book = await readBook(work);
  const confirmed = await confirmedPatterns(work);
  const settings = { ...file, start: startAfter(file.start, file.startWeight, confirmed) };
  const byPerson = await ratesOfPeople(work, ['person', 'kind']);
  const bySite = await ratesBy(work, ['site']);
  return {
    run: contentId('r', work.now, before?.run ?? ''),
    settings,
    book,
    peers: new Peers(
      byPerson.map(({ standard, kind, person, met, failed }) => ({
        standard,
        kind,
        who: person,
        failed,
        marked: met + failed,
      })),
    ),
    sites: new SiteLimits(
      bySite.map(({ standard, site, met, failed }) => ({
        standard,
        kind: 'all',
        who: site,
        failed,
        marked: met + failed,
      })),
      settings.thresholds,
    ),
    standards: new Map((await standardsInUse(work)).map((one) => [one.id, one])),
    confirmed,
    roundup: new Roundup(settings, (rung, about, value) => book.ownAnswer(rung, about, value) !== undefined),
    written: new WrittenAnswers(),
  };
}

/**
 * Climbs the ladder for the failures of the next contacts after an id, `limit` contacts at most.
 * @returns how many failures, and the contact to go on after; null where that was all
 */
export async function diagnoseBatch(
  work: Work,
  run: DiagnosisRun,
  after: string,
  limit: number,
): Promise<{ findings: number; next: string | null }> {
  const { book, confirmed, peers, settings, sites } = run;
  const contacts = await withContactsThen(work, book, await eachFailurePlaced(work, after, limit));
  const rulings = await rulingsOn(
    work,
    contacts.map((one) => one.contact),
  );
  const placed = contacts
    .flatMap((marked) => toFailures(marked, run.standards, book, rulings))
    .map((failure): PlacedFinding => {
      const finding = climb(
        { failure, book, peers, settings },
        sites.outside(failure.standard.id, failure.site),
        confirmed,
      );
      run.roundup.add(failure, finding);
      return { finding, site: failure.site };
    });
  await writeFindings(work.tx, work.actor.orgId, run.run, placed, run.written);
  return { findings: placed.length, next: contacts.length < limit ? null : contacts.at(-1)!.contact.id };
}

/** How busy each contact's site was at its start: only asked where a shift plan could be held against it. */
export async function withContactsThen<M extends Pick<Marked, 'contactsThen'> & { readonly contact: { id: string } }>(
  work: Work,
  book: RecordBook,
  contacts: readonly M[],
): Promise<M[]> {
  if (!book.has('shifts')) return [...contacts];
  const then = await contactsInProgress(
    work,
    contacts.map((one) => one.contact.id),
  );
  return contacts.map((one) => {
    const contactsThen = then.get(one.contact.id);
    return contactsThen === undefined ? one : { ...one, contactsThen };
  });
}

/** Makes the run the one that counts. */
export async function settleDiagnosis(work: Work, run: DiagnosisRun): Promise<Diagnosis> {
  const { book, roundup, settings } = run;
  const counted = toDiagnosis(roundup, settings, (id) => book.site(id)?.name ?? id);
  const diagnosis = withClearest(counted, roundup, await clearestFirst(work, toChooseFrom(roundup, counted)));
  await settleRun(work.tx, work.actor.orgId, run.run, work.now, diagnosis);
  await append(work, { kind: 'failures.diagnosed', subjects: [run.run], digestOf: JSON.stringify(diagnosis) });
  return diagnosis;
}

/** All three in one transaction: for tests, and where there is little. */
export async function diagnose(work: Work, settings: LadderSettings): Promise<Diagnosis> {
  const run = await beginDiagnosis(work, settings);
  for (let after: string | null = ''; after !== null;) after = (await diagnoseBatch(work, run, after, 500)).next;
  return settleDiagnosis(work, run);
}

/** What the last finished run came to; null before the first. @throws Fault `diagnosis-forbidden` */
export async function readDiagnosis(work: Work): Promise<Diagnosis | null> {
  assertMayDiagnose(work.actor);
  return (await currentRun(work.tx, work.actor.orgId))?.summary ?? null;
}
