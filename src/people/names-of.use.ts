// Names of some sites and people by their ids, without reading all that there are.
import type { Work } from '../platform/db/work.ts';
import { namesIn } from './names-of.store.ts';

/** Names by id; ids that the record doesn't know are left out. Whoever calls asks first who may see people's names. */
export async function siteNames({ tx, actor }: Work, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return namesIn(tx, actor.orgId, 'sites', ids);
}

/** As siteNames, for people. */
export async function personNames({ tx, actor }: Work, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return namesIn(tx, actor.orgId, 'people', ids);
}
