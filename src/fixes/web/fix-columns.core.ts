// Fixes by how far they are: what was proposed, what is under way, what is done and watched, what came of it.
import type { z } from 'zod';
import type { FixesShape } from '../fixes.shape.ts';

export type Fixes = z.infer<typeof FixesShape>;
export type Fix = Fixes['fixes'][number];

const columns: readonly (readonly [title: string, states: readonly string[]])[] = [
  ['Proposed', ['proposed']],
  ['Under way', ['begun']],
  ['Done, being watched', ['done', 'too-early']],
  ['Worked', ['verified']],
  ['Did not work', ['not-verified', 'harmed']],
  ['Dropped', ['dropped']],
];

/** Columns that have something in them; a state that none is for stands among the watched. */
export function columnsOf(fixes: readonly Fix[]): { readonly title: string; readonly own: readonly Fix[] }[] {
  const known = columns.flatMap(([, states]) => states);
  return columns
    .map(([title, states]) => ({
      title,
      own: fixes.filter(
        (one) => states.includes(one.state) || (title === 'Done, being watched' && !known.includes(one.state)),
      ),
    }))
    .filter(({ own }) => own.length > 0);
}
