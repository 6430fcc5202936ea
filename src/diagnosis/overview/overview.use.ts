// The first look at an organisation: shares of the failing, what failing costs, the one standard to speak of with somebody's
// own words, rates by site and by month, and what to fix first. One read, for the pages that open with it.
import { countContacts } from '../../contacts/contacts.use.ts';
import { heldTo } from '../../kernel/actor.ts';
import { ratesBy, withErased } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readDiagnosis } from '../diagnose.use.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import type { Cause } from '../finding.core.ts';
import { readFindingsOfMarks } from '../findings.use.ts';
import type { ToldCauses } from '../model/causes-on-wire.core.ts';
import { causesOnWire } from '../model/causes-on-wire.core.ts';
import { readCausesReport } from '../model/causes.use.ts';
import type { Figure } from '../money/figure.core.ts';
import { mayReadMoney } from '../money/money.access.ts';
import { readMoney } from '../money/money.use.ts';
import { type FirstFix, firstFixes } from './first-fixes.use.ts';
import {
  type Counted,
  expectedBySite,
  ledBySite,
  type Rated,
  saidCounts,
  summedBy,
  toSpeakOf,
} from './overview.core.ts';
import { failuresAfter } from './failures.store.ts';
import { tellClearestFirst, tellFailures } from './tell-failures.use.ts';
import type { ToldFailure } from './told-failure.core.ts';

export interface Overview {
  readonly organisation: { readonly name: string; readonly customer: string };
  readonly contacts: number;
  readonly failures: number;
  readonly marks: number;
  readonly causes: ToldCauses | null;
  readonly costs: { readonly currency: string; readonly money: Figure } | null;
  readonly speaksOf: SpokenOf | null;
  readonly sites: readonly (Rated & {
    readonly name: string;
    /** Null where nothing on record points anywhere: the odds of the start say nothing of a site. */
    readonly expected: Readonly<Record<Cause, number>> | null;
    readonly led?: Cause | null;
    readonly months: readonly Rated[];
  })[];
  readonly months: readonly Rated[];
  readonly fixes: readonly FirstFix[];
}

export interface SpokenOf {
  readonly standard: string;
  readonly title: string;
  readonly says: string;
  readonly failing?: string;
  readonly instead?: string;
  readonly met: number;
  readonly failed: number;
  readonly example: ToldFailure | null;
}

/** How many standards are looked at for one that somebody's own words show. */
const lookedAt = 5;
const shownFixes = 3;
const lookedAtOfOthers = 20;

/** Whoever is held to sites gets no figure of the whole organisation. @throws Fault `diagnosis-forbidden` */
export async function readOverview(work: Work): Promise<Overview> {
  assertMayDiagnose(work.actor);
  const whole = heldTo(work.actor) === null;
  const organisation = await readOrganisation(work);
  const counted = await ratesBy(work, ['site', 'month']);
  const overTime = await withErased(work, ['site', 'month'], counted);
  const months = summedBy(overTime, 'month');
  const diagnosis = await readDiagnosis(work);
  const expected = expectedBySite(diagnosis?.siteStandards ?? []);
  // A run of before parts were kept can't say what leads; what it expects is told as it was.
  const led = diagnosis?.parts && ledBySite(diagnosis.parts);
  const kept = whole ? await readCausesReport(work) : null;
  const { sites } = await readSitesAndPeople(work);
  const names = new Map(sites.map((one) => [one.id, one.name]));
  return {
    organisation: {
      name: organisation?.name ?? 'Your organisation',
      customer: organisation?.customerWord ?? 'customer',
    },
    contacts: (await countContacts(work)).contacts,
    failures: counted.reduce((sum, one) => sum + one.failed, 0),
    marks: counted.reduce((sum, one) => sum + one.met + one.failed, 0),
    causes: kept ? causesOnWire(kept) : null,
    costs: whole ? await costs(work) : null,
    speaksOf: await spokenOf(work, counted),
    sites: summedBy(counted, 'site').map((one) => ({
      ...one,
      name: names.get(one.id) ?? one.id,
      expected: led && !led.has(one.id) ? null : (expected.get(one.id) ?? null),
      ...(led ? { led: led.get(one.id) ?? null } : {}),
      months: summedBy(
        overTime.filter((row) => row.site === one.id),
        'month',
      ),
    })),
    months,
    fixes: await firstFixes(work, {}, shownFixes),
  };
}

async function costs(work: Work): Promise<Overview['costs']> {
  const report = mayReadMoney(work.actor) ? (await readMoney(work))?.report : undefined;
  if (report?.kind !== 'outcomes' || !report.together.money) return null;
  return { currency: report.currency, money: report.together.money };
}

async function spokenOf(work: Work, counted: readonly Counted[]): Promise<SpokenOf | null> {
  const totals = [...Map.groupBy(counted, (one) => one.standard)].map(([standard, own]) => ({
    standard,
    met: own.reduce((sum, one) => sum + one.met, 0),
    failed: own.reduce((sum, one) => sum + one.failed, 0),
  }));
  const candidates = toSpeakOf(await standardsInUse(work), totals).slice(0, lookedAt);
  const clearest = (await readDiagnosis(work))?.clearest ?? {};
  const marks = candidates.flatMap(({ standard }) => clearest[standard.id] ?? []);
  const findings = new Map((await readFindingsOfMarks(work, marks)).map((one) => [one.mark, one]));
  const told = await tellFailures(
    work,
    marks.flatMap((mark) => findings.get(mark) ?? []),
  );
  let best: { one: (typeof candidates)[number]; example: ToldFailure | null; worth: number } | null = null;
  for (const one of candidates) {
    const example = told.find((failure) => failure.standard.id === one.standard.id && failure.quote) ?? null;
    const worth = one.worth * (example?.quote?.kind === 'said' ? saidCounts : 1);
    if (!best || worth > best.worth) best = { one, example, worth };
  }
  if (!best) return null;
  const { standard, met, failed } = best.one;
  return {
    standard: standard.id,
    title: titleOf(standard),
    says: standard.says,
    ...(standard.failing === undefined ? {} : { failing: standard.failing }),
    ...(standard.instead === undefined ? {} : { instead: standard.instead }),
    met,
    failed,
    example: best.example ?? (await someOf(work, standard.id)),
  };
}

/** Where those that show it best are not theirs to see, or gone: the clearest of some others. */
async function someOf(work: Work, standard: string): Promise<ToldFailure | null> {
  const rows = await failuresAfter(work.tx, work.actor.orgId, { standard }, '', lookedAtOfOthers);
  return (await tellClearestFirst(work, rows)).find((one) => one.quote) ?? null;
}
