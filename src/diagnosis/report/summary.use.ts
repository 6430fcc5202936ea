// The report's summary, put together from what every domain knows. One read of the whole; nothing is decided here but
// what to show first.
import { countContacts, countContactsBy, findContacts } from '../../contacts/contacts.use.ts';
import { mayBringContacts } from '../../contacts/import.access.ts';
import { listImports, listRejects } from '../../contacts/imports.use.ts';
import { markedContacts, markingTotals, ratesBy, ratesOverTime, worstFailures } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { loadBaseRates } from '../../standards/load-base-rates.use.ts';
import type { Standard } from '../../standards/standard.core.ts';
import type { Diagnosis, Pattern } from '../diagnosis.core.ts';
import { readDiagnosis } from '../diagnose.use.ts';
import { mayReadMoney } from '../money/money.access.ts';
import { MoneyShape } from '../money/money.shape.ts';
import { readMoney } from '../money/money.use.ts';
import { ProductionShape } from '../production/production.shape.ts';
import { readProduction } from '../production/production.use.ts';
import { causesOnWire } from '../model/causes-on-wire.core.ts';
import { readCausesReport } from '../model/causes.use.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import { readCheckedStandards } from '../rates/corrected-by-standard.use.ts';
import { watchOnWire } from '../watching/watch-on-wire.use.ts';
import { readBook } from '../read-book.use.ts';
import { loadLadder } from '../load-ladder.use.ts';
import type { ReportSummary } from '../report.shape.ts';
import { checkedIn, monthRows, siteStandardRows, standardRows } from './rows.core.ts';
import { marksToShow, namesOf, shownContact, shownFailure, type Names } from './shown.core.ts';

/** How many failures the page shows; `--full` and `--json` have all. */
const mostShown = 200;
const mostPatterns = 40;
const mostRejects = 50;
const mostWatched = 20;
/** Of each standard so many of its clearest failures are among those shown, whatever stands before them. */
const clearestOfEach = 1;

export interface Asked {
  /** The program's own version. */
  readonly version: string;
  /** Do reps' names go along? */
  readonly people: boolean;
  readonly ownPacks: string;
}

/** Everything the report's views need. */
export async function summarise(work: Work, { version, people, ownPacks }: Asked): Promise<ReportSummary> {
  const standards = await standardsInUse(work);
  const counts = await countContacts(work);
  const totals = await markingTotals(work);
  const rates = await ratesBy(work, []);
  const verdicts = sumOf(rates);
  const organisation = await readOrganisation(work);
  const { sites, people: known } = await readSitesAndPeople(work);
  const diagnosis = await readDiagnosis(work);
  const shownPatterns = (diagnosis?.patterns ?? []).slice(0, mostPatterns);
  const ladder = await loadLadder(ownPacks);
  const { rejects, count: rejectCount } = await rejectsOf(work);
  const bySite = await countContactsBy(work, 'site');
  const customer = organisation?.customerWord ?? 'customer';
  return {
    head: {
      customary: version,
      madeAt: work.now,
      packs: packsOf(standards),
      counts: {
        contacts: counts.contacts,
        turns: counts.turns,
        words: counts.words,
        marks: verdicts.met + verdicts.failed + verdicts.unsure,
        failures: verdicts.failed,
        rejects: rejectCount,
      },
    },
    organisation: { name: organisation?.name ?? 'Your organisation', words: { customer, customers: `${customer}s` } },
    counts: {
      contacts: counts.contacts,
      turns: counts.turns,
      words: counts.words,
      rejects: rejectCount,
      marks: { ...verdicts, notApplicable: totals.notApplicable },
      byChannel: await countContactsBy(work, 'channel'),
      byKind: totals.byKind,
      bySite,
      firstDay: counts.first?.slice(0, 10) ?? null,
      lastDay: counts.last?.slice(0, 10) ?? null,
      consentNotStated: counts.consentNotStated,
      unsureWhy: totals.unsureWhy,
    },
    rejects: rejects.slice(0, mostRejects),
    sites: [
      ...sites.map(({ id, name }) => ({ id, name })),
      ...bySite
        .filter((one) => one.id !== 'unknown' && !sites.some((site) => site.id === one.id))
        .map(({ id }) => ({ id, name: id })),
    ],
    standards: standardRows(
      standards,
      rates,
      counts.contacts,
      checkedIn(totals.checked, await readCheckedStandards(work)),
      await loadBaseRates(ownPacks),
    ),
    siteStandards: siteStandardRows(await ratesBy(work, ['site']), diagnosis?.siteStandards ?? []),
    months: monthRows(await ratesOverTime(work, ['month'])),
    recordBrought: await recordBrought(work),
    causes: { ...(diagnosis?.expected ?? noCauses), fromWordsOnly: diagnosis?.fromWordsOnly ?? 0 },
    ...(await sharesKept(work)),
    ...(await moneyShown(work)),
    watch: await watchShown(work),
    ladder: ladder.rungs.map((rung, index) => ({ rung: index + 1, asks: rung.asks })),
    patterns: shownPatterns.map(({ worth: _worth, ...pattern }) => ({
      ...pattern,
      readFrom: [...pattern.readFrom] as never,
    })),
    gaps: [...(diagnosis?.gaps ?? [])],
    bringFirst: [...(diagnosis?.bringFirst ?? [])],
    questions: (diagnosis?.questions ?? []).map(({ id, rung, asks, settles }) => ({ id, rung, asks, settles })),
    firstImpressions: {
      ringsKnown: counts.ringsKnown,
      medianRings: counts.medianRings,
      secondsKnown: counts.secondsKnown,
      medianSeconds: counts.medianSeconds,
    },
    ...(await worstShown(work, shownPatterns, diagnosis?.clearest ?? {}, people ? namesOf(known) : null)),
    assumptions: [
      ...(diagnosis?.assumptions ?? []),
      'Intervals are 95 % ones. Rates of small numbers are also drawn towards the rate of all (beta-binomial).',
    ],
  };
}

