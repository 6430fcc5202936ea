// A scenario settled for one organisation: every range becomes a number, by the seed.
import { Chance } from '../chance.ts';
import { numberFields, type NumberGroup, type Scenario, type ScenarioFile } from './scenario.core.ts';

/** The same file and seed give the same numbers, whatever other numbers a file ranges over. */
export function drawScenario(file: ScenarioFile, seed: number): Scenario {
  const settle = (place: string, [low, high]: readonly [number, number], whole: boolean) => {
    if (low === high) return low;
    const chance = new Chance(seed, `scenario/${place}`);
    return whole ? chance.whole(low, high) : chance.between(low, high);
  };
  const groups = Object.fromEntries(
    (Object.keys(numberFields) as NumberGroup[]).map((group) => [
      group,
      Object.fromEntries(
        Object.entries(numberFields[group] as Record<string, readonly unknown[]>).map(([field, bounds]) => [
          field,
          settle(`${group}/${field}`, file.ranges[group][field]!, bounds[3] === 'whole'),
        ]),
      ),
    ]),
  );
  const { ranges: _, failing, losing, ...head } = file;
  const lost = Object.entries(losing).map(([name, range]) => [name, settle(`losing/${name}`, range, false)]);
  const drawn = {
    ...head,
    failing: settle('failing', failing, false),
    losing: Object.fromEntries(lost),
    ...groups,
  } as Scenario;
  const { sizes } = drawn;
  return { ...drawn, sizes: { ...sizes, 'team-most': Math.max(sizes['team-least'], sizes['team-most']) } };
}
