// Plan with the organisation's own rates: one question, or what could be proved of the patterns there are.
import { askedOf } from '../diagnosis/asked.use.ts';
import { readDatedAhead } from '../diagnosis/dated-ahead.use.ts';
import { readDiagnosis } from '../diagnosis/diagnose.use.ts';
import { readPatterns } from '../diagnosis/patterns/patterns.use.ts';
import { Fault } from '../kernel/fault.ts';
import { present } from '../kernel/present.ts';
import { ratesBy } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { titleOf } from '../standards/title.core.ts';
import { readCounted } from './counted.use.ts';
import { assertMayReadFixes } from './fixes.access.ts';
import { ownRates, type OwnRates } from './own-rates.core.ts';
import type { PlanAnswer, PlanAsk, PlanTold } from './plan-answer.core.ts';
import { planAnswer } from './plan.core.ts';

/** @throws Fault `fixes-forbidden`, `standard-unknown`, `site-unknown` */
export async function answerPlan(
  work: Work,
  ask: PlanAsk,
  standard: string | undefined,
  said: PlanTold,
): Promise<PlanAnswer> {
  assertMayReadFixes(work.actor);
  const told = { ...said, ...(await placesAsked(work, said)) };
  const own = standard === undefined ? null : ((await readOwnRates(work, [standard]))[0] ?? null);
  const answer = planAnswer(ask, told, own);
  return { ...answer, assumed: [...answer.assumed, ...(await readDatedAhead(work))] };
}

async function placesAsked(work: Work, { site, sites }: PlanTold): Promise<Pick<PlanTold, 'site' | 'sites'>> {
  const idOf = async (one: string): Promise<string> => (await askedOf(work, { site: one })).site!;
  const ids: string[] = [];
  for (const one of sites ?? []) ids.push(await idOf(one));
  return { ...(site === undefined ? {} : { site: await idOf(site) }), ...(sites === undefined ? {} : { sites: ids }) };
}

/** A pattern that a fix could be tried on, and whether it could be proved there. */
export interface ProvableFix {
  readonly pattern: string;
  readonly standard: string;
  readonly title: string;
  readonly site?: string;
  readonly siteName?: string;
  readonly cause: string;
  readonly failures: number;
  /** Sites that the plan lets change. */
  readonly sites: readonly string[];
  readonly siteNames: readonly string[];
  readonly answer: PlanAnswer;
}

/**
 * Why there may be nothing to plan a fix for: nothing failed, or no cause leads any failure. Null: neither, or causes were not looked for.
 * @throws Fault `fixes-forbidden`
 */
export async function whyNothingToMend(work: Work): Promise<'no-failures' | 'no-leading-cause' | null> {
  assertMayReadFixes(work.actor);
  const diagnosis = await readDiagnosis(work);
  if (diagnosis?.failures === 0) return 'no-failures';
  return diagnosis && (await readPatterns(work)).length === 0 ? 'no-leading-cause' : null;
}

const patternsShown = 12;

/**
 * The patterns with most failures, each with the plan of a fix that halves its failing: at its site, or, where it is at all
 * sites, at the half of them where it fails most, so that the others can be compared with. Those that could be proved stand first.
 */
export async function provableFixes(work: Work): Promise<ProvableFix[]> {
  assertMayReadFixes(work.actor);
  const patterns = (await readPatterns(work)).slice(0, patternsShown);
  const own = new Map(
    (await readOwnRates(work, [...new Set(patterns.map((one) => one.standard))])).map((one) => [one.standard, one]),
  );
  const planned = patterns.flatMap((pattern): ProvableFix[] => {
    const rates = own.get(pattern.standard);
    if (!rates || rates.marked === 0) return [];
    const sites = pattern.site === undefined ? worstHalf(rates) : [pattern.site];
    const names = new Map(rates.sites.map(({ site, name }) => [site, name]));
    const nameOf = (site: string): string => names.get(site) ?? site;
    return [
      {
        pattern: pattern.id,
        standard: pattern.standard,
        title: rates.title,
        ...(pattern.site === undefined ? {} : { site: pattern.site, siteName: nameOf(pattern.site) }),
        cause: pattern.cause,
        failures: pattern.failures,
        sites,
        siteNames: sites.map(nameOf),
        answer: planAnswer('fix', { sites }, rates),
      },
    ];
  });
  return planned.toSorted((a, b) => Number(b.answer.provable) - Number(a.answer.provable));
}

function worstHalf({ sites }: OwnRates): string[] {
  return sites
    .filter((site) => site.marked > 0)
    .toSorted((a, b) => b.failed / b.marked - a.failed / a.marked || (a.site < b.site ? -1 : 1))
    .slice(0, Math.max(1, Math.floor(sites.length / 2)))
    .map((site) => site.site)
    .toSorted();
}

async function readOwnRates(work: Work, standards: readonly string[]): Promise<OwnRates[]> {
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const unknown = standards.filter((one) => !titles.has(one));
  if (unknown.length > 0)
    throw new Fault(
      'standard-unknown',
      'missing',
      'No standard in use has this id. See: customary standards list. Where none is in use yet, start with: customary diagnose FOLDER',
    );
  const names = new Map((await readSitesAndPeople(work)).sites.map(({ id, name }) => [id, name]));
  const counted = await readCounted(work, standards);
  const people = Map.groupBy(
    (await ratesBy(work, ['person'])).filter((row) => row.person !== 'unknown'),
    (row) => row.standard,
  );
  return standards.map((standard) => {
    const own = ownRates(
      { standard, title: titles.get(standard)! },
      counted.get(standard)!,
      (people.get(standard) ?? []).map((row) => ({ k: row.failed, n: row.failed + row.met })),
    );
    return { ...own, sites: own.sites.map((one) => ({ ...one, ...present({ name: names.get(one.site) }) })) };
  });
}
