// Is what failing costs found as it was planted, and is nothing priced that costs nothing? Small organisations in which some standards lose
// business and most lose none; and others in which sites that miss more produce less.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endsOf, type KnownEnd } from '../src/diagnosis/money/ends.core.ts';
import { moneyReport } from '../src/diagnosis/money/make-report.core.ts';
import type { Figure } from '../src/diagnosis/money/figure.core.ts';
import { productionReport } from '../src/diagnosis/production/make-production.core.ts';
import { sharedBy } from '../src/diagnosis/production/shared.core.ts';
import { emptierBy } from '../src/simulate/plan/plan-site-months.ts';
import { planOrganisation } from '../src/simulate/plan-organisation.ts';
import type { Planned } from '../src/simulate/planned-organisation.core.ts';
import { readScenario } from '../src/simulate/scenario/read-scenario.ts';
import { toMarkRows } from '../src/simulate/to-mark-rows.ts';
import { lossTogether, trueLosses } from '../src/simulate/true-losses.ts';
import { type BenchResult, figure, share } from './bench.ts';
import { Chance } from './chance.ts';
import { plannedEnds } from './money/planned-ends.ts';
import { plannedProduction } from './money/planned-production.ts';

export const name = 'money';

const sizes = {
  full: { losing: 48, without: 24, producing: 40 },
  quick: { losing: 4, without: 2, producing: 4 },
} as const;
const firstSeed = 8_400;
/** A site planted to be so much emptier, on the logarithm, is one to be found. */
const clearlyBelow = 0.2;

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const size = sizes[quick ? 'quick' : 'full'];
  const file = scenario('losing');
  const planted = Array.from({ length: size.losing }, (_, at) => priced(planOrganisation(file, firstSeed + at)));
  const without = Array.from({ length: size.without }, (_, at) =>
    // Who left undecided comes back less where more was missed, whatever it was: so without them nothing costs anything.
    priced(planOrganisation({ ...file, losing: {} }, firstSeed + 500 + at), ({ outcome }) => outcome !== 'pending'),
  );
  const costs = planted.flatMap((one) => one.standards);
  const some = costs.filter((one) => one.truth > 0);
  const none = [...planted, ...without].flatMap((one) => one.standards).filter((one) => one.truth === 0);
  const controls = [...planted, ...without].flatMap((one) => one.controls);
  const sites = Array.from({ length: size.producing }, (_, at) =>
    produced(planOrganisation(scenario('producing'), firstSeed + 900 + at)),
  );
  const every = sites.flatMap((one) => one.sites);
  const low = every.filter((one) => one.planted >= clearlyBelow);
  const fine = every.filter((one) => one.planted <= 0);
  const compared = sites.filter((one) => one.below >= 2);
  const yes = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
  const covered = yes(some, (one) => one.covered);
  return {
    measures: [
      share('planted costs inside their 90 % ranges', covered, some.length, '>= 0.85', quick),
      share('the same, not more than that', covered, some.length, '<= 0.95', quick),
      share(
        'cost of all standards together inside its range',
        yes(planted, (one) => one.together),
        planted.length,
        '>= 0.8',
        quick,
      ),
      share(
        'standards that cost something, named',
        yes(some, (one) => one.stands),
        some.length,
        '',
        quick,
      ),
      share(
        'the dearest by plan among the first two found',
        yes(planted, (one) => one.dearestFound),
        planted.length,
        '>= 0.8',
        quick,
      ),
      share(
        'standards that cost nothing, 0 inside their ranges',
        yes(none, (one) => one.covered),
        none.length,
        '>= 0.85',
        quick,
      ),
      share(
        'standards that cost nothing, named',
        yes(none, (one) => one.stands),
        none.length,
        '<= 0.05',
        quick,
      ),
      share(
        'nothing planted: organisations in which any is named',
        yes(without, (one) => one.standards.some(({ stands }) => stands)),
        without.length,
        '<= 0.1',
        quick,
      ),
      share(
        'moon and voodoo, 0 inside their ranges',
        yes(controls, (one) => one.covered),
        controls.length,
        '>= 0.85',
        quick,
      ),
      figure(
        'found over planted cost, mean',
        mean(some.map((one) => one.found)) / mean(some.map((one) => one.truth)),
        'ratio',
        '',
      ),
      share(
        `sites planted to be 18 % emptier or worse, found below`,
        yes(low, (one) => one.below),
        low.length,
        '>= 0.8',
        quick,
      ),
      share(
        'sites planted to be no emptier, called below',
        yes(fine, (one) => one.below),
        fine.length,
        '<= 0.05',
        quick,
      ),
      share(
        'what the sites below share, found',
        yes(compared, (one) => one.causeFound),
        compared.length,
        '>= 0.6',
        quick,
      ),
      share(
        'sites picked at random: anything said to be shared',
        yes(sites, (one) => one.chanceFound),
        sites.length,
        '<= 0.1',
        quick,
      ),
    ],
    left_out: [
      'Coverage is on planted acts; what a machine misreads comes on top, and draws figures towards nothing.',
      ...(quick ? ['Eleven of twelve organisations.'] : []),
    ],
  };
}

