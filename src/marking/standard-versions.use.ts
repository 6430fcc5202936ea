// By which versions of a standard contacts were marked, and since when.
import type { Work } from '../platform/db/work.ts';
import { versionsSeen } from './standard-versions.store.ts';

/** Newest first, each with what it said then. */
export async function readVersions(
  work: Work,
  standard: string,
): Promise<{ version: string; seenAt: string; says: string }[]> {
  const seen = await versionsSeen(work.tx, work.actor.orgId, standard);
  return seen.map(({ version, seenAt, stated }) => ({ version, seenAt, says: stated.says }));
}
