// Versions as they really held: without the days on which they were suspended because nobody had re-justified them.
import type { Work } from '../../platform/db/work.ts';
import { rulesOf } from '../approval/approval.store.ts';
import { stoodForNoDay, type DocumentKind, type DocumentVersion } from '../document.core.ts';
import { publishedHere, reviewsOf } from '../versions/version-text.store.ts';
import { heldStretches } from './sunset.core.ts';

/**
 * Each version once for every stretch of days on which it held. Only what was published here lapses, unless a rule says that all
 * do; what was brought from elsewhere keeps the days that it was brought with.
 * @param byLaw whether a law demands it: then it never lapses
 */
export async function asTheyHeld<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  versions: readonly T[],
  byLaw: (version: T) => boolean,
): Promise<T[]> {
  const today = work.now.slice(0, 10);
  const due = versions.filter((one) => one.reviewDue !== undefined && one.reviewDue < today && !byLaw(one));
  if (due.length === 0) return [...versions];
  const lapsing = await lapsingOf(work, kind, due);
  if (lapsing.size === 0) return [...versions];
  const reviews = Map.groupBy(await reviewsOf(work, kind), (one) => `${one.id}/${one.version}`);
  return versions.flatMap((version) => {
    const { from: _from, to: _to, ...rest } = version;
    const own = reviews.get(`${version.id}/${version.version}`) ?? [];
    // What stood for no day is kept as it is: a page may ask for it.
    if (!lapsing.has(version) || stoodForNoDay(version)) return [version];
    return heldStretches(version, own, true, today).map((stretch) => ({ ...rest, ...stretch }) as T);
  });
}

/** Those of the versions that lapse at their review. */
export async function lapsingOf<T extends DocumentVersion>(
  work: Work,
  kind: DocumentKind,
  versions: readonly T[],
): Promise<ReadonlySet<T>> {
  const rules = await rulesOf(work, kind);
  const all = (rules.get('*')?.sunsetAll ?? false) ? versions : [];
  if (all.length > 0) return new Set(all);
  const here = await publishedHere(work);
  return new Set(
    versions.filter(
      (one) => here.has(`${kind}/${one.id}/${one.version}`) || (rules.get(`document:${one.id}`)?.sunsetAll ?? false),
    ),
  );
}
