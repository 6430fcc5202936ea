// The words of contacts as they stood in one version: what points at a turn points at that version, and a contact that is read
// again has its words elsewhere.
import type { Work } from '../platform/db/work.ts';
import type { Turn } from '../standards/encounter.core.ts';
import { turnsOfVersions } from './words-of-versions.store.ts';

/** Turns by `id version`, of those that there are and that whoever asks may see. */
export async function wordsOfVersions(
  { tx, actor }: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Turn[]>> {
  return turnsOfVersions(tx, actor.orgId, [...new Set(ids)]);
}
