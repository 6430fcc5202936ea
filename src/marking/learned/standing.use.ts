// What marking asks: which learned markers stand for the standards in use.
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { modelOf } from './marker-model.core.ts';
import { type StandingMarker, statedDigest } from './standing.core.ts';
import { standingModels } from './standing.store.ts';

/**
 * The learned markers that stand, in order of standard. Left out are those of standards that are not kept or that say something else
 * by now, and those that another version of the program learned: there the cues mark.
 */
export async function readStanding(work: Work, standards: readonly Standard[]): Promise<StandingMarker[]> {
  const stated = new Map(standards.map((one) => [one.id, statedDigest(one)]));
  const rows = await standingModels(work.tx, work.actor.orgId);
  return rows.flatMap(({ standard, marker, stated: said, document: { weights } }) =>
    stated.get(standard) === said && modelOf(weights) ? [{ standard, marker, weights }] : [],
  );
}
