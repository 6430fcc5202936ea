// Is the next month forecast better than by what was seen last? Planned organisations whose causes come and go by dated record,
// and others where nothing is planted: forecasts as of each of the last six months against what came.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backTest, type Errors, skill } from '../src/diagnosis/forecast/back-test.core.ts';
import { planOrganisation } from '../src/simulate/plan-organisation.ts';
import { readScenario } from '../src/simulate/scenario/read-scenario.ts';
import type { ScenarioFile } from '../src/simulate/scenario/scenario.core.ts';
import { shippedScenario } from '../src/simulate/shipped-scenarios.ts';
import { type BenchResult, estimate, figure, type Measure } from './bench.ts';
import { plannedInput } from './forecast/planned-input.ts';

export const name = 'forecast';

const seeds = { full: 8, quick: 1 } as const;
const months = { full: 6, quick: 2 } as const;
/** Contacts a day over all sites, where it must be quick: about half of what the scenario plans. */
const fewerADay = [16, 20] as const;
const firstSeed = 7_200;

/** @returns skill of the forecasts on drift and on noise, pooled over organisations, each organisation's as its spread */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const size = quick ? 'quick' : 'full';
  const planned = readScenario(readFileSync(join(import.meta.dirname, 'forecast/drift.yaml'), 'utf8'));
  const drift = quick ? withFewer(planned) : planned;
  const onDrift = Array.from({ length: seeds[size] }, (_, at) => tested(drift, firstSeed + at, months[size]));
  const noise = shippedScenario('luck');
  const onNoise = Array.from({ length: seeds[size] }, (_, at) => tested(noise, firstSeed + 500 + at, months[size]));
  return {
    measures: [
      of('planted drift: skill over last month', onDrift, 'lastMonth', '>= 0.3', quick),
      of('planted drift: skill over the shrunk six-month mean', onDrift, 'sixMonths', '>= 0.05', quick),
      of('noise: skill over the shrunk six-month mean', onNoise, 'sixMonths', '', quick),
      figure(
        'noise: worse than the shrunk six-month mean, at worst in an organisation',
        Math.max(...onNoise.map((one) => -(skill(one, 'sixMonths') ?? 0))),
        'share of its squared error',
        '<= 0.02',
      ),
      figure('months forecast', [...onDrift, ...onNoise].flat().length, 'count', ''),
    ],
    left_out: quick
      ? ['Seven of eight organisations of each kind, four of six months, half of the contacts of planted drift.']
      : [],
  };
}

function withFewer(file: ScenarioFile): ScenarioFile {
  return { ...file, ranges: { ...file.ranges, sizes: { ...file.ranges.sizes, 'contacts-a-day': fewerADay } } };
}

function tested(scenario: ScenarioFile, seed: number, back: number): readonly Errors[] {
  return backTest(plannedInput(planOrganisation(scenario, seed)), back).months;
}

function of(
  what: string,
  organisations: readonly (readonly Errors[])[],
  against: 'lastMonth' | 'sixMonths',
  goal: string,
  quick: boolean,
): Measure {
  const value = skill(organisations.flat(), against) ?? 0;
  const each = organisations.map((one) => skill(one, against) ?? 0);
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
  const spread = Math.sqrt(each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, each.length - 1));
  const half = (1.96 * spread) / Math.sqrt(each.length);
  return estimate(what, { value, low: value - half, high: value + half }, { unit: 'skill', goal, quick });
}