/** The shares of the failing, where they were worked out. */
async function sharesKept(work: Work): Promise<Pick<ReportSummary, 'shares'>> {
  const kept = await readCausesReport(work);
  return kept ? { shares: causesOnWire(kept) as NonNullable<ReportSummary['shares']> } : {};
}

/** What failing costs, where it was counted, and what sites produce; neither for whoever doesn't answer for the business. */
async function moneyShown(work: Work): Promise<Pick<ReportSummary, 'money' | 'production'>> {
  if (!mayReadMoney(work.actor)) return {};
  const kept = await readMoney(work);
  return {
    ...(kept ? { money: MoneyShape.parse({ madeAt: kept.madeAt, report: kept.report }) } : {}),
    production: ProductionShape.parse(await readProduction(work)),
  };
}

/** The surest changes and the charts that say most: the command and its JSON have all. */
async function watchShown(work: Work): Promise<NonNullable<ReportSummary['watch']>> {
  const { changes, charts, ...whole } = await watchOnWire(work);
  const outside = (chart: (typeof charts)[number]): number => chart.points.filter((point) => point.outside).length;
  return {
    ...whole,
    changes: changes.slice(0, mostWatched),
    charts: charts.toSorted((a, b) => outside(b) - outside(a) || b.centre - a.centre).slice(0, mostWatched),
  };
}

/** Was anything but an owner's own answers brought? */
async function recordBrought(work: Work): Promise<boolean> {
  // Nearly every record names sites: then the rest needn't be read.
  return (await readSitesAndPeople(work)).sites.length > 0 || (await readBook(work)).brought;
}

function sumOf(rates: readonly { met: number; failed: number; unsure: number }[]) {
  const sum = { met: 0, failed: 0, unsure: 0 };
  for (const one of rates) {
    sum.met += one.met;
    sum.failed += one.failed;
    sum.unsure += one.unsure;
  }
  return sum;
}

const noCauses = { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };

/** The failures that patterns and standards are shown by among the worst, as many as the page holds. */
async function worstShown(
  work: Work,
  patterns: readonly Pattern[],
  clearest: NonNullable<Diagnosis['clearest']>,
  names: Names,
): Promise<Pick<ReportSummary, 'failures' | 'contacts'>> {
  const ofStandards = Object.values(clearest).flatMap((marks) => marks.slice(0, clearestOfEach));
  const examples = [...new Set([...patterns.map((one) => one.example), ...ofStandards])].slice(0, mostShown);
  const exampleMarks = (await readFindingsOfMarks(work, examples)).map(({ mark, contact }) => ({ mark, contact }));
  const worst = marksToShow(await worstFailures(work, mostShown), exampleMarks, mostShown);
  const contacts = await markedContacts(work, await findContacts(work, [...new Set(worst.map((one) => one.contact))]));
  const marks = new Map(
    contacts.flatMap((one) => one.marks.map((mark) => [mark.id, { mark, contact: one.contact }] as const)),
  );
  const findings = new Map(
    (
      await readFindingsOfMarks(
        work,
        worst.map((one) => one.mark),
      )
    ).map((finding) => [finding.mark, finding]),
  );
  const failures = worst.flatMap(({ mark: id }) => {
    const found = marks.get(id);
    return found ? [shownFailure(found.mark, found.contact, findings.get(id))] : [];
  });
  return { failures, contacts: contacts.map((one) => shownContact(one, names)) };
}

async function rejectsOf(work: Work): Promise<{ rejects: ReportSummary['rejects']; count: number }> {
  // What could not go in is for those who bring it; everybody else's report is whole without it.
  const [last] = mayBringContacts(work.actor) ? await listImports(work, 1) : [];
  if (!last) return { rejects: [], count: 0 };
  const all = await listRejects(work, last.id);
  return { rejects: all.slice(0, mostRejects), count: all.length };
}

function packsOf(standards: readonly Standard[]): ReportSummary['head']['packs'] {
  const packs = Map.groupBy(standards, (one) => one.pack);
  return [...packs].map(([id, own]) => ({ id, version: `${own.length} standards` }));
}
