// What a report was read from, and whether that is enough to say anything.
import type { CausesBasis, NothingToShare } from './causes-report.core.ts';
import { usedLevels } from './level-columns.core.ts';
import type { MarkRows } from './mark-rows.core.ts';

/** Failures and kept marks needed, each, before a model says more than their rate does. */
export const fewestToFit = 40;

export function basisOf(rows: MarkRows): CausesBasis {
  let marks = 0;
  let failures = 0;
  for (let row = 0; row < rows.size; row++) {
    const weight = rows.weight?.[row] ?? 1;
    marks += weight;
    failures += weight * rows.failed[row]!;
  }
  const days = usedLevels(rows.day).names.toSorted();
  return {
    marks: Math.round(marks),
    failures: Math.round(failures),
    contacts: usedLevels(rows.contact).names.length,
    people: usedLevels(rows.person).names.length,
    sites: usedLevels(rows.site).names.length,
    standards: usedLevels(rows.standard).names.length,
    ...(days.length > 0 ? { firstDay: days[0]!, lastDay: days.at(-1)! } : {}),
  };
}

/** Why nothing can be shared out; undefined where it can. */
export function whyNothing(rows: MarkRows, { marks, failures }: CausesBasis): NothingToShare['why'] | undefined {
  if (marks === 0) return 'no-marks';
  if (failures === 0) return 'no-failures';
  if (failures === marks) return 'all-failures';
  if (failures < fewestToFit || marks - failures < fewestToFit) return 'too-few';
  const recorded = rows.exposures.some((one) => one.values.some((value) => !Number.isNaN(value)));
  return recorded ? undefined : 'no-record';
}
