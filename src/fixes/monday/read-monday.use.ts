// What a Monday page is put together from, of one week and the eight before it.
import { countContacts } from '../../contacts/contacts.use.ts';
import { lapsing, whoServes } from '../../diagnosis/today/today.core.ts';
import { readQuestions } from '../../diagnosis/answer-question.use.ts';
import { type FirstFix, firstFixes } from '../../diagnosis/overview/first-fixes.use.ts';
import { toSpeakOf } from '../../diagnosis/overview/overview.core.ts';
import { tellClearestFirst } from '../../diagnosis/overview/tell-failures.use.ts';
import type { ToldFailure } from '../../diagnosis/overview/told-failure.core.ts';
import { readMoney } from '../../diagnosis/money/money.use.ts';
import { addDays, type Day } from '../../kernel/moment.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { contactsOfDays, countWeeks, failuresOfDays, type WeekCount } from '../../marking/weekly-counts.use.ts';
import { readOrganisation, readSitesAndPeople, readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readCertificates } from '../../training/training.use.ts';
import { stateOf } from '../fix.core.ts';
import { fixesOf } from '../fix.store.ts';
import { assertMayReadMonday } from './monday.access.ts';
import { type MondayFacts, type MondayFix, type MondayPage, mondayPage } from './monday.core.ts';
import { type StandardWeeks, whatTurned } from './turned.core.ts';
import { mondayAt, mondayOf, type Week, weekBefore, zoneOf } from './week.core.ts';

/** Weeks that a week is compared with. */
const compared = 8;
/** How many patterns are looked at for one that nothing is done about. */
const patternsLookedAt = 12;
/** How many failures are looked at for one whose words show it. */
const failuresLookedAt = 12;

export interface ReadMonday {
  /** The Monday on which it was due. */
  readonly monday: Day;
  readonly page: MondayPage;
  /** The Monday after the last week before this one that had contacts; null for none. */
  readonly earlier: Day | null;
  /** The Monday after, where its week is over. */
  readonly later: Day | null;
}

/**
 * The page of a Monday; where none is named, of the last whose week had contacts.
 * @param asked any day: that of the week's Monday counts, and none after the last
 * @throws Fault `monday-forbidden`
 */
export async function readMonday(work: Work, asked?: Day): Promise<ReadMonday> {
  assertMayReadMonday(work.actor);
  const { sites } = await readSitesAndPeople(work);
  const last = mondayAt(work.now, zoneOf(sites)).monday;
  let monday = asked === undefined || asked > last ? last : mondayOf(asked);
  let week = weekBefore(monday);
  let { here, before } = await contactsOfDays(work, week);
  // Where nobody asked for a week, one with nothing in it tells less than the last one that had something.
  if (asked === undefined && here === 0 && before !== null) {
    monday = addDays(mondayOf(before), 7);
    week = weekBefore(monday);
    ({ here, before } = await contactsOfDays(work, week));
  }
  const siteNames = new Map(sites.map((one) => [one.id, one.name]));
  return {
    monday,
    page: mondayPage(await factsOf(work, week, here, siteNames)),
    earlier: before === null ? null : addDays(mondayOf(before), 7),
    later: monday < last ? addDays(monday, 7) : null,
  };
}

async function factsOf(
  work: Work,
  week: Week,
  contacts: number,
  siteNames: ReadonlyMap<string, string>,
): Promise<MondayFacts> {
  const standards = await standardsInUse(work);
  const titles = new Map(standards.map((one) => [one.id, titleOf(one)]));
  const counts = await countWeeks(work, { from: addDays(week.from, -7 * compared), to: week.to });
  const turned = whatTurned(weeksOf(counts)).map((one) => ({
    ...one,
    title: titles.get(one.standard) ?? one.standard,
  }));
  const [missed] = toSpeakOf(
    standards,
    counts.filter((one) => one.nth === compared),
  );
  const worst = turned.find(({ how }) => how === 'worse')?.standard ?? missed?.standard.id;
  const organisation = await readOrganisation(work);
  const money = (await readMoney(work))?.report;
  const fixes = await fixesIn(work, titles, siteNames);
  const patterns = await firstFixes(work, {}, patternsLookedAt);
  const [untouched] = patterns.filter((one) => !fixes.patterns.has(one.id));
  return {
    organisation: organisation?.name ?? 'Your organisation',
    week,
    contacts,
    ever: (await countContacts(work)).contacts,
    turned,
    mostMissed: missed
      ? {
          standard: missed.standard.id,
          title: titleOf(missed.standard),
          failed: missed.failed,
          of: missed.met + missed.failed,
        }
      : null,
    costs:
      money?.kind === 'outcomes' && money.together.money && !money.confounded
        ? { currency: money.currency, money: money.together.money }
        : null,
    fixes: fixes.told,
    untouched: untouched ? untouchedOf(untouched) : null,
    questions: (await readQuestions(work)).length,
    certificates: await certificatesOf(work),
    example: await exampleOf(work, worst, week, patterns),
  };
}

/** Each standard's counts, the weeks in their order. */
function weeksOf(counts: readonly WeekCount[]): StandardWeeks[] {
  return [...Map.groupBy(counts, (one) => one.standard)].flatMap(([standard, own]) => {
    const week = own.find((one) => one.nth === compared);
    return week ? [{ standard, week, before: own.filter((one) => one.nth < compared) }] : [];
  });
}

async function fixesIn(
  work: Work,
  titles: ReadonlyMap<string, string>,
  siteNames: ReadonlyMap<string, string>,
): Promise<{ told: MondayFix[]; patterns: ReadonlySet<string> }> {
  const kept = (await fixesOf(work)).map(({ fix, events }) => ({ fix, state: stateOf(fix, events) }));
  const told = kept.map(({ fix, state }): MondayFix => ({
    title: titles.get(fix.standard) ?? fix.standard,
    kind: fix.kind,
    sites: fix.sites.map((id) => siteNames.get(id) ?? id),
    state: state.name,
    ...(state.verdictOn === undefined ? {} : { verdictOn: state.verdictOn }),
    overdue:
      fix.due !== undefined &&
      fix.due < work.now.slice(0, 10) &&
      ['proposed', 'reopened', 'begun'].includes(state.name),
  }));
  const standing = kept.filter(({ state }) => state.name !== 'dropped');
  return { told, patterns: new Set(standing.map(({ fix }) => fix.pattern)) };
}

function untouchedOf({ title, siteName, costs }: FirstFix): NonNullable<MondayFacts['untouched']> {
  return { title, ...(siteName === undefined ? {} : { site: siteName }), ...(costs ? { costs } : {}) };
}

async function certificatesOf(work: Work): Promise<MondayFacts['certificates']> {
  const today = work.now.slice(0, 10);
  const posts = (await readSourcedPosts(work)).map((one) => one.row);
  const serving = new Set(whoServes(posts, today).map((post) => post.person));
  const told = lapsing(await readCertificates(work), serving, today);
  const lapsed = told.filter((one) => one.lapsed).length;
  return { soon: told.length - lapsed, lapsed };
}

/** Somebody's own words of that week; where none show it, those of the pattern worth most. */
async function exampleOf(
  work: Work,
  standard: string | undefined,
  week: Week,
  patterns: readonly FirstFix[],
): Promise<ToldFailure | null> {
  const failures = standard === undefined ? [] : await failuresOfDays(work, standard, week, failuresLookedAt);
  const told = await tellClearestFirst(work, failures);
  return told.find(({ quote }) => quote !== null) ?? patterns.find(({ example }) => example?.quote)?.example ?? null;
}
