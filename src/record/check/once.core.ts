// Each row once: the same row given twice is taken once, and two rows that claim the same key with other values can't
// both be right.
import type { Reject } from '../../contacts/contact.core.ts';
import type { Sourced } from '../../kernel/sourced.ts';
import type { RecordWarning } from '../record.core.ts';
import { placeOf } from './place.core.ts';

export interface Once<T> {
  readonly rows: readonly Sourced<T>[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly RecordWarning[];
}

/**
 * @param key what makes a row one and the same
 * @param quiet where repeating a row is usual (a person with two posts stands in two rows)
 */
export function once<T>(rows: readonly Sourced<T>[], key: (row: T) => readonly string[], quiet = false): Once<T> {
  const first = new Map<string, Sourced<T>>();
  const rejects: Reject[] = [];
  const warnings: RecordWarning[] = [];
  for (const one of rows) {
    const name = JSON.stringify(key(one.row));
    const before = first.get(name);
    if (!before) first.set(name, one);
    else if (JSON.stringify(before.row) !== JSON.stringify(one.row)) {
      rejects.push({
        ...one.from,
        expected: 'a row that no other contradicts',
        remedy: `${placeOf(before.from)} speaks of the same thing with other values: keep one of the two.`,
      });
    } else if (!quiet) {
      warnings.push({ ...one.from, sentence: `The same row stands in ${placeOf(before.from)}; it was taken once.` });
    }
  }
  return { rows: [...first.values()], rejects, warnings };
}
