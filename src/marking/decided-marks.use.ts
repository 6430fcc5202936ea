// What all contacts' marks say, for whoever compares them all: no evidence, no words.
import type { Work } from '../platform/db/work.ts';
import { type DecidedMark, decidedMarks, firstKinds } from './decided-marks.store.ts';
import { currentStandards } from './marking.store.ts';

/** What a contact is about, where that is known, and its marks by the standards in use that say kept or failed. */
export interface DecidedContact {
  readonly kind?: string;
  readonly marks: readonly DecidedMark[];
}

/** The same contacts, in the order given. */
export async function readDecided(
  work: Work,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<DecidedContact[]> {
  const orgId = work.actor.orgId;
  const ids = contacts.map((one) => one.id);
  const versions = (await currentStandards(work.tx, orgId)).map((one) => one.version);
  const marks = await decidedMarks(work.tx, orgId, ids, versions);
  const kinds = await firstKinds(work.tx, orgId, ids);
  return contacts.map(({ id, version }) => {
    const kind = kinds.get(`${id} ${version}`);
    return { ...(kind === undefined ? {} : { kind }), marks: marks.get(`${id} ${version}`) ?? [] };
  });
}

export type { DecidedMark };
