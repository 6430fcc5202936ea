// The causes as planted: log odds of failing as a sum of what belongs to the standard, the place, the person, the day,
// the kind of contact, of every exposure's own effect and of the excuses'. Drawn once for an organisation.
import { Chance } from './chance.ts';
import { atReference, exposureIds, outlierOdds, type Player, plannedExposures } from './exposures.core.ts';
import { plannedKinds } from './planned.core.ts';
import { serves, type World } from './plan/world.core.ts';

export interface CausalModel {
  readonly intercept: number;
  readonly standard: Float64Array;
  readonly kind: Readonly<Record<string, number>>;
  readonly day: Float64Array;
  readonly month: ReadonlyMap<string, number>;
  /** Effect of each exposure (in the order of `exposureIds`) on each standard. */
  readonly slopes: readonly Float64Array[];
  /** The median effect of those who serve, and how far each who stands out is from it; 0 for everybody else. */
  readonly median: number;
  readonly beyondMedian: Float64Array;
}

export function drawModel(world: World): CausalModel {
  const { scenario, standards, staff, calendar, seed } = world;
  const { spread, effects } = scenario;
  const chance = (of: string) => new Chance(seed, `model/${of}`);
  const deviates = (of: string, count: number, deviation: number) => {
    const draws = chance(of);
    return Float64Array.from({ length: count }, () => draws.normal(deviation));
  };
  const months = [...new Set(Array.from({ length: calendar.days }, (_, day) => calendar.month(day)))];
  const monthly = deviates('month', months.length, spread.month);
  const ofKind = deviates('kind', plannedKinds.length, spread.kind);
  const own = staff
    .filter(serves)
    .map((person) => person.effect)
    .toSorted((a, b) => a - b);
  const half = own.length / 2;
  const median = own.length === 0 ? 0 : (own[Math.floor(half - 0.5)]! + own[Math.floor(half)]!) / 2;
  return {
    intercept: scenario.failing,
    standard: deviates('standard', standards.length, spread.standard),
    kind: Object.fromEntries(plannedKinds.map((kind, i) => [kind, ofKind[i]!])),
    day: deviates('day', calendar.days, spread.day),
    month: new Map(months.map((month, i) => [month, monthly[i]!])),
    slopes: exposureIds.map((id) => {
      const effect = effects[id];
      // An exposure without an effect has none on any standard; a weak one varies less than a strong one.
      const varies = deviates(`slope/${id}`, standards.length, spread.slope * Math.min(1, Math.abs(effect)));
      return varies.map((one) => (effect === 0 ? 0 : effect + one));
    }),
    median,
    beyondMedian: Float64Array.from(staff, ({ effect }) =>
      effect - median > Math.log(outlierOdds) ? effect - median : 0,
    ),
  };
}

/** What each exposure adds to the log odds, beyond where it stands when all is in order; written into `parts`. */
export function addedBy(model: CausalModel, standard: number, values: Float64Array, parts: Float64Array): void {
  for (let i = 0; i < exposureIds.length; i++) {
    const value = values[i]!;
    const { reference } = plannedExposures[i]!;
    parts[i] = Number.isNaN(value) ? 0 : model.slopes[i]![standard]! * (value - atReference(value, reference));
  }
}

export const playerOf: readonly Player[] = plannedExposures.map((one) => one.cause);

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
