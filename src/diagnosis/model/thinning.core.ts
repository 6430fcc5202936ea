// Very many rows: all failures are kept, and an even part of the kept marks. A logistic fit of such rows has the same slopes, and
// an intercept that is off by the logarithm of the part (Prentice and Pyke 1979, Biometrika 66:403): no weights are needed.
import type { CausesWarning } from './causes-report.core.ts';
import type { MarkRows } from './mark-rows.core.ts';
import { rowsAt } from './rows-at.core.ts';

/** The golden ratio's multiples fall evenly between 0 and 1, whatever the order of the rows means. */
const golden = 0.6180339887498949;

export function thinned(rows: MarkRows, most: number): { rows: MarkRows; warnings: readonly CausesWarning[] } {
  if (rows.size <= most || rows.weight) return { rows, warnings: [] };
  let failures = 0;
  for (const one of rows.failed) failures += one;
  const kept = rows.size - failures;
  // Failures may fill the limit by themselves: the kept marks then come down to one for each failure.
  const wanted = Math.min(kept, Math.max(most - failures, failures));
  if (wanted >= kept) return { rows, warnings: [] };
  const part = wanted / kept;
  const picked: number[] = [];
  for (let row = 0, nth = 0; row < rows.size; row++) {
    if (rows.failed[row] === 1 || (++nth * golden) % 1 < part) picked.push(row);
  }
  const taken = picked.length - failures;
  const says = `There are ${rows.size.toLocaleString('en-US')} marks: all ${failures.toLocaleString('en-US')} failures and ${taken.toLocaleString('en-US')} of the kept ones were compared, each of these standing for ${(kept / taken).toFixed(1)}.`;
  return {
    rows: rowsAt(rows, Int32Array.from(picked), (row) => (rows.failed[row] === 1 ? 1 : kept / taken)),
    warnings: [{ kind: 'sampled', about: [], says }],
  };
}

/** Whether every failure stands for one mark and every kept one for the same number: then the fit needs no weights. */
export function keptWeight({ size, failed, weight }: MarkRows): { readonly even: boolean; readonly weight: number } {
  if (!weight) return { even: true, weight: 1 };
  let kept = Number.NaN;
  for (let row = 0; row < size; row++) {
    if (failed[row] === 1) {
      if (weight[row] !== 1) return { even: false, weight: 1 };
    } else if (Number.isNaN(kept)) kept = weight[row]!;
    else if (Math.abs(weight[row]! - kept) > 1e-9 * kept) return { even: false, weight: 1 };
  }
  return { even: true, weight: Number.isNaN(kept) ? 1 : kept };
}
