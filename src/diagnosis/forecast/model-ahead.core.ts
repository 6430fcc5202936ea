// The mixed model fitted to what was marked so far, asked about the rows ahead.
import type { FixedColumn, MixedFit } from '../../stats/mixed-data.ts';
import { fitMixedLogistic } from '../../stats/mixed-logistic.ts';
import { type AskedExposure, exposureColumns } from '../model/exposure-columns.core.ts';
import { usedLevels } from '../model/level-columns.core.ts';
import type { Levels, MarkRows } from '../model/mark-rows.core.ts';
import type { Ahead } from './roll-forward.core.ts';

const groupNames = ['standard', 'site', 'person', 'cell'] as const;

/** Chances of failing of the rows ahead, in their order; and what each exposure does to them. */
export interface AheadChances {
  readonly chance: Float64Array;
  readonly effects: readonly {
    readonly exposure: AskedExposure['exposure'];
    /** Chance with this exposure at its reference, ahead and as things stand. */
    readonly without: Float64Array;
    readonly now: Float64Array;
    readonly nowWithout: Float64Array;
  }[];
}

/**
 * What one fit hands to the next, which is made from the same rows and a month more: how far sites, standards and people lie
 * apart. The next search begins there, and takes a part of the time.
 */
export interface FitMemory {
  deviations?: ReadonlyMap<string, number>;
}

/** @param history numbers of the rows to learn from; at least one failed and one kept */
export function chancesAhead(rows: MarkRows, history: Int32Array, ahead: Ahead, memory: FitMemory = {}): AheadChances {
  const then = joined(rows, history, ahead.rows, ahead.later);
  const columns = exposureColumns({ ...then, site: usedLevels(then.site) });
  const levels = groupNames.map((name) => (name === 'cell' ? cellLevels(then) : usedLevels(then[name])));
  const split = history.length;
  const learn = (values: Float64Array): Float64Array => values.subarray(0, split);
  const fixed = [...columns.asked.map((one) => one.column), ...columns.unrecorded];
  const fit = fitMixedLogistic(
    {
      rows: split,
      outcome: then.failed.subarray(0, split),
      ...(then.weight ? { weight: then.weight.subarray(0, split) } : {}),
      fixed: fixed.map(({ name, values }): FixedColumn => ({ name, values: learn(values) })),
      groups: levels.map((one, index) => ({
        name: groupNames[index]!,
        level: one.of.subarray(0, split),
        levels: one.names.length,
      })),
      slopes: [],
    },
    // A forecast needs the modes, not the last digit of the deviations.
    {
      method: 'penalised',
      tolerance: 1e-3,
      steps: 25,
      ...(memory.deviations === undefined ? {} : { begin: memory.deviations }),
    },
  );
  memory.deviations = new Map(fit.groups.map((one) => [one.name, one.deviation]));
  const slopes = new Map(fit.fixed.map((one) => [one.name, one.estimate]));
  const linear = linearAhead(fit, slopes, fixed, levels, split);
  const chance = linear.map(logistic);
  return {
    chance,
    effects: columns.asked.flatMap(({ exposure, beyond }) => {
      const slope = slopes.get(exposure.id) ?? 0;
      if (slope <= 0) return [];
      const index = rows.exposures.findIndex((one) => one.id === exposure.id);
      const reference = exposure.reference === 'absent' ? 0 : exposure.reference;
      const changed = ahead.later[index]!.map((value, at) => {
        const change = value - ahead.now[index]![at]!;
        return Number.isNaN(change) ? 0 : change;
      });
      return [
        {
          exposure,
          without: linear.map((one, at) => logistic(one - slope * beyond[split + at]!)),
          now: linear.map((one, at) => logistic(one - slope * changed[at]!)),
          nowWithout: linear.map((one, at) => {
            const value = ahead.now[index]![at]!;
            const above = Number.isNaN(value) ? 0 : Math.max(0, value - reference);
            return logistic(one - slope * (changed[at]! + above));
          }),
        },
      ];
    }),
  };
}

// Rows to learn from, then the rows ahead with the exposures that they will have.
function joined(rows: MarkRows, history: Int32Array, ahead: Int32Array, later: readonly Float64Array[]): MarkRows {
  const both = Int32Array.from([...history, ...ahead]);
  const pick = ({ names, of }: Levels): Levels => ({ names, of: both.map((row) => of[row]!) });
  return {
    size: both.length,
    failed: Uint8Array.from(both, (row) => rows.failed[row]!),
    ...(rows.weight ? { weight: Float64Array.from(both, (row) => rows.weight![row]!) } : {}),
    standard: pick(rows.standard),
    site: pick(rows.site),
    person: pick(rows.person),
    contact: pick(rows.contact),
    day: pick(rows.day),
    month: pick(rows.month),
    kind: pick(rows.kind),
    marker: pick(rows.marker),
    exposures: rows.exposures.map((one, index) => {
      const values = new Float64Array(both.length);
      for (let at = 0; at < history.length; at++) values[at] = one.values[history[at]!]!;
      values.set(later[index]!, history.length);
      return { ...one, values };
    }),
    excuses: [],
  };
}

function cellLevels({ site, standard, size }: MarkRows): Levels {
  const names = site.names.flatMap((place) => standard.names.map((one) => `${place} ${one}`));
  const of = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const place = site.of[row]!;
    const one = standard.of[row]!;
    of[row] = place < 0 || one < 0 ? -1 : place * standard.names.length + one;
  }
  return usedLevels({ names, of });
}

function linearAhead(
  fit: MixedFit,
  slopes: ReadonlyMap<string, number>,
  fixed: readonly FixedColumn[],
  levels: readonly Levels[],
  split: number,
): Float64Array {
  const count = levels[0]!.of.length - split;
  const linear = new Float64Array(count).fill(fit.intercept);
  for (const { name, values } of fixed) {
    const slope = slopes.get(name) ?? 0;
    for (let at = 0; at < count; at++) linear[at]! += slope * values[split + at]!;
  }
  levels.forEach(({ of }, index) => {
    const modes = fit.groups.find((one) => one.name === groupNames[index])?.modes;
    if (modes) for (let at = 0; at < count; at++) linear[at]! += of[split + at]! < 0 ? 0 : modes[of[split + at]!]!;
  });
  return linear;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
