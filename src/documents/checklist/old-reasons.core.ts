// Reasons that were given for other words: a clause that says something new carries along what its old words were for, until
// somebody looks at them again.
import type { DraftContent } from '../drafts/draft.core.ts';
import { same } from '../drafts/merge.core.ts';
import type { PartChange } from '../versions/diff.core.ts';

/** Ids of the parts that ask something else than before and still have every reason of before. */
export function partsWithOldReasons(
  before: DraftContent | null,
  after: DraftContent,
  changes: readonly PartChange[],
): string[] {
  const reworded = new Set(
    changes
      .filter(({ field, what, weight }) => field === 'text' && what === 'changed' && weight === 'material')
      .map(({ part }) => part),
  );
  return after.parts
    .filter(({ id, fields }) => {
      const was = before?.parts.find((part) => part.id === id);
      return was !== undefined && reworded.has(id) && Object.keys(fields).length > 0 && same(was.fields, fields);
    })
    .map(({ id }) => id);
}
