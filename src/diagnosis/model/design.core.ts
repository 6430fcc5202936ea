// From rows to what the mixed fit is given: exposures with slopes pooled over standards, the means that keep a person's or a
// site's own level out of an exposure's slope, excuses, and everything that differs by itself.
import type { FixedColumn, Grouping, MixedData } from '../../stats/mixed-data.ts';
import type { CausesWarning, ExcuseNotTold } from './causes-report.core.ts';
import {
  type AbsentExposure,
  type AskedExcuse,
  type AskedExposure,
  excuseColumns,
  exposureColumns,
} from './exposure-columns.core.ts';
import { correlation, deviation, levelEffects, meansBy, usedLevels } from './level-columns.core.ts';
import type { Levels, MarkRows } from './mark-rows.core.ts';
import { pooledSlopes } from './own-slopes.core.ts';
import { placeOrPerson } from './place-or-person.core.ts';

const fewestContactsADay = 20;

export interface Design {
  readonly data: MixedData;
  readonly exposures: readonly AskedExposure[];
  readonly absent: readonly AbsentExposure[];
  readonly excuses: readonly AskedExcuse[];
  readonly excusesNotTold: readonly ExcuseNotTold[];
  /** Position of people among the groups; -1 where people can't be told from anything else. */
  readonly people: number;
  readonly warnings: readonly CausesWarning[];
}

/** @param rows at least one failed and one kept */
export function designOf(rows: MarkRows): Design {
  const warnings: CausesWarning[] = [];
  const site = usedLevels(rows.site);
  const person = usedLevels(rows.person);
  const standard = usedLevels(rows.standard);
  const read = exposureColumns({ ...rows, site });
  const excuses = excuseColumns(rows);
  warnings.push(...read.warnings, ...excuses.warnings);

  const apart = placeOrPerson(site, person);
  warnings.push(...apart.warnings);

  // Slopes that only a comparison of sites can give need sites left over.
  const bySite = read.asked.filter((one) => one.bySite);
  const enoughSites = site.names.length - 1 - bySite.length >= 2;
  if (bySite.length > 0 && !enoughSites) {
    warnings.push({
      kind: 'too-few-sites',
      about: bySite.map((one) => one.exposure.id),
      says: `${site.names.length === 1 ? 'There is only one site' : `There are only ${site.names.length} sites`}, and within a site this never changed: ${bySite.map((one) => one.exposure.says).join(', ')}. What it does can't be told from the site itself.`,
    });
  }
  const exposures = enoughSites ? read.asked : read.asked.filter((one) => !one.bySite);
  warnings.push(...goTogether(exposures));

  const effects = [
    levelEffects('standard', standard),
    levelEffects('site', site),
    ...(apart.peopleCount > 1 ? [levelEffects('person', person, true)] : []),
    ...(['contact', 'month', 'kind', 'marker'] as const).map((name) => levelEffects(name, usedLevels(rows[name]))),
    ...(busyDays(rows) ? [levelEffects('day', usedLevels(rows.day))] : []),
  ];
  const groups = effects.flatMap((one): Grouping[] => (one.group ? [one.group] : []));
  const fixed: FixedColumn[] = [
    ...exposures.map((one) => one.column),
    ...excuses.asked.map((one) => one.column),
    ...read.unrecorded,
    ...effects.flatMap((one) => one.columns),
    ...ownMeans(exposures, person, 'person'),
    ...ownMeans(exposures, site, 'site'),
  ];
  const kept = independent(fixed);
  const ofOwn = exposures.filter(({ column }) => kept.includes(column));
  const slopes = groups.some((one) => one.name === 'standard') ? pooledSlopes(ofOwn, standard, rows.failed) : [];
  const sloping = new Set(slopes.map((one) => one.column));
  // Columns with slopes come first: the fit then goes through a row's columns once for both.
  const columns = [...kept.filter((one) => sloping.has(one.name)), ...kept.filter((one) => !sloping.has(one.name))];
  return {
    data: {
      rows: rows.size,
      outcome: rows.failed,
      fixed: columns,
      groups,
      slopes,
    },
    exposures,
    absent: read.absent,
    excuses: excuses.asked,
    excusesNotTold: excuses.notTold,
    people: groups.findIndex((one) => one.name === 'person'),
    warnings,
  };
}

/** Where a day has a handful of contacts, what is common to the day can't be told from what is each contact's own. */
function busyDays({ day, contact }: MarkRows): boolean {
  return usedLevels(contact).names.length >= fewestContactsADay * usedLevels(day).names.length;
}

/**
 * Mundlak 1978 (Econometrica 46:69): beside an exposure goes its mean in each group, so that its slope is what changes
 * within a person or a site, and nobody's usual level is taken for its effect. Only where it varies both within and between,
 * and for at most one mean per eight levels, the most uneven exposures first.
 */
function ownMeans(exposures: readonly AskedExposure[], levels: Levels, name: string): FixedColumn[] {
  return exposures
    .flatMap(({ column, bySite }) => {
      if (bySite) return [];
      const means = meansBy(column.values, levels);
      const between = deviation(means);
      const inside = deviation(column.values.map((value, row) => value - means[row]!));
      const all = deviation(column.values);
      return inside > 0.2 * all && between > 0.05 * all ? [{ column, means, uneven: between / all }] : [];
    })
    .toSorted((a, b) => b.uneven - a.uneven)
    .slice(0, Math.floor(levels.names.length / 8))
    .map(({ column, means }) => ({ name: `${column.name}: mean of the ${name}`, values: means }));
}

/** A column that is a copy of an earlier one says nothing of its own. */
function independent(fixed: readonly FixedColumn[]): FixedColumn[] {
  const kept: FixedColumn[] = [];
  for (const column of fixed) {
    if (deviation(column.values) < 1e-9) continue;
    if (kept.some((one) => Math.abs(correlation(one.values, column.values)) > 0.99999)) continue;
    kept.push(column);
  }
  return kept;
}

function goTogether(exposures: readonly AskedExposure[]): CausesWarning[] {
  const warnings: CausesWarning[] = [];
  exposures.forEach((a, index) => {
    for (const b of exposures.slice(index + 1)) {
      if (Math.abs(correlation(a.column.values, b.column.values)) < 0.95) continue;
      warnings.push({
        kind: 'collinear',
        about: [a.exposure.id, b.exposure.id],
        says: `These two nearly always came together, so only what both do can be told, not each: ${a.exposure.says}; ${b.exposure.says}.`,
      });
    }
  });
  return warnings;
}