function scenario(which: string) {
  return readScenario(readFileSync(join(import.meta.dirname, `money/${which}.yaml`), 'utf8'));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function holds({ from, to }: Figure, truth: number): boolean {
  return from <= truth && truth <= to;
}

/** Truth is of the same contacts: those of somebody who decided in a later one are counted there. */
function priced(planned: Planned, of: (end: KnownEnd) => boolean = () => true) {
  const known = plannedEnds(planned).filter(of);
  const ends = endsOf(known);
  const counts = (contact: string): boolean => ends.has(contact) && ends.get(contact) !== 'decided-later';
  const { enquiriesAMonth: _, ...organisation } = planned.organisation;
  const report = moneyReport({
    rows: toMarkRows(planned),
    known,
    titles: new Map(),
    organisation,
    clauses: [],
    policies: [],
    assumedLost: 0.1,
  });
  if (report.kind !== 'outcomes') throw new Error(`No figures from ${planned.scenario}: ${report.kind}.`);
  const { enquiries, standards, together, controls } = report;
  const months = (enquiries.won + enquiries.lost + enquiries.open) / enquiries.aMonth;
  const truth = trueLosses(planned, counts);
  const aMonth = (standard: string): number => (truth[standard] ?? 0) / months;
  const dearest = standards.toSorted((a, b) => aMonth(b.standard) - aMonth(a.standard))[0];
  return {
    standards: standards.map(({ standard, lost, stands }) => {
      const own = Math.abs(aMonth(standard)) < 1e-9 ? 0 : aMonth(standard);
      return { truth: own, found: lost.value, covered: holds(lost, own), stands };
    }),
    together: holds(together.lost, lossTogether(planned, counts) / months),
    dearestFound: standards.slice(0, 2).some((one) => one === dearest),
    controls: controls.map(({ lost }) => ({ covered: holds(lost, 0) })),
  };
}

function produced(planned: Planned) {
  const input = plannedProduction(planned);
  const report = productionReport(input);
  if (report.kind !== 'production') throw new Error(`No production in ${planned.scenario}: ${report.why}.`);
  const emptier = emptierBy(planned.world, planned.contacts);
  const plantedOf = new Map(planned.world.sites.map((site) => [site.id, emptier[site.index]!]));
  const dropped = new Set(
    planned.world.events.flatMap((event) => event.about.map((at) => planned.world.standards[at]!.id)),
  );
  const chance = new Chance(planned.seed);
  const random = report.sites.map(({ site }) => ({ site, order: chance.unit() })).toSorted((a, b) => a.order - b.order);
  // The same shortfalls, dealt out to other sites.
  const picked = random.map(({ site }, at) => ({ ...report.sites[at]!, site }));
  return {
    sites: report.sites.map(({ site, below }) => ({ planted: plantedOf.get(site)!, below })),
    below: report.sites.filter((one) => one.below).length,
    causeFound: report.shared.some(
      ({ of, id, stands }) => stands && (dropped.has(id) || (of === 'cause' && id === 'procedure')),
    ),
    chanceFound: sharedBy(picked, input.marks, input.causes, input.titles).some((one) => one.stands),
  };
}
