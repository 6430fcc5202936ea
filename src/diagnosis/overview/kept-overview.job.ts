// The overview kept while nothing was done that bears on it: it counts every mark, and every page opens with it. Kept with the
// data, and in this process so that whoever asks meanwhile waits for the same one.
import type { Actor } from '../../kernel/actor.ts';
import { heldTo, reading } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { seeingTheSame } from '../report/made-from.use.ts';
import { keepOverview, keptOverview } from './kept-overview.use.ts';
import { type Overview, readOverview } from './overview.use.ts';

const mostKept = 50;

/**
 * A reader with a memory of its own. Whoever asks for the same while it is being made waits for that one: a change doesn't
 * have everybody count at once. Those who are held to sites are read for each time: theirs is small.
 */
export function overviewReader(store: Store, ownPacks: string): (actor: Actor) => Promise<Overview> {
  const kept = new Map<string, { readonly from: string; readonly made: Promise<Overview> }>();
  return async (actor) => {
    if (heldTo(actor) !== null) return store.inWork(actor, readOverview);
    const key = seeingTheSame(actor);
    const { from, told } = await store.inWork(reading(actor), async (work) => keptOverview(work, ownPacks));
    if (told) return told;
    const known = kept.get(key);
    if (known?.from === from) return known.made;
    const made = store.inWork(actor, async (work) => {
      const fresh = await readOverview(work);
      await keepOverview(work, from, fresh);
      return fresh;
    });
    kept.delete(key);
    kept.set(key, { from, made });
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    made.catch(() => kept.get(key)?.made === made && kept.delete(key));
    return made;
  };
}
