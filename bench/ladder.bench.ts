// Does the ladder point at a cause without which the failure would not have happened? Single failures of planned
// organisations in which several causes act, confounded ones among them, each with its record as of that moment. The seeds
// are none that packs/ladder.yaml was tuned on.
import { readFileSync } from 'node:fs';
import { parseLadder } from '../src/diagnosis/ladder-file.ts';
import type { Records } from '../src/diagnosis/records.core.ts';
import { planOrganisation } from '../src/simulate/plan-organisation.ts';
import type { Planned } from '../src/simulate/planned-organisation.core.ts';
import { shippedScenario } from '../src/simulate/shipped-scenarios.ts';
import { type BenchResult, figure, type Measure, share } from './bench.ts';
import { bootstrapInterval } from '../src/stats/bootstrap.ts';
import { Chance } from './chance.ts';
import { climbs, withoutKinds, withoutRows } from './ladder/climbs.ts';
import { brier, calibrationError, type Graded, sets, topIsNecessary, worstCause } from './ladder/graded.ts';

export const name = 'ladder';

const settings = parseLadder(readFileSync(new URL('../packs/ladder.yaml', import.meta.url), 'utf8'));
/** Where several causes act; mixed organisations are as many as all others. */
const scenarios = ['mixed', 'harbor', 'mixed', 'bad-site', 'mixed', 'training-to-worst', 'mixed', 'policy-with-price'];
/** Where one cause acts and all other records are as untidy as anywhere: the ladder can't know that they did no harm. */
const single = ['policy', 'procedure', 'training', 'management', 'personnel'];
const removed = 0.3;

export async function run({ quick }: { readonly quick: boolean }): Promise<BenchResult> {
  const organisations = quick ? 8 : 64;
  const most = quick ? 150 : 300;
  const whole: Graded[] = [];
  const rows: Graded[] = [];
  const kinds: Graded[] = [];
  for (let i = 0; i < organisations; i++) {
    const planned = plan(scenarios[i % scenarios.length]!, 400_000 + i);
    const graded = (records: Records) => grade(planned, records, most, i);
    whole.push(...graded(planned.records));
    rows.push(...graded(withoutRows(planned.records, removed, new Chance(4, i))));
    kinds.push(...graded(withoutKinds(planned.records, removed, new Chance(5, i))));
  }
  const measures: Measure[] = [
    share('whole records: top cause is necessary', whole.filter(topIsNecessary).length, whole.length, '>= 0.8', quick),
    ...told('whole records', whole, quick),
    share('30 % of rows removed: top cause is necessary', rows.filter(topIsNecessary).length, rows.length, '', quick),
    ...told('30 % of rows removed', rows, quick),
    share(
      '30 % of kinds removed: top cause is necessary',
      kinds.filter(topIsNecessary).length,
      kinds.length,
      '',
      quick,
    ),
    ...told('30 % of kinds removed', kinds, quick),
  ];
  for (const [i, scenario] of single.entries()) {
    if (quick) break;
    const graded = [0, 1, 2].flatMap((more) => {
      const planned = plan(scenario, 500_000 + 10 * i + more);
      return grade(planned, planned.records, most, more);
    });
    const right = graded.filter(topIsNecessary).length;
    measures.push(share(`only ${scenario} acts: top cause is necessary`, right, graded.length, '', quick));
  }
  return {
    measures,
    left_out: [
      'Words of the contact, which answer questions where records are silent: these failures have none.',
      'Personnel is named only past ten recorded noes: where only people act, the ladder stays silent by design, and the model of all failures has to tell.',
      ...(quick ? ['Organisations in which one cause acts alone; the full run has them.'] : []),
    ],
  };
}

/** Somewhat fewer contacts than the scenarios have: organisations count here, and hundreds of failures of each are enough. */
function plan(scenario: string, seed: number): Planned {
  const file = shippedScenario(scenario);
  const sizes = { ...file.ranges.sizes, 'contacts-a-day': [8, 16] as const };
  return planOrganisation({ ...file, ranges: { ...file.ranges, sizes } }, seed);
}

function grade(planned: Planned, records: Records, most: number, organisation: number): Graded[] {
  return climbs(planned, records, settings, most).map(({ finding, necessary }) => ({
    organisation,
    odds: finding.odds,
    necessary,
  }));
}

/** How true the odds are; intervals draw whole organisations again, since failures of one are alike. */
function told(of: string, graded: readonly Graded[], quick: boolean): Measure[] {
  const byOrganisation = [...Map.groupBy(graded, (one) => one.organisation).values()];
  const drawn = (figureOf: (part: readonly Graded[]) => number) =>
    bootstrapInterval({
      clusters: byOrganisation.length,
      draws: quick ? 60 : 200,
      figure: (copies) =>
        figureOf(byOrganisation.flatMap((one, i) => Array.from({ length: copies[i]! }, () => one).flat())),
    });
  const measured = (what: string, figureOf: (part: readonly Graded[]) => number, goal: string): Measure => {
    const interval = drawn(figureOf);
    const plain = figure(`${of}: ${what}`, figureOf(graded), '', goal);
    return { ...plain, low: interval?.low ?? plain.value, high: interval?.high ?? plain.value };
  };
  const worst = worstCause(graded);
  const named = sets(graded, 0.8);
  return [
    measured('odds against what was found, mean distance by tenths', calibrationError, quick ? '<= 0.1' : '<= 0.05'),
    figure(`${of}: ${worst.cause}, said on average less found`, worst.off, '', ''),
    measured('Brier score over five causes', brier, ''),
    share(`${of}: causes named up to odds of 0.8 hold a necessary one`, named.covered, graded.length, '', quick),
    figure(`${of}: causes named for that`, named.size, 'causes', ''),
  ];
}
