// What learned markers are taught by, for `learning`.
import type { Work } from '../../platform/db/work.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { statedDigest } from './standing.core.ts';
import * as store from './labels.store.ts';

export type { PastLabel } from './labels.store.ts';

/** Past marks of contacts that are here. */
export async function readPastLabels(work: Work, standards: readonly string[]): Promise<store.PastLabel[]> {
  return store.pastLabels(work.tx, work.actor.orgId, standards);
}

/** By contact, who served and where; of nobody known, nobody. */
export async function readServedIn(work: Work, contacts: readonly string[]) {
  return store.servedIn(work.tx, work.actor.orgId, contacts);
}

/** `standard version` of every version under which the standards said what they say: marks of others are about something else. */
export async function versionsThatSay(work: Work, standards: readonly Standard[]): Promise<Set<string>> {
  const now = new Map(standards.map((one) => [one.id, statedDigest(one)]));
  const rows = await store.statedVersions(work.tx, work.actor.orgId, [...now.keys()]);
  return new Set(
    rows
      .filter(({ stated }) => statedDigest(stated) === now.get(stated.id))
      .map(({ stated, version }) => `${stated.id} ${version}`),
  );
}
