// A scenario made smaller or larger than its file says: so many sites, so many days.
import { Fault } from '../../kernel/fault.ts';
import { numberFields, type ScenarioFile } from './scenario.core.ts';

export interface Size {
  readonly sites?: number;
  readonly days?: number;
}

/**
 * Events after the last day are left out. @returns how many, beside the scenario
 * @throws Fault `simulate-size`
 */
export function resized(file: ScenarioFile, { sites, days }: Size): { file: ScenarioFile; eventsLeftOut: number } {
  const sizes = {
    ...file.ranges.sizes,
    ...(sites === undefined ? {} : { sites: fixedAt('sites', sites) }),
    ...(days === undefined ? {} : { days: fixedAt('days', days) }),
  };
  const events = file.events.filter((one) => days === undefined || one.day <= days);
  return {
    file: { ...file, ranges: { ...file.ranges, sizes }, events },
    eventsLeftOut: file.events.length - events.length,
  };
}

function fixedAt(name: 'sites' | 'days', value: number): readonly [number, number] {
  const [, least, most] = numberFields.sizes[name];
  if (Number.isInteger(value) && value >= least && value <= most) return [value, value];
  throw new Fault('simulate-size', 'malformed', `--${name} takes a whole number from ${least} to ${most}.`);
}
