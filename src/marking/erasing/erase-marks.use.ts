// Marks of contacts that are to be erased: counted, so that rates over time stay true, and forgotten.
import type { Work } from '../../platform/db/work.ts';
import { dropTaught } from '../learned/taught.store.ts';
import { currentStandards } from '../marking.store.ts';
import { tally } from '../tally.store.ts';
import { addErasedCounts } from './erased-counts.store.ts';
import { dropAllMarks, markIdsOf } from './erase-marks.store.ts';

/**
 * Forgets every mark of these contacts, and keeps their counts by the standards in use. Marks by earlier versions of a standard
 * go uncounted, as they are left out of every rate.
 * @param keys digests of names that go with the contacts, by which people's earlier marks are known
 * @returns ids of the marks that went, for whoever keeps something about them
 */
export async function eraseMarks(work: Work, contacts: readonly string[], keys: readonly string[]): Promise<string[]> {
  const { tx, actor } = work;
  const versions = new Map((await currentStandards(tx, actor.orgId)).map((one) => [one.id, one.version]));
  const counts = await tally(tx, actor.orgId, [...versions.values()], ['site', 'day', 'kind'], contacts);
  await addErasedCounts(
    tx,
    actor.orgId,
    counts.flatMap(({ standard, site, ...rest }) => {
      const standardVersion = versions.get(standard);
      return standardVersion === undefined ? [] : [{ ...rest, standard, standardVersion, siteId: site }];
    }),
  );
  const marks = await markIdsOf(tx, actor.orgId, contacts);
  await dropAllMarks(tx, actor.orgId, contacts, keys);
  await dropTaught(tx, actor.orgId, contacts);
  return marks;
}
