// Exposures and excuses made ready for the model: what nobody recorded is put at the reference and marked as such, how far
// each row stands beyond the reference is worked out, and what can't be asked is left out with the reason.
import type { FixedColumn } from '../../stats/mixed-data.ts';
import type { CausesWarning, ExcuseNotTold } from './causes-report.core.ts';
import { deviation, meansBy } from './level-columns.core.ts';
import type { Excuse, Exposure, MarkRows } from './mark-rows.core.ts';

/** With fewer marks than this on either side, a comparison is an anecdote. */
export const fewestCompared = 10;

/** An exposure as the model sees it. */
export interface AskedExposure {
  readonly exposure: Exposure;
  readonly column: FixedColumn;
  /** How far each row stands beyond the reference; 0 where it doesn't, or where nobody recorded it. */
  readonly beyond: Float64Array;
  /** Part of all marks that stand beyond the reference. */
  readonly exposed: number;
  /** It never changes inside a site, so that only sites can be compared. */
  readonly bySite: boolean;
}

/** An exposure that is recorded, and that nobody had at any time: it explains nothing, for certain. */
export interface AbsentExposure {
  readonly exposure: Exposure;
}

interface ExposureColumns {
  readonly asked: readonly AskedExposure[];
  readonly absent: readonly AbsentExposure[];
  /** One column per pattern of missing records, so that "nobody wrote it down" isn't taken for "in order". */
  readonly unrecorded: readonly FixedColumn[];
  readonly warnings: readonly CausesWarning[];
}

export function exposureColumns(rows: MarkRows): ExposureColumns {
  const asked: AskedExposure[] = [];
  const absent: AbsentExposure[] = [];
  const unrecorded = new Map<string, FixedColumn>();
  const warnings: CausesWarning[] = [];
  for (const exposure of rows.exposures) {
    const read = readExposure(exposure, rows);
    if (read.known === 0) {
      warnings.push({
        kind: 'no-record',
        about: [exposure.id],
        says: `No record tells of this: ${exposure.says}.`,
      });
      continue;
    }
    if (read.exposed === 0) {
      absent.push({ exposure });
      continue;
    }
    if (!read.compares) {
      warnings.push({
        kind: 'rare',
        about: [exposure.id],
        says:
          read.exposed < fewestCompared
            ? `Too few marks stood under this to say what it does (${read.exposed}): ${exposure.says}.`
            : `Nearly every mark stood under this, so there is nothing to compare it with: ${exposure.says}.`,
      });
      continue;
    }
    if (read.missing) {
      const key = read.missing.name;
      unrecorded.set(key, { name: `not on record: ${exposure.id}`, values: read.missing.values });
    }
    asked.push({
      exposure,
      column: { name: exposure.id, values: read.values },
      beyond: read.beyond,
      exposed: read.exposed / rows.size,
      bySite: deviation(within(read.values, rows)) < 1e-9,
    });
  }
  return { asked, absent, unrecorded: [...unrecorded.values()], warnings };
}

function readExposure(exposure: Exposure, rows: MarkRows) {
  const reference = exposure.reference === 'absent' ? 0 : exposure.reference;
  const values = new Float64Array(rows.size);
  const beyond = new Float64Array(rows.size);
  const missing = new Float64Array(rows.size);
  let known = 0;
  let exposed = 0;
  // A cheap fingerprint of where records are missing: exposures of one table miss them in the same rows.
  let pattern = 0;
  for (let row = 0; row < rows.size; row++) {
    const value = exposure.values[row]!;
    if (Number.isNaN(value)) {
      values[row] = reference;
      missing[row] = 1;
      pattern = (Math.imul(pattern, 31) + row) | 0;
      continue;
    }
    known++;
    values[row] = value;
    // All amounts are of something bad: less of it than the reference asks is left as it is.
    if (value > reference) {
      beyond[row] = value - reference;
      exposed++;
    }
  }
  const gone = rows.size - known;
  const told = gone >= Math.max(fewestCompared, rows.size * 0.01);
  const amount = exposure.reference !== 'absent';
  return {
    values,
    beyond,
    known,
    exposed,
    compares: exposed >= fewestCompared && (amount ? deviation(values) > 0 : known - exposed >= fewestCompared),
    missing: told ? { name: `${gone} ${pattern}`, values: missing } : undefined,
  };
}

function within(values: Float64Array, rows: MarkRows): Float64Array {
  const means = meansBy(values, rows.site);
  return values.map((value, row) => value - means[row]!);
}

/** An excuse as the model sees it: as far from its average. */
export interface AskedExcuse {
  readonly excuse: Excuse;
  /** The part of its id before the dot: columns that share it are one excuse. */
  readonly name: string;
  readonly column: FixedColumn;
  /**
   * How far each row is moved where the excuse is asked alone: to the average; a control to where it is absent, so that the
   * answer has a sign. (Moved to its average, anything at all seems to matter a little, in the second order.)
   */
  readonly alone: Float64Array;
}

interface ExcuseColumns {
  readonly asked: readonly AskedExcuse[];
  /** None of their columns could be asked. */
  readonly notTold: readonly ExcuseNotTold[];
  readonly warnings: readonly CausesWarning[];
}

export function excuseColumns(rows: MarkRows): ExcuseColumns {
  const refused: Excuse[] = [];
  const asked = rows.excuses.flatMap((excuse): AskedExcuse[] => {
    let sum = 0;
    let known = 0;
    for (let row = 0; row < rows.size; row++) {
      const value = excuse.values[row]!;
      if (Number.isNaN(value)) continue;
      sum += value * (rows.weight?.[row] ?? 1);
      known += rows.weight?.[row] ?? 1;
    }
    const mean = known > 0 ? sum / known : 0;
    const values = excuse.values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
    const off = values.reduce((count, value) => count + (Math.abs(value) > 1e-9 ? 1 : 0), 0);
    if (known === 0 || off === 0 || rarer(excuse.values) < fewestCompared) {
      refused.push(excuse);
      return [];
    }
    const least = excuse.values.reduce((low, value) => (value < low ? value : low), Number.POSITIVE_INFINITY);
    const alone = excuse.control ? excuse.values.map((value) => (Number.isNaN(value) ? 0 : value - least)) : values;
    return [{ excuse, name: nameOf(excuse), column: { name: excuse.id, values }, alone }];
  });
  const unasked = [...new Set(refused.map(nameOf))];
  const told = (name: string): boolean => asked.some((one) => one.name === name);
  return {
    asked,
    notTold: unasked
      .filter((name) => !told(name))
      .map((id) => {
        const own = rows.excuses.filter((one) => nameOf(one) === id);
        return { id, says: own[0]!.says, control: own.some((one) => one.control === true) };
      }),
    warnings: unasked.map((name) => {
      const own = refused.filter((one) => nameOf(one) === name);
      return {
        kind: 'rare',
        about: own.map((one) => one.id),
        says: told(name)
          ? `Only a part of this could be asked, since too few marks differ in the rest: ${own[0]!.says}.`
          : `There is too little to ask whether ${own[0]!.says} matters.`,
      };
    }),
  };
}

/** Columns whose ids begin alike are one excuse. */
function nameOf({ id }: Excuse): string {
  return id.split('.')[0]!;
}

/** How many rows have any other value than the commonest of a yes-and-no column; all rows for an amount. */
function rarer(values: Float64Array): number {
  let ones = 0;
  let zeros = 0;
  for (const value of values) {
    if (value === 1) ones++;
    else if (value === 0) zeros++;
    else if (!Number.isNaN(value)) return values.length;
  }
  return Math.min(ones, zeros);
}
