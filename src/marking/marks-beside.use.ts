// What a machine said of contacts that people looked at too.
import type { Work } from '../platform/db/work.ts';
import { taughtVerdicts } from './learned/taught.store.ts';
import { currentStandards } from './marking.store.ts';
import * as store from './marks-beside.store.ts';

export type { MachineSaid, PlacedContact } from './marks-beside.store.ts';

export interface MarksBeside {
  /** Contacts that a machine has marked, in their latest version, by id. */
  readonly places: ReadonlyMap<string, store.PlacedContact>;
  /** By `contact standard`: what each marker said. A standard of a marked contact without an entry doesn't apply there. */
  readonly said: ReadonlyMap<string, readonly store.MachineSaid[]>;
}

/**
 * By the standards in use. Contacts that were marked by no machine are left out. Of a contact that taught the learned marker of a
 * standard it is told what that would have said without it: of what taught it, it is always too right.
 * @param standard what is said of this one alone
 */
export async function readMarksBeside(
  { tx, actor }: Work,
  contacts: Iterable<string>,
  standard?: string,
): Promise<MarksBeside> {
  const ids = [...new Set(contacts)];
  if (ids.length === 0) return { places: new Map(), said: new Map() };
  const versions = (await currentStandards(tx, actor.orgId))
    .filter((one) => standard === undefined || one.id === standard)
    .map((one) => one.version);
  const places = await store.markedPlaces(tx, actor.orgId, ids);
  const marks = await store.machineMarks(tx, actor.orgId, ids, versions);
  const taught = await taughtVerdicts(tx, actor.orgId, ids);
  return {
    places: new Map(places.map((one) => [one.contact, one])),
    said: Map.groupBy(
      marks.flatMap((one) => {
        const unheard = one.marker === 'learned' ? taught.get(`${one.contact} ${one.standard}`) : undefined;
        if (unheard === undefined) return [one];
        return unheard === 'not-applicable' ? [] : [{ ...one, verdict: unheard }];
      }),
      (one) => `${one.contact} ${one.standard}`,
    ),
  };
}
